import type { Types } from '../provider';
import type { DataSourceFacts, ResourceFacts } from '../resource/resource-facts';
import { dataSourceType, resourceType } from '../resource/resource-type';
import { DATA_SOURCE_SCHEMAS, RESOURCE_SCHEMAS } from '../schema/load-schemas';
import type { BlockSchema } from '../schema/schema';
import { ALARM_TYPES } from './alarms/alarm-types';
import { API_TYPES } from './api/api-types';
import { DATA_SOURCES } from './data/data-sources';
import { FUNCTION_TYPES } from './function/function-types';
import { IAM_TYPES } from './iam/iam-types';
import { IDENTITY_TYPES } from './identity/identity-types';
import { SITE_TYPES } from './site/site-types';

export const RESOURCE_FACTS: readonly ResourceFacts[] = [
  ...IDENTITY_TYPES,
  ...IAM_TYPES,
  ...API_TYPES,
  ...FUNCTION_TYPES,
  ...SITE_TYPES,
  ...ALARM_TYPES,
];

/** Everything that the stand-in stands in for. */
export const TYPES: Types = {
  resources: new Map(
    RESOURCE_FACTS.map((facts) => [
      facts.type,
      resourceType(facts, schemaOf(RESOURCE_SCHEMAS, facts)),
    ]),
  ),
  dataSources: new Map(
    DATA_SOURCES.map((facts) => [
      facts.type,
      dataSourceType(facts, schemaOf(DATA_SOURCE_SCHEMAS, facts)),
    ]),
  ),
};

function schemaOf(
  schemas: Readonly<Record<string, BlockSchema>>,
  { type }: ResourceFacts | DataSourceFacts,
): BlockSchema {
  const schema = schemas[type];
  if (schema !== undefined) return schema;
  throw new Error(
    `${type} has facts and no schema: add it to src/schema/schema-list.ts and run npm run schemas.`,
  );
}
