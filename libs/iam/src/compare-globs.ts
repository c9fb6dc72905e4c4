import { ANY_ONE, ANY_RUN, type Glob } from './glob';

/**
 * Whether `wide` matches whatever `narrow` does: token for token, a run only by a run, which may be empty or long. Never wrongly true;
 * false of some that only a closer look would find. Takes at most `wide × narrow` steps.
 */
export function coversGlob(wide: Glob, narrow: Glob): boolean {
  // reachable[j]: what has been read of `wide` covers the first j tokens of `narrow`.
  let reachable = Array.from({ length: narrow.length + 1 }, (_, j) => j === 0);
  for (const token of wide) {
    const next = [token === ANY_RUN && reachable[0] === true];
    for (let j = 1; j <= narrow.length; j += 1) {
      next[j] =
        token === ANY_RUN
          ? reachable[j] === true || next[j - 1] === true
          : reachable[j - 1] === true && coversToken(token, narrow[j - 1]);
    }
    reachable = next;
  }
  return reachable[narrow.length] === true;
}

/** Half of a character outside the basic plane is no character. */
function coversToken(token: number, other: number | undefined): boolean {
  if (other === undefined || other === ANY_RUN) return false;
  if (token === ANY_ONE) return other < 0xd800 || other > 0xdfff;
  return token === other;
}

/** Whether some text matches both. Takes at most `left × right` steps. */
export function globsOverlap(left: Glob, right: Glob): boolean {
  // reachable[j]: what has been read of `left` and the first j tokens of `right` can stand for the same text.
  let reachable = emptyAgainst(right);
  for (const token of left) {
    const next = [token === ANY_RUN && reachable[0] === true];
    for (let j = 1; j <= right.length; j += 1) {
      const other = right[j - 1];
      const both = token === other || token === ANY_ONE || other === ANY_ONE;
      next[j] =
        (token === ANY_RUN && (reachable[j] === true || next[j - 1] === true)) ||
        (other === ANY_RUN && (next[j - 1] === true || reachable[j] === true)) ||
        (both && reachable[j - 1] === true);
    }
    reachable = next;
  }
  return reachable[right.length] === true;
}

/** How far nothing at all gets in a glob: through its leading runs. */
function emptyAgainst(glob: Glob): boolean[] {
  const first = glob.findIndex((token) => token !== ANY_RUN);
  const runs = first < 0 ? glob.length : first;
  return Array.from({ length: glob.length + 1 }, (_, j) => j <= runs);
}
