import type { Expression, ObjectExpression } from './expression';
import { isJsonList, isJsonObject } from './json-object';
import { refuseDepth } from './parse-expression';
import type { Json, JsonObject } from './value';

/**
 * The arguments and attributes of one resource in a state. Providers of the second SDK write "", [] and null alike for what is not
 * set, so that none of them is taken for something that was set. Inside a map they stand: the keys of a map are the user's own, and
 * an empty environment variable is one. Blocks are told from maps by standing in a list.
 * Source: Terraform Plugin SDK v2, "Zero values"; Terraform "JSON Output Format", "Values Representation".
 */
export function settledArguments(values: JsonObject, where: string): ObjectExpression {
  return block(values, where, 0);
}

/** A value as it stands: text of a state is no template. */
export function literal(json: Json, where: string, depth = 0): Expression {
  refuseDepth(depth, where);
  if (isJsonList(json)) {
    const items = json.map((item, index) => literal(item, `${where}[${index}]`, depth + 1));
    return { kind: 'list', items };
  }
  if (!isJsonObject(json)) return { kind: 'literal', value: json };
  const entries = Object.entries(json).map(
    ([key, value]) => [key, literal(value, `${where}.${key}`, depth + 1)] as const,
  );
  return { kind: 'object', entries: Object.fromEntries(entries) };
}

function block(values: JsonObject, where: string, depth: number): ObjectExpression {
  refuseDepth(depth, where);
  const entries = Object.entries(values)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => [name, argument(value, `${where}.${name}`, depth + 1)] as const);
  return { kind: 'object', entries: Object.fromEntries(entries) };
}

function argument(json: Json, where: string, depth: number): Expression {
  if (!isJsonList(json)) return literal(json, where, depth);
  const items = json.map((item, index) =>
    isJsonObject(item)
      ? block(item, `${where}[${index}]`, depth + 1)
      : literal(item, `${where}[${index}]`, depth + 1),
  );
  return { kind: 'list', items };
}

function isEmpty(json: Json): boolean {
  if (json === null || json === '') return true;
  return typeof json === 'object' && Object.keys(json).length === 0;
}
