import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson } from './parse-terraform-json';
import { TerraformJsonError, type TerraformJsonErrorCode } from './terraform-json-error';
import type { JsonObject } from './value';

const parse = (json: JsonObject) => parseTerraformJson(json, 'cdk.tf.json');

function assertRefused(
  run: () => unknown,
  code: TerraformJsonErrorCode,
  ...words: readonly string[]
): void {
  assert.throws(run, (error: unknown) => {
    assert.ok(error instanceof TerraformJsonError);
    assert.equal(error.code, code);
    for (const word of ['cdk.tf.json', ...words])
      assert.ok(error.message.includes(word), error.message);
    return true;
  });
}

test('reads resources, data, outputs, providers and the stack name', () => {
  const graph = parse({
    '//': { metadata: { stackName: 'gatehouse-dev' } },
    data: { aws_region: { current: {} } },
    output: { role: { value: '${aws_iam_role.member.arn}', description: 'x' } },
    provider: { aws: [{ region: 'us-west-2' }, { alias: 'east', region: 'us-east-1' }] },
    resource: {
      aws_iam_role: {
        member: {
          '//': { metadata: { path: 'gatehouse-dev/Member', uniqueId: 'member' } },
          name: 'gatehouse-${data.aws_region.current.region}',
          depends_on: ['data.aws_region.current'],
          provider: 'aws.east',
          lifecycle: { create_before_destroy: true, replace_triggered_by: [] },
        },
      },
    },
    terraform: { backend: { local: { path: 'x' } } },
  });
  assert.equal(graph.stackName, 'gatehouse-dev');
  assert.deepEqual([...graph.resources.keys()], ['data.aws_region.current', 'aws_iam_role.member']);
  assert.deepEqual(graph.resources.get('aws_iam_role.member'), {
    address: 'aws_iam_role.member',
    mode: 'managed',
    type: 'aws_iam_role',
    name: 'member',
    constructPath: 'gatehouse-dev/Member',
    provider: 'aws.east',
    dependsOn: ['data.aws_region.current'],
    lifecycle: {
      createBeforeDestroy: true,
      preventDestroy: false,
      ignoreChanges: [],
      replaceTriggeredBy: [],
    },
    config: {
      kind: 'object',
      entries: {
        name: {
          kind: 'template',
          parts: ['gatehouse-', { address: 'data.aws_region.current', attribute: 'region' }],
        },
      },
    },
  });
  assert.deepEqual(
    graph.providers.map(({ type, alias }) => [type, alias]),
    [
      ['aws', undefined],
      ['aws', 'east'],
    ],
  );
  assert.equal(graph.outputs.role?.kind, 'reference');
});

test('refuses text that is not JSON', () => {
  assertRefused(
    () => parseTerraformJson('{"resource": {', 'cdk.tf.json'),
    'ERR_TERRAFORM_INVALID_JSON',
    'npm run build',
  );
});

test('refuses JSON that is not an object', () => {
  assertRefused(
    () => parseTerraformJson('[]', 'cdk.tf.json'),
    'ERR_TERRAFORM_INVALID_SHAPE',
    'a list',
  );
});

test('refuses a resource that is not an object', () => {
  const json = { resource: { aws_iam_role: { member: 'x' } } };
  assertRefused(
    () => parse(json),
    'ERR_TERRAFORM_INVALID_SHAPE',
    'resource.aws_iam_role.member',
    '"x"',
  );
});

for (const block of ['module', 'ephemeral', 'surprise']) {
  test(`refuses the block ${block} unless it is empty`, () => {
    assertRefused(() => parse({ [block]: { a: {} } }), 'ERR_TERRAFORM_UNSUPPORTED_BLOCK', block);
    assert.equal(parse({ [block]: {} }).resources.size, 0);
  });
}

for (const argument of ['provisioner', 'connection']) {
  test(`refuses the argument ${argument}`, () => {
    const json = { resource: { aws_sns_topic: { t: { [argument]: { a: 1 } } } } };
    assertRefused(
      () => parse(json),
      'ERR_TERRAFORM_UNSUPPORTED_BLOCK',
      'resource.aws_sns_topic.t',
      argument,
    );
  });
}

test('refuses a condition in lifecycle, which it would not check', () => {
  const json = {
    resource: { aws_sns_topic: { t: { lifecycle: { precondition: [{ condition: 'x' }] } } } },
  };
  assertRefused(() => parse(json), 'ERR_TERRAFORM_UNSUPPORTED_BLOCK', 'lifecycle.precondition');
});

test('refuses an expression outside the listed set, naming path, expression and the two ways', () => {
  const json = { resource: { aws_sns_topic: { t: { tags: ['a', 'x${file("b.txt")}'] } } } };
  assertRefused(
    () => parse(json),
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    'resource.aws_sns_topic.t.tags[1]',
    '${file("b.txt")}',
    'the function file is not among',
    'docs/any-stack.md',
    'terraform show -json',
    'npm start -- --state',
  );
});

test('refuses a directive', () => {
  const json = { output: { a: { value: '%{if true}x%{endif}' } } };
  assertRefused(
    () => parse(json),
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    'output.a.value',
    '%{if true}',
  );
});

test('refuses an interpolation that is never closed', () => {
  const json = { resource: { aws_sns_topic: { t: { name: 'x${aws_a' } } } };
  assertRefused(
    () => parse(json),
    'ERR_TERRAFORM_INVALID_TEMPLATE',
    'resource.aws_sns_topic.t.name',
  );
});

test('refuses a key that is known only after apply', () => {
  const json = { resource: { aws_sns_topic: { t: { tags: { '${aws_a.b.c}': 1 } } } } };
  assertRefused(
    () => parse(json),
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    'resource.aws_sns_topic.t.tags',
  );
});

test('refuses nesting without end', () => {
  let nested: JsonObject = {};
  for (let level = 0; level < 5000; level += 1) nested = { nested };
  const json = { resource: { aws_sns_topic: { t: nested } } };
  assertRefused(() => parse(json), 'ERR_TERRAFORM_INVALID_SHAPE', 'nested deeper');
});

test('refuses a reference to a resource that is not there, naming both ends', () => {
  const json = {
    resource: { aws_sns_topic: { t: { policy: [{ name: 'x-${aws_iam_role.gone.arn}' }] } } },
  };
  const names = ['resource.aws_sns_topic.t.policy[0].name', 'aws_iam_role.gone.arn'];
  assertRefused(() => parse(json), 'ERR_TERRAFORM_UNKNOWN_REFERENCE', ...names);
});

test('refuses an output, a dependency, a trigger and a provider that lead nowhere', () => {
  const code = 'ERR_TERRAFORM_UNKNOWN_REFERENCE';
  assertRefused(() => parse({ output: { a: { value: '${aws_a.b.c}' } } }), code, 'output.a.value');
  assertRefused(
    () => parse({ provider: { aws: { region: '${aws_a.b.c}' } } }),
    code,
    'provider.aws.region',
  );
  const topic = (body: JsonObject) => ({ resource: { aws_sns_topic: { t: body } } });
  assertRefused(
    () => parse(topic({ depends_on: ['aws_a.b'] })),
    code,
    'aws_sns_topic.t.depends_on',
  );
  const lifecycle = { replace_triggered_by: ['aws_a.b.id'] };
  assertRefused(() => parse(topic({ lifecycle })), code, 'replace_triggered_by', 'aws_a.b.id');
});

test('refuses resources that wait for one another, and names the circle', () => {
  const json = {
    resource: {
      aws_a: { x: { v: '${aws_b.y.arn}' } },
      aws_b: { y: { depends_on: ['aws_c.z'] } },
      aws_c: { z: { v: ['${aws_a.x.id}'] } },
    },
  };
  const circle = 'aws_a.x → aws_b.y → aws_c.z → aws_a.x';
  assertRefused(() => parse(json), 'ERR_TERRAFORM_REFERENCE_CYCLE', circle);
});

test('refuses a resource that refers to itself', () => {
  const json = { resource: { aws_a: { x: { v: '${aws_a.x.id}' } } } };
  assertRefused(() => parse(json), 'ERR_TERRAFORM_REFERENCE_CYCLE', 'aws_a.x → aws_a.x');
});
