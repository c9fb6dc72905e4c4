import { AuthModelError } from './auth-model-error';
import type { Problems } from './problems';
import type { Owned } from './readers/owned';

/**
 * Hands every part to its owner, by what names the owner on AWS.
 * @param owners what the stack has; a part of anything else is an error, since nobody would ever look at it
 * @param kind `user pool`, for the message
 * @param problems what becomes of an orphan: where the rest is to be read, it belongs to nobody
 */
export function groupByOwner<T>(
  parts: readonly Owned<T>[],
  owners: readonly string[],
  kind: string,
  problems: Problems,
): (owner: string) => readonly T[] {
  const byOwner = new Map<string, T[]>(owners.map((owner) => [owner, []]));
  for (const { address, owner, value } of parts) {
    const values = byOwner.get(owner);
    if (values === undefined) {
      const words = `${address} belongs to the ${kind} ${owner}, which this stack does not have. Refer to one of the stack's own.`;
      problems.report(address, '', new AuthModelError('ERR_MODEL_ORPHAN', words));
    } else values.push(value);
  }
  return (owner) => byOwner.get(owner) ?? [];
}

/**
 * What a resource says itself, and what resources of their own say of it. In a configuration both count. In a state the first may be
 * the second once more, and older: it counts only where there is nothing else.
 */
export function ownAndOthers<T>(
  { isState }: { readonly isState: boolean },
  own: readonly T[],
  others: readonly T[],
): readonly T[] {
  return isState && others.length > 0 ? others : [...own, ...others];
}

/** The one part of an owner that AWS keeps at most once. */
export function atMostOne<T>(
  values: readonly T[],
  { address, what, problems }: { address: string; what: string; problems: Problems },
): T | undefined {
  const [first, second] = values;
  if (second === undefined) return first;
  const words = `${what} ${address} is set by ${values.length} resources, and on AWS the last one to be applied would win. Keep one.`;
  problems.report(address, '', new AuthModelError('ERR_MODEL_INVALID_VALUE', words));
  return values.at(-1);
}
