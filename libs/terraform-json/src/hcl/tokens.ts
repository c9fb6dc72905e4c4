import { parseTemplate, endOfQuoted } from '../template';
import { SyntaxProblem } from './syntax';

export type Token =
  | { readonly kind: 'name' | 'sign'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  /** Its pieces, escapes read: text, or the source of an interpolation. */
  | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'end' };

export type TextPart = { readonly text: string } | { readonly source: string };

/** Longest first. */
const SIGNS = /\.\.\.|=>|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:()[\]{}.,=]/y;
const NAME = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const SPACE = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;

/** @throws SyntaxProblem at what is no part of an expression */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  for (;;) {
    take(SPACE);
    if (at >= source.length) return [...tokens, { kind: 'end' }];
    if (source[at] === '"') {
      const end = endOfQuoted(source, at + 1);
      if (end === undefined) throw new SyntaxProblem('a text is never closed');
      tokens.push({ kind: 'text', parts: textParts(source.slice(at + 1, end)) });
      at = end + 1;
      continue;
    }
    const number = take(NUMBER);
    if (number !== undefined) {
      tokens.push({ kind: 'number', text: number });
      continue;
    }
    const name = take(NAME);
    const sign = name ?? take(SIGNS);
    if (sign === undefined) throw new SyntaxProblem(`${JSON.stringify(source[at])} is not read`);
    tokens.push({ kind: name === undefined ? 'sign' : 'name', text: sign });
  }
}

function textParts(quoted: string): readonly TextPart[] {
  const parsed = parseTemplate(quoted);
  if (!parsed.ok) throw new SyntaxProblem('an interpolation is never closed');
  return parsed.parts.map((part) => {
    if (part.kind === 'directive') throw new SyntaxProblem(`%{${part.source}} is not read`);
    return part.kind === 'text' ? { text: unescape(part.text) } : { source: part.source };
  });
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/** Source: Terraform language, "Strings and Templates", escape sequences. */
function unescape(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([^]))/g,
    (all, short?: string, long?: string, char?: string) => {
      if (char !== undefined) {
        const read = ESCAPES[char];
        if (read === undefined) throw new SyntaxProblem(`the escape ${all} is not read`);
        return read;
      }
      const code = Number.parseInt(short ?? long ?? '', 16);
      if (code > 0x10_ff_ff) throw new SyntaxProblem(`the escape ${all} is not read`);
      return String.fromCodePoint(code);
    },
  );
}
