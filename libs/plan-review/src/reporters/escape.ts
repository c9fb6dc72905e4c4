/**
 * The one place where values of a plan become text of a report. Whoever writes a plan may have written them to break out of it: as a
 * mention, a link, HTML, a table border, a control or a bidi character. Each format has its own function here; reporters use no
 * other way.
 */

/** Longer values say nothing more to a reader. In characters, as people count them. */
const MAX_LENGTH = 240;

/** Controls, formats (bidi, zero width, tags), surrogates, private use, unassigned; spaces and line ends that are no simple space. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
/** Marks that are piled upon a letter without end. */
const PILED = /(\p{M}{2})\p{M}+/gu;

/** For terminals, and the ground for all others: what cannot be seen is spelled out, as `\u{202e}`. */
export function visible(text: string): string {
  const short = Array.from(text).slice(0, MAX_LENGTH + 1);
  const shown = short.length > MAX_LENGTH ? `${short.slice(0, MAX_LENGTH).join('')}…` : text;
  return spelledOut(shown);
}

/** The same at full length: for a sentence about a file, which may quote it. */
export function spelledOut(text: string): string {
  return text.replace(INVISIBLE, spelled).replace(PILED, '$1');
}

/** A code span, in which GitHub makes nothing of anything. Back quotes would end it, and a bar would end the cell of a table. */
export function markdownCode(text: string): string {
  const inside = visible(text).replace(/[`|]/g, spelled);
  return `\`${inside === '' ? '(empty)' : inside.replace(/^ +$/, (spaces) => spelled(' ').repeat(spaces.length))}\``;
}

/** A word of letters means nothing to Markdown or to GitHub, in brackets or not; whatever else is in a sentence stands as code. */
export function markdownProse(text: string): string {
  const pieces: string[] = [];
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length > 0) pieces.push(markdownCode(pending.join(' ')));
    pending = [];
  };
  for (const word of visible(text)
    .split(' ')
    .filter((part) => part !== '')) {
    if (!PLAIN_WORD.test(word)) pending.push(word);
    else {
      flush();
      pieces.push(word);
    }
  }
  flush();
  return pieces.join(' ');
}

/** Hexadecimal words are names of commits to GitHub. */
const PLAIN_WORD =
  /^(?!\(?[0-9a-f]{7,}\)?[,;:]?$)\(?(?:[A-Za-z]+(?:[-'][A-Za-z]+)*|\d{1,6})\)?[,;:]?$/i;

/** Text of an XML or HTML element, or of an attribute in quotes. */
export function xmlText(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Text of a SARIF message, in which square brackets would make a link. Source: SARIF 2.1.0, 3.11.6 "Messages with embedded links". */
export function sarifText(text: string): string {
  return visible(text).replace(/[\\[\]]/g, (char) => `\\${char}`);
}

/** JSON in which every character that cannot be seen is an escape: the same value to a program, and harmless to a terminal. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (char) =>
    Array.from(
      { length: char.length },
      (_, index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

function spelled(char: string): string {
  if (char === '\n') return '\\n';
  if (char === '\t') return '\\t';
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
