import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createLocalJWKSet, jwtVerify } from 'jose';

import {
  aPool,
  aPoolWithGuests,
  CLIENT_ID,
  identityOf,
  logins,
  POOL_ID,
  PROVIDER,
  setUpIdentity,
  valid,
} from '../testing/identity-fixture';
import type { Fixture, Reply } from '../testing/identity-fixture';

const TOKENS = { USER: valid('user', { 'custom:team': 'red' }), ADMIN: valid('admin') };
const BASIC = { allowClassicFlow: true, roleMappings: [] };

async function tokenOf(fixture: Fixture, login?: string): Promise<Reply> {
  const IdentityId = await identityOf(fixture, login);
  return fixture.call('GetOpenIdToken', { IdentityId, ...logins(login) });
}

/** As whoever has the published keys. */
async function verified(fixture: Fixture, { body }: Reply) {
  const keys = (await fixture.openIdTokenKeys.jwks()) as Parameters<typeof createLocalJWKSet>[0];
  return jwtVerify(String(body.Token), createLocalJWKSet(keys), {
    issuer: 'https://cognito-identity.amazonaws.com',
    audience: POOL_ID,
    currentDate: new Date(fixture.clock.nowMs),
  });
}

test('signs ten minutes of who somebody is, with the pool’s own key', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS, pools: [aPool(BASIC)] });
  const reply = await tokenOf(fixture, 'USER');
  const { payload, protectedHeader } = await verified(fixture, reply);
  const iat = Math.floor(fixture.clock.nowMs / 1000);
  assert.deepEqual(payload, {
    sub: reply.body.IdentityId,
    aud: POOL_ID,
    amr: ['authenticated', PROVIDER, `${PROVIDER}:CognitoSignIn:user`],
    iss: 'https://cognito-identity.amazonaws.com',
    'https://cognito-identity.amazonaws.com/identity-pool-arn': `arn:aws:cognito-identity:us-west-2:123456789012:identitypool/${POOL_ID}`,
    exp: iat + 600,
    iat,
  });
  assert.deepEqual([protectedHeader.alg, protectedHeader.typ], ['RS512', 'JWS']);
  assert.ok(!reply.response.decision.includes(String(reply.body.Token)));
});

test('a guest’s token says so', async () => {
  const fixture = setUpIdentity({ pools: [{ ...aPoolWithGuests(), ...BASIC }] });
  const { payload } = await verified(fixture, await tokenOf(fixture));
  assert.deepEqual(payload.amr, ['unauthenticated']);
});

test('principal tags travel in the token', async () => {
  const principalTags = [{ providerName: PROVIDER, claimOfTag: { team: 'custom:team' } }];
  const fixture = setUpIdentity({ tokens: TOKENS, pools: [aPool({ ...BASIC, principalTags })] });
  const { payload } = await verified(fixture, await tokenOf(fixture, 'USER'));
  assert.deepEqual(payload['https://aws.amazon.com/tags'], { principal_tags: { team: ['red'] } });
});

test('is refused where the pool has no basic flow, or has role mappings', async () => {
  const none = setUpIdentity({ tokens: TOKENS });
  assert.equal(
    (await tokenOf(none, 'USER')).said,
    'InvalidParameterException: Basic (classic) flow is not enabled, please use enhanced flow.',
  );
  const mapped = setUpIdentity({ tokens: TOKENS, pools: [aPool({ allowClassicFlow: true })] });
  assert.equal(
    (await tokenOf(mapped, 'USER')).said,
    'InvalidParameterException: Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
  );
});

test('asks for the same proof as credentials do', async () => {
  const provider = { providerName: PROVIDER, clientId: CLIENT_ID, serverSideTokenCheck: true };
  const pools = [aPool({ ...BASIC, providers: [provider] })];
  const fixture = setUpIdentity({ tokens: TOKENS, pools });
  const IdentityId = await identityOf(fixture, 'USER');
  const said = async (more: object): Promise<string> =>
    (await fixture.call('GetOpenIdToken', { IdentityId, ...more })).said;
  assert.match(await said({}), /Access to Identity '.*' is forbidden\.$/);
  assert.match(await said(logins('ADMIN')), /Logins don't match/);
  assert.match(await said(logins('garbage')), /Not a Cognito token\.$/);
  const unknown = { IdentityId: 'us-west-2:99999999-2222-4333-8444-555555555555' };
  assert.match(await said(unknown), /^ResourceNotFoundException: Identity /);
  const gone = setUpIdentity({ tokens: TOKENS, pools, inactive: ['user'] });
  assert.equal(
    (await gone.call('GetId', { IdentityPoolId: POOL_ID, ...logins('USER') })).said,
    'NotAuthorizedException: Token is inactive',
  );
});

test('tokens of one pool are no good for another', async () => {
  const other = aPool({ ...BASIC, id: 'us-west-2:22222222-2222-4333-8444-555555555555' });
  const fixture = setUpIdentity({ tokens: TOKENS, pools: [aPool(BASIC), other] });
  const { body } = await tokenOf(fixture, 'USER');
  const [head = '', payload = '', signature = ''] = String(body.Token).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const moved = Buffer.from(JSON.stringify({ ...claims, aud: other.id })).toString('base64url');
  const { keys } = await fixture.openIdTokenKeys.jwks();
  assert.equal(new Set(keys.map((key) => JSON.stringify(key))).size, 2);
  const now = fixture.clock.nowMs;
  assert.equal((await fixture.openIdTokenKeys.verify(String(body.Token), now)).kind, 'valid');
  assert.equal(
    (await fixture.openIdTokenKeys.verify(`${head}.${moved}.${signature}`, now)).kind,
    'bad-signature',
  );
});
