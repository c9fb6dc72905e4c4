import assert from 'node:assert/strict';
import test from 'node:test';

import { buildCredentials, buildGateway, MEMBER, NOW } from '../testing/build-gateway';
import { buildApi, buildFunction, buildMethod, buildPlan, known } from '../testing/build-model';
import { headerOf } from '../testing/call-gateway';
import { send, signed, twice, type FailureRow } from '../testing/failure-row';
import { RESPONSE_TYPES } from './gateway-failure';

// Which gateway response shapes which refusal. Source: API Gateway Developer Guide, "Gateway response types".
type Case = Pick<FailureRow, 'setting' | 'send'>;

const OPEN = { authorization: known('NONE'), apiKeyRequired: known(false) };
const EXPIRED = buildCredentials('member', { expiresAtMs: NOW - 1 });
const POST = send({ method: 'POST', target: '/dev/open/a', body: '{}' });
const MODEL = { address: 'aws_api_gateway_model.none', name: 'None', schema: { not: {} } };

function validated(changes: object): Case {
  const validation = { validator: 'all', parameters: [], models: {}, ...changes };
  const methods = [buildMethod('POST /open/{proxy+}', { ...OPEN, validation })];
  return { setting: { api: { methods, models: [MODEL] } }, send: POST };
}

const CASES: Readonly<Record<string, readonly [status: number, Case]>> = {
  MISSING_AUTHENTICATION_TOKEN: [403, { send: send({}) }],
  INVALID_SIGNATURE: [
    403,
    { send: signed({ credentials: { ...MEMBER, secretAccessKey: 'x'.repeat(40) } }) },
  ],
  EXPIRED_TOKEN: [
    403,
    { setting: { credentials: [EXPIRED] }, send: signed({ credentials: EXPIRED }) },
  ],
  ACCESS_DENIED: [403, { send: signed({ target: '/dev/vip' }) }],
  INVALID_API_KEY: [403, { send: signed({ headers: {} }) }],
  THROTTLED: [
    429,
    {
      setting: {
        model: { usagePlans: [buildPlan({ throttle: { rateLimit: 1, burstLimit: 1 } })] },
      },
      send: twice(signed()),
    },
  ],
  QUOTA_EXCEEDED: [
    429,
    {
      setting: {
        model: { usagePlans: [buildPlan({ quota: { limit: 1, period: 'DAY', offset: 0 } })] },
      },
      send: twice(signed()),
    },
  ],
  BAD_REQUEST_PARAMETERS: [400, validated({ parameters: [{ place: 'querystring', name: 'q' }] })],
  BAD_REQUEST_BODY: [400, validated({ models: { 'application/json': MODEL } })],
  API_CONFIGURATION_ERROR: [
    500,
    { setting: { model: { functions: [buildFunction({ permissions: [] })] } }, send: signed() },
  ],
  INTEGRATION_TIMEOUT: [
    504,
    { setting: { invocation: { kind: 'timed-out', durationMs: 1 } }, send: signed() },
  ],
  REQUEST_TOO_LARGE: [
    413,
    { send: send({ target: '/dev/open/a', method: 'PUT', body: '"'.repeat(4 * 1024 * 1024) }) },
  ],
};

const gatewayResponses = RESPONSE_TYPES.map((responseType) => ({
  responseType,
  parameters: { 'gatewayresponse.header.X-Type': `'${responseType}'` },
  templates: {},
}));

for (const [type, [status, { setting = {}, send: ask }]] of Object.entries(CASES)) {
  test(`${type} shapes its refusal, with ${status} where nothing else is said`, async () => {
    const { api, ...rest } = setting;
    const model = { restApis: [buildApi({ ...api, gatewayResponses })], ...rest.model };
    const response = await ask(buildGateway({ ...rest, model }));
    assert.equal(headerOf(response, 'X-Type'), type, response.decision);
    assert.equal(response.status, status);
  });
}
