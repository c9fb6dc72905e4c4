import assert from 'node:assert/strict';
import { test } from 'node:test';

import { verdictsOf, type Resources } from '../testing/check-rule';
import { apiMethodRequiresIam } from './api-method-requires-iam';

const KEY = { rest_api_id: 'api', resource_id: 'root' };

function method(http_method: string, authorization: string, type = 'AWS_PROXY'): Resources {
  return {
    aws_api_gateway_method: { it: { ...KEY, http_method, authorization } },
    aws_api_gateway_integration: { it: { ...KEY, http_method, type } },
  };
}

const FINDING = ['aws_api_gateway_method.it: `GET` asks for no signature: anybody can call it'];

test('reports a method that is opened, and a new one that is open', () => {
  assert.deepEqual(
    verdictsOf(apiMethodRequiresIam, method('GET', 'AWS_IAM'), method('GET', 'NONE')),
    FINDING,
  );
  assert.deepEqual(verdictsOf(apiMethodRequiresIam, undefined, method('GET', 'NONE')), FINDING);
});

test('says nothing of a method that was open before', () => {
  const open = method('GET', 'NONE');
  assert.deepEqual(verdictsOf(apiMethodRequiresIam, open, open), []);
});

test('lets a preflight be open, and no other OPTIONS', () => {
  assert.deepEqual(verdictsOf(apiMethodRequiresIam, {}, method('OPTIONS', 'NONE', 'MOCK')), []);
  assert.equal(verdictsOf(apiMethodRequiresIam, {}, method('OPTIONS', 'NONE')).length, 1);
});
