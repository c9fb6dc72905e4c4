import type { TerraformPlan } from '@gatehouse/terraform-json';

import type { NotKnown } from './finding';
import { say, toPlain, type Said } from './say';
import type { Snapshot } from './snapshot';

/** What a whole review could not know, whatever its rules say. */
export function unfinished(plan: TerraformPlan | undefined): readonly NotKnown[] {
  if (plan === undefined) return [];
  const notes: NotKnown[] = plan.deferred.map(({ address, reason }) => ({
    address,
    because: say`Terraform has put it off: ${reason}`,
  }));
  if (plan.hasFailed) {
    notes.push({
      address: '',
      because: say`Terraform stopped on the way: this is a part of a plan`,
    });
  }
  if (!plan.isComplete && !plan.hasFailed) {
    notes.push({
      address: '',
      because: say`another plan will be needed after this one is applied`,
    });
  }
  for (const { address, action } of plan.changes) {
    if (action === 'unknown')
      notes.push({
        address,
        because: say`Terraform will do something that this review does not know`,
      });
  }
  return notes;
}

/** The same order whatever the rules' own is, and nothing twice. */
export function inOneOrder(notes: readonly NotKnown[]): readonly NotKnown[] {
  const keyed = notes.map(
    (note) => [`${note.rule ?? ''} ${note.address} ${toPlain(note.because)}`, note] as const,
  );
  return [...new Map(keyed)]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, note]) => note);
}

/** What the files at hand can never tell. */
export function basisOf({
  head,
  plan,
}: {
  readonly head?: Snapshot;
  readonly plan?: TerraformPlan;
}): readonly Said[] {
  if (head === undefined) {
    return [
      [
        'Only the plan was reviewed: it has no construct names and no lifecycle settings, and what apply computes is not in it.',
      ],
    ];
  }
  if (plan !== undefined) return [];
  return [
    [
      'No plan was given: whether an update replaces a resource, and what is not as Terraform left it, cannot be known.',
    ],
  ];
}
