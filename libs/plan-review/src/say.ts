/**
 * What a review says, in pieces: text of ours, and values from a plan that anybody may have written. Reporters escape the second
 * and trust the first, so that a sentence can never be broken by what it speaks of.
 */
export type Said = readonly Piece[];

export type Piece =
  /** A literal of this program. */
  | string
  /** A name, id, ARN or setting: shown as code. */
  | { readonly kind: 'code'; readonly text: string }
  /** A sentence that holds values, such as the reason of a decision: shown as text. */
  | { readonly kind: 'prose'; readonly text: string };

/**
 * say`Role ${name} trusts ${count} accounts.`: whatever is put in is a value from the plan, unless it was said already.
 * The literal parts are trusted: never make a template of a value.
 */
export function say(
  literals: TemplateStringsArray,
  ...values: readonly (string | number | boolean | Said)[]
): Said {
  return literals.flatMap((literal, index): Said => {
    const value = values[index];
    const pieces: Said = literal === '' ? [] : [literal];
    if (value === undefined) return pieces;
    return [...pieces, ...(typeof value === 'object' ? value : code(String(value)))];
  });
}

export function code(text: string): Said {
  return [{ kind: 'code', text }];
}

/** A whole sentence, or a part of one, that holds values of the plan. */
export function prose(text: string): Said {
  return [{ kind: 'prose', text }];
}

/** More names than this are a number: a sentence is to be read. */
const MAX_LISTED = 8;

/** `a, b and c`. */
export function listed(items: readonly (string | Said)[], none = 'nothing'): Said {
  if (items.length === 0) return [none];
  const rest = items.length > MAX_LISTED ? items.length - MAX_LISTED + 1 : 0;
  const named = rest === 0 ? items : items.slice(0, MAX_LISTED - 1);
  const shown: readonly Said[] = [
    ...named.map((item) => (typeof item === 'string' ? code(item) : item)),
    ...(rest === 0 ? [] : [[`${rest} more`]]),
  ];
  return shown.flatMap((item, index) => [
    ...(index === 0 ? [] : [index === shown.length - 1 ? ' and ' : ', ']),
    ...item,
  ]);
}

/** Compares and sorts, and is what JSON holds: names stand in back quotes. */
export function toPlain(said: Said): string {
  return said
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return piece.kind === 'code' ? `\`${piece.text.replaceAll('`', "'")}\`` : piece.text;
    })
    .join('');
}
