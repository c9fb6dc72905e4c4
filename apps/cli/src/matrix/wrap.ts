import { stripVTControlCharacters } from 'node:util';

/** Where a text begins below its lead, as beside it there is no room. */
const BELOW = 8;
/** A column narrower than this is not read, but climbed down. */
const LEAST_COLUMN = 40;

/**
 * A text behind a lead, in lines of a width at most: the further ones begin where the first does. A word that is longer stays whole,
 * so that it can be copied.
 * @param lead may be coloured, which takes no room
 */
export function wrapped(lead: string, text: string, width: number): readonly string[] {
  const taken = stripVTControlCharacters(lead).length;
  if (taken + text.length <= width) return [lead + text];
  const isBeside = width - taken >= LEAST_COLUMN;
  const indent = ' '.repeat(isBeside ? taken : BELOW);
  const lines = wrapWords(text, width - indent.length);
  return isBeside
    ? lines.map((line, at) => (at === 0 ? lead : indent) + line)
    : [lead.trimEnd(), ...lines.map((line) => indent + line)];
}

function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
