import type { AttributeSchema, BlockSchema, NestedBlockSchema } from '../schema/schema';
import type { ResourceFacts } from './resource-facts';
import { isObject, UNKNOWN, type Value, type Values } from './values';

type Defaults = NonNullable<ResourceFacts['defaults']>;

/**
 * What a block will hold: what the configuration says; where it is silent, the provider's default; else, for what AWS tells, what it
 * told before, or unknown. Source: terraform-plugin-sdk v2, `schemaMap.Diff`.
 * @param prior null when the object is new
 */
export function planBlock(
  schema: BlockSchema,
  defaults: Defaults,
  config: Values,
  prior: Values | null,
  prefix = '',
): Values {
  const before = (name: string): Value | undefined =>
    prior === null ? undefined : (prior[name] ?? null);
  const attributes = Object.entries(schema.attributes).map(([name, attribute]): [string, Value] => [
    name,
    planAttribute(attribute, defaults[prefix + name], config[name] ?? null, before(name)),
  ]);
  const blocks = Object.entries(schema.blocks).map(([name, nested]): [string, Value] => [
    name,
    planNested(nested, defaults, config[name] ?? null, before(name), `${prefix}${name}.`),
  ]);
  return Object.fromEntries([...attributes, ...blocks]);
}

/** @param prior undefined when the object is new; null where it had none */
function planAttribute(
  { computed, type }: AttributeSchema,
  byDefault: Value | undefined,
  config: Value,
  prior: Value | undefined,
): Value {
  if (config !== null) return config;
  if (byDefault !== undefined) return byDefault;
  if (computed === true) return prior === undefined ? UNKNOWN : prior;
  // Not set is as good as empty: SDKv2 keeps what it had, so that nothing seems to change.
  return prior !== undefined && isZero(prior, type) ? prior : null;
}

function isZero(value: Value, type: AttributeSchema['type']): boolean {
  if (type === 'string') return value === '';
  if (type === 'number') return value === 0;
  if (type === 'bool') return value === false;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function planNested(
  nested: NestedBlockSchema,
  defaults: Defaults,
  config: Value,
  prior: Value | undefined,
  prefix: string,
): Value {
  const plan = (item: Value, before: Value | undefined): Value =>
    isObject(item)
      ? planBlock(
          nested.block,
          defaults,
          item,
          before !== undefined && isObject(before) ? before : null,
          prefix,
        )
      : item;
  if (nested.nesting === 'single') return config === null ? null : plan(config, prior);
  if (config === UNKNOWN) return UNKNOWN;
  const items = Array.isArray(config) ? (config as readonly Value[]) : [];
  const before = Array.isArray(prior) ? (prior as readonly Value[]) : [];
  if (items.length === 0 && nested.computed === true) return prior === undefined ? UNKNOWN : prior;
  return items.map((item, index) =>
    plan(item, nested.nesting === 'list' ? before[index] : sameInSet(nested.block, item, before)),
  );
}

/** Items of a set have no place: the one before is the one that agrees in everything the configuration says. */
function sameInSet(schema: BlockSchema, item: Value, before: readonly Value[]): Value | undefined {
  if (!isObject(item)) return undefined;
  const said = Object.keys(schema.attributes).filter((name) => (item[name] ?? null) !== null);
  return before.find(
    (other) => isObject(other) && said.every((name) => other[name] === item[name]),
  );
}
