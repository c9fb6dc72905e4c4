import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from '../testing/fake-cloud';
import { apiGatewayMethod as facts } from './api-gateway-method';
import { ROUTE, sampleApi } from './testing/sample-api';

const POST = { ...ROUTE, http_method: 'POST', authorization: 'AWS_IAM' };

test('takes a method of a resource of its API, the root among them', () => {
  assert.equal(refusal(facts, POST, sampleApi()), undefined);
  assert.equal(refusal(facts, { ...POST, resource_id: 'root1' }, sampleApi()), undefined);
});

test('refuses an API that does not exist, and a resource that is not of the API', () => {
  assert.equal(
    refusal(facts, { ...POST, rest_api_id: 'gone' }, sampleApi()),
    'NotFoundException: Invalid API identifier specified 123456789012:gone',
  );
  for (const resource_id of ['gone', 'foreign'])
    assert.equal(
      refusal(facts, { ...POST, resource_id }, sampleApi()),
      'NotFoundException: Invalid Resource identifier specified',
    );
});

test('refuses an authorizer that is not named', () => {
  const custom = { ...POST, authorization: 'CUSTOM' };
  assert.match(refusal(facts, custom, sampleApi()) ?? '', /Invalid authorizer ID specified/);
  assert.equal(refusal(facts, { ...custom, authorizer_id: 'auth1' }, sampleApi()), undefined);
});
