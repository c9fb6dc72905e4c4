import type { Role } from '@gatehouse/auth-model';
import {
  coversCondition,
  coversStatement,
  isCovered,
  partsOf,
  type Statement,
} from '@gatehouse/iam';

import { removed } from '../compare';
import { openingsOf } from '../policies/openings';
import { keyOf, policyHolders, type PolicyHolder } from '../policies/policy-holders';
import { POLICY_TYPES } from '../policies/resource-policies';
import { sayCondition, sayDoing, sayStatement } from '../policies/say-statement';
import type { ReviewInput } from '../review-input';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { listed, prose, say } from '../say';

export const policyKeepsItsLimits: Rule = {
  id: 'policy-keeps-its-limits',
  title: 'A policy refuses less, or asks for less',
  severity: 'high',
  why: 'A Deny, a condition and a permissions boundary hold whatever else is granted, today and later: without one, older grants reach further, and none of them has to change.',
  fix: 'Keep the Deny, the condition and the boundary. Where one is to go, say in a waiver what holds in its place.',
  source:
    'IAM User Guide, "Policy evaluation logic" (explicit deny), "IAM JSON policy elements: Condition" and "Permissions boundaries for IAM entities"',
  *check(input) {
    if (input.base === undefined) return;
    const before = policyHolders(input.base);
    const after = policyHolders(input.head);
    for (const now of after.values()) {
      const address = input.moved.get(now.address) ?? now.address;
      const was = before.get(keyOf({ ...now, address }));
      if (was !== undefined) yield* compare(was, now);
    }
    for (const { address } of removed(input, ...POLICY_TYPES)) {
      const was = before.get(keyOf({ address, part: 'policy' }));
      if (was !== undefined) yield* refusesLess(was, { ...was, statements: [] });
    }
    yield* otherBoundaries(input);
  },
};

function* compare(was: PolicyHolder, now: PolicyHolder): Iterable<Verdict> {
  yield* refusesLess(was, now);
  yield* asksForLess(was, now);
  if (now.part === 'boundary')
    for (const statement of allowing(now))
      if (!isCovered(statement, allowing(was)))
        yield finding(now.address, say`its boundary lets through ${sayStatement(statement)}`);
}

const allowing = ({ statements }: PolicyHolder): readonly Statement[] =>
  statements.filter(({ effect }) => effect === 'Allow');

function* refusesLess(was: PolicyHolder, now: PolicyHolder): Iterable<Verdict> {
  const denies = now.statements.filter(({ effect }) => effect === 'Deny');
  for (const deny of was.statements) {
    if (deny.effect !== 'Deny' || isCovered(deny, denies)) continue;
    if (now.unknown !== undefined)
      yield cannotKnow(
        now.address,
        say`whether it still refuses ${sayStatement(deny)}: ${prose(now.unknown)}`,
      );
    else yield finding(now.address, say`it no longer refuses all of ${sayStatement(deny)}`);
  }
}

/** What a trust policy asks of an identity pool is judged by itself, whatever it was. */
const JUDGED = /^cognito-identity\.amazonaws\.com:(?:aud|amr)$/i;

/** The same is allowed, and some of what it asked for is not asked any more. */
function* asksForLess(was: PolicyHolder, now: PolicyHolder): Iterable<Verdict> {
  for (const statement of allowing(now)) {
    // Whom the policy of a resource lets in is told with all of its conditions.
    if (now.part === 'policy' && [...openingsOf(statement, () => false)].length > 0) continue;
    const grown = partsOf(statement).filter((part) => !isCovered(part, allowing(was)));
    const [lost] = grown.flatMap((part) => lostConditions(part, allowing(was)));
    if (lost !== undefined)
      yield finding(
        now.address,
        say`${sayDoing(statement)} no longer asks for ${listed(lost.map(sayCondition))}`,
        now.part === 'trust' ? 'high' : 'medium',
      );
  }
}

/** Beside the statement that granted the same under the fewest of them. @returns nothing where none granted it */
function lostConditions(
  part: Statement,
  before: readonly Statement[],
): readonly Statement['conditions'][] {
  const same = before.filter((one) =>
    coversStatement({ ...one, conditions: [] }, { ...part, conditions: [] }),
  );
  const lost = same.map(({ conditions }) =>
    conditions.filter(
      (asked) =>
        !JUDGED.test(asked.key) && !part.conditions.some((one) => coversCondition(asked, one)),
    ),
  );
  return lost
    .filter((conditions) => conditions.length > 0)
    .toSorted((one, other) => one.length - other.length)
    .slice(0, 1);
}

function* otherBoundaries({ base, head, moved }: ReviewInput): Iterable<Verdict> {
  const before = new Map((base?.model?.roles ?? []).map((role) => [role.address, role]));
  for (const role of head.model?.roles ?? []) {
    const was = before.get(moved.get(role.address) ?? role.address);
    if (was !== undefined) yield* otherBoundary(was, role);
  }
}

function* otherBoundary(
  { permissionsBoundary: was }: Role,
  { address, permissionsBoundary: now }: Role,
): Iterable<Verdict> {
  if (was === undefined) return;
  if (now === undefined)
    yield finding(address, say`it has no permissions boundary, and had ${was.name}`);
  else if (now.name !== was.name && now.document.kind !== 'known')
    yield finding(
      address,
      say`its permissions boundary is ${now.name}, which does not stand here, and was ${was.name}`,
    );
}
