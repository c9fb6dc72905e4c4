import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseRuntimeConfig, RuntimeConfigError } from './runtime-config';

const CONFIG = {
  region: 'us-west-2',
  userPoolId: 'us-west-2_AbCdEfGhI',
  userPoolClientId: '1example23456789',
  identityPoolId: 'us-west-2:11111111-2222-4333-8444-555555555555',
  apiUrl: 'https://abc123.execute-api.us-west-2.amazonaws.com/dev',
  apiKey: 'a-key-of-at-least-twenty-characters',
};

const problemsOf = (input: unknown): readonly string[] => {
  try {
    parseRuntimeConfig(input);
    return [];
  } catch (error) {
    assert.ok(error instanceof RuntimeConfigError);
    return error.problems;
  }
};

test('reads the six keys of a deployment on AWS', () => {
  assert.deepEqual(parseRuntimeConfig(CONFIG), CONFIG);
});

test('reads the endpoints that the local cloud adds', () => {
  const local = {
    ...CONFIG,
    apiUrl: 'http://localhost:4203/dev',
    userPoolEndpoint: 'http://localhost:4201',
    identityPoolEndpoint: 'http://localhost:4202',
  };
  assert.deepEqual(parseRuntimeConfig(local), local);
});

test('leaves out keys it does not know', () => {
  assert.deepEqual(parseRuntimeConfig({ ...CONFIG, later: 1 }), CONFIG);
});

test('names every key that is missing', () => {
  assert.deepEqual(problemsOf({ ...CONFIG, region: undefined, apiKey: undefined }), [
    'region is missing',
    'apiKey is missing',
  ]);
});

for (const [title, input] of [
  ['null', null],
  ['a list', []],
  ['a text', 'region'],
] as const) {
  test(`refuses ${title} instead of an object`, () => {
    assert.deepEqual(problemsOf(input), ['it is not a JSON object']);
  });
}

test('refuses a value that is no text, or empty', () => {
  assert.deepEqual(problemsOf({ ...CONFIG, region: 7, apiKey: '' }), [
    'region must be a text',
    'apiKey must be a text',
  ]);
});

test('refuses a file that Terraform never filled in', () => {
  const raw = { ...CONFIG, apiUrl: '${aws_api_gateway_stage.api.invoke_url}' };
  assert.deepEqual(problemsOf(raw), ['apiUrl still holds a placeholder']);
});

test('refuses ids of another region, and addresses that are none', () => {
  const odd = {
    ...CONFIG,
    region: 'eu-west-1',
    apiUrl: 'javascript:alert(1)',
    userPoolEndpoint: 'localhost',
  };
  assert.deepEqual(problemsOf(odd), [
    'userPoolId must begin with the region and "_"',
    'identityPoolId must begin with the region and ":"',
    'apiUrl must be an http(s) address',
    'userPoolEndpoint must be an http(s) address',
  ]);
});

test('refuses an address with a slash at the end, which would double in every path', () => {
  assert.deepEqual(problemsOf({ ...CONFIG, apiUrl: `${CONFIG.apiUrl}/` }), [
    'apiUrl must not end with "/"',
  ]);
});

test('says nothing of the values in its message', () => {
  const secret = 'do-not-print-this-key';
  const text = new RuntimeConfigError(problemsOf({ ...CONFIG, apiKey: secret, region: 'x' }))
    .message;
  assert.equal(text.includes(secret), false);
});
