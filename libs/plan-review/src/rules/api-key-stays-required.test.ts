import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { apiKeyStaysRequired } from './api-key-stays-required';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    apiKeyStaysRequired,
    { aws_api_gateway_method: { get: base } },
    { aws_api_gateway_method: { get: head } },
  ).map((line) => line.replace('aws_api_gateway_method.get: ', ''));

test('reports a method that asks for no key any more', () => {
  assert.deepEqual(check({ http_method: 'GET', api_key_required: true }, { http_method: 'GET' }), [
    '`GET` asks for no API key, and did',
  ]);
});

test('says nothing of one that never did', () => {
  assert.deepEqual(
    check({ http_method: 'GET' }, { http_method: 'GET', api_key_required: false }),
    [],
  );
});
