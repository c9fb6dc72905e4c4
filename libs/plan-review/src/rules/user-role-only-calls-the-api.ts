import { introduced, withModel } from '../compare';
import { grantsOf } from '../grants';
import { about, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const userRoleOnlyCallsTheApi: Rule = {
  id: 'user-role-only-calls-the-api',
  title: 'People may do something besides calling the API',
  severity: 'high',
  why: 'Credentials of an identity pool are in the hands of people: whatever their role may do, they do without any code of yours in between.',
  fix: 'Let the function do it, behind a method that checks who asks; or say in a waiver why people need it themselves.',
  source: 'Cognito Developer Guide, "IAM roles" (identity pools; least privilege)',
  check: (input) => introduced(input, beside),
};

function* beside(snapshot: Snapshot): Iterable<Verdict> {
  yield* withModel(snapshot, function* ({ roles }) {
    for (const role of roles) {
      const isOfPeople =
        role.trust.kind === 'known' &&
        role.trust.value.statements.some(({ principals }) =>
          principals?.byType.Federated?.includes('cognito-identity.amazonaws.com'),
        );
      if (!isOfPeople) continue;
      for (const attachment of snapshot.ofType('aws_iam_role_policy_attachment')) {
        const [name, policy] = [attachment.text('role'), attachment.text('policy_arn')];
        if (
          name?.kind === 'known' &&
          name.value === role.name &&
          policy?.kind === 'known' &&
          /^arn:[^:]*:iam::aws:/.test(policy.value)
        )
          yield finding(role.address, say`people with it may do all that ${policy.value} grants`);
      }
      for (const { action, resource, statement } of grantsOf(role)) {
        if (!/^execute-api:/i.test(action))
          yield about(
            statement,
            finding(role.address, say`people with it may ${action} on ${resource}`),
          );
      }
    }
  });
}
