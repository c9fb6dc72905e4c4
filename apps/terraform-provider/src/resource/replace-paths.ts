import type { AttributePath as WirePath, AttributeStep } from '../protocol/messages';
import type { BlockSchema } from '../schema/schema';
import { areEqual, areEqualSets, isEmpty } from './equal-values';
import type { AttributePath } from './resource-facts';
import { isObject, type Value, type Values } from './values';

/** Which of the arguments that make a new object have changed, as Terraform wants them named. */
export function replacePaths(
  schema: BlockSchema,
  forceNew: readonly AttributePath[],
  prior: Values,
  planned: Values,
): readonly WirePath[] {
  return forceNew.flatMap((path) => changedAt(schema, path.split('.'), [], prior, planned));
}

function changedAt(
  schema: BlockSchema,
  [name = '', ...below]: readonly string[],
  steps: readonly AttributeStep[],
  prior: Values,
  planned: Values,
): readonly WirePath[] {
  const here = [...steps, { attribute_name: name }];
  const before = prior[name] ?? null;
  const after = planned[name] ?? null;
  const nested = schema.blocks[name];
  const isSet = nested === undefined ? isSetType(schema, name) : nested.nesting === 'set';
  if (!hasChanged(before, after, isSet)) return [];
  if (nested === undefined || below.length === 0) return [{ steps: here }];
  const items = { before: asList(before), after: asList(after) };
  // Items of a set have no index to be named by, and an item that comes or goes changes the block as a whole.
  if (isSet || items.before.length !== items.after.length) {
    return anyDiffers(items, below) ? [{ steps: here }] : [];
  }
  return items.before.flatMap((item, index) =>
    changedAt(
      nested.block,
      below,
      [...here, { element_key_int: index }],
      item,
      items.after[index] ?? {},
    ),
  );
}

interface Items {
  readonly before: readonly Values[];
  readonly after: readonly Values[];
}

function anyDiffers({ before, after }: Items, below: readonly string[]): boolean {
  const valuesOf = (items: readonly Values[]): readonly Value[] =>
    items.map((item) => valueAt(item, below));
  return !areEqualSets(valuesOf(before), valuesOf(after));
}

function valueAt(value: Value, [name, ...below]: readonly string[]): Value {
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((item: Value) => valueAt(item, [name, ...below]));
  return isObject(value) ? valueAt(value[name] ?? null, below) : null;
}

export function hasChanged(before: Value, after: Value, isSet: boolean): boolean {
  if (isEmpty(before) && isEmpty(after)) return false;
  if (isSet && Array.isArray(before) && Array.isArray(after))
    return !areEqualSets(before as readonly Value[], after as readonly Value[]);
  return !areEqual(before, after);
}

function isSetType(schema: BlockSchema, name: string): boolean {
  const type = schema.attributes[name]?.type;
  return Array.isArray(type) && type[0] === 'set';
}

function asList(value: Value): readonly Values[] {
  return Array.isArray(value) ? (value as readonly Value[]).filter(isObject) : [];
}
