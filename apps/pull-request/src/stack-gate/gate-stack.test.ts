import assert from 'node:assert/strict';
import { test } from 'node:test';

import { gateStack } from './gate-stack';

const AWS = { aws: { source: 'aws', version: '6.25.0' } };

const STACK = {
  '//': { metadata: { version: '0.21.0' } },
  terraform: { backend: { local: { path: 'x' } }, required_providers: AWS },
  provider: {
    aws: [
      { region: 'us-west-2', default_tags: [{ tags: { a: 'b' } }] },
      { alias: 'east', region: 'us-east-1' },
    ],
  },
  data: { aws_caller_identity: { current: {} } },
  resource: {
    aws_iam_role: {
      member: {
        '//': { metadata: { path: 'a/b' } },
        name: 'member',
        provider: 'aws.east',
        assume_role_policy: '${jsonencode({a = 1})}',
        depends_on: ['aws_iam_role.other', 'module.a["b"].aws_x.y[0]'],
        lifecycle: { ignore_changes: ['tags["a"]'], replace_triggered_by: ['aws_x.y'] },
      },
    },
  },
  output: { url: { value: '${join("/", [aws_iam_role.member.arn, lower("X")])}' } },
  locals: { a: '${upper("a")}' },
  moved: [{ from: 'aws_iam_role.old', to: 'aws_iam_role.member' }],
  removed: { from: 'aws_iam_role.gone', lifecycle: { destroy: false } },
};

const gateText = (text: string): readonly string[] =>
  gateStack(Buffer.from(text), { requiredProviders: AWS });

const gate = (changes: object): readonly string[] =>
  gateText(JSON.stringify({ ...STACK, ...changes }));

const withRole = (role: unknown): object => ({ resource: { aws_iam_role: { member: role } } });
const withSettings = (settings: object): object => ({
  terraform: { required_providers: AWS, ...settings },
});
const provider = (source: string, version: string): object =>
  withSettings({ required_providers: { aws: { source, version } } });

test('lets a stack through that declares, refers and computes', () => {
  assert.deepEqual(gate({}), []);
});

test('takes text without templates for what it is', () => {
  assert.deepEqual(
    gate(withRole({ description: 'file("a") is no call here, nor # a comment' })),
    [],
  );
});

const AS_BASE = /required_providers must be as the base branch has it/;
const RUNS = /runs programs/;

for (const [what, changes, because] of [
  ['a module', { module: { a: { source: './a' } } }, /stack\."module" is not/],
  ['an import block', { import: [{ to: 'a', id: 'b' }] }, /stack\."import"/],
  ['a check block', { check: { a: {} } }, /stack\."check"/],
  ['an input variable', { variable: { a: {} } }, /stack\."variable"/],
  ['an ephemeral resource', { ephemeral: { a: {} } }, /stack\."ephemeral"/],
  ['a section of a later Terraform', { action: { a: {} } }, /stack\."action"/],
  ['Terraform Cloud', withSettings({ cloud: {} }), /terraform\."cloud"/],
  ['settings for providers', withSettings({ provider_meta: { aws: {} } }), /"provider_meta"/],
  ['experiments', withSettings({ experiments: ['x'] }), /"experiments"/],
  ['a backend elsewhere', withSettings({ backend: { http: {} } }), /backend\."http"/],
  ['a backend beside another', withSettings({ backend: [{ local: {} }, { s3: {} }] }), /"s3"/],
  ['settings of the file backend', withSettings({ backend: { local: { a: 1 } } }), /local\."a"/],
  ['no settings', { terraform: undefined }, /one section "terraform"/],
  ['two blocks of settings', { terraform: [STACK.terraform, {}] }, /one section "terraform"/],
  ['no providers', { terraform: {} }, AS_BASE],
  ['another source of the provider', provider('evil/aws', '6.25.0'), AS_BASE],
  ['another version of the provider', provider('aws', '>= 6'), AS_BASE],
  [
    'another provider beside it',
    withSettings({ required_providers: { ...AWS, x: { source: 'evil/x', version: '1.0.0' } } }),
    AS_BASE,
  ],
  ['a provider besides aws', { provider: { external: [{}] } }, /provider\."external"/],
  ['a role for the provider', { provider: { aws: [{ assume_role: {} }] } }, /"assume_role"/],
  ['an endpoint for the provider', { provider: { aws: { endpoints: [{}] } } }, /"endpoints"/],
  [
    'a host in place of a region',
    { provider: { aws: { region: 'evil.example/#' } } },
    /region must/,
  ],
  ['a region that is made up', withRole({ region: '${lower("EVIL.EXAMPLE")}' }), /region must/],
  ['a provider that is no block', { provider: { aws: 'x' } }, /must be a block/],
  ['an alias that is made up', { provider: { aws: [{ alias: '${x}' }] } }, /alias must be/],
  ['a program as a data source', { data: { external: { a: {} } } }, /"external" is not/],
  ['a secret as a data source', { data: [{ aws_ssm_parameter: { a: {} } }] }, /ssm_parameter/],
  ['a foreign resource type', { resource: { null_resource: { a: {} } } }, /"null_resource"/],
  ['a comment as a resource type', { resource: { '//': { a: {} } } }, /resource type "\/\/"/],
  ['another provider for a resource', withRole({ provider: 'null' }), /provider must be one/],
  ['another provider in a list', withRole([{ provider: 'null.a' }]), /provider must be one/],
  ['a configuration that is not there', withRole({ provider: 'aws.west' }), /provider must be one/],
  [
    'another provider for a data source',
    { data: { aws_region: { a: { provider: 'null' } } } },
    /provider must be one/,
  ],
  ['a provisioner', withRole({ provisioner: [{ 'local-exec': {} }] }), RUNS],
  ['a provisioner in a list of blocks', withRole([{ provisioner: {} }]), RUNS],
  ['a list in a list of blocks', withRole([[{ name: 'a' }]]), /must be a block/],
  ['a provisioner made for each', withRole({ dynamic: { provisioner: { content: {} } } }), RUNS],
  ['a provisioner of what is removed', { removed: { from: 'a.b', provisioner: {} } }, RUNS],
  ['a connection', withRole({ connection: {} }), /opens a connection/],
  ['a lifecycle of later', withRole({ lifecycle: { action_trigger: {} } }), /"action_trigger"/],
  ['an argument of an output', { output: { a: { ephemeral: true } } }, /"ephemeral"/],
  ['a move that computes', { moved: { from: 'a[file("x")]', to: 'a.b' } }, /moved\.from must name/],
  ['a dependency that computes', withRole({ depends_on: ['a[file("x")]'] }), /must name what/],
  [
    'a trigger that computes, without a template',
    withRole({ lifecycle: { replace_triggered_by: ['aws_x.y[file("/proc/self/environ")]'] } }),
    /must name what is in a stack/,
  ],
  ['a file', withRole({ name: '${file("/proc/self/environ")}' }), /calls "file"/],
  ['a file in the name of a member', withRole({ tags: { '${file("a")}': 'x' } }), /"file"/],
  ['a file behind a comment', withRole({ name: '${file/**/("a")}' }), /cannot be told/],
  ['a file in a comment of the stack', { '//': '${file("a")}' }, /"file"/],
  ['a file in a local value', { locals: { a: ['${file("a")}'] } }, /"file"/],
  ['half a character', withRole({ name: '\ud800' }), /half a character/],
] as const) {
  test(`refuses ${what}`, () => {
    assert.match(gate(changes).join('\n'), because);
  });
}

for (const [what, text] of [
  ['two sections', '{"resource":{"null_resource":{"a":{}}},"resource":{}}'],
  ['two resources', '{"resource":{"aws_x":{"a":{"provisioner":{}},"a":{}}}}'],
  ['two members deep down', '{"locals":{"a":[{"b":{"c":1,"d":[{}],"c":2}}]}}'],
  ['two comments', '{"//":"a","//":"b"}'],
  ['one of them with escapes', '{"resource":{},"res\\u006furce":{}}'],
  ['two forms of one letter', '{"locals":{"\u00e9":1,"e\u0301":2}}'],
  ['space before the colon', '{"locals" : 1, "locals"\n:2}'],
] as const) {
  test(`refuses a name that an object has twice, where Terraform reads both: ${what}`, () => {
    assert.match(gateText(text).join(), /twice: Terraform reads both/);
  });
}

test('takes one name in several objects, and quotes and brackets inside of texts, for what they are', () => {
  const locals = { a: [{ b: 1 }, { b: 2 }], b: '{"b":1,"b":2}', c: '\\" : {', d: { a: '"' } };
  assert.deepEqual(gate({ locals }), []);
});

test('refuses what is no stack, and what nests without end', () => {
  for (const text of ['[]', '{', '{} {}', 'null', '\ufeff{}', '{"a":1,}', '// a\n{}'])
    assert.deepEqual(gateText(text), ['The stack is not a JSON object.'], text);
  const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
  assert.match(gateStack(bytes, { requiredProviders: AWS }).join(), /not UTF-8/);
  const deep = `{"output":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`;
  assert.match(gateText(deep).join(), /deeper than 64/);
});

test('quotes what a stack says on one line, without escapes that a terminal or a reader obeys', () => {
  const [refusal = ''] = gate({ 'a\n\u001b[31m\u202eb': {} });
  assert.match(refusal, /^[\x20-\x7e]+$/);
  const [long = ''] = gate({ [`m${'x'.repeat(5_000)}`]: {} });
  assert.ok(long.length < 400);
});
