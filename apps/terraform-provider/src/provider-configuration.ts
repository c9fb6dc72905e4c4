import { Refusal } from './resource/refusal';
import type { ProviderDefaults } from './resource/plan-change';
import { isObject, type Value, type Values } from './resource/values';

/** Reads the `provider "aws"` block. The region may come from the environment, as the real provider takes it. */
export function readConfiguration(
  config: Values,
  env: Readonly<Record<string, string | undefined>>,
): ProviderDefaults {
  const region = [config.region, env.AWS_REGION, env.AWS_DEFAULT_REGION].find(
    (it): it is string => typeof it === 'string' && it !== '',
  );
  if (region === undefined) {
    throw new Refusal('The provider has no region. Set it in the provider block, or AWS_REGION.');
  }
  return { region, defaultTags: readDefaultTags(config.default_tags ?? null) };
}

function readDefaultTags(blocks: Value): Readonly<Record<string, string>> {
  const block: Value = Array.isArray(blocks) ? ((blocks as readonly Value[])[0] ?? null) : null;
  const tags = isObject(block) ? (block.tags ?? null) : null;
  if (!isObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
