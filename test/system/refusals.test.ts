/** Who may not, through what door: tokens, policies, keys, paths and hosts. Every refusal is AWS's own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GetIdCommand } from '@aws-sdk/client-cognito-identity';

import { startLocalCloudProcess } from '../local-cloud-process';
import {
  getCredentials,
  headerOf,
  identityPoolClient,
  readConfig,
  sendCall,
  signCall,
  signIn,
} from './caller';
import { assertReadableByBrowser, assertRefused, PASSWORD, signedInCloud } from './signed-in-cloud';

const it = signedInCloud();

const MESSAGES = {
  AccessDeniedException: /is not authorized to perform: execute-api:Invoke on resource/,
  BadRequestException: /^Bad Request$/,
  MissingAuthenticationTokenException: /^Missing Authentication Token$/,
} as const;

test('a member at the administrators’ route', async () => {
  const answer = await sendCall(it.config, signCall(it.config, it.member, { path: '/vip' }));
  assertRefused(
    answer,
    403,
    'AccessDeniedException',
    /^User: arn:aws:sts::\d{12}:assumed-role\/gatehouse-dev-member\/CognitoIdentityCredentials is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-west-2:\*{8}\d{4}:\w+\/dev\/GET\/vip/,
  );
  assertReadableByBrowser(answer, it.cloud.website);
});
test('a genuine ID token of another deployment, shown as ours', async () => {
  const elsewhere = await startLocalCloudProcess();
  const { idToken } = await signIn(await readConfig(elsewhere.website), 'admin', PASSWORD);
  await elsewhere.stop();
  await assert.rejects(getCredentials(it.config, idToken), {
    name: 'NotAuthorizedException',
    message: "Invalid login token. Couldn't verify signed token.",
  });
});

test('a genuine ID token under the name of a pool that the identity pool does not know', async () => {
  const { idToken } = await signIn(it.config, 'admin', PASSWORD);
  const getId = new GetIdCommand({
    IdentityPoolId: it.config.identityPoolId,
    Logins: { 'cognito-idp.us-west-2.amazonaws.com/us-west-2_AnotherPl': idToken },
  });
  await assert.rejects(identityPoolClient(it.config).send(getId), {
    name: 'NotAuthorizedException',
    message:
      /^(Token is not from a supported provider of this identity pool\.|Invalid login token\. Issuer doesn't match providerName)$/,
  });
});

test('an ID token with a changed claim', async () => {
  const { idToken } = await signIn(it.config, 'user', PASSWORD);
  const [head, payload = '', signature] = idToken.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
    string,
    unknown
  >;
  const forged = [
    head,
    Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['admin'] })).toString('base64url'),
    signature,
  ].join('.');
  await assert.rejects(getCredentials(it.config, forged), {
    name: 'NotAuthorizedException',
    message: /Couldn't verify signed token/,
  });
});

test('an access token in place of an ID token', async () => {
  const { accessToken } = await signIn(it.config, 'user', PASSWORD);
  await assert.rejects(getCredentials(it.config, accessToken), { name: 'NotAuthorizedException' });
});

test('no API key', async () => {
  const answer = await sendCall(it.config, signCall({ ...it.config, apiKey: undefined }, it.admin));
  assertRefused(answer, 403, 'ForbiddenException', /^Forbidden$/);
});

test('a wrong API key', async () => {
  const answer = await sendCall(
    it.config,
    signCall({ ...it.config, apiKey: 'x'.repeat(40) }, it.admin),
  );
  assertRefused(answer, 403, 'ForbiddenException', /^Forbidden$/);
  assertReadableByBrowser(answer, it.cloud.website);
});

test('a preflight needs no credentials, and allows what the client sends', async () => {
  const answer = await sendCall(it.config, {
    method: 'OPTIONS',
    path: '/vip',
    headers: {
      Origin: it.cloud.website,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization,x-amz-date,x-amz-security-token,x-api-key',
    },
  });
  assert.ok(answer.status === 200 || answer.status === 204, String(answer.status));
  assert.equal(headerOf(answer, 'Access-Control-Allow-Origin'), it.cloud.website);
  for (const name of ['authorization', 'x-amz-date', 'x-amz-security-token', 'x-api-key']) {
    assert.match(
      (headerOf(answer, 'Access-Control-Allow-Headers') ?? '').toLowerCase(),
      new RegExp(name),
    );
  }
  assert.ok(Number(headerOf(answer, 'Access-Control-Max-Age')) > 0);
});

/** An extra slash is routed, and refused by the policy; the others are no route at all. None is refused for its signature, which is right. */
for (const [path, type] of [
  ['//vip', 'AccessDeniedException'],
  ['/%2Fvip', 'MissingAuthenticationTokenException'],
  ['/vip%2F', 'MissingAuthenticationTokenException'],
  ['/secure/../vip', 'MissingAuthenticationTokenException'],
  ['/secure/%2e%2e/vip', 'MissingAuthenticationTokenException'],
  ['/./vip', 'MissingAuthenticationTokenException'],
  ['/vip//', 'MissingAuthenticationTokenException'],
  ['/VIP', 'MissingAuthenticationTokenException'],
  ['/vip;x', 'MissingAuthenticationTokenException'],
  ['/vip%00', 'BadRequestException'],
  ['/secure%2F..%2Fvip', 'MissingAuthenticationTokenException'],
] as const) {
  test(`a member cannot reach the administrators’ route as ${path}: ${type}`, async () => {
    const answer = await sendCall(it.config, signCall(it.config, it.member, { path }));
    assertRefused(answer, type === 'BadRequestException' ? 400 : 403, type, MESSAGES[type]);
  });
}

test('a trailing slash is another resource to the policy: what it does not name is refused', async () => {
  const answer = await sendCall(it.config, signCall(it.config, it.member, { path: '/secure/' }));
  assertRefused(answer, 403, 'AccessDeniedException', /GET\/secure\/$|GET\/secure\/ /);
  const vip = await sendCall(it.config, signCall(it.config, it.member, { path: '/vip/' }));
  assertRefused(vip, 403, 'AccessDeniedException', /GET\/vip\/$|GET\/vip\/ /);
});

test('a Host of another name is misdirected on every port', async () => {
  const operator = /operator\s+(http:\S+)/.exec(it.cloud.output())?.[1] ?? '';
  for (const origin of [
    it.cloud.website,
    it.config.userPoolEndpoint,
    it.config.identityPoolEndpoint,
    new URL(it.config.apiUrl).origin,
    operator,
  ]) {
    const { port } = new URL(origin);
    const answer = await sendCall(
      { ...it.config, apiUrl: origin },
      { method: 'GET', path: '/', headers: { host: `attacker.example:${port}` } },
    );
    assert.equal(answer.status, 421, origin);
  }
});

test('the log says why, and shows no secret', async () => {
  await sendCall(it.config, signCall(it.config, it.member, { path: '/vip' }));
  await it.cloud.printed(/GET \/dev\/vip .*403 AccessDenied.*gatehouse-dev-member/);
  const log = it.cloud.output();
  for (const secret of [
    it.member.secretAccessKey,
    it.member.sessionToken,
    it.admin.sessionToken,
    it.config.apiKey,
  ])
    assert.equal(log.includes(secret), false);
  assert.doesNotMatch(log, /Signature=[0-9a-f]{64}/);
});
