import type { AuthModel } from '@gatehouse/auth-model';
import { coversStatement } from '@gatehouse/iam';

import type { ReviewInput } from './review-input';
import type { ResourceView } from './resource-view';
import { cannotKnow, type RuleFinding, type Verdict } from './rule';
import { say, toPlain } from './say';
import type { Snapshot } from './snapshot';

/** One resource before and after. */
export interface Pair {
  /** Absent: it is new. */
  readonly before?: ResourceView;
  readonly after: ResourceView;
}

/** The resources of these types that head has, each with what it was. What moved is the same one. */
export function pairs(
  { base, head, moved }: ReviewInput,
  ...types: readonly string[]
): readonly Pair[] {
  return head.ofType(...types).map((after) => {
    const before = base?.resources.get(moved.get(after.address) ?? after.address);
    return before === undefined ? { after } : { before, after };
  });
}

/** The resources of these types that base had and head has no more. */
export function removed(
  { base, head, moved }: ReviewInput,
  ...types: readonly string[]
): readonly ResourceView[] {
  const still = new Set(moved.values());
  return (base?.ofType(...types) ?? []).filter(
    ({ address }) => !head.resources.has(address) && !still.has(address),
  );
}

/**
 * What is wrong in head and was not in base: `judge` looks at one snapshot and knows nothing of the other. The same words about the
 * same resource (wherever it moved) are the same finding, so that a message must not hold what changes for other reasons; of a
 * statement, they are so only where the one in base said all of it, its conditions, principals and effect included.
 */
export function* introduced(
  { base, head, moved }: ReviewInput,
  judge: (snapshot: Snapshot) => Iterable<Verdict>,
): Iterable<Verdict> {
  const keyOf = ({ address, message }: RuleFinding): string => `${address} ${toPlain(message)}`;
  const before = new Map<string, RuleFinding[]>();
  for (const verdict of base === undefined ? [] : judge(base)) {
    if (verdict.kind !== 'finding') continue;
    const key = keyOf(verdict);
    before.set(key, [...(before.get(key) ?? []), verdict]);
  }
  for (const verdict of judge(head)) {
    if (verdict.kind === 'cannot-know') yield verdict;
    else {
      const address = moved.get(verdict.address) ?? verdict.address;
      const same = before.get(keyOf({ ...verdict, address })) ?? [];
      if (!same.some((known) => saysAllOf(known, verdict))) yield verdict;
    }
  }
}

function saysAllOf({ statement: was }: RuleFinding, { statement: is }: RuleFinding): boolean {
  return was === undefined || is === undefined || coversStatement(was, is);
}

/** For what only the model can tell: without one, it cannot be known. */
export function* withModel(
  snapshot: Snapshot,
  judge: (model: AuthModel) => Iterable<Verdict>,
): Iterable<Verdict> {
  if (snapshot.model !== undefined) yield* judge(snapshot.model);
  else yield cannotKnow(snapshot.graph.fileName, say`the model of the stack could not be read`);
}
