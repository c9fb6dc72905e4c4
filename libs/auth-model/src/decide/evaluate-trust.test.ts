import assert from 'node:assert/strict';
import { test } from 'node:test';

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
