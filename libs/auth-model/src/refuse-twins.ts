import type { Problems } from './problems';
import type { Owned } from './readers/owned';
import { refusedByAws } from './refused-by-aws';

/** What is there once at most: a second one that AWS would refuse, and that one of the two would hide here. */
interface Unique<T> {
  /** The argument that tells them apart. */
  readonly attribute: string;
  /** The same for two that AWS takes for one. */
  readonly keyOf: (part: Owned<T>) => string;
  /** As AWS says it. */
  readonly words: (value: T) => string;
}

export function refuseTwins<T>(
  parts: readonly Owned<T>[],
  { attribute, keyOf, words }: Unique<T>,
  problems: Problems,
): void {
  const firsts = new Map<string, string>();
  for (const part of parts) {
    const key = keyOf(part);
    const first = firsts.get(key);
    firsts.set(key, first ?? part.address);
    if (first === undefined) continue;
    const what = `${part.address}.${attribute} is that of ${first} already`;
    const error = refusedByAws(what, words(part.value), 'Rename one, or take it out.');
    problems.report(part.address, attribute, error);
  }
}
