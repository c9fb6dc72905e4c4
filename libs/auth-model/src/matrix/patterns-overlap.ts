/**
 * Whether some text matches both patterns (`*` any run of characters, `?` one): the patterns of a grant and of a route with
 * parameters in its path, say. Takes at most `left × right` steps.
 */
export function patternsOverlap(left: string, right: string): boolean {
  // reachable[j]: what has been read of `left` and the first j characters of `right` can stand for the same text.
  let reachable = emptyAgainst(right);
  for (const char of left) {
    const next = [char === '*' && reachable[0] === true];
    for (let j = 1; j <= right.length; j += 1) {
      const other = right.charAt(j - 1);
      const both = char === other || char === '?' || other === '?';
      next[j] =
        (char === '*' && (reachable[j] === true || next[j - 1] === true)) ||
        (other === '*' && (next[j - 1] === true || reachable[j] === true)) ||
        (both && reachable[j - 1] === true);
    }
    reachable = next;
  }
  return reachable[right.length] === true;
}

/** How far nothing at all gets in a pattern: through its leading stars. */
function emptyAgainst(pattern: string): boolean[] {
  const stars = /^\**/.exec(pattern)?.[0].length ?? 0;
  return Array.from({ length: pattern.length + 1 }, (_, j) => j <= stars);
}
