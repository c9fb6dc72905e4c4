import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from '../testing/fake-cloud';
import { apiGatewayMethodSettings } from './api-gateway-method-settings';
import { apiGatewayStage } from './api-gateway-stage';
import { sampleApi } from './testing/sample-api';

const STAGE = { rest_api_id: 'api1', stage_name: 'dev', deployment_id: 'dep1' };
const SETTINGS = {
  rest_api_id: 'api1',
  stage_name: 'dev',
  method_path: 'secure/GET',
  settings: [{ throttling_burst_limit: 5, throttling_rate_limit: -1, logging_level: 'INFO' }],
};

test('a stage is called where the local cloud answers', () => {
  assert.deepEqual(apiGatewayStage.create(STAGE, sampleApi()), {
    id: 'ags-api1-dev',
    arn: 'arn:aws:apigateway:us-west-2::/restapis/api1/stages/dev',
    execution_arn: 'arn:aws:execute-api:us-west-2:123456789012:api1/dev',
    invoke_url: 'http://localhost:4203/dev',
    web_acl_arn: '',
  });
});

test('a stage needs its API and a deployment of that API', () => {
  assert.equal(refusal(apiGatewayStage, STAGE, sampleApi()), undefined);
  assert.match(
    refusal(apiGatewayStage, { ...STAGE, rest_api_id: 'gone' }, sampleApi()) ?? '',
    /Invalid API identifier specified 123456789012:gone/,
  );
  for (const deployment_id of ['gone', 'dep2']) {
    const canary_settings = [{ deployment_id }];
    for (const change of [{ deployment_id }, { canary_settings }])
      assert.equal(
        refusal(apiGatewayStage, { ...STAGE, ...change }, sampleApi()),
        'BadRequestException: Deployment id does not exist',
      );
  }
});

test('a stage is not named with a slash', () => {
  assert.match(
    refusal(apiGatewayStage, { ...STAGE, stage_name: 'a/b' }, sampleApi()) ?? '',
    /Stage name only allows/,
  );
});

test('AWS fills in the method settings that were not said, and no others', () => {
  const { id, settings } = apiGatewayMethodSettings.create(SETTINGS, sampleApi());
  assert.equal(id, 'api1-dev-secure/GET');
  assert.deepEqual(settings, [
    {
      throttling_burst_limit: 5,
      throttling_rate_limit: -1,
      logging_level: 'INFO',
      cache_data_encrypted: false,
      cache_ttl_in_seconds: 300,
      caching_enabled: false,
      data_trace_enabled: false,
      metrics_enabled: false,
      require_authorization_for_cache_control: true,
      unauthorized_cache_control_header_strategy: 'SUCCEED_WITH_RESPONSE_HEADER',
    },
  ]);
});

test('method settings need their API and their stage', () => {
  assert.equal(refusal(apiGatewayMethodSettings, SETTINGS, sampleApi()), undefined);
  assert.match(
    refusal(apiGatewayMethodSettings, { ...SETTINGS, rest_api_id: 'gone' }, sampleApi()) ?? '',
    /Invalid API identifier specified/,
  );
  assert.equal(
    refusal(apiGatewayMethodSettings, { ...SETTINGS, stage_name: 'prod' }, sampleApi()),
    'NotFoundException: Invalid stage identifier specified',
  );
});

test('a method path has no slash before it, and a method at its end', () => {
  const said = (method_path: string): string =>
    refusal(apiGatewayMethodSettings, { ...SETTINGS, method_path }, sampleApi()) ?? '';
  for (const fits of ['*/*', 'a/b/POST', '~1a~1{id}/GET', '~1/GET', '{proxy+}/ANY'])
    assert.equal(said(fits), '', fits);
  for (const wrong of ['/secure/GET', 'secure', 'secure//GET', 'secure/FETCH'])
    assert.match(said(wrong), /^BadRequestException: Invalid method setting path: /, wrong);
});

test('a throttle is not negative, except for -1, which is none', () => {
  const settings = [{ throttling_burst_limit: -2 }];
  assert.match(
    refusal(apiGatewayMethodSettings, { ...SETTINGS, settings }, sampleApi()) ?? '',
    /settings.throttling_burst_limit is -2, expected 0 or more, or -1/,
  );
});
