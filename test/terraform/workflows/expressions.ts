import type { Environment } from './workflow';

/** What expressions of a workflow may name → its value: `github.run_id`, `vars.X`, `env.X`, `steps.review.outputs.over`. */
export type Names = ReadonlyMap<string, string>;

/** Replaces each `${{ … }}` of every value. */
export function expandAll(given: Readonly<Record<string, unknown>>, names: Names): Environment {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, words: string) =>
        evaluate(words, names),
      ),
    ]),
  );
}

/** As GitHub reads a condition, with `${{ }}` around it or not. */
export function holds(condition: string, names: Names): boolean {
  return isTrue(evaluate(condition.replace(/^\$\{\{\s*|\s*\}\}$/g, ''), names));
}

/**
 * As much of the language as the workflows use: `==`, `!=`, `&&` before `||`, texts, names, `!cancelled()`.
 * Source: GitHub Docs, "Evaluate expressions in workflows and actions".
 */
function evaluate(words: string, names: Names): string {
  const either = words.split(' || ');
  const chosen = either.find((one) => isTrue(all(one, names)));
  return all(chosen ?? either.at(-1) ?? '', names);
}

function all(words: string, names: Names): string {
  const parts = words.split(' && ');
  const missing = parts.find((one) => !isTrue(compare(one, names)));
  return compare(missing ?? parts.at(-1) ?? '', names);
}

function compare(words: string, names: Names): string {
  const [, left, operator, right] = /^(.+) (==|!=) (.+)$/.exec(words.trim()) ?? [];
  if (left === undefined || right === undefined) return valueOf(words.trim(), names);
  return String((valueOf(left, names) === valueOf(right, names)) === (operator === '=='));
}

function valueOf(word: string, names: Names): string {
  if (word === '!cancelled()') return 'true';
  const text = /^'(.*)'$/.exec(word)?.[1];
  const name = word.replace(/\[([\w.]+)\]/, (_, inner: string) => `.${valueOf(inner, names)}`);
  // Where a step or a job has left nothing under a name, GitHub has an empty text.
  const value =
    text ?? names.get(name) ?? (/^(?:steps|needs)\.\w+\.outputs\./.test(name) ? '' : undefined);
  if (value === undefined) throw new Error(`nothing says what ${word} is`);
  return value;
}

function isTrue(value: string): boolean {
  return value !== '' && value !== 'false';
}
