import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { DEPLOYED } from '../../infra/environments';
import { asList, asRecord } from '../../infra/guardrails/stack-json';
import { ROOT } from './run-infra';
import { devStack, realStack } from './synthesized';

const sources = globSync('infra/**/*.ts', { cwd: ROOT }).map((file) => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8'),
}));

test('imports provider bindings one by one: the package root takes seconds and half a gigabyte', () => {
  assert.ok(sources.length > 40);
  const whole = sources.filter(({ text }) => text.includes("from '@cdktf/provider-aws'"));
  assert.deepEqual(whole, []);
});

test('has one core of cdktf and one of constructs: two do not mix, and the compiler does not say so', () => {
  for (const core of ['cdktf', 'constructs', 'cdktn'])
    assert.deepEqual(
      globSync(`node_modules/{*,@*/*}/node_modules/${core}/package.json`, { cwd: ROOT }).filter(
        // The command line brings its own and never loads the program into itself.
        (file) => !file.startsWith(join('node_modules', 'cdktf-cli')),
      ),
      [],
    );
});

test('pins the provider to the version its bindings were made for', () => {
  const { required_providers: providers } = asRecord(realStack('dev').stack.json.terraform);
  assert.deepEqual(providers, { aws: { source: 'aws', version: '6.25.0' } });
});

test('uses plain references only, no Terraform function', () => {
  assert.doesNotMatch(realStack('dev').text, /\$\{[^}]*\(/);
});

test('keeps the addresses that users, identities, keys and the API live at', () => {
  for (const stack of DEPLOYED.map(realStack))
    for (const [type, name] of [
      ['aws_api_gateway_api_key', 'client'],
      ['aws_api_gateway_rest_api', 'api'],
      ['aws_cognito_identity_pool', 'identities'],
      ['aws_cognito_user_pool', 'users'],
      ['aws_cognito_user_pool_client', 'client'],
      ['aws_s3_bucket', 'site'],
    ] as const)
      assert.deepEqual([...stack.all(type).keys()], [`${type}.${name}`]);
});

test('keeps a group at the address of its name: who is in it is known to Cognito alone', () => {
  for (const stack of DEPLOYED.map(realStack))
    for (const [address, { name }] of stack.all('aws_cognito_user_group'))
      assert.equal(address, `aws_cognito_user_group.${String(name)}`);
});

test('ignores no change of the user pool: a blanket ignore_changes hides what should be seen', () => {
  for (const { address, body } of realStack('dev').stack.resources)
    assert.equal(asRecord(body.lifecycle).ignore_changes, undefined, address);
});

test('a function has no two permissions of one name, which would undo each other at every apply', () => {
  const ids = realStack('dev')
    .bodies('aws_lambda_permission')
    .map(({ statement_id: id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.includes(undefined), false);
});

test('names every physical thing after project, environment and purpose', () => {
  const named: readonly (readonly [type: string, field: string])[] = [
    ['aws_api_gateway_api_key', 'name'],
    ['aws_api_gateway_rest_api', 'name'],
    ['aws_api_gateway_usage_plan', 'name'],
    ['aws_cloudwatch_metric_alarm', 'alarm_name'],
    ['aws_cognito_identity_pool', 'identity_pool_name'],
    ['aws_cognito_user_pool', 'name'],
    ['aws_cognito_user_pool_client', 'name'],
    ['aws_iam_role', 'name'],
    ['aws_lambda_function', 'function_name'],
    ['aws_s3_bucket', 'bucket'],
    ['aws_sns_topic', 'name'],
  ];
  for (const [type, field] of named)
    for (const body of realStack('prod').bodies(type))
      assert.match(String(body[field]), /^gatehouse-prod-[a-z]/, type);
});

test('tags everything with project and environment', () => {
  const [provider] = asList(asRecord(devStack().stack.json.provider).aws).map(asRecord);
  assert.equal(provider?.region, 'us-west-2');
  assert.deepEqual(provider.default_tags, [
    { tags: { Project: 'gatehouse', Environment: 'dev', ManagedBy: 'terraform' } },
  ]);
});

test('a group has a role and an explicit precedence, or Cognito would prefer none', () => {
  for (const { precedence, role_arn: role } of realStack('dev').bodies('aws_cognito_user_group')) {
    assert.equal(typeof precedence, 'number');
    assert.match(String(role), /^\$\{aws_iam_role\..+\.arn\}$/);
  }
});

test('a mapping by token has no rules and says what to do when the token names no role', () => {
  const attachment = realStack('dev').one('aws_cognito_identity_pool_roles_attachment');
  for (const mapping of asList(attachment.role_mapping).map(asRecord)) {
    assert.equal(mapping.mapping_rule, undefined);
    assert.equal(mapping.ambiguous_role_resolution, 'AuthenticatedRole');
  }
});
