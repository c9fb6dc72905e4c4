import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformState } from './parse-terraform-state';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

const POOL = resource('aws_cognito_user_pool.users', { id: 'eu-west-1_abc', region: 'eu-west-1' });

test('reads resources of every module, count and for_each, with their addresses whole', () => {
  const role = 'module.roles["a.b"].aws_iam_role.one[0]';
  const graph = parseTerraformState(
    {
      format_version: '1.0',
      values: {
        outputs: { secret: { sensitive: true, value: '${not.a.template}', type: 'string' } },
        root_module: {
          resources: [POOL, { ...resource('aws_region.current', {}), mode: 'data' }],
          child_modules: [
            {
              address: 'module.roles',
              child_modules: [{ resources: [resource(role, { name: 'one', id: 'one' })] }],
            },
          ],
        },
      },
    },
    'state.json',
  );
  assert.equal(graph.kind, 'state');
  assert.deepEqual(
    [...graph.resources.keys()],
    ['aws_cognito_user_pool.users', 'aws_region.current', role],
  );
  assert.deepEqual(graph.outputs.secret, { kind: 'literal', value: '${not.a.template}' });
});

test('takes what reads as empty for unset, and leaves what stands in a map', () => {
  const graph = parseTerraformState(
    stateOf(
      resource('aws_lambda_function.api', {
        arn: 'arn:aws:lambda:eu-west-1:123456789012:function:api',
        description: '',
        layers: [],
        image_uri: null,
        publish: false,
        tags: {},
        environment: [{ variables: { EMPTY: '' } }],
        vpc_config: [{ vpc_id: '', subnet_ids: [] }],
      }),
    ),
    'state.json',
  );
  const { config } = graph.resources.get('aws_lambda_function.api') ?? assert.fail();
  assert.deepEqual(Object.keys(config.entries), ['arn', 'publish', 'environment', 'vpc_config']);
  assert.deepEqual(config.entries.vpc_config, {
    kind: 'list',
    items: [{ kind: 'object', entries: {} }],
  });
  assert.match(JSON.stringify(config.entries.environment), /"EMPTY":\{"kind":"literal","value":""/);
});

test('takes the region from the resources, or from ARNs where the provider is older', () => {
  const regionOf = (...resources: readonly JsonObject[]): unknown =>
    parseTerraformState(stateOf(...resources), 's').providers[0]?.config.entries.region;
  const expected = { kind: 'literal', value: 'eu-west-1' };
  assert.deepEqual(regionOf(POOL), expected);
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:api';
  const role = { arn: 'arn:aws:iam::123456789012:role/one' };
  assert.deepEqual(
    regionOf(resource('aws_iam_role.one', role), resource('aws_lambda_function.api', { arn })),
    expected,
  );
});

test('refuses a state of several regions, and names one resource of each', () => {
  const elsewhere = resource('aws_sns_topic.alarms', { region: 'us-east-1' });
  assertRefused(
    stateOf(POOL, elsewhere),
    'ERR_TERRAFORM_SEVERAL_REGIONS',
    'eu-west-1 (aws_cognito_user_pool.users), us-east-1 (aws_sns_topic.alarms)',
  );
});

test('leaves out what was replaced and only waits to be deleted', () => {
  const deposed = { ...POOL, deposed_key: '1a2b3c4d', values: { region: 'us-east-1' } };
  assert.equal(parseTerraformState(stateOf(POOL, deposed), 's').resources.size, 1);
});

for (const [what, file, words] of [
  ['a plan', { format_version: '1.2', planned_values: {}, resource_changes: [] }, 'is a plan'],
  ["Terraform's own file", { version: 4, lineage: 'x', resources: [] }, 'own state file'],
  ['a configuration', { terraform: {}, resource: {} }, 'is a configuration'],
  ['another version', { format_version: '2.0' }, 'version "2.0"'],
  ['a state with nothing in it', { format_version: '1.0' }, 'no resources'],
  ['something else', { hello: 1 }, 'no format_version'],
] as const) {
  test(`says what to run when it is given ${what}`, () => {
    assertRefused(file, 'ERR_TERRAFORM_NOT_A_STATE', words, 'terraform show -json > state.json');
  });
}

test('says what to run when it is given a binary plan', () => {
  assertRefused(
    'PK\u0003\u0004',
    'ERR_TERRAFORM_INVALID_JSON',
    'terraform show -json > state.json',
  );
});

test('refuses a value that is nested without end', () => {
  const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as Json;
  const odd = resource('aws_iam_role.one', { name: [{ a: deep }] });
  assertRefused(stateOf(POOL, odd), 'ERR_TERRAFORM_INVALID_SHAPE', 'nested deeper');
});

function resource(address: string, values: JsonObject): JsonObject {
  const [type = '', name = ''] = address.split('.').slice(-2);
  return { address, mode: 'managed', type, name, provider_name: 'aws', values };
}

function stateOf(...resources: readonly JsonObject[]): JsonObject {
  return { format_version: '1.0', values: { root_module: { resources } } };
}

function assertRefused(
  input: string | JsonObject,
  code: string,
  ...words: readonly string[]
): void {
  assert.throws(
    () => parseTerraformState(input, 'state.json'),
    (error: unknown) => {
      assert.ok(error instanceof TerraformJsonError, String(error));
      assert.equal(error.code, code, error.message);
      for (const word of ['state.json', ...words]) {
        assert.ok(error.message.includes(word), error.message);
      }
      return true;
    },
  );
}
