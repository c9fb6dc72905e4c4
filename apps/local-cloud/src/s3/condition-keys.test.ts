import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ACCOUNT, REGION } from '../api-gateway/testing/build-model';
import { ask, restOf, roleWith, sign, signed } from './testing/rest';
import { bucketWith, get, NOW_MS, object, policy, PUBLIC_READ, websiteOf } from './testing/site';

const OBJECTS = [object('a.txt', 'a')];
const CLOSED = bucketWith(OBJECTS, {
  policy: policy({ ...PUBLIC_READ, Effect: 'Deny', Action: 's3:PutObject' }),
});
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

/** What a role gets that may read where the condition holds. */
async function reads(Condition: object): Promise<number> {
  return (await signed(restOf([CLOSED], roleWith({ ...READ, Condition })), '/site/a.txt')).status;
}

for (const [what, condition] of [
  ['the region', { StringEquals: { 'aws:RequestedRegion': REGION } }],
  ['whose the bucket is', { StringEquals: { 'aws:ResourceAccount': ACCOUNT } }],
  ['the same in the words of S3', { StringEquals: { 's3:ResourceAccount': ACCOUNT } }],
  ['that no service calls', { Bool: { 'aws:ViaAWSService': 'false' } }],
  ['that the caller is no service', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }],
  ['when the session began', { DateLessThan: { 'aws:TokenIssueTime': '2030-01-01T00:00:00Z' } }],
  ['the version of TLS', { NumericGreaterThanEquals: { 's3:TlsVersion': '1.2' } }],
  ['that there is no MFA', { Null: { 'aws:MultiFactorAuthPresent': 'true' } }],
  ['that there is no VPC endpoint', { Null: { 'aws:SourceVpce': 'true' } }],
  ['that a signature in headers has no age', { Null: { 's3:signatureAge': 'true' } }],
] as const) {
  test(`a policy of a role may weigh ${what}`, async () => {
    assert.equal(await reads(condition), 200);
  });
}

test('revoking older sessions ends them for S3 too', async () => {
  const Condition = { DateLessThan: { 'aws:TokenIssueTime': '2030-01-01T00:00:00Z' } };
  const role = roleWith(READ, { ...READ, Sid: 'Revoke', Effect: 'Deny', Condition });
  const answered = await signed(restOf([CLOSED], role), '/site/a.txt');
  assert.equal(answered.status, 403);
  assert.match(answered.decision, /statement Revoke of .* denies/);
});

test('doubt about an organization or the tags of an object is a denial, and is said', async () => {
  for (const key of ['aws:ResourceOrgID', 'aws:PrincipalOrgID', 's3:ExistingObjectTag/public']) {
    const role = roleWith({ ...READ, Condition: { StringEquals: { [key]: 'x' } } });
    const answered = await signed(restOf([CLOSED], role), '/site/a.txt');
    assert.equal(answered.status, 403);
    assert.match(answered.decision, new RegExp(`hangs on ${key.toLowerCase()}, not known yet`));
  }
});

test('a presigned request has an age', async () => {
  const Condition = { NumericGreaterThan: { 's3:signatureAge': '60000' } };
  const rest = restOf([CLOSED], roleWith(READ, { ...READ, Effect: 'Deny', Condition }));
  const presigned = sign('/site/a.txt?X-Amz-Expires=600', {}, { isPresigned: true });
  assert.equal((await rest.handle(presigned)).status, 200);
  const late = { ...presigned, receivedAtMs: NOW_MS + 120_000 };
  assert.equal((await rest.handle(late)).status, 403);
});

test('the public is nobody’s: no session, and anonymous by name', async () => {
  const opened = (Condition: object) =>
    ask(
      restOf([bucketWith(OBJECTS, { policy: policy({ ...PUBLIC_READ, Condition }) })]),
      '/site/a.txt',
    );
  for (const condition of [
    { StringEquals: { 'aws:PrincipalType': 'Anonymous' } },
    { StringEquals: { 'aws:PrincipalAccount': 'anonymous' } },
    { StringEquals: { 'aws:ResourceAccount': ACCOUNT } },
    { Null: { 'aws:TokenIssueTime': 'true' } },
    { Null: { 'aws:PrincipalArn': 'true' } },
    { Null: { 'aws:PrincipalOrgID': 'true' } },
  ]) {
    const { status, decision } = await opened(condition);
    assert.equal(status, 200, decision);
  }
});

test('the website knows its region and its account, and has no TLS', async () => {
  const opened = (Condition: object) =>
    get(
      websiteOf([bucketWith(OBJECTS, { policy: policy({ ...PUBLIC_READ, Condition }) })]),
      '/a.txt',
    );
  for (const condition of [
    { StringEquals: { 'aws:RequestedRegion': REGION, 'aws:ResourceAccount': ACCOUNT } },
    { Bool: { 'aws:SecureTransport': 'false' } },
    { Null: { 's3:TlsVersion': 'true' } },
  ]) {
    assert.equal((await opened(condition)).status, 200);
  }
});
