import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway, MEMBER, NOW } from '../testing/build-gateway';
import { ACCOUNT, buildApi, buildRole, policy, REGION } from '../testing/build-model';
import { call } from '../testing/call-gateway';

const ALL = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };
const HEADERS = { 'X-Api-Key': 'local-key-0123456789abcdef', 'User-Agent': 'test' };

/** 200, or 403 and the reason, of a member who may do what the statements say. */
async function answer(...statements: readonly object[]): Promise<readonly [number, string]> {
  const gateway = buildGateway({ model: { roles: [buildRole('member', ...statements)] } });
  const { status, decision } = await call(gateway, { headers: HEADERS });
  return [status, decision];
}

async function statusOf(...statements: readonly object[]): Promise<number> {
  return (await answer(...statements))[0];
}

const SENT: readonly (readonly [what: string, condition: object])[] = [
  ['its region', { StringEquals: { 'aws:RequestedRegion': REGION } }],
  ['whose the API is', { StringEquals: { 'aws:ResourceAccount': ACCOUNT } }],
  ['whose the caller is', { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }],
  ['both accounts', { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }],
  ['that no service calls for its caller', { Bool: { 'aws:ViaAWSService': 'false' } }],
  ['that the caller is no service', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }],
  ['when the session began', { DateEquals: { 'aws:TokenIssueTime': '2026-11-22T10:00:00Z' } }],
  [
    'who federated',
    { StringEquals: { 'aws:FederatedProvider': 'cognito-identity.amazonaws.com' } },
  ],
  ['the time', { DateEquals: { 'aws:CurrentTime': new Date(NOW).toISOString() } }],
  ['transport', { Bool: { 'aws:SecureTransport': 'true' } }],
  ['the agent', { StringEquals: { 'aws:UserAgent': 'test' } }],
  ['the address', { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }],
];

for (const [what, Condition] of SENT) {
  test(`a policy of a role may weigh ${what}`, async () => {
    assert.equal(await statusOf({ ...ALL, Condition }), 200);
    assert.equal(await statusOf(ALL, { ...ALL, Effect: 'Deny', Condition }), 403);
  });
}

for (const key of [
  ...['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge', 'aws:SourceVpc', 'aws:SourceVpce'],
  ...['aws:CalledVia', 'aws:PrincipalServiceName', 'aws:SourceArn', 'aws:SourceAccount'],
  ...['aws:username', 'aws:SourceIdentity', 'aws:ResourceTag/team', 'aws:TagKeys', 'aws:Referer'],
]) {
  test(`a call of a federated session through the internet has no ${key}`, async () => {
    assert.equal(await statusOf({ ...ALL, Condition: { Null: { [key]: 'true' } } }), 200);
  });
}

test('revoking older sessions ends those that were issued before, and no other', async () => {
  const revoke = (time: string) => ({
    ...ALL,
    Sid: 'AWSRevokeOlderSessions',
    Effect: 'Deny',
    Condition: { DateLessThan: { 'aws:TokenIssueTime': time } },
  });
  const [status, decision] = await answer(ALL, revoke('2030-01-01T00:00:00Z'));
  assert.equal(status, 403);
  assert.match(decision, /statement AWSRevokeOlderSessions of .* denies/);
  assert.equal(await statusOf(ALL, revoke(new Date(MEMBER.issuedAtMs - 1000).toISOString())), 200);
});

for (const key of ['aws:PrincipalOrgID', 'aws:ResourceOrgID', 'aws:ViaAWSMCPService', 'aws:New']) {
  test(`doubt about ${key} is a denial, and is said`, async () => {
    const Condition = { StringEquals: { [key]: 'x' } };
    for (const statements of [
      [{ ...ALL, Condition }],
      [ALL, { ...ALL, Effect: 'Deny', Condition }],
      [{ ...ALL, Condition: { Null: { [key]: 'true' } } }],
    ]) {
      const [status, decision] = await answer(...statements);
      assert.equal(status, 403);
      assert.match(decision, new RegExp(`hangs on ${key.toLowerCase()}, not known yet`));
    }
  });
}

test('an unsigned call has no session, and who it is from is not known', async () => {
  const send = async (Condition: object): Promise<number> => {
    const own = policy({ ...ALL, Principal: '*', Condition });
    const gateway = buildGateway({ model: { restApis: [buildApi({ policy: own })] } });
    return (await gateway.send({ target: '/dev/open/a' })).status;
  };
  for (const key of ['aws:TokenIssueTime', 'aws:PrincipalArn', 'aws:PrincipalIsAWSService']) {
    assert.equal(await send({ Null: { [key]: 'true' } }), 200);
  }
  assert.equal(await send({ StringEquals: { 'aws:RequestedRegion': REGION } }), 200);
  for (const isAbsent of ['true', 'false']) {
    assert.equal(await send({ Null: { 'aws:PrincipalType': isAbsent } }), 403);
  }
});
