import assert from 'node:assert/strict';
import { test } from 'node:test';

import { verdictsOf } from '../testing/check-rule';
import { credentialIsNotCreated } from './credential-is-not-created';

const USER = { aws_iam_user: { ci: { name: 'ci' } } };
const KEY = { ...USER, aws_iam_access_key: { ci: { user: 'ci' } } };

test('reports a user and a key that are new, and never the key itself', () => {
  assert.deepEqual(verdictsOf(credentialIsNotCreated, {}, KEY), [
    'aws_iam_user.ci: a user of the account is made',
    'aws_iam_access_key.ci: an access key is made',
  ]);
  assert.deepEqual(verdictsOf(credentialIsNotCreated, USER, KEY), [
    'aws_iam_access_key.ci: an access key is made',
  ]);
});

test('says nothing of what was there, nor of a role', () => {
  assert.deepEqual(verdictsOf(credentialIsNotCreated, KEY, KEY), []);
  const role = { aws_iam_role: { api: { name: 'api' } } };
  assert.deepEqual(verdictsOf(credentialIsNotCreated, {}, role), []);
});
