import {
  describeReference,
  resolve,
  type Expression,
  type ObjectExpression,
  type Resolver,
  type Unknown,
} from '@gatehouse/terraform-json';

/** Null is as good as absent. */
export function argumentOf({ entries }: ObjectExpression, name: string): Expression | undefined {
  const expression = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return expression?.kind === 'literal' && expression.value === null ? undefined : expression;
}

/** Whether an argument holds anything. */
export function isFilled(expression: Expression | undefined): boolean {
  if (expression?.kind === 'list') return expression.items.length > 0;
  if (expression?.kind === 'object') return Object.keys(expression.entries).length > 0;
  return expression !== undefined;
}

/** Why a block, or one of several, is not there to be read yet; `undefined`: all of them are. */
export function whyNoBlock(
  expression: Expression | undefined,
  resolver: Resolver,
): Unknown | undefined {
  const items = expression?.kind === 'list' ? expression.items : [expression];
  for (const item of items) {
    if (item === undefined || item.kind === 'object' || item.kind === 'literal') continue;
    const value = resolve(item, resolver);
    if (value.kind === 'unknown') return value;
    if (value.kind === 'reference')
      return { kind: 'unknown', because: `depends on ${describeReference(value.reference)}` };
  }
  return undefined;
}
