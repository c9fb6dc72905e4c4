import { ANY_RUN, compileGlob, literalGlob } from './glob';
import type { Glob } from './glob';
import type { PolicyDocument } from './policy-document';
import type { RequestContext } from './request-context';
import type { AlternativeTruth } from './truth';

/** Text of a policy with its variables found: resolved once per request, or once for all where it has none. */
export type Template =
  | { readonly kind: 'fixed'; readonly glob: Glob }
  | {
      readonly kind: 'variable';
      readonly parts: readonly (Glob | Variable)[];
      readonly keys: readonly string[];
    };

interface Variable {
  /** The condition key, in lower case. */
  readonly key: string;
  readonly fallback?: Glob;
  readonly literal: (text: string) => Glob;
}

/** How the fixed text of a template is read. */
export interface TextRules {
  /** Whether `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  /** Whether to compare in lower case. */
  readonly ignoreCase: boolean;
}

/** `no-value`: a variable without a value, or with several, and without a default. `open`: with a run for each that is unknown. */
export type Resolved = { readonly kind: 'fixed' | 'open'; readonly glob: Glob } | 'no-value';

/**
 * `${`, then one of the escapes, or a condition key (it holds a colon) with an optional default in single quotes, then `}`. Whatever
 * else stands in `${…}` is plain text, as a reference that Terraform has not resolved yet must be.
 */
const VARIABLE = /\$\{(?:([*?$])|\s*([^\s:{},']+:[^{},']*?)\s*(?:,\s*'([^']*)'\s*)?)\}/g;

/**
 * Finds the variables. What a variable stands for is compared literally, wildcards and all.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags": only version 2012-10-17 has them; `${*}`, `${?}` and `${$}` are
 * the characters themselves; a default is written `${key, 'default'}`.
 */
export function compileTemplate(
  text: string,
  version: PolicyDocument['version'],
  rules: TextRules,
): Template {
  const parts = version === '2012-10-17' ? splitAtVariables(text, rules) : [plain(text, rules)];
  const keys = parts.flatMap((part) => ('key' in part ? [part.key] : []));
  if (keys.length > 0) return { kind: 'variable', parts, keys };
  return { kind: 'fixed', glob: parts.flatMap((part) => ('key' in part ? [] : part)) };
}

export function resolveTemplate(template: Template, context: RequestContext): Resolved {
  if (template.kind === 'fixed') return template;
  const glob: number[] = [];
  let kind: 'fixed' | 'open' = 'fixed';
  for (const part of template.parts) {
    const piece = 'key' in part ? valueOf(part, context) : part;
    if (piece === 'no-value') return 'no-value';
    if (piece === 'unknown') {
      kind = 'open';
      glob.push(ANY_RUN);
    } else glob.push(...piece);
  }
  return { kind, glob };
}

/** What is said of an open template: where even runs do not match, no value does, but there may be none. */
export function openTruth(mayMatch: boolean): AlternativeTruth {
  return mayMatch ? 'unknown' : 'false-or-no-value';
}

function splitAtVariables(text: string, rules: TextRules): readonly (Glob | Variable)[] {
  const parts: (Glob | Variable)[] = [];
  const literal = (value: string): Glob =>
    literalGlob(rules.ignoreCase ? value.toLowerCase() : value);
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const [whole, escaped, key, fallback] = match;
    parts.push(plain(text.slice(end, match.index), rules));
    end = match.index + whole.length;
    if (escaped !== undefined) parts.push(literal(escaped));
    else if (key !== undefined) {
      const lowerKey = key.toLowerCase();
      parts.push({
        key: lowerKey,
        literal,
        ...(fallback !== undefined && { fallback: literal(fallback) }),
      });
    }
  }
  parts.push(plain(text.slice(end), rules));
  return parts;
}

function plain(text: string, rules: TextRules): Glob {
  const read = rules.ignoreCase ? text.toLowerCase() : text;
  return rules.wildcards ? compileGlob(read) : literalGlob(read);
}

function valueOf(variable: Variable, context: RequestContext): Glob | 'no-value' | 'unknown' {
  const found = context.lookup(variable.key);
  if (found === 'unknown') return 'unknown';
  const [value, ...more] = found === 'absent' ? [] : found;
  if (value === undefined || more.length > 0) return variable.fallback ?? 'no-value';
  return variable.literal(value);
}
