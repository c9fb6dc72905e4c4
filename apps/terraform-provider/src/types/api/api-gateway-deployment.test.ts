import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from '../testing/fake-cloud';
import { apiGatewayDeployment as facts } from './api-gateway-deployment';
import { sampleApi } from './testing/sample-api';

const DEPLOYMENT = { rest_api_id: 'api1' };

test('takes a deployment of an API whose methods are all integrated', () => {
  assert.equal(refusal(facts, DEPLOYMENT, sampleApi()), undefined);
});

test('refuses a deployment of an API that does not exist, or has no methods', () => {
  assert.match(
    refusal(facts, { rest_api_id: 'gone' }, sampleApi()) ?? '',
    /^NotFoundException: Invalid API identifier specified 123456789012:gone$/,
  );
  assert.equal(
    refusal(facts, DEPLOYMENT, sampleApi({ aws_api_gateway_method: [] })),
    "BadRequestException: The REST API doesn't contain any methods",
  );
});

test('refuses a deployment of an API with a method that has no integration', () => {
  assert.equal(
    refusal(facts, DEPLOYMENT, sampleApi({ aws_api_gateway_integration: [] })),
    'BadRequestException: No integration defined for method',
  );
});

test('is kept while a stage points to it', () => {
  const refused = (id: string): string | undefined =>
    facts.mayDelete?.({ id, ...DEPLOYMENT }, sampleApi());
  assert.equal(
    refused('dep1'),
    'BadRequestException: Active stages pointing to this deployment must be moved or deleted',
  );
  assert.equal(refused('idle'), undefined);
  assert.match(refused('canary') ?? '', /Active stages with canary settings/);
});
