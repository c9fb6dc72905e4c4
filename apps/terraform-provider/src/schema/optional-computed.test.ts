import assert from 'node:assert/strict';
import test from 'node:test';
import { DATA_SOURCES } from '../types/data/data-sources';
import { RESOURCE_FACTS } from '../types/types';
import { SCHEMAS } from './load-schemas';
import type { BlockSchema } from './schema';
import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from './schema-list';

/** Told for every type at once, not by the facts of each. */
const GENERIC = ['region', 'tags_all'];

function attributePaths(block: BlockSchema, prefix = ''): readonly string[] {
  return [
    ...Object.keys(block.attributes).map((name) => prefix + name),
    ...Object.entries(block.blocks).flatMap(([name, inner]) =>
      attributePaths(inner.block, `${prefix}${name}.`),
    ),
  ];
}

test('has facts that name exactly the optional arguments that the AWS provider fills in', () => {
  for (const type of RESOURCE_TYPES) {
    const facts = RESOURCE_FACTS.find((candidate) => candidate.type === type);
    assert.ok(facts, `${type} has a schema and no facts: add them in src/types/`);
    // Of blocks the generated code does not tell it.
    const attributes = new Set(attributePaths(SCHEMAS[type]));
    const told = (facts.optionalComputed ?? []).filter((path) => attributes.has(path));
    const extracted = SCHEMAS[type].optionalComputed.filter((path) => !GENERIC.includes(path));
    assert.deepEqual([...told].sort(), extracted, type);
  }
});

test('has facts of data sources that name them too', () => {
  for (const type of DATA_SOURCE_TYPES) {
    const facts = DATA_SOURCES.find((candidate) => candidate.type === type);
    const extracted = SCHEMAS[`data.${type}`].optionalComputed;
    assert.deepEqual([...(facts?.optionalComputed ?? [])].sort(), extracted, type);
  }
});
