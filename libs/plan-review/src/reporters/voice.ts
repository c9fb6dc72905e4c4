import type { Said } from '../say';
import type { Secrets } from '../secrets/secrets';
import { markdownCode, markdownProse, sarifText, visible } from './escape';

/** Says what a review says, in one format: masked, then escaped. */
export interface Voice {
  readonly said: (said: Said) => string;
  /** A name or a value by itself. */
  readonly value: (text: string) => string;
  /** Masked and not escaped yet: whoever cuts a value masks it first, since half a secret is not found. */
  readonly masked: (text: string) => string;
}

type Format = Readonly<Record<'code' | 'prose', (text: string) => string>>;

const quoted = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

/** Plain text: a name of one word as it is, and any other in quotes, where it could be taken for words of ours. */
export const textVoice = (secrets: Secrets): Voice =>
  voice(secrets, { code: (text) => plainName(visible(text)), prose: visible });

function plainName(text: string): string {
  const inside = text.replaceAll('`', "'");
  return /^[^\s“”]+$/.test(inside) ? inside : `“${inside.replaceAll(/[“”]/g, '"')}”`;
}

export const markdownVoice = (secrets: Secrets): Voice =>
  voice(secrets, { code: markdownCode, prose: markdownProse });

export const sarifVoice = (secrets: Secrets): Voice =>
  voice(secrets, { code: (text) => quoted(sarifText(text)), prose: sarifText });

/** As it is, but for secrets: JSON has escapes of its own. */
export const jsonVoice = (secrets: Secrets): Voice =>
  voice(secrets, { code: quoted, prose: (text) => text });

function voice(secrets: Secrets, { code, prose }: Format): Voice {
  return {
    value: (text) => code(secrets.mask(text)),
    masked: (text) => secrets.mask(text),
    said: (said) =>
      said
        .map((piece) => {
          if (typeof piece === 'string') return piece;
          return (piece.kind === 'code' ? code : prose)(secrets.mask(piece.text));
        })
        .join(''),
  };
}
