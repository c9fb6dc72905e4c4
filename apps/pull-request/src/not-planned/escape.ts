/** Longer reasons say nothing more to a reader. */
const MAX_LENGTH = 400;

/**
 * A code span on one line, in which GitHub makes nothing of anything: no mention, link, HTML or table. A back quote would end it, and what
 * is no visible ASCII could look like something else.
 */
export function markdownCode(text: string): string {
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}...` : text;
  const inside = short.replace(/[^\x20-\x7e]|[`|]/gu, spelled).trim();
  return `\`${inside === '' ? '(empty)' : inside}\``;
}

/** JSON of ASCII: the same value to a program, and harmless to a terminal. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    /[^\x20-\x7e\n]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function spelled(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
