import type { Syntax } from './syntax';
import type { TokenReader } from './token-reader';

/**
 * `for k, v in over : …`, after the bracket that opens it.
 * @param close the bracket that ends it: `]` makes a list, `}` an object
 * @returns undefined where no `for` stands
 */
export function parseFor(
  tokens: TokenReader,
  close: ']' | '}',
  parseValue: (tokens: TokenReader) => Syntax,
): Syntax | undefined {
  if (!tokens.takesWord('for')) return undefined;
  const first = tokens.name();
  const second = tokens.takes(',') ? tokens.name() : undefined;
  tokens.mustWord('in');
  const over = parseValue(tokens);
  tokens.must(':');
  const head = parseValue(tokens);
  if (close === '}') tokens.must('=>');
  const value = close === '}' ? parseValue(tokens) : head;
  const isGrouped = close === '}' && tokens.takes('...');
  const condition = tokens.takesWord('if') ? parseValue(tokens) : undefined;
  tokens.must(close);
  return {
    kind: 'for',
    valueName: second ?? first,
    over,
    value,
    isGrouped,
    ...(second !== undefined && { keyName: first }),
    ...(close === '}' && { key: head }),
    ...(condition !== undefined && { condition }),
  };
}
