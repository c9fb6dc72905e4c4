import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeJwt } from 'jose';

import { getUser, refresh, refreshByFlow } from '../testing/calls';
import { aClient, aPool, aSeedUser, CLIENT_ID, setUpIdp } from '../testing/idp-fixture';
import type { Reply } from '../testing/idp-fixture';
import { tokensOf } from '../testing/sign-in';

const USERS = [aSeedUser('user'), aSeedUser('admin', { groups: ['admin'] })];

test('refuses an access token that is not one, not ours, altered or expired', async () => {
  const fixture = setUpIdp({ users: USERS });
  const foreign = setUpIdp({ users: USERS });
  const { AccessToken, IdToken } = await tokensOf(fixture);
  const [head = '', payload = '', signature = ''] = AccessToken.split('.');
  const claims = Buffer.from(payload, 'base64url').toString().replace('"user"', '"admin"');
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  const forged = [
    IdToken,
    'x',
    'a.b.c',
    (await tokensOf(foreign)).AccessToken,
    `${head}.${Buffer.from(claims).toString('base64url')}.${signature}`,
    `${unsigned}.${payload}.`,
    `${head}.${payload}.`,
  ];
  for (const token of forged) {
    assert.equal(await getUser(fixture, token), 'NotAuthorizedException: Invalid Access Token');
  }
  fixture.clock.nowMs += 3_600_000;
  assert.equal(
    await getUser(fixture, AccessToken),
    'NotAuthorizedException: Access Token has expired',
  );
});

test('revokes one session with RevokeToken, and no other', async () => {
  const fixture = setUpIdp({ users: USERS });
  const [one, two] = [await tokensOf(fixture), await tokensOf(fixture)];
  const revoke = (Token: string, ClientId = CLIENT_ID): Promise<Reply> =>
    fixture.call('RevokeToken', { ClientId, Token });
  const first = await revoke(one.RefreshToken);
  assert.deepEqual([first.status, first.body], [200, {}]);
  assert.equal((await revoke(one.RefreshToken)).said, 'ok', 'twice is once');
  for (const attempt of [refresh, refreshByFlow]) {
    const { said } = await attempt(fixture, one.RefreshToken);
    assert.equal(said, 'NotAuthorizedException: Refresh Token has been revoked');
  }
  const revoked = 'NotAuthorizedException: Access Token has been revoked';
  assert.equal(await getUser(fixture, one.AccessToken), revoked);
  assert.equal(await getUser(fixture, two.AccessToken), 'ok');
  assert.equal((await refresh(fixture, two.RefreshToken)).said, 'ok');
});

test('revokes only refresh tokens, of its own client, where revocation is on', async () => {
  const clients = [
    aClient(),
    aClient({ id: 'other' }),
    aClient({ id: 'off', enableTokenRevocation: false }),
  ];
  const fixture = setUpIdp({ pools: [aPool({ clients })], users: USERS });
  const { AccessToken, RefreshToken } = await tokensOf(fixture);
  const revoke = async (Token: string, ClientId = CLIENT_ID): Promise<string> =>
    (await fixture.call('RevokeToken', { ClientId, Token })).said;
  assert.match(await revoke(AccessToken), /^UnsupportedTokenTypeException: /);
  assert.match(await revoke(RefreshToken, 'other'), /^UnauthorizedException: /);
  assert.match(await revoke(RefreshToken, 'off'), /^UnsupportedOperationException: /);
  assert.equal(await revoke('a.b.c.d.e'), 'ok');
  assert.equal((await refresh(fixture, RefreshToken)).said, 'ok');
});

test('ends every session of a user with GlobalSignOut, and nobody else’s', async () => {
  const fixture = setUpIdp({ users: USERS });
  const [here, there] = [await tokensOf(fixture), await tokensOf(fixture)];
  const admin = await tokensOf(fixture, { username: 'admin' });
  const reply = await fixture.call('GlobalSignOut', { AccessToken: here.AccessToken });
  assert.deepEqual([reply.status, reply.body], [200, {}]);
  const revoked = 'NotAuthorizedException: Access Token has been revoked';
  for (const { AccessToken, RefreshToken } of [here, there]) {
    assert.equal(await getUser(fixture, AccessToken), revoked);
    assert.equal((await fixture.call('GlobalSignOut', { AccessToken })).said, revoked);
    const { said } = await refresh(fixture, RefreshToken);
    assert.equal(said, 'NotAuthorizedException: Refresh Token has been revoked');
  }
  assert.equal(await getUser(fixture, admin.AccessToken), 'ok');
  const again = await tokensOf(fixture);
  assert.equal(await getUser(fixture, again.AccessToken), 'ok');
});

test('leaves a signed ID token valid after sign-out, but no longer active', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { IdToken, AccessToken } = await tokensOf(fixture);
  const { tokens } = fixture.idp;
  assert.equal(tokens.isActive(decodeJwt(IdToken)), true);
  await fixture.call('GlobalSignOut', { AccessToken });
  assert.equal((await tokens.verifyIdToken(IdToken, fixture.clock.nowMs)).kind, 'valid');
  assert.equal(tokens.isActive(decodeJwt(IdToken)), false);
  assert.equal(tokens.isActive({}), false);
});
