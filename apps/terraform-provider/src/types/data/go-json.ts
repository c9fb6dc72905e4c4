/**
 * JSON as Go writes it: what HTML could take for a tag or a line end is escaped. All of them can stand only inside strings, so that
 * the finished text can be searched. Source: Go, encoding/json, HTMLEscape.
 */
export function goJson(value: unknown, indent?: string): string {
  return JSON.stringify(value, undefined, indent).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Go compares strings by their bytes. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
