import { parseFor } from './parse-for';
import { SyntaxProblem, type Syntax } from './syntax';
import { TokenReader } from './token-reader';
import type { TextPart } from './tokens';

/** Reads the text inside `${…}`. @throws SyntaxProblem for anything that is not one whole expression */
export function parseSyntax(source: string): Syntax {
  const tokens = new TokenReader(source);
  const syntax = parseValue(tokens);
  tokens.end();
  return syntax;
}

/** One value, as far as it goes: a conditional at most. */
export function parseValue(tokens: TokenReader): Syntax {
  return tokens.nested(() => {
    const condition = parseBinary(tokens, 0);
    if (!tokens.takes('?')) return condition;
    const yes = parseValue(tokens);
    tokens.must(':');
    return call('?:', condition, yes, parseValue(tokens));
  });
}

/** Weakest first. Source: Terraform language, "Arithmetic and Logical Operators". */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

function parseBinary(tokens: TokenReader, level: number): Syntax {
  const signs = LEVELS[level];
  if (signs === undefined) return parseUnary(tokens);
  let left = parseBinary(tokens, level + 1);
  for (;;) {
    const sign = tokens.takesOneOf(signs);
    if (sign === undefined) return left;
    left = call(sign, left, parseBinary(tokens, level + 1));
  }
}

function parseUnary(tokens: TokenReader): Syntax {
  const sign = tokens.takesOneOf(['-', '!']);
  if (sign === undefined) return parseSteps(tokens, parsePrimary(tokens));
  return tokens.nested(() => call(sign, parseUnary(tokens)));
}

/** What follows a value: `.name`, `.0`, `[key]`, `[*]`. */
function parseSteps(tokens: TokenReader, first: Syntax): Syntax {
  let syntax = first;
  for (;;) {
    if (tokens.takes('.')) {
      if (tokens.takes('*')) return parseSplat(tokens, syntax);
      syntax = parseDotStep(tokens, syntax);
    } else if (tokens.takes('[')) {
      if (tokens.takes('*')) {
        tokens.must(']');
        return parseSplat(tokens, syntax);
      }
      syntax = { kind: 'index', of: syntax, key: parseValue(tokens) };
      tokens.must(']');
    } else return syntax;
  }
}

function parseDotStep(tokens: TokenReader, of: Syntax): Syntax {
  const number = tokens.takesNumber();
  if (number === undefined) return { kind: 'attribute', of, name: tokens.name() };
  // `a.0.1` reads as a number with a fraction.
  return number.split('.').reduce<Syntax>(
    (inner, step) => ({
      kind: 'index',
      of: inner,
      key: { kind: 'literal', value: Number(step) },
    }),
    of,
  );
}

function parseSplat(tokens: TokenReader, of: Syntax): Syntax {
  return { kind: 'splat', of, each: parseSteps(tokens, { kind: 'name', name: '*' }) };
}

const WORDS: Readonly<Record<string, null | boolean>> = { null: null, true: true, false: false };

function parsePrimary(tokens: TokenReader): Syntax {
  const number = tokens.takesNumber();
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  const parts = tokens.takesText();
  if (parts !== undefined) return parseText(parts);
  if (tokens.takes('(')) {
    const inner = parseValue(tokens);
    tokens.must(')');
    return inner;
  }
  if (tokens.takes('[')) return parseFor(tokens, ']', parseValue) ?? parseList(tokens);
  if (tokens.takes('{')) return parseFor(tokens, '}', parseValue) ?? parseObject(tokens);
  const name = tokens.name();
  if (tokens.takes('(')) return parseCall(tokens, name);
  return Object.hasOwn(WORDS, name)
    ? { kind: 'literal', value: WORDS[name] ?? null }
    : { kind: 'name', name };
}

function parseText(parts: readonly TextPart[]): Syntax {
  const read = parts.map((part) => ('text' in part ? part.text : parseSyntax(part.source)));
  const [first = '', second] = read;
  if (second === undefined && typeof first === 'string') return { kind: 'literal', value: first };
  return { kind: 'template', parts: read };
}

function parseCall(tokens: TokenReader, name: string): Syntax {
  const args: Syntax[] = [];
  let spread = false;
  while (!tokens.takes(')')) {
    if (spread) throw new SyntaxProblem('nothing may follow ...');
    args.push(parseValue(tokens));
    spread = tokens.takes('...');
    if (!tokens.takes(',') && !tokens.sees(')')) throw tokens.unexpected(')');
  }
  return { kind: 'call', name, args, spread };
}

function parseList(tokens: TokenReader): Syntax {
  const items: Syntax[] = [];
  while (!tokens.takes(']')) {
    items.push(parseValue(tokens));
    if (!tokens.takes(',') && !tokens.sees(']')) throw tokens.unexpected(']');
  }
  return { kind: 'list', items };
}

/** Commas may be left out where lines end, which is not told apart here from a space. */
function parseObject(tokens: TokenReader): Syntax {
  const entries: (readonly [Syntax, Syntax])[] = [];
  while (!tokens.takes('}')) {
    const key = parseValue(tokens);
    if (!tokens.takes('=')) tokens.must(':');
    const named: Syntax = key.kind === 'name' ? { kind: 'literal', value: key.name } : key;
    entries.push([named, parseValue(tokens)]);
    tokens.takes(',');
  }
  return { kind: 'object', entries };
}

function call(name: string, ...args: readonly Syntax[]): Syntax {
  return { kind: 'call', name, args, spread: false };
}
