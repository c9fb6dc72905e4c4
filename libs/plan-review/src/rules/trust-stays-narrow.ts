import type { AuthModel, Role } from '@gatehouse/auth-model';
import type { Condition, Statement } from '@gatehouse/iam';

import { introduced, withModel } from '../compare';
import { about, cannotKnow, finding, type Rule, type RuleFinding, type Verdict } from '../rule';
import { listed, say } from '../say';
import type { Snapshot } from '../snapshot';

export const trustStaysNarrow: Rule = {
  id: 'trust-stays-narrow',
  title: 'More may become a role than should',
  severity: 'critical',
  why: 'A role without aud takes users of any identity pool, of any account; without amr it takes guests; with an account or * it takes whoever is there.',
  fix: 'Keep StringEquals on cognito-identity.amazonaws.com:aud with the one pool, and ForAnyValue:StringLike on amr with authenticated (or unauthenticated, of the guest role only).',
  source:
    'Cognito Developer Guide, "Role trust and permissions"; IAM User Guide, "AWS JSON policy elements: Principal"',
  check: (input) => introduced(input, wideTrusts),
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
      for (const statement of role.trust.value.statements) {
        if (statement.effect !== 'Allow') continue;
        for (const found of judge(model, role, statement)) yield about(statement, found);
      }
    }
  });
}

function* judge(model: AuthModel, role: Role, statement: Statement): Iterable<RuleFinding> {
  const { principals } = statement;
  if (principals === undefined) return;
  const accounts = principals.byType.AWS ?? [];
  if (
    principals.negated ||
    principals.anyone ||
    Object.values(principals.byType).flat().includes('*')
  ) {
    yield finding(role.address, ['anybody of any account may become the role']);
    return;
  }
  for (const account of accounts)
    yield finding(role.address, say`${account} may become the role`, 'high');
  for (const provider of principals.byType.Federated ?? []) {
    if (provider === COGNITO) yield* judgeCognito(model, role, statement.conditions);
    else if (statement.conditions.length === 0)
      yield finding(role.address, say`every token of ${provider} may become the role`);
  }
}

function* judgeCognito(
  model: AuthModel,
  role: Role,
  conditions: readonly Condition[],
): Iterable<RuleFinding> {
  const audience = valuesOf(conditions, `${COGNITO}:aud`, /^String(?:Equals|Like)$/);
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
  const amr = valuesOf(conditions, `${COGNITO}:amr`, /^ForAnyValue:String(?:Equals|Like)$/);
  const isForGuests = model.identityPools.some(
    ({ unauthenticatedRoleArn: arn }) => arn?.kind === 'known' && arn.value === role.arn,
  );
  if (isForGuests) return;
  if (amr === undefined)
    yield finding(role.address, ['guests may become the role: it asks for no amr'], 'high');
  else if (amr.some((value) => value === 'unauthenticated' || value.startsWith('*')))
    yield finding(role.address, say`guests may become the role: its amr is ${amr.join(', ')}`);
}

/** @returns undefined when no condition of this kind is about the key */
function valuesOf(
  conditions: readonly Condition[],
  key: string,
  operator: RegExp,
): readonly string[] | undefined {
  return conditions.find((one) => one.key === key && operator.test(one.operator))?.values;
}
