import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';

import { getUser, refresh } from '../testing/calls';
import {
  aClient,
  aPool,
  aSeedUser,
  CLIENT_ID,
  POOL_ID,
  PROVIDER,
  setUpIdp,
} from '../testing/idp-fixture';
import type { Fixture } from '../testing/idp-fixture';
import { signIn, tokensOf } from '../testing/sign-in';

const ADMIN_ROLE = 'arn:aws:iam::000000000000:role/gatehouse-dev-admin';
const USERS = [aSeedUser('user'), aSeedUser('admin', { groups: ['admin'] })];

async function jwks({ idp }: Fixture, poolId = POOL_ID) {
  return idp.service.handle({
    requestId: 'id',
    method: 'GET',
    rawPath: `/${poolId}/.well-known/jwks.json`,
    rawQuery: '',
    rawHeaders: [],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
  });
}

test('makes an ID token with the claims of Cognito', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { IdToken } = await tokensOf(fixture, { username: 'admin' });
  const claims = decodeJwt(IdToken);
  const nowSeconds = fixture.clock.nowMs / 1000;
  const { sub, origin_jti: originJti, event_id: eventId, jti } = claims;
  for (const id of [sub, originJti, eventId, jti]) assert.match(String(id), /^[\da-f-]{36}$/);
  assert.deepEqual(claims, {
    sub,
    'cognito:groups': ['admin'],
    email_verified: true,
    'cognito:preferred_role': ADMIN_ROLE,
    iss: `https://${PROVIDER}`,
    'cognito:username': 'admin',
    origin_jti: originJti,
    'cognito:roles': [ADMIN_ROLE],
    aud: CLIENT_ID,
    event_id: eventId,
    token_use: 'id',
    auth_time: nowSeconds,
    exp: nowSeconds + 3600,
    iat: nowSeconds,
    jti,
    name: 'admin',
    email: 'admin@example.com',
  });
  assert.match(
    Buffer.from(IdToken.split('.')[1] ?? '', 'base64url').toString(),
    /"https:\\\/\\\/cognito/,
  );
});

test('makes an access token with client_id and scope, and no groups for who has none', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { AccessToken, IdToken } = await tokensOf(fixture);
  const claims = decodeJwt(AccessToken);
  const id = decodeJwt(IdToken);
  assert.deepEqual(claims, {
    sub: id.sub,
    iss: `https://${PROVIDER}`,
    client_id: CLIENT_ID,
    origin_jti: id.origin_jti,
    event_id: id.event_id,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: id.auth_time,
    exp: id.exp,
    iat: id.iat,
    jti: claims.jti,
    username: 'user',
  });
  assert.notEqual(claims.jti, id.jti);
  for (const name of ['cognito:groups', 'cognito:roles', 'cognito:preferred_role']) {
    assert.equal(name in id, false);
  }
});

test('shows only what the client may read, custom attributes as strings, and no origin_jti without revocation', async () => {
  const client = aClient({
    readAttributes: ['email', 'custom:team'],
    enableTokenRevocation: false,
  });
  const attributes = new Map([
    ['name', 'Uma'],
    ['email', 'user@example.com'],
    ['custom:team', '7'],
  ]);
  const pools = [aPool({ clients: [client] })];
  const fixture = setUpIdp({ pools, users: [aSeedUser('user', { attributes })] });
  const { IdToken, AccessToken } = await tokensOf(fixture);
  const claims = decodeJwt(IdToken);
  assert.equal(claims['custom:team'], '7');
  assert.equal('name' in claims || 'email_verified' in claims || 'origin_jti' in claims, false);
  const { body } = await fixture.call('GetUser', { AccessToken });
  assert.deepEqual(body.UserAttributes, [
    { Name: 'sub', Value: claims.sub },
    { Name: 'email', Value: 'user@example.com' },
    { Name: 'custom:team', Value: '7' },
  ]);
  await fixture.call('GlobalSignOut', { AccessToken });
  assert.match(await getUser(fixture, AccessToken), /has been revoked$/);
});

test('signs with a key each, both published, in a header without typ', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { IdToken, AccessToken } = await tokensOf(fixture);
  const response = await jwks(fixture);
  assert.equal(response.status, 200);
  const set = JSON.parse(response.body.toString()) as JSONWebKeySet;
  assert.equal(set.keys.length, 2);
  for (const key of set.keys) {
    assert.deepEqual(Object.keys(key), ['alg', 'e', 'kid', 'kty', 'n', 'use']);
    assert.equal(key.kid?.length, 44);
  }
  const [id, access] = [IdToken, AccessToken].map((token) => decodeProtectedHeader(token));
  assert.deepEqual(Object.keys(id ?? {}), ['kid', 'alg']);
  assert.notEqual(id?.kid, access?.kid);
  const currentDate = new Date(fixture.clock.nowMs);
  for (const token of [IdToken, AccessToken]) {
    await jwtVerify(token, createLocalJWKSet(set), { currentDate, issuer: `https://${PROVIDER}` });
  }
  assert.equal((await jwks(fixture, 'us-west-2_Nowhere00')).status, 404);
});

test('keeps users, keys and sessions over a restart', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { AccessToken, RefreshToken, IdToken } = await tokensOf(fixture);
  const restarted = setUpIdp({ database: fixture.database });
  assert.equal(await getUser(restarted, AccessToken), 'ok');
  assert.equal((await refresh(restarted, RefreshToken)).said, 'ok');
  assert.equal(
    (await restarted.idp.tokens.verifyIdToken(IdToken, fixture.clock.nowMs)).kind,
    'valid',
  );
  assert.deepEqual((await jwks(restarted)).body, (await jwks(fixture)).body);
  assert.equal((await signIn(restarted)).said, 'ok');
});

test('tells who you are, sub first and email_verified as text', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { AccessToken, IdToken } = await tokensOf(fixture);
  const { status, body } = await fixture.call('GetUser', { AccessToken });
  assert.equal(status, 200);
  assert.deepEqual(body, {
    Username: 'user',
    UserAttributes: [
      { Name: 'sub', Value: decodeJwt(IdToken).sub },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: 'user' },
      { Name: 'email', Value: 'user@example.com' },
    ],
  });
});

test('vouches for genuine ID tokens, and says what is wrong with others', async () => {
  const fixture = setUpIdp({ users: USERS });
  const foreign = setUpIdp({ users: USERS });
  const { tokens } = fixture.idp;
  const { nowMs } = fixture.clock;
  const { IdToken, AccessToken } = await tokensOf(fixture);
  const claims = decodeJwt(IdToken);
  assert.deepEqual(await tokens.verifyIdToken(IdToken, nowMs), {
    kind: 'valid',
    providerName: PROVIDER,
    clientId: CLIENT_ID,
    claims,
  });
  const kindOf = async (token: string): Promise<string> =>
    (await tokens.verifyIdToken(token, nowMs)).kind;
  assert.equal(await kindOf(AccessToken), 'not-an-id-token');
  assert.equal(await kindOf('garbage'), 'not-an-id-token');
  assert.equal(await kindOf((await tokensOf(foreign)).IdToken), 'bad-signature');
  const [head = '', payload = '', signature = ''] = IdToken.split('.');
  const turned = Buffer.from(payload, 'base64url')
    .toString()
    .replace(POOL_ID, 'us-west-2_Other0000');
  assert.equal(
    await kindOf(`${head}.${Buffer.from(turned).toString('base64url')}.${signature}`),
    'unknown-issuer',
  );
  const expSeconds = claims.exp ?? 0;
  assert.equal((await tokens.verifyIdToken(IdToken, expSeconds * 1000 - 1)).kind, 'valid');
  assert.deepEqual(await tokens.verifyIdToken(IdToken, expSeconds * 1000), {
    kind: 'expired',
    nowSeconds: expSeconds,
    expSeconds,
  });
});
