import assert from 'node:assert/strict';
import { test } from 'node:test';

import { gateStack } from './gate-stack';

const OPTIONS = { providerVersion: '6.25.0' };

const STACK = {
  '//': { metadata: { version: '0.21.0' } },
  terraform: {
    backend: { local: { path: 'x' } },
    required_providers: { aws: { source: 'aws', version: '6.25.0' } },
  },
  provider: { aws: [{ region: 'us-west-2', default_tags: [{ tags: { a: 'b' } }] }] },
  data: { aws_caller_identity: { current: {} } },
  resource: {
    aws_iam_role: { member: { name: 'member', assume_role_policy: '${jsonencode({a = 1})}' } },
  },
  output: { url: { value: '${join("/", [aws_iam_role.member.arn, lower("X")])}' } },
};

const gate = (changes: object): readonly string[] =>
  gateStack(JSON.stringify({ ...STACK, ...changes }), OPTIONS);

const withRole = (role: object): object => ({ resource: { aws_iam_role: { member: role } } });

test('lets a stack through that declares, refers and computes', () => {
  assert.deepEqual(gate({}), []);
});

test('takes a bracket after a word of the language, and text without templates, for what they are', () => {
  const role = { name: '${[for name in (var) : name]}', description: 'file("a") is no call here' };
  assert.deepEqual(gate(withRole(role)), []);
});

for (const [what, changes, because] of [
  ['a module', { module: { a: { source: './a' } } }, /section "module"/],
  ['an import block', { import: [{ to: 'a', id: 'b' }] }, /section "import"/],
  ['an input variable', { variable: { a: {} } }, /section "variable"/],
  ['Terraform Cloud', { terraform: { cloud: {} } }, /terraform\."cloud"/],
  [
    'another provider',
    { terraform: { required_providers: { x: { source: 'evil/aws', version: '6.25.0' } } } },
    /"evil\/aws"; a plan may run hashicorp\/aws only/,
  ],
  [
    'a provider that shares the name',
    { terraform: { required_providers: [{ aws: { source: 'registry.example/aws' } }] } },
    /hashicorp\/aws only/,
  ],
  [
    'another version of the provider',
    { terraform: { required_providers: { aws: { source: 'aws', version: '>= 6' } } } },
    /the base branch pins 6\.25\.0/,
  ],
  ['a provider besides aws', { provider: { external: [{}] } }, /provider\."external"/],
  ['a role for the provider', { provider: { aws: [{ assume_role: {} }] } }, /"assume_role"/],
  ['an endpoint for the provider', { provider: { aws: { endpoints: [{}] } } }, /"endpoints"/],
  ['a program as a data source', { data: { external: { a: {} } } }, /"external" is not/],
  ['a secret as a data source', { data: [{ aws_ssm_parameter: { a: {} } }] }, /ssm_parameter/],
  ['a foreign resource type', { resource: { null_resource: { a: {} } } }, /"null_resource"/],
  ['a provisioner', withRole({ provisioner: [{ 'local-exec': {} }] }), /runs programs/],
  ['a provisioner in a list of blocks', withRole([{ provisioner: {} }] as object), /runs programs/],
  ['a connection', withRole({ connection: {} }), /has a connection/],
  ['a file', withRole({ name: '${file("/proc/self/environ")}' }), /calls "file"\(\)/],
  ['a file with spaces', withRole({ name: '${ base64encode( file ("a")) }' }), /"file"/],
  ['a file in a directive', withRole({ name: '%{ if true }${filebase64("a")}%{ endif }' }), /64/],
  ['a file in the name of a member', withRole({ tags: { '${file("a")}': 'x' } }), /"file"/],
  ['a function of a provider', withRole({ name: '${provider::x::y("a")}' }), /"provider::x::y"/],
  ['a template file', { output: { a: { value: '${templatefile("a", {})}' } } }, /templatefile/],
] as const) {
  test(`refuses ${what}`, () => {
    const refusals = gate(changes);
    assert.equal(refusals.length > 0, true);
    assert.match(refusals.join('\n'), because);
  });
}

test('refuses what is no stack, and what nests without end', () => {
  assert.deepEqual(gateStack('[]', OPTIONS), ['The stack is not a JSON object.']);
  assert.deepEqual(gateStack('{', OPTIONS), ['The stack is not a JSON object.']);
  const deep = `{"output":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`;
  assert.match(gateStack(deep, OPTIONS).join(), /deeper than 64/);
});

test('quotes what a stack says on one line, without escapes that a terminal or a reader obeys', () => {
  const [refusal = ''] = gate({ 'a\n\u001b[31m\u202eb': {} });
  assert.doesNotMatch(refusal, /[\n\u001b\u202e]/);
  const [long = ''] = gate({ [`m${'x'.repeat(5_000)}`]: {} });
  assert.ok(long.length < 400);
});
