import { eachItems } from './declared/instances';
import { withBindings, type Scope } from './evaluate/scope';
import type { Expression, ObjectExpression } from './expression';
import { isJsonList } from './json-object';
import { parseExpression, refuseDepth } from './parse-expression';
import { objectAt, optionalStringAt } from './shape';
import type { Json, JsonObject } from './value';

const META = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'dynamic',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** The arguments of a block, without meta-arguments; dynamic blocks are written out. */
export function parseArguments(
  body: JsonObject,
  where: string,
  scope: Scope,
  depth = 0,
): ObjectExpression {
  refuseDepth(depth, where);
  const written = Object.entries(body)
    .filter(([key]) => !META.has(key))
    .map(([key, value]) => [key, parseExpression(value, `${where}.${key}`, scope, depth)] as const);
  const entries = new Map<string, Expression>(written);
  for (const [label, blocks] of Object.entries(objectAt(body.dynamic, `${where}.dynamic`))) {
    const items = (isJsonList(blocks) ? blocks : [blocks]).flatMap((block) =>
      writtenOut(label, block, `${where}.dynamic.${label}`, scope, depth + 1),
    );
    const before = entries.get(label);
    const first = before?.kind === 'list' ? before.items : before === undefined ? [] : [before];
    entries.set(label, { kind: 'list', items: [...first, ...items] });
  }
  return { kind: 'object', entries: Object.fromEntries(entries) };
}

/** Source: Terraform language, "dynamic Blocks". */
function writtenOut(
  label: string,
  json: Json,
  where: string,
  scope: Scope,
  depth: number,
): readonly Expression[] {
  const block = objectAt(json, where);
  const iterator = optionalStringAt(block.iterator, `${where}.iterator`) ?? label;
  const over = parseExpression(block.for_each ?? null, `${where}.for_each`, scope);
  const content = isJsonList(block.content) ? block.content[0] : block.content;
  return eachItems(over, `${where}.for_each`).map(({ key, value }) => {
    const bound: Expression = {
      kind: 'object',
      entries: { key: { kind: 'literal', value: key }, value },
    };
    const inner = withBindings(scope, { [iterator]: bound });
    return parseArguments(objectAt(content, `${where}.content`), `${where}.content`, inner, depth);
  });
}
