import type { Expression } from '../expression';
import { SyntaxProblem, type ForSyntax, type Syntax } from '../hcl/syntax';
import { withBindings, type Scope } from './scope';

interface Item {
  readonly key: Expression;
  readonly value: Expression;
}

/** The items of a list with their numbers, or of an object with their keys, in Terraform's order. */
export function itemsOf(over: Expression): readonly Item[] {
  if (over.kind === 'list')
    return over.items.map((value, at) => ({ key: { kind: 'literal', value: at }, value }));
  if (over.kind === 'object') {
    const { entries } = over;
    return Object.keys(entries)
      .sort()
      .flatMap((key) => {
        const value = entries[key];
        return value === undefined ? [] : [{ key: { kind: 'literal', value: key }, value }];
      });
  }
  throw new SyntaxProblem('it goes through what is known only after apply');
}

/** @param evaluate given, as the two call each other */
export function evaluateFor(
  syntax: ForSyntax,
  scope: Scope,
  evaluate: (syntax: Syntax, scope: Scope) => Expression,
): Expression {
  const kept = itemsOf(evaluate(syntax.over, scope)).flatMap(({ key, value }) => {
    const names = { [syntax.valueName]: value };
    const inner = withBindings(scope, {
      ...names,
      ...(syntax.keyName !== undefined && { [syntax.keyName]: key }),
    });
    return isKept(syntax, inner) ? [inner] : [];
  });
  if (syntax.key === undefined)
    return { kind: 'list', items: kept.map((inner) => evaluate(syntax.value, inner)) };
  const { key: keySyntax } = syntax;
  const pairs = kept.map((inner): readonly [string, Expression] => [
    textOf(evaluate(keySyntax, inner)),
    evaluate(syntax.value, inner),
  ]);
  return { kind: 'object', entries: syntax.isGrouped ? grouped(pairs) : unique(pairs) };

  function isKept({ condition }: ForSyntax, inner: Scope): boolean {
    if (condition === undefined) return true;
    const asked = evaluate(condition, inner);
    if (asked.kind === 'literal' && typeof asked.value === 'boolean') return asked.value;
    throw new SyntaxProblem('the condition of a for is known only after apply');
  }
}

function textOf(key: Expression): string {
  if (key.kind === 'literal' && key.value !== null) return String(key.value);
  throw new SyntaxProblem('a key is known only after apply');
}

function unique(pairs: readonly (readonly [string, Expression])[]): Record<string, Expression> {
  const keys = pairs.map(([key]) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new SyntaxProblem(`the key ${JSON.stringify(twice)} comes twice`);
  return Object.fromEntries(pairs);
}

function grouped(pairs: readonly (readonly [string, Expression])[]): Record<string, Expression> {
  const groups = new Map<string, Expression[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return Object.fromEntries(
    [...groups].map(([key, items]): [string, Expression] => [key, { kind: 'list', items }]),
  );
}
