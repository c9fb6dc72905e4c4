import type { IdentityPool, RoleMapping } from '@gatehouse/auth-model';

import { withModel } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

type MappingRule = RoleMapping['rules'][number];

export const roleMappingStaysStrict: Rule = {
  id: 'role-mapping-stays-strict',
  title: 'Roles are chosen less strictly',
  severity: 'high',
  why: 'Without its mapping a pool gives everybody the default role; with AuthenticatedRole for what is ambiguous, a mistake in groups or claims gives a role instead of a refusal.',
  fix: 'Keep the type and Deny. A change of rules is read claim by claim.',
  source: 'Cognito Developer Guide, "Using role-based access control"',
  *check({ base, head }) {
    if (base?.model === undefined) return;
    const before = base.model.identityPools;
    yield* withModel(head, function* ({ identityPools }) {
      for (const pool of identityPools) {
        const was = before.find(({ address }) => address === pool.address);
        if (was !== undefined) yield* compare(was, pool);
      }
    });
  },
};

function* compare(was: IdentityPool, now: IdentityPool): Iterable<Verdict> {
  for (const mapping of was.roleMappings) {
    const after = now.roleMappings.find(({ provider }) => provider === mapping.provider);
    if (after === undefined)
      yield finding(now.address, say`${mapping.provider} has no role mapping, and had one`);
    else yield* compareMapping(now.address, mapping, after);
  }
}

function* compareMapping(address: string, was: RoleMapping, now: RoleMapping): Iterable<Verdict> {
  if (was.type.kind === 'known' && now.type.kind === 'known' && was.type.value !== now.type.value)
    yield finding(
      address,
      say`roles are chosen by ${now.type.value}, and were by ${was.type.value}`,
    );
  if (resolutionOf(was) === 'Deny' && resolutionOf(now) === 'AuthenticatedRole')
    yield finding(address, ['what is ambiguous gets the authenticated role, and was refused']);
  yield* reordered(address, was, now);
  for (const rule of missingFrom(now.rules, was.rules))
    yield finding(
      address,
      say`a rule is gone: ${wordsOf(rule)}; whoever it was for gets the role of another, or the default one`,
      'medium',
    );
  for (const rule of missingFrom(was.rules, now.rules)) {
    const isLoose = rule.matchType === 'Contains' || rule.matchType === 'NotEqual';
    yield finding(address, say`a rule is new: ${wordsOf(rule)}`, isLoose ? 'high' : 'medium');
  }
}

function missingFrom(some: readonly MappingRule[], all: readonly MappingRule[]) {
  const known = new Set(some.map(toKey));
  return all.filter((rule) => !known.has(toKey(rule)));
}

const wordsOf = ({ claim, matchType, value }: MappingRule): string =>
  `${claim} ${matchType} ${value}`;

/** The first rule that fits decides: whoever fits two gets the role of the other one now. */
function* reordered(address: string, was: RoleMapping, now: RoleMapping): Iterable<Verdict> {
  const [before, after] = [was.rules.map(toKey), now.rules.map(toKey)];
  const [stayed, stays] = [
    before.filter((key) => after.includes(key)),
    after.filter((key) => before.includes(key)),
  ];
  const at = stays.findIndex((key, index) => key !== stayed[index]);
  const rule = now.rules.find((one) => toKey(one) === stays[at]);
  if (rule !== undefined) yield finding(address, say`a rule comes before others: ${wordsOf(rule)}`);
}

function resolutionOf({ ambiguousRoleResolution: one }: RoleMapping): string | undefined {
  return one === undefined ? 'Deny' : one.kind === 'known' ? one.value : undefined;
}

function toKey(rule: MappingRule): string {
  return JSON.stringify([rule.claim, rule.matchType, rule.value, rule.roleArn]);
}
