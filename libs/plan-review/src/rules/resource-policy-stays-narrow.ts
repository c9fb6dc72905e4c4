import { introduced } from '../compare';
import { isOfSomebody } from '../policies/conditions';
import { openingsOf } from '../policies/openings';
import { foreignTo, type IsForeign } from '../policies/own-accounts';
import { resourcePolicies, type ResourcePolicy } from '../policies/resource-policies';
import { about, cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { prose, say } from '../say';
import type { Snapshot } from '../snapshot';

export const resourcePolicyStaysNarrow: Rule = {
  id: 'resource-policy-stays-narrow',
  title: 'An API, topic, queue, key or secret is opened to others',
  severity: 'high',
  why: 'A policy that is on the resource asks nobody else: with * in it, every account of AWS may do what it allows.',
  fix: 'Name the accounts or services, or keep to the own account by a condition on aws:SourceAccount or aws:PrincipalOrgID.',
  source:
    'Amazon SNS Developer Guide, "Overview of managing access in Amazon SNS"; IAM User Guide, "AWS JSON policy elements: Principal"',
  check(input) {
    const isForeign = foreignTo(input.base, input.head);
    return introduced(input, (snapshot) => openPolicies(snapshot, isForeign));
  },
};

function* openPolicies(snapshot: Snapshot, isForeign: IsForeign): Iterable<Verdict> {
  for (const policy of [...resourcePolicies(snapshot), ...policiesOfApis(snapshot)])
    yield* judge(policy, isForeign);
}

/** One that is on the API lets in whoever it names, in place of a role. */
function policiesOfApis({ model }: Snapshot): readonly ResourcePolicy[] {
  return (model?.restApis ?? []).flatMap(({ address, policy }): readonly ResourcePolicy[] => {
    if (policy === undefined) return [];
    if (policy.kind !== 'reference') return [{ address, document: policy, isMalformed: false }];
    const because = policy.reference.address;
    return [{ address, document: { kind: 'unknown', because }, isMalformed: false }];
  });
}

function* judge(
  { address, document, isMalformed }: ResourcePolicy,
  isForeign: IsForeign,
): Iterable<Verdict> {
  if (document.kind === 'unknown') {
    const because = prose(document.because);
    yield isMalformed
      ? finding(address, say`what its policy grants cannot be read: ${because}`)
      : cannotKnow(address, say`what its policy grants is not known: ${because}`);
    return;
  }
  for (const statement of document.value.statements) {
    if (statement.effect !== 'Allow') continue;
    // The policy that a topic has from the start is for everybody, and keeps to its owner by a condition.
    const isOwn = statement.conditions.some(isOfSomebody);
    for (const { words, severity, toAnybody } of openingsOf(statement, isForeign))
      if (!(isOwn && toAnybody)) yield about(statement, finding(address, words, severity));
  }
}
