import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import type { AuthModel } from '../model';
import { assertRefused } from '../testing/assert-refused';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';

const modelWith = (body: JsonObject): AuthModel =>
  modelOf(withResource(stackJson(), 'aws_lambda_function.api', body));

test('reads how many executions are reserved: none is a number, and -1 is the provider’s word for no limit', () => {
  const reserved = (body: JsonObject) => modelWith(body).functions[0]?.reservedConcurrency;
  assert.equal(reserved({ reserved_concurrent_executions: 5 }), 5);
  assert.equal(reserved({ reserved_concurrent_executions: 0 }), 0);
  assert.equal(reserved({ reserved_concurrent_executions: -1 }), undefined);
  assert.equal(reserved({}), undefined);
  assert.deepEqual(modelWith({ reserved_concurrent_executions: 5 }).unsupported, []);
});

for (const [attribute, body] of [
  ['image_uri', { image_uri: 'x' }],
  ['s3_bucket', { s3_bucket: 'x' }],
  ['layers', { layers: ['arn:x'] }],
  ['durable_config', { durable_config: [{ execution_timeout: 60 }] }],
] as const) {
  test(`refuses a function with ${attribute}, which could not run`, () => {
    const words = [`aws_lambda_function.api.${attribute}`, 'is not supported'];
    assertRefused(() => modelWith(body), 'ERR_MODEL_UNSUPPORTED', ...words);
  });
}

test('refuses a permission for a version or an alias', () => {
  const stack = withResource(stackJson(), 'aws_lambda_permission.api', { qualifier: 'live' });
  const words = ['aws_lambda_permission.api.qualifier', 'no versions or aliases'];
  assertRefused(() => modelOf(stack), 'ERR_MODEL_UNSUPPORTED', ...words);
});

test('reads whose API may call, and takes the empty texts of a state for nothing said', () => {
  const permission = (body: JsonObject) =>
    modelOf(withResource(stackJson(), 'aws_lambda_permission.api', body)).functions[0]
      ?.permissions[0];
  const GRANT = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };
  const source_account = '${data.aws_caller_identity.current.account_id}';
  const stack = withResource(stackJson(), 'data.aws_caller_identity.current', {});
  const named = withResource(stack, 'aws_lambda_permission.api', {
    source_account,
    source_arn: null,
  });
  const model = modelOf(named);
  assert.deepEqual(model.functions[0]?.permissions, [{ ...GRANT, sourceAccount: '000000000000' }]);
  assert.deepEqual(model.unsupported, []);
  assert.deepEqual(permission({ source_account: '', source_arn: '' }), GRANT);
});

test('says aloud that tenants share execution environments', () => {
  const { unsupported } = modelWith({ tenancy_config: [{ tenant_isolation_mode: 'PER_TENANT' }] });
  assert.deepEqual(
    unsupported.map(({ attribute }) => attribute),
    ['tenancy_config'],
  );
});
