import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeJwt } from 'jose';

import { getUser, refresh, refreshByFlow, resultOf } from '../testing/calls';
import { aClient, aPool, aSeedUser, CLIENT_ID, setUpIdp, text } from '../testing/idp-fixture';
import { tokensOf } from '../testing/sign-in';

const USERS = [aSeedUser('user')];

test('hands out an opaque refresh token in the shape of Cognito’s', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { RefreshToken } = await tokensOf(fixture);
  const segments = RefreshToken.split('.');
  assert.equal(segments.length, 5);
  assert.equal(
    Buffer.from(segments[0] ?? '', 'base64url').toString(),
    '{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}',
  );
});

test('refreshes in both ways, keeping auth_time and origin_jti, without a new refresh token', async () => {
  const fixture = setUpIdp({ users: USERS });
  const first = await tokensOf(fixture);
  const before = decodeJwt(first.IdToken);
  fixture.clock.nowMs += 3_600_000;
  const byFlow = await refreshByFlow(fixture, first.RefreshToken);
  const byOperation = await refresh(fixture, first.RefreshToken);
  assert.deepEqual(byFlow.body.ChallengeParameters, {});
  assert.deepEqual(Object.keys(byOperation.body), ['AuthenticationResult']);
  for (const reply of [byFlow, byOperation]) {
    assert.deepEqual(Object.keys(resultOf(reply)), [
      'AccessToken',
      'ExpiresIn',
      'TokenType',
      'IdToken',
    ]);
    const after = decodeJwt(text(resultOf(reply), 'IdToken'));
    assert.equal(after.auth_time, before.auth_time);
    assert.equal(after.origin_jti, before.origin_jti);
    assert.equal(after.iat, (before.iat ?? 0) + 3600);
    assert.notEqual(after.jti, before.jti);
    assert.equal(await getUser(fixture, text(resultOf(reply), 'AccessToken')), 'ok');
  }
});

test('refuses a refresh token that is made up, of another client, or past its time', async () => {
  const other = aClient({ id: 'other' });
  const fixture = setUpIdp({ pools: [aPool({ clients: [aClient(), other] })], users: USERS });
  const { RefreshToken, AccessToken } = await tokensOf(fixture);
  const invalid = 'NotAuthorizedException: Invalid Refresh Token.';
  for (const attempt of [refresh, refreshByFlow]) {
    assert.equal((await attempt(fixture, RefreshToken, 'other')).said, invalid);
    assert.equal((await attempt(fixture, `${RefreshToken}A`)).said, invalid);
    assert.equal((await attempt(fixture, AccessToken)).said, invalid);
  }
  fixture.clock.nowMs += 2_592_000_000 - 1;
  assert.equal((await refresh(fixture, RefreshToken)).said, 'ok');
  fixture.clock.nowMs += 1;
  for (const attempt of [refresh, refreshByFlow]) {
    const { said } = await attempt(fixture, RefreshToken);
    assert.equal(said, 'NotAuthorizedException: Refresh Token has expired');
  }
  const missing = await fixture.call('InitiateAuth', {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId: CLIENT_ID,
  });
  assert.equal(missing.said, 'InvalidParameterException: Missing required parameter REFRESH_TOKEN');
});

test('rotates refresh tokens where the client says so, with grace, and notices reuse', async () => {
  const client = aClient({ refreshTokenRotationGraceSeconds: 10 });
  const fixture = setUpIdp({ pools: [aPool({ clients: [client] })], users: USERS });
  const { RefreshToken: first } = await tokensOf(fixture);
  const refused = await refreshByFlow(fixture, first);
  assert.equal(
    refused.said,
    'InvalidParameterException: REFRESH_TOKEN_AUTH is not enabled for the client.',
  );
  const second = text(resultOf(await refresh(fixture, first)), 'RefreshToken');
  assert.notEqual(second, first);
  fixture.clock.nowMs += 9999;
  assert.equal((await refresh(fixture, first)).said, 'ok', 'within the grace');
  fixture.clock.nowMs += 1;
  assert.match((await refresh(fixture, first)).said, /^RefreshTokenReuseException: /);
  assert.equal((await refresh(fixture, second)).said, 'ok', 'its successor lives on');
  fixture.clock.nowMs += 2_592_000_000;
  const third = await refresh(fixture, second);
  assert.equal(third.said, 'NotAuthorizedException: Refresh Token has expired');
});
