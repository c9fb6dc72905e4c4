import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePolicyDocument } from '@gatehouse/iam';

import { modelOf, stackJson, trust, withResource } from '../testing/stack.fixture';
import { evaluateTrust } from './evaluate-trust';

const POOL = 'aws_cognito_identity_pool.identities';
const SIGNED_IN = ['authenticated', 'cognito-idp.x', 'cognito-idp.x:CognitoSignIn:u'];

function effect(
  assume_role_policy: string,
  audience = POOL,
  amr: readonly string[] = SIGNED_IN,
  subject: string | undefined = 's',
): string {
  const stack = withResource(stackJson(), 'aws_iam_role.member', { assume_role_policy });
  const [role] = modelOf(stack).roles;
  assert.ok(role);
  return evaluateTrust(role, { audience, amr, subject }).effect;
}

test('trusts its own pool and those who have signed in', () => {
  assert.equal(effect(trust()), 'allow');
});

test('refuses another pool, a guest, and a role for guests the signed-in', () => {
  assert.equal(effect(trust(), 'another-pool'), 'deny');
  assert.equal(effect(trust(), POOL, ['unauthenticated']), 'deny');
  assert.equal(effect(trust('unauthenticated')), 'deny');
});

test('refuses where the trust names another action or principal', () => {
  assert.equal(effect(trust().replace('sts:AssumeRoleWithWebIdentity', 'sts:AssumeRole')), 'deny');
  assert.equal(
    effect(trust().replace('"cognito-identity.amazonaws.com"', '"accounts.google.com"')),
    'deny',
  );
});

test('cannot tell where the trust hangs on an identity that has not been made', () => {
  const named = trust().replace(
    '"StringEquals":{',
    '"StringEquals":{"cognito-identity.amazonaws.com:sub":"s",',
  );
  assert.equal(effect(named, POOL, SIGNED_IN, 's'), 'allow');
  assert.equal(effect(named, POOL, SIGNED_IN, 'other'), 'deny');
  const [role] = modelOf(
    withResource(stackJson(), 'aws_iam_role.member', { assume_role_policy: named }),
  ).roles;
  assert.ok(role);
  assert.equal(
    evaluateTrust(role, { audience: POOL, amr: SIGNED_IN, subject: undefined }).effect,
    'unknown',
  );
});

test('cannot tell where the trust policy itself is not known', () => {
  const role = { name: 'r', trust: { kind: 'unknown' as const, because: 'known after apply' } };
  assert.equal(
    evaluateTrust(role, { audience: POOL, amr: SIGNED_IN, subject: 's' }).effect,
    'unknown',
  );
});

const STATEMENT = {
  Effect: 'Allow',
  Action: 'sts:AssumeRoleWithWebIdentity',
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
};
const ASKED = { audience: POOL, amr: SIGNED_IN, subject: 's' };
const MAY = Date.parse('2026-05-01T12:00:00Z');

function trustOf(...Statement: readonly object[]) {
  const json = { Version: '2012-10-17', Statement };
  const document = parsePolicyDocument(json, 'trust', 'trust');
  return {
    name: 'member',
    arn: 'arn:aws:iam::000000000000:role/member',
    tags: { team: 'red' },
    trust: { kind: 'known' as const, value: document },
  };
}

test('a trust policy sees the time of the request, and cannot be told before there is one', () => {
  const until = { DateGreaterThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } };
  const role = trustOf(STATEMENT, { ...STATEMENT, Effect: 'Deny', Condition: until });
  const at = (atMs: number) => evaluateTrust(role, { ...ASKED, request: { atMs } }).effect;
  assert.equal(at(MAY), 'allow');
  assert.equal(at(Date.parse('2026-06-02T00:00:00Z')), 'deny');
  assert.equal(evaluateTrust(role, ASKED).effect, 'unknown');
  const epoch = { NumericLessThan: { 'aws:EpochTime': String(MAY / 1000 + 60) } };
  const early = trustOf({ ...STATEMENT, Condition: epoch });
  assert.equal(evaluateTrust(early, { ...ASKED, request: { atMs: MAY } }).effect, 'allow');
});

test('a trust policy sees where a client asks from, and of an identity pool cannot be told', () => {
  const Condition = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
  const role = trustOf({ ...STATEMENT, Condition });
  const ask = (asker: 'client' | 'pool', sourceIp?: string) =>
    evaluateTrust(role, { ...ASKED, asker, request: { atMs: MAY, sourceIp } });
  assert.equal(ask('client', '192.0.2.7').effect, 'allow');
  assert.equal(ask('client', '198.51.100.1').effect, 'deny');
  const ofPool = ask('pool');
  assert.ok(ofPool.effect === 'unknown');
  assert.match(ofPool.because, /hangs on aws:sourceip, not known yet/);
});

for (const [operator, key, value] of [
  ['Bool', 'aws:SecureTransport', 'true'],
  ['StringEquals', 'aws:FederatedProvider', 'cognito-identity.amazonaws.com'],
  ['StringEquals', 'aws:ResourceAccount', '000000000000'],
  ['StringEquals', 'aws:ResourceTag/team', 'red'],
  ['StringEquals', 'iam:ResourceTag/Team', 'red'],
] as const) {
  test(`a trust policy sees ${key}, before there is a request too`, () => {
    const role = trustOf({ ...STATEMENT, Condition: { [operator]: { [key]: value } } });
    assert.equal(evaluateTrust(role, ASKED).effect, 'allow');
    const other = trustOf({ ...STATEMENT, Condition: { StringEquals: { [key]: 'other' } } });
    assert.equal(evaluateTrust(other, ASKED).effect, 'deny');
  });
}
