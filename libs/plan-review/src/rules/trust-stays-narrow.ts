import type { AuthModel, Role } from '@gatehouse/auth-model';
import { isCovered, matchesPattern, partsOf, type Condition, type Statement } from '@gatehouse/iam';

import { introduced, withModel } from '../compare';
import { valuesAsked } from '../policies/conditions';
import { takenFrom } from '../policies/federated-trust';
import type { ReviewInput } from '../review-input';
import { about, cannotKnow, finding, type Rule, type RuleFinding, type Verdict } from '../rule';
import { listed, say } from '../say';
import type { Snapshot } from '../snapshot';

export const trustStaysNarrow: Rule = {
  id: 'trust-stays-narrow',
  title: 'More may become a role than should',
  severity: 'critical',
  why: 'A role without aud takes users of any identity pool, of any account; without amr it takes guests; with an account or * it takes whoever is there.',
  fix: 'Keep StringEquals on cognito-identity.amazonaws.com:aud with the one pool, and ForAnyValue:StringLike on amr with authenticated (or unauthenticated, of the guest role only). Of another provider, ask for the client and for the subject.',
  source:
    'Cognito Developer Guide, "Role trust and permissions"; IAM User Guide, "AWS JSON policy elements: Principal"',
  *check(input) {
    yield* introduced(input, wideTrusts);
    yield* newcomers(input);
  },
};

const COGNITO = 'cognito-identity.amazonaws.com';

function* wideTrusts(snapshot: Snapshot): Iterable<Verdict> {
  yield* withModel(snapshot, function* (model) {
    for (const role of model.roles) {
      if (role.trust.kind !== 'known') {
        const why =
          role.trust.kind === 'unknown' ? role.trust.because : role.trust.reference.address;
        yield cannotKnow(role.address, say`who may become the role is not known: ${why}`);
        continue;
      }
      for (const statement of trusting(role))
        for (const found of judge(model, role, statement)) yield about(statement, found);
    }
  });
}

function trusting({ trust }: Role): readonly Statement[] {
  if (trust.kind !== 'known') return [];
  return trust.value.statements.filter(({ effect }) => effect === 'Allow');
}

/** Of a role that was there: whoever is new, however narrow. What is too wide of itself has been told. */
function* newcomers({ base, head, moved }: ReviewInput): Iterable<Verdict> {
  const before = new Map((base?.model?.roles ?? []).map((role) => [role.address, role]));
  const { model } = head;
  for (const role of model?.roles ?? []) {
    const was = before.get(moved.get(role.address) ?? role.address);
    if (model === undefined || was?.trust.kind !== 'known') continue;
    const trusted = trusting(was).map(unconditional);
    for (const statement of trusting(role)) {
      const added = partsOf(statement).filter((part) => !isCovered(unconditional(part), trusted));
      if (added.length === 0 || [...judge(model, role, statement)].length > 0) continue;
      const names = new Set(
        added.flatMap((part) => Object.values(part.principals?.byType ?? {}).flat()),
      );
      const actions = new Set(added.flatMap((part) => part.actions.patterns));
      yield finding(
        role.address,
        say`${listed([...names])} may become the role by ${listed([...actions])}, and could not`,
        'medium',
      );
    }
  }
}

const unconditional = (statement: Statement): Statement => ({ ...statement, conditions: [] });

function* judge(model: AuthModel, role: Role, statement: Statement): Iterable<RuleFinding> {
  const { principals, conditions } = statement;
  if (principals === undefined) return;
  const { byType } = principals;
  if (principals.negated || principals.anyone || Object.values(byType).flat().includes('*')) {
    yield finding(role.address, ['anybody of any account may become the role']);
    return;
  }
  for (const account of byType.AWS ?? [])
    yield finding(role.address, say`${account} may become the role`, 'high');
  for (const provider of byType.Federated ?? []) {
    const taken = provider === COGNITO ? undefined : takenFrom(provider, conditions);
    if (provider === COGNITO) yield* judgeCognito(model, role, conditions);
    else if (taken !== undefined) yield finding(role.address, taken);
  }
}

function* judgeCognito(
  model: AuthModel,
  role: Role,
  conditions: readonly Condition[],
): Iterable<RuleFinding> {
  const audience = valuesAsked(conditions, `${COGNITO}:aud`);
  if (audience === undefined || audience.some((value) => /[*?]/.test(value)))
    yield finding(role.address, [
      'users of any identity pool may become the role: it asks for no aud',
    ]);
  const own = new Set(model.identityPools.map(({ id }) => id));
  const foreign = (audience ?? []).filter((id) => own.size > 0 && !own.has(id) && !/[*?]/.test(id));
  if (foreign.length > 0)
    yield finding(
      role.address,
      say`users of identity pool ${listed(foreign)}, which is not of this stack, may become the role`,
      'high',
    );
  const isForGuests = model.identityPools.some(
    ({ unauthenticatedRoleArn: arn }) => arn?.kind === 'known' && arn.value === role.arn,
  );
  if (isForGuests) return;
  // The key has several values: only ForAnyValue asks for one of them.
  const ofAny = conditions.filter(({ operator }) => operator.startsWith('ForAnyValue:'));
  const amr = valuesAsked(ofAny, `${COGNITO}:amr`);
  if (amr === undefined)
    yield finding(role.address, ['guests may become the role: it asks for no amr'], 'high');
  else if (amr.some((value) => matchesPattern(value, 'unauthenticated')))
    yield finding(role.address, say`guests may become the role: its amr is ${amr.join(', ')}`);
}
