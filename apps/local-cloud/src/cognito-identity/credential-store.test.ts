import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openDatabase } from '../store/database';
import type { TemporaryCredentials } from './credentials';
import { CredentialStore } from './credential-store';
import { generateCredentials } from './generate-credentials';

const HOUR_MS = 60 * 60 * 1000;

function issuedAt(nowMs: number): TemporaryCredentials {
  return {
    ...generateCredentials(nowMs),
    role: { name: 'r', arn: 'arn:aws:iam::123456789012:role/r', uniqueId: 'AROAR' },
    choice: { kind: 'role', roleArn: 'r', because: 'authenticated-role', detail: 'd' },
    trust: {
      effect: 'allow',
      by: {
        policy: 'trust',
        index: 0,
        statement: { effect: 'Allow', actions: { negated: false, patterns: [] }, conditions: [] },
      },
    },
    flow: 'enhanced',
    sessionName: 'CognitoIdentityCredentials',
    principalTags: {},
    identityId: 'us-west-2:1',
    identityPoolId: 'us-west-2:2',
    amr: ['unauthenticated'],
    authenticationType: 'unauthenticated',
  };
}

test('forgets credentials a day after they expired, not before, in memory and on disk', () => {
  const database = openDatabase(':memory:');
  const clock = { nowMs: 0, now: () => clock.nowMs };
  const store = new CredentialStore(database, clock);
  const old = issuedAt(clock.nowMs);
  store.add(old);
  clock.nowMs = 25 * HOUR_MS - 1;
  store.add(issuedAt(clock.nowMs));
  assert.deepEqual(store.find(old.accessKeyId), old);
  clock.nowMs = 25 * HOUR_MS;
  store.add(issuedAt(clock.nowMs));
  assert.equal(store.find(old.accessKeyId), undefined);
  assert.equal(new CredentialStore(database, clock).find(old.accessKeyId), undefined);
});

test('prunes on start what expired while it was off', () => {
  const database = openDatabase(':memory:');
  const old = issuedAt(0);
  new CredentialStore(database, { now: () => 0 }).add(old);
  const later = new CredentialStore(database, { now: () => 100 * HOUR_MS });
  assert.equal(later.find(old.accessKeyId), undefined);
});

test('remembers no more than it may: the oldest go first', () => {
  const store = new CredentialStore(openDatabase(':memory:'), { now: () => 0 }, 3);
  const issued = Array.from({ length: 5 }, () => issuedAt(0));
  for (const credentials of issued) store.add(credentials);
  const found = issued.map(({ accessKeyId }) => store.find(accessKeyId) !== undefined);
  assert.deepEqual(found, [false, false, true, true, true]);
});
