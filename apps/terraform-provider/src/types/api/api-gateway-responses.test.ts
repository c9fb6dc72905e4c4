import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { ResourceFacts } from '../../resource/resource-facts';
import { refusal } from '../testing/fake-cloud';
import { apiGatewayGatewayResponse } from './api-gateway-gateway-response';
import { apiGatewayIntegrationResponse } from './api-gateway-integration-response';
import { apiGatewayMethodResponse } from './api-gateway-method-response';
import { ROUTE, sampleApi } from './testing/sample-api';

const OK = { ...ROUTE, status_code: '200' };
const BOTH: readonly ResourceFacts[] = [apiGatewayMethodResponse, apiGatewayIntegrationResponse];

test('takes responses of a method that is integrated', () => {
  for (const facts of BOTH) assert.equal(refusal(facts, OK, sampleApi()), undefined);
});

test('refuses a response on an API, a resource or a method that does not exist', () => {
  const refused = [
    [{ rest_api_id: 'gone' }, 'Invalid API identifier specified 123456789012:gone'],
    [{ resource_id: 'gone' }, 'Invalid Resource identifier specified'],
    [{ http_method: 'PUT' }, 'Invalid Method identifier specified'],
  ] as const;
  for (const facts of BOTH)
    for (const [change, words] of refused)
      assert.equal(
        refusal(facts, { ...OK, ...change }, sampleApi()),
        `NotFoundException: ${words}`,
      );
});

test('refuses an integration response without integration or method response', () => {
  const facts = apiGatewayIntegrationResponse;
  assert.equal(
    refusal(facts, OK, sampleApi({ aws_api_gateway_integration: [] })),
    'NotFoundException: No integration defined for method',
  );
  assert.equal(
    refusal(facts, { ...OK, status_code: '404' }, sampleApi()),
    'NotFoundException: Invalid Response status code specified',
  );
});

test('refuses a status that is not of HTTP, and another status for the same method response', () => {
  const facts = apiGatewayMethodResponse;
  assert.match(refusal(facts, { ...OK, status_code: 'ok' }, sampleApi()) ?? '', /Invalid status/);
  const existing = { ...OK, id: 'agmr-api1-res1-GET-200' };
  assert.equal(refusal(facts, existing, sampleApi()), undefined);
  assert.equal(
    refusal(facts, { ...existing, status_code: '404' }, sampleApi()),
    'NotFoundException: Invalid Response status code specified',
  );
});

test('refuses a gateway response on an API that does not exist', () => {
  const response = { rest_api_id: 'api1', response_type: 'ACCESS_DENIED' };
  assert.equal(refusal(apiGatewayGatewayResponse, response, sampleApi()), undefined);
  assert.match(
    refusal(apiGatewayGatewayResponse, { ...response, rest_api_id: 'gone' }, sampleApi()) ?? '',
    /Invalid API identifier specified 123456789012:gone/,
  );
});
