import { isAboutAccess } from '../about-access';
import { introduced, removed } from '../compare';
import type { ResourceView } from '../resource-view';
import { changedArguments } from '../resources/changed-arguments';
import { toldAgain } from '../resources/known-noise';
import type { ReviewInput } from '../review-input';
import { finding, type Rule, type Verdict } from '../rule';
import { say, type Said } from '../say';
import type { Snapshot } from '../snapshot';

export const resourceTypeIsKnown: Rule = {
  id: 'resource-type-is-known',
  title: 'A resource of a type that is not weighed here',
  severity: 'info',
  why: 'Nothing in this review knows what the resource does: it may grant access that no line here shows.',
  fix: 'Read its plan by hand. To have it weighed, add a reader to libs/auth-model/src/readers/, or the reason to leave it out to not-modelled.ts.',
  source: 'Gatehouse, ARCHITECTURE.md, "One obvious place"',
  *check(input) {
    yield* introduced(input, strangers);
    yield* touched(input);
  },
};

function* strangers({ unknownTypes }: Snapshot): Iterable<Verdict> {
  for (const view of unknownTypes) {
    if (view.mode === 'data') continue;
    yield of(view, say`type ${view.type} is not known here: what it grants is not weighed`);
  }
}

/** One that was there, too: to change what grants is to grant, and what goes may have forbidden something. */
function* touched(input: ReviewInput): Iterable<Verdict> {
  const { base, head, moved } = input;
  for (const after of head.unknownTypes) {
    const before = base?.resources.get(moved.get(after.address) ?? after.address);
    if (after.mode === 'data' || before === undefined || isSame(before, after)) continue;
    yield of(after, say`it changes, and what its type, ${after.type}, does is not known here`);
  }
  for (const before of base === undefined ? [] : removed(input, ...strangeTypes(base)))
    yield of(before, say`it goes, and what its type, ${before.type}, did is not known here`);
}

const strangeTypes = ({ unknownTypes }: Snapshot): readonly string[] => [
  ...new Set(unknownTypes.map(({ type }) => type)),
];

function of({ address, type }: ResourceView, message: Said): Verdict {
  return finding(address, message, isAboutAccess(type) ? 'medium' : 'info');
}

/** What AWS tells anew after every update is no change. */
function isSame(before: ResourceView, after: ResourceView): boolean {
  return changedArguments(after.type, before, after).every(({ path, after: will }) =>
    toldAgain(path, will),
  );
}
