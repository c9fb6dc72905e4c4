import type { AttributePath as WirePath } from '../protocol/messages';
import type { BlockSchema } from '../schema/schema';
import { planBlock } from './plan-block';
import { hasChanged, replacePaths } from './replace-paths';
import type { ResourceType } from './resource-type';
import { isObject, UNKNOWN, type Value, type Values } from './values';

/** What the provider's own configuration adds to every object. */
export interface ProviderDefaults {
  readonly region: string;
  readonly defaultTags: Readonly<Record<string, string>>;
}

export interface PlannedChange {
  readonly planned: Values;
  readonly requiresReplace: readonly WirePath[];
}

/**
 * What an object will be.
 * @param prior null when it is new
 */
export function planChange(
  { facts, schema }: ResourceType,
  provider: ProviderDefaults,
  config: Values,
  prior: Values | null,
): PlannedChange {
  const bare = planBlock(schema, facts.defaults ?? {}, config, prior);
  const planned = { ...bare, ...settledByProvider(schema, provider, bare, prior) };
  if (prior === null) return { planned, requiresReplace: [] };
  const changed = changedNames(schema, prior, planned);
  if (changed.length === 0) return { planned: prior, requiresReplace: [] };
  const forceNew = [
    ...(facts.forceNew ?? []),
    ...('region' in schema.attributes ? ['region'] : []),
  ];
  return {
    planned: { ...planned, ...toldAnew(facts.changesWith ?? {}, changed, config) },
    requiresReplace: replacePaths(schema, forceNew, prior, planned),
  };
}

function settledByProvider(
  { attributes }: BlockSchema,
  { region, defaultTags }: ProviderDefaults,
  planned: Values,
  prior: Values | null,
): Values {
  const settled: Record<string, Value> = {};
  if ('region' in attributes && planned.region === UNKNOWN) settled.region = region;
  if ('tags_all' in attributes) {
    settled.tags_all = allTags(defaultTags, planned.tags ?? null, prior);
  }
  return settled;
}

/** Source: AWS provider, `verify.SetTagsDiff`: empty on creation is left for AWS to tell. */
function allTags(
  defaultTags: ProviderDefaults['defaultTags'],
  tags: Value,
  prior: Values | null,
): Value {
  if (tags === UNKNOWN) return UNKNOWN;
  const all = { ...defaultTags, ...(isObject(tags) ? tags : {}) };
  return Object.keys(all).length === 0 && prior === null ? UNKNOWN : all;
}

function changedNames(schema: BlockSchema, prior: Values, planned: Values): readonly string[] {
  const isSet = (name: string): boolean => {
    const type = schema.attributes[name]?.type;
    return schema.blocks[name]?.nesting === 'set' || (Array.isArray(type) && type[0] === 'set');
  };
  return Object.keys(planned).filter((name) =>
    hasChanged(prior[name] ?? null, planned[name] ?? null, isSet(name)),
  );
}

function toldAnew(
  changesWith: Readonly<Record<string, readonly string[] | '*'>>,
  changed: readonly string[],
  config: Values,
): Values {
  const anew = Object.entries(changesWith).filter(
    ([told, names]) =>
      (config[told] ?? null) === null &&
      (names === '*' || names.some((name) => changed.includes(name))),
  );
  return Object.fromEntries(anew.map(([name]) => [name, UNKNOWN]));
}
