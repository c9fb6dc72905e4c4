import type { Condition, Statement } from '@gatehouse/iam';

import { introduced } from '../compare';
import { resourcePolicies } from '../policies/resource-policies';
import { about, cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { listed, prose, say } from '../say';
import type { Snapshot } from '../snapshot';

export const resourcePolicyStaysNarrow: Rule = {
  id: 'resource-policy-stays-narrow',
  title: 'A topic, queue, key or secret is opened to anybody',
  severity: 'high',
  why: 'A policy that is on the resource asks nobody else: with * in it, every account of AWS may do what it allows.',
  fix: 'Name the accounts or services, or keep to the own account by a condition on aws:SourceAccount or aws:PrincipalOrgID.',
  source:
    'Amazon SNS Developer Guide, "Overview of managing access in Amazon SNS"; IAM User Guide, "AWS JSON policy elements: Principal"',
  check: (input) => introduced(input, openPolicies),
};

function* openPolicies(snapshot: Snapshot): Iterable<Verdict> {
  for (const { address, document, isMalformed } of resourcePolicies(snapshot)) {
    if (document.kind === 'known')
      for (const statement of document.value.statements) yield* judgeStatement(address, statement);
    else if (isMalformed)
      yield finding(
        address,
        say`what its policy grants cannot be read: ${prose(document.because)}`,
      );
    else
      yield cannotKnow(
        address,
        say`what its policy grants is not known: ${prose(document.because)}`,
      );
  }
}

function* judgeStatement(address: string, statement: Statement): Iterable<Verdict> {
  const { effect, principals, actions, conditions } = statement;
  const anyone =
    principals?.negated === true ||
    principals?.anyone === true ||
    Object.values(principals?.byType ?? {})
      .flat()
      .includes('*');
  if (effect !== 'Allow' || !anyone || conditions.some(isOfSomebody)) return;
  const may = actions.negated
    ? say`do everything except ${listed(actions.patterns)}`
    : say`do ${listed(actions.patterns)}`;
  yield about(
    statement,
    conditions.length === 0
      ? finding(address, say`anybody may ${may}`)
      : finding(address, say`anybody may ${may}, under conditions`, 'medium'),
  );
}

/** It names who, as the policy does that a topic has from the start. */
function isOfSomebody({ operator, key, values }: Condition): boolean {
  return (
    /^(?:String|Arn)(?:Equals|Like)$/.test(operator) &&
    /^aws:(?:SourceOwner|SourceAccount|SourceArn|PrincipalAccount|PrincipalOrgID|PrincipalArn)$/i.test(
      key,
    ) &&
    !values.includes('*')
  );
}
