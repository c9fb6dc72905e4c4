import {
  ArgumentProblem,
  characters,
  list,
  text,
  wholeNumber,
  type Argument,
  type TerraformFunction,
} from './argument';
import { format } from './format';

/** Source: Terraform documentation, "Functions", String functions. */
export const TEXT_FUNCTIONS = {
  chomp: (value) => text(value).replace(/(?:\r?\n)+$/, ''),
  endswith: (value, end) => text(value).endsWith(text(end)),
  format: (pattern, ...values) => format(text(pattern), values),
  formatlist: (pattern, ...values) => formatList(text(pattern), values),
  join: (separator, ...lists) => lists.flatMap(list).map(text).join(text(separator)),
  lower: (value) => text(value).toLowerCase(),
  replace: (value, from, to) => replace(text(value), text(from), text(to)),
  split: (separator, value) => (text(value) === '' ? [''] : text(value).split(text(separator))),
  startswith: (value, start) => text(value).startsWith(text(start)),
  strcontains: (value, part) => text(value).includes(text(part)),
  strrev: (value) => characters(text(value)).toReversed().join(''),
  substr: (value, offset, length) =>
    substring(text(value), wholeNumber(offset), wholeNumber(length)),
  title: (value) => text(value).replaceAll(/(?<![\p{L}\p{N}_'])\p{L}/gu, (at) => at.toUpperCase()),
  trim: (value, removed) => trim(text(value), text(removed)),
  trimprefix: (value, start) => withoutStart(text(value), text(start)),
  trimspace: (value) => text(value).trim(),
  trimsuffix: (value, end) => withoutEnd(text(value), text(end)),
  upper: (value) => text(value).toUpperCase(),
} as const satisfies Readonly<Record<string, TerraformFunction>>;

/** Lists go through side by side; anything else is the same for each. */
function formatList(pattern: string, values: readonly Argument[]): readonly Argument[] {
  const lengths = new Set(values.flatMap((value) => (Array.isArray(value) ? [value.length] : [])));
  const [length = 1, other] = lengths;
  if (other !== undefined) throw new ArgumentProblem('the lists are of different lengths');
  return Array.from({ length }, (_, at) =>
    format(
      pattern,
      values.map(
        (value) => (Array.isArray(value) ? (value as readonly Argument[])[at] : value) ?? null,
      ),
    ),
  );
}

/** Between slashes stands a regular expression, whose engine is another one than this program's. */
function replace(value: string, from: string, to: string): string {
  if (from.length > 1 && from.startsWith('/') && from.endsWith('/'))
    throw new ArgumentProblem('replace with a regular expression is not read');
  return value.replaceAll(from, () => to);
}

/** Of characters as people count them; a negative offset counts from the end, -1 is all the rest. */
function substring(value: string, offset: number, length: number): string {
  const letters = characters(value);
  const start = offset < 0 ? Math.max(letters.length + offset, 0) : offset;
  return letters.slice(start, length < 0 ? undefined : start + length).join('');
}

function trim(value: string, removed: string): string {
  const letters = characters(value);
  const isKept = (letter: string): boolean => !removed.includes(letter);
  const start = letters.findIndex(isKept);
  return start < 0 ? '' : letters.slice(start, letters.findLastIndex(isKept) + 1).join('');
}

function withoutStart(value: string, start: string): string {
  return value.startsWith(start) ? value.slice(start.length) : value;
}

function withoutEnd(value: string, end: string): string {
  return end !== '' && value.endsWith(end) ? value.slice(0, -end.length) : value;
}
