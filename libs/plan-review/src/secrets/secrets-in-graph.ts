import type { Expression, ResourceGraph } from '@gatehouse/terraform-json';

import { isSecretPath } from './secret-names';
import { secretsInText } from './secrets-in-text';

/** What a configuration says and does not mark, and what its variables and outputs do. */
export function* secretsInGraph(graph: ResourceGraph): Iterable<string> {
  for (const { type, config } of graph.resources.values()) yield* secretsIn(type, [], config);
  for (const { config } of graph.providers) yield* secretsIn('provider', [], config);
  const { settings = {} } = graph;
  for (const [name, body] of Object.entries(settings)) {
    // The default of a variable has the variable's name.
    const value = name.startsWith('var.') ? entryOf(body, 'default') : body;
    if (isMarked(body) || isSecretPath('', [name])) yield* allTextsIn(value);
    else if (value !== undefined) yield* secretsIn('', [name], value);
  }
  for (const [name, value] of Object.entries(graph.outputs)) {
    if (isMarked(settings[`output.${name}`])) yield* allTextsIn(value);
    else yield* secretsIn('', [name], value);
  }
}

/** `sensitive = true`, of a variable or an output. */
function isMarked(body: Expression | undefined): boolean {
  const mark = entryOf(body, 'sensitive');
  return mark?.kind === 'literal' && mark.value === true;
}

function entryOf(body: Expression | undefined, name: string): Expression | undefined {
  return body?.kind === 'object' && Object.hasOwn(body.entries, name)
    ? body.entries[name]
    : undefined;
}

function* allTextsIn(expression: Expression | undefined): Iterable<string> {
  if (expression?.kind === 'object')
    for (const entry of Object.values(expression.entries)) yield* allTextsIn(entry);
  else if (expression?.kind === 'list')
    for (const item of expression.items) yield* allTextsIn(item);
  else if (expression?.kind === 'literal' && typeof expression.value === 'string')
    yield expression.value;
}

function* secretsIn(
  type: string,
  path: readonly string[],
  expression: Expression,
): Iterable<string> {
  if (expression.kind === 'object') {
    for (const [name, entry] of Object.entries(expression.entries)) {
      yield* secretsIn(type, [...path, name], entry);
    }
  } else if (expression.kind === 'list') {
    for (const item of expression.items) yield* secretsIn(type, path, item);
  } else if (expression.kind === 'call') {
    for (const argument of expression.args) yield* secretsIn(type, path, argument);
  } else if (expression.kind === 'template') {
    for (const part of expression.parts)
      if (typeof part === 'string') yield* secretsInText(type, path, part);
  } else if (expression.kind === 'literal' && typeof expression.value === 'string') {
    yield* secretsInText(type, path, expression.value);
  }
}
