import type { AccessChange, AccessDiff } from '@gatehouse/auth-model';

import { listed, say, toPlain, type Said } from '../say';
import { describeCause } from './describe-cause';

/** `member` can now call `POST /vip` (was denied), because …: one sentence for whoever shares route and cause. */
export function gainedSentences({ gained }: AccessDiff): readonly Said[] {
  return gains(gained).map(({ words }) => words);
}

/** What several people gained alike: one sentence, and the first of the changes that it tells. */
export interface Gain {
  readonly first: AccessChange;
  readonly principals: readonly string[];
  readonly words: Said;
}

export function gains(gained: readonly AccessChange[]): readonly Gain[] {
  return grouped(gained.toSorted((a, b) => rankOf(a) - rankOf(b))).map(([first, principals]) => {
    const was = beforeOf(first, principals.length);
    const words = say`${listed(principals)} can now call ${first.route}${was}, because ${describeCause(first)}`;
    return { first, principals, words };
  });
}

/** Who is there already and may do more comes first; then what is new to all; then who is new. */
function rankOf({ cause: { kind } }: AccessChange): number {
  return kind === 'principal-added' ? 2 : kind === 'route-added' ? 1 : 0;
}

export function lostSentences({ lost }: AccessDiff): readonly Said[] {
  return grouped(lost).map(([first, principals]) => {
    const was = first.before === null ? ' (could not be told before)' : '';
    return say`${listed(principals)} can no longer call ${first.route}${[was]}, because ${describeCause(first)}`;
  });
}

export function doubtfulSentences({ doubtful }: AccessDiff): readonly Said[] {
  return grouped(doubtful).map(
    ([first, principals]) =>
      say`whether ${listed(principals)} can call ${first.route} cannot be told: ${describeCause({ ...first, cause: { kind: 'other' } })}`,
  );
}

function beforeOf({ before }: AccessChange, count: number): Said {
  if (before === false) return [count === 1 ? ' (was denied)' : ' (were denied)'];
  return before === null ? [' (could not be told before)'] : [];
}

/** Those of one route whose cause reads the same, in the order of the first of them. */
function grouped(
  changes: readonly AccessChange[],
): readonly (readonly [AccessChange, readonly string[]])[] {
  const groups = new Map<string, readonly [AccessChange, string[]]>();
  for (const change of changes) {
    const key = JSON.stringify([change.route, change.before, toPlain(describeCause(change))]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change, [change.principal]]);
    else group[1].push(change.principal);
  }
  return [...groups.values()];
}
