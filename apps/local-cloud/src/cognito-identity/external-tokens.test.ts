import assert from 'node:assert/strict';
import { test } from 'node:test';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';

import { listenOnLoopback } from '../http/loopback';
import type { Service } from '../http/message';
import { createServiceServer } from '../http/service-server';
import type { ProviderKeys } from './provider-keys';
import { aPool, POOL_ID, setUpIdentity } from './testing/identity-fixture';
import type { Fixture } from './testing/identity-fixture';

const ISSUER = 'login.example.com/main';
const ARN = `arn:aws:iam::123456789012:oidc-provider/${ISSUER}`;
const POOL = aPool({
  openIdProviders: [{ providerName: ISSUER, arn: ARN, clientIds: ['app', 'app-2'] }],
  roleMappings: [
    {
      provider: ARN,
      type: { kind: 'known', value: 'Rules' },
      ambiguousRoleResolution: { kind: 'known', value: 'AuthenticatedRole' },
      rules: [
        {
          claim: 'team',
          matchType: 'Equals',
          value: 'red',
          roleArn: { kind: 'known', value: 'arn:aws:iam::123456789012:role/admin' },
        },
      ],
    },
  ],
});
const KEYS = await generateKeyPair('ES256', { extractable: true });
const JWKS = { keys: [{ ...(await exportJWK(KEYS.publicKey)), kid: 'k', alg: 'ES256' }] };
const GIVEN: ProviderKeys = { providerName: ISSUER, source: { kind: 'keys', jwks: JWKS } };

const aFixture = (providerKeys: readonly ProviderKeys[] = [GIVEN]): Fixture =>
  setUpIdentity({ pools: [POOL], providerKeys });

function tokenOf(fixture: Fixture, claims: JWTPayload = {}, key = KEYS.privateKey) {
  const iat = Math.floor(fixture.clock.nowMs / 1000);
  const payload = { iss: `https://${ISSUER}`, aud: 'app', sub: 'someone', exp: iat + 60, iat };
  return new SignJWT({ ...payload, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .sign(key);
}

async function said(fixture: Fixture, token: string): Promise<string> {
  const Logins = { [ISSUER]: token };
  return (await fixture.call('GetId', { IdentityPoolId: POOL_ID, Logins })).said;
}

test('a login of an OpenID Connect provider becomes an identity, and rules look at its claims', async () => {
  const fixture = aFixture();
  const Logins = { [ISSUER]: await tokenOf(fixture, { team: 'red' }) };
  const { body } = await fixture.call('GetId', { IdentityPoolId: POOL_ID, Logins });
  const { IdentityId } = body;
  const reply = await fixture.call('GetCredentialsForIdentity', { IdentityId, Logins });
  const { AccessKeyId } = reply.body.Credentials as { AccessKeyId: string };
  const issued = fixture.credentials.find(AccessKeyId);
  assert.equal(issued?.role.name, 'admin');
  assert.equal(issued.username, 'someone');
  assert.deepEqual(issued.amr, ['authenticated', ISSUER, `${ARN}:OIDC:someone`]);
});

test('without keys a token cannot be verified, and the log says which option gives them', async () => {
  const fixture = aFixture([]);
  const Logins = { [ISSUER]: await tokenOf(fixture) };
  const reply = await fixture.call('GetId', { IdentityPoolId: POOL_ID, Logins });
  assert.equal(
    reply.said,
    "NotAuthorizedException: Invalid login token. Couldn't verify signed token.",
  );
  assert.match(
    reply.response.decision,
    /start with --oidc https:\/\/login\.example\.com\/main=<JWKS file or loopback URL>/,
  );
});

test('refuses what such a provider did not sign for this pool', async () => {
  const fixture = aFixture();
  const stranger = await generateKeyPair('ES256');
  const invalid = 'NotAuthorizedException: Invalid login token.';
  const expired = Math.floor(fixture.clock.nowMs / 1000) - 1;
  assert.equal(
    await said(fixture, await tokenOf(fixture, {}, stranger.privateKey)),
    `${invalid} Couldn't verify signed token.`,
  );
  assert.equal(
    await said(fixture, await tokenOf(fixture, { exp: expired })),
    `${invalid} Token expired: ${expired + 1} >= ${expired}`,
  );
  assert.equal(
    await said(fixture, await tokenOf(fixture, { iss: 'https://other.example.com' })),
    `${invalid} Issuer doesn't match providerName`,
  );
  assert.equal(
    await said(fixture, await tokenOf(fixture, { aud: 'another' })),
    'NotAuthorizedException: Token is not from a supported provider of this identity pool.',
  );
  assert.equal(await said(fixture, 'garbage'), `${invalid} Not a Cognito token.`);
  assert.equal(
    await said(fixture, await tokenOf(fixture, { sub: '' })),
    `${invalid} Not a valid OpenId Connect identity token.`,
  );
});

test('takes no unsigned token, and none signed with a published key as a secret', async () => {
  const fixture = aFixture();
  const [, payload = ''] = (await tokenOf(fixture)).split('.');
  for (const alg of ['none', 'HS256']) {
    const head = Buffer.from(JSON.stringify({ alg, kid: 'k' })).toString('base64url');
    assert.match(await said(fixture, `${head}.${payload}.AAAA`), /Couldn't verify signed token\.$/);
  }
});

test('any client of the provider may ask, and a token for several names the one in azp', async () => {
  const fixture = aFixture();
  assert.equal(await said(fixture, await tokenOf(fixture, { aud: 'app-2' })), 'ok');
  const several = { aud: ['x', 'app'], azp: 'app' };
  assert.equal(await said(fixture, await tokenOf(fixture, several)), 'ok');
  assert.match(
    await said(fixture, await tokenOf(fixture, { aud: ['x', 'app'] })),
    /Not a valid OpenId Connect identity token\.$/,
  );
});

test('asks an address on this machine for the keys, and refuses when nobody answers there', async () => {
  const service: Service = {
    name: 'keys',
    handle: () =>
      Promise.resolve({ status: 200, headers: [], body: JSON.stringify(JWKS), decision: '200' }),
    refuse: () => ({ status: 500, headers: [], body: '', decision: '500' }),
  };
  const log = (): void => undefined;
  const clock = { now: () => 0 };
  const loopback = await listenOnLoopback(
    0,
    (port) => createServiceServer({ service: () => service, clock, log, host: 'localhost', port }),
    log,
  );
  const url = new URL(`http://127.0.0.1:${loopback.port}/keys`);
  const given = [{ providerName: ISSUER, source: { kind: 'url', url } }] as const;
  const fixture = aFixture(given);
  assert.equal(await said(fixture, await tokenOf(fixture)), 'ok');
  await loopback.close();
  assert.match(
    await said(aFixture(given), await tokenOf(fixture)),
    /Couldn't verify signed token\.$/,
  );
});
