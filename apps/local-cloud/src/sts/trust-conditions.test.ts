import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Role } from '@gatehouse/auth-model';
import { parsePolicyDocument } from '@gatehouse/iam';

import { aRole, roleArn } from '../cognito-identity/testing/identity-fixture';
import { setUpSts, type StsFixture, type StsReply } from './testing/sts-fixture';

const DENIED = 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity';

async function assume(fixture: StsFixture): Promise<StsReply> {
  return fixture.ask({
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: roleArn('member'),
    RoleSessionName: 'app-1',
    WebIdentityToken: await fixture.openIdToken('USER'),
  });
}

const TRUSTING = {
  Effect: 'Allow',
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
};

/** A role that anybody may assume where the condition does not hold. */
function aRoleUnless(Condition: object): Role {
  const Statement = [TRUSTING, { ...TRUSTING, Sid: 'Shut', Effect: 'Deny', Condition }];
  const value = parsePolicyDocument({ Version: '2012-10-17', Statement }, 'trust', 'trust');
  return { ...aRole('member'), trust: { kind: 'known', value } };
}

test('a date in a trust policy applies, by the clock that is set', async () => {
  const Condition = { DateGreaterThan: { 'aws:CurrentTime': '2026-10-01T00:00:00Z' } };
  const fixture = setUpSts({ roles: [aRoleUnless(Condition)] });
  assert.equal((await assume(fixture)).said, 'ok');
  fixture.clock.nowMs += 40 * 24 * 60 * 60 * 1000;
  const refused = await assume(fixture);
  assert.equal(refused.said, DENIED);
  assert.match(refused.decision, /statement Shut of trust of role member denies/);
});

test('a trust policy sees the address that a client asks STS from', async () => {
  const unless = (range: string) => ({ IpAddress: { 'aws:SourceIp': range } });
  const inside = setUpSts({ roles: [aRoleUnless(unless('127.0.0.0/8'))] });
  assert.equal((await assume(inside)).said, DENIED);
  const outside = setUpSts({ roles: [aRoleUnless(unless('10.0.0.0/8'))] });
  assert.equal((await assume(outside)).said, 'ok');
});
