/** A pattern, one number per UTF-16 unit; wildcards are negative, so that a literal `*` can stand in a pattern too. */
export type Glob = readonly number[];

export const ANY_RUN = -1;
export const ANY_ONE = -2;

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;

export function compileGlob(pattern: string): Glob {
  return Array.from({ length: pattern.length }, (_, at) => {
    const unit = pattern.charCodeAt(at);
    return unit === STAR ? ANY_RUN : unit === QUESTION_MARK ? ANY_ONE : unit;
  });
}

export function literalGlob(text: string): Glob {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/**
 * Walks both once, returning only to the last `*` on a mismatch: an earlier one never has to grow, because whatever it could take
 * the later one can take too. So the work is at most pattern × value, and one pass where patterns end in their only `*`.
 */
export function matchGlob(glob: Glob, value: string): boolean {
  let at = 0;
  let inGlob = 0;
  let lastRun = -1;
  let runEnd = 0;
  while (at < value.length) {
    const token = glob[inGlob];
    if (token === ANY_RUN) {
      lastRun = inGlob;
      runEnd = at;
      inGlob += 1;
    } else if (token === ANY_ONE) {
      at += characterLength(value, at);
      inGlob += 1;
    } else if (token === value.charCodeAt(at)) {
      at += 1;
      inGlob += 1;
    } else if (lastRun >= 0) {
      if (lastRun === glob.length - 1) return true;
      runEnd += 1;
      at = runEnd;
      inGlob = lastRun + 1;
    } else {
      return false;
    }
  }
  while (glob[inGlob] === ANY_RUN) inGlob += 1;
  return inGlob === glob.length;
}

/** A character outside the basic plane is two units and one `?`. */
function characterLength(value: string, at: number): number {
  return (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
