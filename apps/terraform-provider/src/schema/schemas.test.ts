import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { extractFrom, extractSchema } from './extract-schema';
import { readGeneratedSource } from './generated-source';
import { DATA_SOURCE_SCHEMAS, PROVIDER_SCHEMA, RESOURCE_SCHEMAS, SCHEMAS } from './load-schemas';
import type { BlockSchema, NestedBlockSchema } from './schema';
import { SCHEMA_NAMES } from './schema-list';
import { schemaIndexText, schemaText } from './schema-text';

const FOLDER = new URL('../../schemas/', import.meta.url);
const committed = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

function resource(type: string): BlockSchema {
  const schema = RESOURCE_SCHEMAS[type];
  assert.ok(schema, `no schema of ${type}`);
  return schema;
}

/** The schemas of a block and of all that stand in it. */
function nested(block: BlockSchema): readonly NestedBlockSchema[] {
  return Object.values(block.blocks).flatMap((inner) => [inner, ...nested(inner.block)]);
}

test('extracts again what is committed, for every type', () => {
  for (const name of SCHEMA_NAMES) {
    assert.deepEqual(SCHEMAS[name], extractSchema(name), `${name}: run npm run schemas`);
  }
});

test('writes every committed file again, byte for byte', async () => {
  for (const name of SCHEMA_NAMES) {
    assert.equal(committed(`${name}.json`), await schemaText(SCHEMAS[name]), name);
  }
  assert.equal(committed('index.ts'), await schemaIndexText(SCHEMA_NAMES));
});

test('has a file for every type of the list, and none besides', () => {
  const files = [...SCHEMA_NAMES.map((name) => `${name}.json`), 'index.ts'];
  assert.deepEqual(readdirSync(FOLDER).sort(), files.sort());
});

test('says of every schema which package and which AWS provider it was read from', () => {
  for (const name of SCHEMA_NAMES) {
    assert.match(
      SCHEMAS[name].source,
      /^@cdktf\/provider-aws 21\.22\.1 lib\/[a-z0-9-]+ \(AWS provider 6\.25\.0\)$/,
    );
  }
  assert.match(SCHEMAS['data.aws_region'].source, / lib\/data-aws-region /);
});

test('finds as many types, arguments and blocks as the provider has', () => {
  const all = Object.values(SCHEMAS);
  const blocks = all.flatMap((schema) => [schema, ...nested(schema).map(({ block }) => block)]);
  const attributes = blocks.flatMap((block) => Object.values(block.attributes));
  assert.deepEqual(
    {
      resources: Object.keys(RESOURCE_SCHEMAS).length,
      dataSources: Object.keys(DATA_SOURCE_SCHEMAS).length,
      attributes: attributes.length,
      required: attributes.filter(({ required }) => required).length,
      computedOnly: attributes.filter(({ computed, optional }) => computed && !optional).length,
      blocks: blocks.length - all.length,
    },
    {
      resources: 40,
      dataSources: 4,
      attributes: 1121,
      required: 152,
      computedOnly: 83,
      blocks: 104,
    },
  );
});

test('gives every attribute exactly one way to come about: required, optional or computed', () => {
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    for (const block of [schema, ...nested(schema).map((inner) => inner.block)]) {
      for (const [attribute, { required, optional, computed }] of Object.entries(
        block.attributes,
      )) {
        const ways = [required, optional ?? computed].filter(Boolean);
        assert.equal(ways.length, 1, `${name} ${attribute}`);
      }
    }
  }
});

test('knows an argument that must be given, and one that only AWS sets', () => {
  assert.deepEqual(resource('aws_cognito_user_pool').attributes.name, {
    type: 'string',
    required: true,
  });
  assert.deepEqual(resource('aws_s3_bucket').attributes.arn, { type: 'string', computed: true });
});

test('knows sets, maps and lists of scalars', () => {
  assert.deepEqual(resource('aws_cognito_user_pool_client').attributes.explicit_auth_flows?.type, [
    'set',
    'string',
  ]);
  assert.deepEqual(resource('aws_api_gateway_method').attributes.request_parameters?.type, [
    'map',
    'bool',
  ]);
  assert.deepEqual(resource('aws_lambda_function').attributes.layers?.type, ['list', 'string']);
});

test('knows which blocks stand at most once, which are a set, and which is no list', () => {
  const { environment, timeouts } = resource('aws_lambda_function').blocks;
  assert.deepEqual(
    { nesting: environment?.nesting, minItems: environment?.minItems, max: environment?.maxItems },
    { nesting: 'list', minItems: undefined, max: 1 },
  );
  assert.equal(timeouts?.nesting, 'single');
  assert.deepEqual(Object.keys(timeouts.block.attributes), ['create', 'delete', 'update']);
  const stages = resource('aws_api_gateway_usage_plan').blocks.api_stages;
  assert.deepEqual(
    { nesting: stages?.nesting, max: stages?.maxItems },
    { nesting: 'set', max: undefined },
  );
});

test('asks for a block that must stand', () => {
  const rule = resource('aws_s3_bucket_ownership_controls').blocks.rule;
  assert.deepEqual({ min: rule?.minItems, max: rule?.maxItems }, { min: 1, max: 1 });
});

test('knows the objects that AWS alone makes', () => {
  assert.deepEqual(resource('aws_api_gateway_account').attributes.throttle_settings, {
    type: ['list', ['object', { burst_limit: 'number', rate_limit: 'number' }]],
    computed: true,
  });
});

test('lets the id be set where SDKv2 does, and nowhere else', () => {
  assert.deepEqual(resource('aws_iam_role').attributes.id, {
    type: 'string',
    optional: true,
    computed: true,
  });
  // Written with the newer plugin framework, where nobody may set it.
  assert.deepEqual(resource('aws_cognito_user_pool_client').attributes.id, {
    type: 'string',
    computed: true,
  });
});

test('leaves alias to Terraform, and has an endpoint for every service', () => {
  assert.equal(PROVIDER_SCHEMA.attributes.alias, undefined);
  // At most one is a check of the provider's own, not of its schema.
  assert.deepEqual(PROVIDER_SCHEMA.blocks.default_tags, {
    nesting: 'list',
    block: { attributes: { tags: { type: ['map', 'string'], optional: true } }, blocks: {} },
  });
  const { endpoints } = PROVIDER_SCHEMA.blocks;
  assert.ok(Object.keys(endpoints?.block.attributes ?? {}).length > 250);
});

test('names type and member when the generated code is not what it knows', () => {
  const { text } = readGeneratedSource('aws_sns_topic_policy');
  const refused = (from: string, to: string, message: RegExp) => {
    assert.ok(text.includes(from), from);
    assert.throws(() => extractFrom(text.replace(from, to)), message);
  };
  refused('type: "simple"', 'type: "tuple"', /^Error: arn: .* got type tuple of string$/);
  refused(
    'readonly policy: string',
    'readonly policy?: string',
    /policy: optional in the interface/,
  );
  refused("getStringAttribute('policy')", "getNumberAttribute('policy')", /policy: written to HCL/);
  refused("getStringAttribute('owner')", "getAnyAttribute('owner')", /owner: expected a getter/);
  refused('isBlock: false', 'isBlock: maybe', /has \d+ members, of which \d+ were understood/);
  assert.throws(() => extractSchema('aws_sns_topick'), /aws_sns_topick|sns-topick/);
});
