import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { DataSourceFacts, ResourceFacts } from '../resource/resource-facts';
import type { SettledValues } from '../resource/values';
import { DATA_SOURCE_SCHEMAS, RESOURCE_SCHEMAS } from '../schema/load-schemas';
import type { BlockSchema } from '../schema/schema';
import { withFacts } from '../schema/resource-schema';
import { DATA_SOURCES } from './data/data-sources';
import { isValues, listOf } from './reading';
import { fakeCloud } from './testing/fake-cloud';
import { RESOURCE_FACTS } from './types';

/** What generic code decides for every type, so that no facts should say it again. */
const GENERIC = ['id', 'region', 'tags_all'];

describe('the facts of each type', () => {
  for (const facts of RESOURCE_FACTS) {
    test(`${facts.type}: every path that is named stands in its schema`, () => {
      const schema = schemaOf(facts);
      const missing = pathsOf(facts).filter((path) => !stands(schema, path.split('.')));
      assert.deepEqual(missing, []);
    });

    test(`${facts.type}: what is left to AWS can be left out`, () => {
      const schema = schemaOf(facts);
      const wrong = (facts.optionalComputed ?? []).filter(
        (path) => isRequired(schema, path.split('.')) || GENERIC.includes(path),
      );
      assert.deepEqual(wrong, []);
    });

    test(`${facts.type}: a default is a value that is allowed, of the type of its argument`, () => {
      const schema = schemaOf(facts);
      for (const [path, value] of Object.entries(facts.defaults ?? {})) {
        const type = typeOf(schema, path.split('.'));
        assert.equal(type, typeof value === 'boolean' ? 'bool' : typeof value, path);
        const choice = facts.allowed?.[path];
        if (value !== '' && choice)
          assert.ok(
            choice.some((it) => it === value),
            path,
          );
      }
    });

    test(`${facts.type}: what AWS tells of a new object has its place in the schema`, () => {
      const told = facts.create(nothingBut(facts), fakeCloud());
      assert.equal(typeof told.id, 'string');
      assert.notEqual(told.id, '');
      assert.deepEqual(strayNames(schemaOf(facts), told), []);
    });

    test(`${facts.type}: everything that AWS alone can tell is told`, () => {
      const told = facts.create(nothingBut(facts), fakeCloud());
      const silent = Object.entries(schemaOf(facts).attributes)
        .filter(([name, it]) => it.computed && !it.optional && !GENERIC.includes(name))
        .filter(([name]) => told[name] === undefined);
      assert.deepEqual(silent, []);
    });

    test(`${facts.type}: says where its facts were read`, () => {
      assert.match(facts.source, /hashicorp\/terraform-provider-aws internal\/service\/\S+\.go/);
    });
  }
});

describe('the facts of each data source', () => {
  for (const facts of DATA_SOURCES) {
    test(`data.${facts.type}: every path that is named, and all that is read, stands in its schema`, () => {
      const schema = DATA_SOURCE_SCHEMAS[facts.type];
      assert.ok(schema, `there is no schema of data.${facts.type}`);
      const missing = pathsOf(facts).filter((path) => !stands(schema, path.split('.')));
      const read = facts.read(
        Object.fromEntries(namesOf(schema).map((it) => [it, null])),
        fakeCloud(),
      );
      const unread = Object.entries(schema.attributes)
        .filter(([, it]) => it.computed && !it.optional)
        .filter(([name]) => read[name] === undefined);
      assert.deepEqual([missing, strayNames(schema, read), unread], [[], [], []]);
    });
  }
});

function schemaOf(facts: ResourceFacts): BlockSchema {
  const schema = RESOURCE_SCHEMAS[facts.type];
  assert.ok(schema, `there is no schema of ${facts.type}`);
  return withFacts(facts.type, schema, facts);
}

function pathsOf(facts: ResourceFacts | DataSourceFacts): readonly string[] {
  const { optionalComputed = [], defaults = {} } = facts;
  if (!('create' in facts)) return [...optionalComputed, ...Object.keys(defaults)];
  const {
    forceNew = [],
    sensitive = [],
    allowed = {},
    items = {},
    changesWith = {},
    content,
  } = facts;
  const changing = Object.values(changesWith).flatMap((names) => (names === '*' ? [] : names));
  return [
    ...optionalComputed,
    ...Object.keys(defaults),
    ...forceNew,
    ...sensitive,
    ...Object.keys(allowed),
    ...Object.keys(items),
    ...Object.keys(changesWith),
    ...changing,
    ...(content === undefined ? [] : [content]),
  ];
}

function stands(schema: BlockSchema, [name = '', ...below]: readonly string[]): boolean {
  const nested = schema.blocks[name];
  if (below.length > 0) return nested !== undefined && stands(nested.block, below);
  return nested !== undefined || schema.attributes[name] !== undefined;
}

function isRequired(schema: BlockSchema, [name = '', ...below]: readonly string[]): boolean {
  const nested = schema.blocks[name];
  if (nested !== undefined && below.length > 0) return isRequired(nested.block, below);
  return schema.attributes[name]?.required === true || (nested?.minItems ?? 0) > 0;
}

function typeOf(schema: BlockSchema, [name = '', ...below]: readonly string[]): unknown {
  const nested = schema.blocks[name];
  return nested !== undefined && below.length > 0
    ? typeOf(nested.block, below)
    : schema.attributes[name]?.type;
}

/** A plan in which every required text says `x` and AWS is to tell the rest. */
function nothingBut(facts: ResourceFacts): SettledValues {
  const schema = schemaOf(facts);
  return Object.fromEntries(
    namesOf(schema).map((name) => {
      const attribute = schema.attributes[name];
      return [name, attribute?.required && attribute.type === 'string' ? 'x' : null];
    }),
  );
}

function namesOf({ attributes, blocks }: BlockSchema): readonly string[] {
  return [...Object.keys(attributes), ...Object.keys(blocks)];
}

function strayNames(schema: BlockSchema, values: SettledValues, prefix = ''): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (!namesOf(schema).includes(name)) return [prefix + name];
    const nested = schema.blocks[name];
    if (nested === undefined) return [];
    return listOf(value)
      .filter(isValues)
      .flatMap((item) => strayNames(nested.block, item, `${prefix}${name}.`));
  });
}

test('every type that has a schema has facts, and the other way round', () => {
  const types = RESOURCE_FACTS.map(({ type }) => type).sort();
  assert.deepEqual(types, Object.keys(RESOURCE_SCHEMAS).sort());
  const sources = DATA_SOURCES.map(({ type }) => type).sort();
  assert.deepEqual(sources, Object.keys(DATA_SOURCE_SCHEMAS).sort());
});
