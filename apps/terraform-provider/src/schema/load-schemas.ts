import { SCHEMA_FILES } from '../../schemas/index';
import type { BlockSchema } from './schema';
import type { SchemaFile } from './schema-file';
import { DATA_SOURCE_TYPES, RESOURCE_TYPES, type SchemaName } from './schema-list';

/** Every committed schema, by the name of its file. */
export const SCHEMAS: Readonly<Record<SchemaName, SchemaFile>> =
  // TypeScript reads a JSON array as a list, not as the pair that a type is. schemas.test.ts compares each file with what it says.
  SCHEMA_FILES as unknown as Record<SchemaName, SchemaFile>;

/** By type: `aws_iam_role`. */
export const RESOURCE_SCHEMAS: Readonly<Record<string, BlockSchema>> = Object.fromEntries(
  RESOURCE_TYPES.map((type) => [type, SCHEMAS[type]]),
);

/** By type, without `data.`: `aws_region`. */
export const DATA_SOURCE_SCHEMAS: Readonly<Record<string, BlockSchema>> = Object.fromEntries(
  DATA_SOURCE_TYPES.map((type) => [type, SCHEMAS[`data.${type}`]]),
);

/** Of the block `provider "aws"`. */
export const PROVIDER_SCHEMA: BlockSchema = SCHEMAS.provider;
