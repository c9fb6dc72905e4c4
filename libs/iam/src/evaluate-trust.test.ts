import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { NamedPolicy } from './decision';
import { describeDecision } from './describe-decision';
import { evaluateTrust } from './evaluate-trust';
import { parsePolicyDocument } from './parse-policy-document';

const POOL = 'us-west-2:11111111-2222-4333-8444-555555555555';

/** Source: Amazon Cognito Developer Guide, "Role trust and permissions". */
function trust(change: object = {}): NamedPolicy {
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { 'cognito-identity.amazonaws.com:aud': POOL },
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
    },
    ...change,
  };
  const name = 'trust policy of role member';
  return {
    name,
    document: parsePolicyDocument({ Version: '2012-10-17', Statement: statement }, name, 'trust'),
  };
}

function request(audience: string, amr: readonly string[]): Parameters<typeof evaluateTrust>[1] {
  return {
    principal: { type: 'Federated', value: 'cognito-identity.amazonaws.com' },
    action: 'sts:AssumeRoleWithWebIdentity',
    context: {
      'cognito-identity.amazonaws.com:aud': audience,
      'cognito-identity.amazonaws.com:amr': amr,
    },
  };
}

test('trusts a session of the pool that is authenticated', () => {
  const decision = evaluateTrust(trust(), request(POOL, ['authenticated', 'cognito-idp…']));
  assert.equal(decision.effect, 'allow');
});

test('refuses another pool, and says which one it wants', () => {
  const decision = evaluateTrust(trust(), request('us-west-2:other', ['authenticated']));
  assert.match(
    describeDecision(decision),
    /StringEquals wants cognito-identity\.amazonaws\.com:aud us-west-2:1{8}.*the request has us-west-2:other$/,
  );
});

test('refuses a guest', () => {
  assert.equal(evaluateTrust(trust(), request(POOL, ['unauthenticated'])).effect, 'deny');
});

test('refuses where the trust is for another action or another principal', () => {
  const plain = evaluateTrust(
    trust({ Action: 'sts:AssumeRole' }),
    request(POOL, ['authenticated']),
  );
  assert.match(describeDecision(plain), /action sts:AssumeRoleWithWebIdentity does not match/);
  const service = trust({ Principal: { Service: 'lambda.amazonaws.com' } });
  assert.match(
    describeDecision(evaluateTrust(service, request(POOL, ['authenticated']))),
    /principal is Federated cognito-identity\.amazonaws\.com, the statement is for Service lambda/,
  );
});
