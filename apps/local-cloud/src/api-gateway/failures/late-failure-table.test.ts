import assert from 'node:assert/strict';

import type { Method } from '@gatehouse/auth-model';

import { buildFunction, buildMethod, buildPreflight, known } from '../testing/build-model';
import { send, signed, testRows, type FailureSetting } from '../testing/failure-row';

// Every way in which API Gateway says no to an admitted request. Source: API Gateway Developer Guide ("Gateway response types",
// "Request validation"), recorded answers, and public captures.

const OPEN = { authorization: known('NONE'), apiKeyRequired: known(false) };
const INTERNAL = { type: 'InternalServerErrorException', text: 'Internal server error' };
const POST = { target: '/dev/open/a', method: 'POST' };
const model = { address: 'aws_api_gateway_model.none', name: 'None', schema: { not: {} } };

testRows({
  'a missing parameter': {
    status: 400,
    type: 'BadRequestException',
    text: 'Missing required request parameters: [q]',
    setting: validated({ parameters: [{ place: 'querystring', name: 'q' }] }),
    send: send(POST),
  },
  'a body that its model refuses': {
    status: 400,
    type: 'BadRequestException',
    text: 'Invalid request body',
    setting: validated({ models: { 'application/json': model } }),
    send: send({ ...POST, body: '{}' }),
  },
  'a content type without a template, and none passed on': {
    status: 415,
    type: 'BadRequestException',
    text: 'Unsupported Media Type',
    setting: { api: { methods: [neverPassedOn()] } },
    send: send({ method: 'OPTIONS', headers: { 'Content-Type': 'text/xml' } }),
  },
  'a result that is none': {
    status: 502,
    ...INTERNAL,
    setting: { invocation: { kind: 'returned', payload: 1, durationMs: 1 } },
    send: signed(),
  },
  'a function that fails': {
    status: 502,
    ...INTERNAL,
    setting: {
      invocation: { kind: 'function-error', errorType: 'Error', errorMessage: 'x', durationMs: 1 },
    },
    send: signed(),
  },
  'a function that Lambda does not run': {
    status: 500,
    ...INTERNAL,
    setting: {
      invocation: {
        kind: 'refused',
        errorType: 'TooManyRequestsException',
        errorMessage: 'x',
        durationMs: 1,
      },
    },
    send: signed(),
  },
  'a function that does not let API Gateway call it': {
    status: 500,
    ...INTERNAL,
    setting: { model: { functions: [buildFunction({ permissions: [] })] } },
    send: signed(),
  },
  'an integration that takes too long': {
    status: 504,
    type: 'InternalServerErrorException',
    text: 'Endpoint request timed out',
    setting: { invocation: { kind: 'timed-out', durationMs: 1 } },
    send: signed(),
  },
});

function validated(changes: Partial<NonNullable<Method['validation']>>): FailureSetting {
  const validation = { validator: 'all', parameters: [], models: {}, ...changes };
  const methods = [buildMethod('POST /open/{proxy+}', { ...OPEN, validation })];
  return { api: { methods, models: [model] } };
}

function neverPassedOn(): Method {
  const preflight = buildPreflight('/secure');
  assert.ok(preflight.integration.type === 'MOCK');
  return { ...preflight, integration: { ...preflight.integration, passthroughBehavior: 'NEVER' } };
}
