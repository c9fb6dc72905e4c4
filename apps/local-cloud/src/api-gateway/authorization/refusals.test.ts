import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import test from 'node:test';

import { ADMIN, buildCredentials, buildGateway, MEMBER, NOW } from '../testing/build-gateway';
import {
  API_KEY_VALUE,
  buildApi,
  buildModel,
  buildRole,
  invoke,
  policy,
} from '../testing/build-model';
import { signRequest } from '../testing/build-request';
import { ALLOW_ORIGIN, assertFailure, call, headerOf, KEY } from '../testing/call-gateway';

test('denies a member what only administrators may, with AWS’s capital Message and masked account', async () => {
  const gateway = buildGateway();
  const response = await call(gateway, { target: '/dev/vip' });
  assertFailure(response, 403, 'AccessDeniedException', {
    Message:
      'User: arn:aws:sts::123456789012:assumed-role/gatehouse-dev-member/CognitoIdentityCredentials is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-west-2:********9012:a1b2c3d4e5/dev/GET/vip',
  });
  assert.match(
    response.decision,
    /^403 AccessDenied: role gatehouse-dev-member has no statement for execute-api:Invoke on .*\/GET\/vip; nearest/,
  );
  assert.equal(headerOf(response, ALLOW_ORIGIN), 'http://localhost:4200');
  assert.equal(gateway.events.length, 0);
});

test('says when a policy denies explicitly', async () => {
  const roles = [
    buildRole('member', invoke('All', 'Allow', '*'), invoke('NoVip', 'Deny', 'GET/vip')),
  ];
  const response = await call(buildGateway({ model: { roles } }), { target: '/dev/vip' });
  assert.match(String(response.body), /dev\/GET\/vip with an explicit deny"/);
});

test('denies when a policy is not known, instead of guessing', async () => {
  const [role] = buildModel().roles;
  assert.ok(role);
  const document = { kind: 'unknown', because: 'known after apply' } as const;
  const roles = [
    {
      ...role,
      policies: [{ name: 'inline policy "Invoke"', address: 'aws_iam_role_policy.x', document }],
    },
  ];
  const response = await call(buildGateway({ model: { roles } }));
  assert.equal(response.status, 403);
  assert.match(response.decision, /known after apply/);
});

test('denies a session whose role is not in the stack', async () => {
  const stranger = buildCredentials('stranger');
  const response = await call(buildGateway({ credentials: [stranger] }), { credentials: stranger });
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), 'AccessDeniedException');
});

test('asks for a signature where none is', async () => {
  const response = await buildGateway().send({ headers: KEY });
  assertFailure(response, 403, 'MissingAuthenticationTokenException', {
    message: 'Missing Authentication Token',
  });
  assert.equal(headerOf(response, ALLOW_ORIGIN), 'http://localhost:4200');
});

test('refuses a bearer token on an unknown path in front of the API: its hash only, and no CORS', async () => {
  const response = await buildGateway().send({
    target: '/dev/nothing',
    headers: { Authorization: 'Bearer eyJhbGciOi' },
  });
  assertFailure(response, 403, 'IncompleteSignatureException', {
    message: `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash('sha256', 'Bearer eyJhbGciOi', 'base64')}'.`,
  });
  assert.equal(headerOf(response, ALLOW_ORIGIN), undefined);
});

test('refuses a bearer token on a signed method, with CORS', async () => {
  const response = await buildGateway().send({ headers: { Authorization: 'Bearer eyJhbGciOi' } });
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), 'IncompleteSignatureException');
  assert.equal(headerOf(response, ALLOW_ORIGIN), 'http://localhost:4200');
});

test('names every part that an Authorization header lacks', async () => {
  const response = await buildGateway().send({
    headers: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/e' },
  });
  assert.match(
    String(response.body),
    /requires 'Signature' parameter\. Authorization header requires 'SignedHeaders' parameter\. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header\. \(Hashed/,
  );
});

test('answers a wrong signature with what should have been signed, and keeps secrets out of the log', async () => {
  const signed = signRequest({
    credentials: MEMBER,
    atMs: NOW,
    headers: KEY,
    body: 'one',
    method: 'POST',
  });
  const response = await buildGateway().send({ ...signed, body: 'two' });
  const { message } = JSON.parse(String(response.body)) as { message: string };
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), 'InvalidSignatureException');
  assert.ok(
    message.startsWith(
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'POST\n/dev/secure\n\nhost:localhost:4203\n",
    ),
  );
  assert.match(
    message,
    /\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261122T100000Z\n20261122\/us-west-2\/execute-api\/aws4_request\n[0-9a-f]{64}'\n$/,
  );
  for (const secret of [MEMBER.sessionToken, MEMBER.secretAccessKey, API_KEY_VALUE]) {
    assert.ok(!response.decision.includes(secret));
  }
});

for (const [what, options, message] of [
  [
    'another region',
    { region: 'us-east-1' },
    "Credential should be scoped to a valid region, not 'us-east-1'. ",
  ],
  [
    'another service',
    { service: 's3' },
    "Credential should be scoped to correct service: 'execute-api'. ",
  ],
  [
    'the past',
    { atMs: NOW - 301_000 },
    'Signature expired: 20261122T095459Z is now earlier than 20261122T095500Z (20261122T100000Z - 5 min.)',
  ],
  [
    'the future',
    { atMs: NOW + 301_000 },
    'Signature not yet current: 20261122T100501Z is still later than 20261122T100500Z (20261122T100000Z + 5 min.)',
  ],
] as const) {
  test(`refuses a signature made for ${what}`, async () => {
    const response = await call(buildGateway(), options);
    assertFailure(response, 403, 'InvalidSignatureException', { message });
  });
}

test('accepts a signature at both ends of its five minutes', async () => {
  for (const atMs of [NOW - 300_000, NOW + 300_000]) {
    assert.equal((await call(buildGateway(), { atMs })).status, 200);
  }
});

for (const [what, credentials] of [
  ['an unknown key', { ...MEMBER, accessKeyId: 'ASIAFOREIGN000000000' }],
  ['a tampered session token', { ...MEMBER, sessionToken: `${MEMBER.sessionToken}x` }],
  ['the session token of another', { ...MEMBER, sessionToken: ADMIN.sessionToken }],
  ['the session token "undefined"', { ...MEMBER, sessionToken: 'undefined' }],
] as const) {
  test(`refuses ${what}`, async () => {
    const response = await call(buildGateway(), { credentials });
    assertFailure(response, 403, 'UnrecognizedClientException', {
      message: 'The security token included in the request is invalid.',
    });
  });
}

test('refuses a request without its session token', async () => {
  const signed = signRequest({ credentials: MEMBER, atMs: NOW });
  const headers = Object.fromEntries(
    Object.entries(signed.headers).filter(([name]) => name !== 'X-Amz-Security-Token'),
  );
  const authorization = headers.Authorization?.replace(';x-amz-security-token', '') ?? '';
  const response = await buildGateway().send({
    ...signed,
    headers: { ...headers, Authorization: authorization },
  });
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), 'UnrecognizedClientException');
});

test('refuses an expired session, by its own name', async () => {
  const gateway = buildGateway();
  gateway.clock.nowMs = MEMBER.expiresAtMs;
  const response = await call(gateway);
  assertFailure(response, 403, 'ExpiredTokenException', {
    message: 'The security token included in the request is expired',
  });
});

test('asks the resource policy of the API also about methods that need no signature', async () => {
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: `${buildApi().executionArn}/dev/GET/open/a`,
  };
  const restApis = [buildApi({ policy: policy(statement) })];
  const gateway = buildGateway({ model: { restApis } });
  assert.equal((await gateway.send({ target: '/dev/open/a' })).status, 200);
  const denied = await gateway.send({ target: '/dev/open/b' });
  assert.equal(denied.status, 403);
  assert.match(String(denied.body), /^\{"Message":"User: anonymous is not authorized/);
});
