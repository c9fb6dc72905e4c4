import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePolicyDocument } from '@gatehouse/iam';
import { known } from '@gatehouse/terraform-json';

import { evaluateTrust } from './evaluate-trust';
import { sessionTags } from './session-tags';

const MAPPING = {
  providerName: 'issuer',
  claimOfTag: { username: 'sub', team: 'custom:team', groups: 'cognito:groups' },
};
const POOL = { principalTags: [MAPPING] };
const LOGIN = { provider: 'issuer:client', claims: { sub: 's', 'cognito:groups': ['a'] } };

test('makes tags of the claims that a token has, and none of lists', () => {
  assert.deepEqual(sessionTags(POOL, LOGIN), { tags: { username: 's' }, unknownTags: [] });
});

test('of a token that nobody has seen, tags are known by name only', () => {
  assert.deepEqual(sessionTags(POOL, { ...LOGIN, moreClaims: true }).unknownTags, [
    'team',
    'groups',
  ]);
});

test('guests and other providers have no tags; an OpenID Connect provider goes by name or ARN', () => {
  const none = { tags: {}, unknownTags: [] };
  assert.deepEqual(sessionTags(POOL, undefined), none);
  assert.deepEqual(sessionTags(POOL, { ...LOGIN, provider: 'issuer2:client' }), none);
  const byArn = { principalTags: [{ ...MAPPING, providerName: 'arn:x' }] };
  const login = { provider: 'login.example.com', providerArn: 'arn:x', claims: { sub: 's' } };
  assert.deepEqual(sessionTags(byArn, login).tags, { username: 's' });
});

const ASKED = { audience: 'pool', amr: ['authenticated'], subject: 'id' };

function trust(Action: readonly string[], Condition: object = {}) {
  const Statement = {
    Effect: 'Allow',
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
    Action,
    Condition,
  };
  const document = parsePolicyDocument({ Version: '2012-10-17', Statement }, 'trust', 'trust');
  return { name: 'member', trust: known(document) };
}

const ASSUME = 'sts:AssumeRoleWithWebIdentity';
const TAG = 'sts:TagSession';

test('a session with tags needs sts:TagSession, one without does not', () => {
  const tags = { team: 'red' };
  assert.equal(evaluateTrust(trust([ASSUME]), ASKED).effect, 'allow');
  assert.equal(evaluateTrust(trust([ASSUME]), { ...ASKED, tags }).effect, 'deny');
  assert.equal(evaluateTrust(trust([TAG]), { ...ASKED, tags }).effect, 'deny');
  assert.equal(evaluateTrust(trust([ASSUME, TAG]), { ...ASKED, tags }).effect, 'allow');
});

test('a trust policy may ask for certain tags, and for values of them', () => {
  const role = trust([ASSUME, TAG], {
    StringEquals: { 'aws:RequestTag/team': 'red' },
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
  });
  const effect = (more: object): string => evaluateTrust(role, { ...ASKED, ...more }).effect;
  assert.equal(effect({ tags: { team: 'red' } }), 'allow');
  assert.equal(effect({ tags: { team: 'blue' } }), 'deny');
  assert.equal(effect({ tags: { team: 'red', other: 'x' } }), 'deny');
  assert.equal(effect({ unknownTags: ['team'] }), 'unknown');
});

test('a trust policy may ask for the name of the session', () => {
  const role = trust([ASSUME], { StringLike: { 'sts:RoleSessionName': 'app-*' } });
  assert.equal(evaluateTrust(role, { ...ASKED, sessionName: 'app-1' }).effect, 'allow');
  assert.equal(evaluateTrust(role, ASKED).effect, 'deny');
});
