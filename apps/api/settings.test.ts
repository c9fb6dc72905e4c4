import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readSettings } from './settings';

const ENV = { ALLOWED_ORIGINS: 'http://localhost:4200', ROLE_NAME_PREFIX: 'gatehouse-dev-' };

test('reads one origin or several, with or without spaces', () => {
  assert.deepEqual(readSettings(ENV), {
    allowedOrigins: ['http://localhost:4200'],
    roleNamePrefix: 'gatehouse-dev-',
  });
  const several = readSettings({ ...ENV, ALLOWED_ORIGINS: 'https://a.example, https://b.example' });
  assert.deepEqual(several.allowedOrigins, ['https://a.example', 'https://b.example']);
});

test('does not start with a missing variable', () => {
  assert.throws(() => readSettings({ ...ENV, ALLOWED_ORIGINS: '' }), /ALLOWED_ORIGINS is not set/);
  assert.throws(
    () => readSettings({ ALLOWED_ORIGINS: 'https://a.example' }),
    /ROLE_NAME_PREFIX is not set/,
  );
});

test('does not start with what is no origin: a wildcard, a path, a slash at the end', () => {
  for (const origin of [
    '*',
    'https://a.example/',
    'https://a.example/x',
    'a.example',
    'https://a.example,',
  ]) {
    assert.throws(
      () => readSettings({ ...ENV, ALLOWED_ORIGINS: origin }),
      /expected an origin such as/,
      origin,
    );
  }
});
