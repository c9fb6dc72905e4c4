import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from '../testing/fake-cloud';
import { apiGatewayAccount } from './api-gateway-account';
import { apiGatewayRestApi } from './api-gateway-rest-api';
import { apiGatewayRestApiPolicy } from './api-gateway-rest-api-policy';
import { sampleApi } from './testing/sample-api';

const API = { name: 'gatehouse-dev-api' };

test('an API is told its ids, its ARNs and what AWS fills in', () => {
  assert.deepEqual(apiGatewayRestApi.create(API, sampleApi()), {
    id: 'rest-api-1',
    arn: 'arn:aws:apigateway:us-west-2::/restapis/rest-api-1',
    execution_arn: 'arn:aws:execute-api:us-west-2:123456789012:rest-api-1',
    root_resource_id: 'api-root-resource-2',
    created_date: '2026-11-24T12:00:00Z',
    api_key_source: 'HEADER',
    endpoint_configuration: [{ types: ['EDGE'], ip_address_type: 'ipv4', vpc_endpoint_ids: [] }],
  });
});

test('an endpoint keeps its type and is told the rest', () => {
  const told = (types: readonly string[]): unknown =>
    apiGatewayRestApi.create({ ...API, endpoint_configuration: [{ types }] }, sampleApi())
      .endpoint_configuration;
  assert.deepEqual(told(['REGIONAL']), [
    { types: ['REGIONAL'], ip_address_type: 'ipv4', vpc_endpoint_ids: [] },
  ]);
  assert.deepEqual(told(['PRIVATE']), [
    { types: ['PRIVATE'], ip_address_type: 'dualstack', vpc_endpoint_ids: [] },
  ]);
});

test('refuses a private endpoint without IPv6, and a compression size out of range', () => {
  const said = (change: object): string =>
    refusal(apiGatewayRestApi, { ...API, ...change }, sampleApi()) ?? '';
  const endpoint = { types: ['PRIVATE'], ip_address_type: 'ipv4' };
  assert.match(said({ endpoint_configuration: [endpoint] }), /requires ip_address_type/);
  assert.match(said({ minimum_compression_size: '10485761' }), /in the range \(-1 - 10485760\)/);
  assert.match(said({ minimum_compression_size: 'much' }), /got much/);
  assert.equal(said({ minimum_compression_size: '-1' }), '');
});

test('refuses an OpenAPI document: its methods would be missing', () => {
  assert.match(refusal(apiGatewayRestApi, { ...API, body: '{}' }, sampleApi()) ?? '', /OpenAPI/);
  assert.equal(refusal(apiGatewayRestApi, API, sampleApi()), undefined);
});

test('a resource policy has the id of its API, which must exist, and is JSON', () => {
  const facts = apiGatewayRestApiPolicy;
  const policy = { rest_api_id: 'api1', policy: '{}' };
  assert.deepEqual(facts.create(policy, sampleApi()), { id: 'api1' });
  assert.equal(refusal(facts, policy, sampleApi()), undefined);
  assert.match(
    refusal(facts, { ...policy, rest_api_id: 'gone' }, sampleApi()) ?? '',
    /Invalid API identifier specified/,
  );
  assert.match(refusal(facts, { ...policy, policy: '{' }, sampleApi()) ?? '', /invalid JSON/);
});

test('the account has the id of the account, and takes a role or none', () => {
  assert.equal(apiGatewayAccount.create({}, sampleApi()).id, '123456789012');
  const said = (cloudwatch_role_arn: string): string | undefined =>
    refusal(apiGatewayAccount, { cloudwatch_role_arn }, sampleApi());
  assert.equal(said(''), undefined);
  assert.equal(said('arn:aws:iam::123456789012:role/logs'), undefined);
  assert.equal(said('logs'), 'BadRequestException: The role ARN is not well formed');
});
