import assert from 'node:assert/strict';
import { test } from 'node:test';

import aws4 from 'aws4';

import { identityOf, logins } from '../cognito-identity/testing/identity-fixture';
import type { TemporaryCredentials } from '../cognito-identity/credentials';
import type { HttpRequest } from '../http/message';
import type { Trace } from '../trace/trace';
import { ACCOUNT, REGION, setUpSts, type StsFixture } from './testing/sts-fixture';

/** GetCallerIdentity, signed by an independent signer. */
function signedCallerIdentity(
  credentials: Pick<TemporaryCredentials, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>,
  atMs: number,
  over: { readonly service?: string; readonly region?: string } = {},
): Partial<HttpRequest> {
  const body = 'Action=GetCallerIdentity&Version=2011-06-15';
  const signed = aws4.sign(
    {
      host: 'localhost:4202',
      method: 'POST',
      path: '/',
      service: 'sts',
      region: REGION,
      body,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
        'X-Amz-Date': `${new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
      },
      ...over,
    },
    credentials,
  );
  const rawHeaders = Object.entries(signed.headers ?? {}).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return { body: Buffer.from(body), rawHeaders };
}

/** Credentials of the enhanced flow. */
async function issue(fixture: StsFixture): Promise<TemporaryCredentials> {
  const IdentityId = await identityOf(fixture, 'USER');
  const { body } = await fixture.call('GetCredentialsForIdentity', {
    IdentityId,
    ...logins('USER'),
  });
  const { AccessKeyId } = body.Credentials as { AccessKeyId: string };
  const issued = fixture.credentials.find(AccessKeyId);
  assert.ok(issued);
  return issued;
}

test('says who signed', async () => {
  const fixture = setUpSts();
  const issued = await issue(fixture);
  const reply = await fixture.send(signedCallerIdentity(issued, fixture.clock.now()));
  assert.equal(reply.said, 'ok');
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/member/CognitoIdentityCredentials`;
  assert.equal(
    reply.body,
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>AROAMEMBER:CognitoIdentityCredentials</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>8f0c0f5e-0000-4000-8000-000000000002</RequestId></ResponseMetadata></GetCallerIdentityResponse>\n`,
  );
});

test('leaves a trace of whose signature it is, and of an expired session too', async () => {
  const fixture = setUpSts();
  const issued = await issue(fixture);
  const traceOf = async (changes: Partial<TemporaryCredentials>): Promise<Trace> => {
    const signed = signedCallerIdentity({ ...issued, ...changes }, fixture.clock.now());
    await fixture.send(signed);
    const [trace] = fixture.traces.page(1).traces;
    assert.ok(trace);
    return trace;
  };
  const outcomesOf = ({ steps }: Trace): string => steps.map(({ outcome }) => outcome).join(', ');
  const good = await traceOf({});
  assert.equal(outcomesOf(good), 'passed, passed, passed, passed');
  assert.match(good.summary, /^"user" \(role member\) asked STS .*: the signature is of arn:/);
  const forged = await traceOf({ secretAccessKey: 'another' });
  assert.equal(outcomesOf(forged), 'refused, not reached, not reached, not reached');
  fixture.clock.nowMs += 3_600_000;
  const late = await traceOf({});
  assert.equal(outcomesOf(late), 'not reached, refused, not reached, not reached');
  assert.match(
    late.summary,
    /^"user" \(role member\) asked .* ExpiredToken .*has expired, at 2026/,
  );
  for (const trace of [good, forged, late])
    assert.ok(!JSON.stringify(trace).includes(issued.accessKeyId));
});

test('refuses what is not signed, or not well', async () => {
  const fixture = setUpSts();
  const issued = await issue(fixture);
  const said = async (
    changes: Partial<TemporaryCredentials>,
    atMs = fixture.clock.now(),
    over = {},
  ): Promise<string> => {
    const reply = await fixture.send(signedCallerIdentity({ ...issued, ...changes }, atMs, over));
    assert.equal(reply.status, 403);
    return reply.said;
  };
  const unsigned = await fixture.ask({ Action: 'GetCallerIdentity' });
  assert.equal(unsigned.status, 403);
  assert.equal(
    unsigned.said,
    'MissingAuthenticationToken: Request is missing Authentication Token',
  );
  assert.equal(
    await said({ secretAccessKey: 'another' }),
    'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  );
  assert.equal(
    await said({ accessKeyId: 'ASIAXXXXXXXXXXXXXXXX' }),
    'InvalidClientTokenId: The security token included in the request is invalid.',
  );
  assert.match(
    await said({}, fixture.clock.now() - 301_000),
    /^SignatureDoesNotMatch: Signature expired: /,
  );
  assert.match(
    await said({}, undefined, { service: 'execute-api' }),
    /^SignatureDoesNotMatch: Credential should be scoped to correct service: 'sts'/,
  );
  fixture.clock.nowMs += 3_600_000;
  assert.equal(
    await said({}),
    'ExpiredToken: The security token included in the request is expired',
  );
});

test('leaves everything else at its address to the identity pools', async () => {
  const { service } = setUpSts();
  const response = await service.handle({
    requestId: '8f0c0f5e-0000-4000-8000-000000000003',
    method: 'GET',
    rawPath: '/.well-known/jwks_uri',
    rawQuery: '',
    rawHeaders: [],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
  });
  const { keys } = JSON.parse(response.body.toString()) as { keys: { alg: string }[] };
  assert.deepEqual(
    keys.map(({ alg }) => alg),
    ['RS512'],
  );
});
