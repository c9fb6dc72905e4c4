import { withFacts } from '../schema/resource-schema';
import type { BlockSchema } from '../schema/schema';
import type { DataSourceFacts, ResourceFacts } from './resource-facts';

/** A type with everything that is known of it. */
export interface ResourceType {
  readonly facts: ResourceFacts;
  readonly schema: BlockSchema;
}

/** What the provider fills in itself, of every type that has it. */
const SETTLED_BY_PROVIDER = ['region', 'tags_all'] as const;

export function resourceType(facts: ResourceFacts, extracted: BlockSchema): ResourceType {
  const settled = SETTLED_BY_PROVIDER.filter((name) => name in extracted.attributes);
  const optionalComputed = [...(facts.optionalComputed ?? []), ...settled];
  return { facts, schema: withFacts(facts.type, extracted, { ...facts, optionalComputed }) };
}

export interface DataSourceType {
  readonly facts: DataSourceFacts;
  readonly schema: BlockSchema;
}

export function dataSourceType(facts: DataSourceFacts, extracted: BlockSchema): DataSourceType {
  return { facts, schema: withFacts(`data.${facts.type}`, extracted, facts) };
}
