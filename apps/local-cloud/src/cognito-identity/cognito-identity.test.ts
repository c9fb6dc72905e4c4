import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  ListIdentityPoolsCommand,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity';

import { aSeedUser, setUpIdp } from '../cognito-idp/testing/idp-fixture';
import { tokensOf } from '../cognito-idp/testing/sign-in';
import { listenOnLoopback } from '../http/loopback';
import type { Service } from '../http/message';
import { createServiceServer } from '../http/service-server';
import { KNOWN_OPERATIONS, OPERATIONS } from './operations';
import {
  aPool,
  aRole,
  CLIENT_ID,
  POOL_ID,
  PROVIDER,
  setUpIdentity,
  valid,
} from './testing/identity-fixture';

/** AWS's own client against the service over HTTP. */
async function clientOf(t: TestContext, service: Service): Promise<CognitoIdentityClient> {
  const log = (): void => undefined;
  const clock = { now: () => 0 };
  const loopback = await listenOnLoopback(
    0,
    (own) =>
      createServiceServer({ service: () => service, clock, log, host: 'localhost', port: own }),
    log,
  );
  t.after(() => loopback.close());
  return new CognitoIdentityClient({
    region: 'us-west-2',
    endpoint: `http://127.0.0.1:${loopback.port}`,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'unused' },
    maxAttempts: 1,
  });
}

test('a real sign-in becomes an identity and the credentials of its role', async (t) => {
  const idp = setUpIdp({ users: [aSeedUser('user')] });
  const { IdToken, AccessToken } = await tokensOf(idp);
  const fixture = setUpIdentity({ verifier: idp.idp.tokens, nowMs: idp.clock.nowMs });
  const client = await clientOf(t, fixture.service);
  const Logins = { [PROVIDER]: IdToken };
  const { IdentityId } = await client.send(new GetIdCommand({ IdentityPoolId: POOL_ID, Logins }));
  const { Credentials } = await client.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
  );
  const issued = fixture.credentials.find(Credentials?.AccessKeyId ?? '');
  assert.equal(issued?.role.name, 'member');
  assert.equal(issued.username, 'user');
  assert.equal(issued.identityId, IdentityId);
  assert.equal(Credentials?.SecretKey, issued.secretAccessKey);
  assert.equal(Credentials.Expiration?.getTime(), issued.expiresAtMs);

  const withAccessToken = new GetIdCommand({
    IdentityPoolId: POOL_ID,
    Logins: { [PROVIDER]: AccessToken },
  });
  await assert.rejects(client.send(withAccessToken), {
    name: 'NotAuthorizedException',
    message: 'Invalid login token. Not a valid OpenId Connect identity token.',
  });
});

test('after global sign-out a pool with ServerSideTokenCheck refuses the token', async () => {
  const idp = setUpIdp({ users: [aSeedUser('user')] });
  const { IdToken, AccessToken } = await tokensOf(idp);
  const provider = { providerName: PROVIDER, clientId: CLIENT_ID, serverSideTokenCheck: true };
  const fixture = setUpIdentity({
    verifier: idp.idp.tokens,
    nowMs: idp.clock.nowMs,
    pools: [aPool({ providers: [provider] })],
  });
  const ask = (): Promise<{ readonly said: string }> =>
    fixture.call('GetId', { IdentityPoolId: POOL_ID, Logins: { [PROVIDER]: IdToken } });
  assert.equal((await ask()).said, 'ok');
  await idp.call('GlobalSignOut', { AccessToken });
  assert.equal((await ask()).said, 'NotAuthorizedException: Token is inactive');
});

test('AWS’s client reads refusals as the exceptions they are', async (t) => {
  const fixture = setUpIdentity({ tokens: { T: valid('user') }, roles: [aRole('other')] });
  const client = await clientOf(t, fixture.service);
  await assert.rejects(client.send(new GetIdCommand({ IdentityPoolId: POOL_ID })), (error) => {
    assert.ok(error instanceof NotAuthorizedException);
    assert.equal(error.$metadata.httpStatusCode, 400);
    assert.match(error.message, /^Unauthenticated access is not supported/);
    return true;
  });
  await assert.rejects(client.send(new ListIdentityPoolsCommand({ MaxResults: 1 })), {
    name: 'NotEmulatedException',
    message:
      /cognito-identity ListIdentityPools is not emulated.*cognito-identity\/operations\/list-identity-pools\.ts/,
  });
});

test('refuses to boot while it is open whether a pool takes guests', () => {
  const allowUnauthenticated = { kind: 'unknown', because: 'known after apply' } as const;
  assert.throws(() => setUpIdentity({ pools: [aPool({ allowUnauthenticated })] }), {
    name: 'BootError',
    code: 'ERR_IDENTITY_POOL_UNSETTLED',
    message: /^aws_cognito_identity_pool\.pool does not say whether it takes guests/,
  });
});

test('emulates only operations that the service has', () => {
  const known: readonly string[] = KNOWN_OPERATIONS;
  for (const name of Object.keys(OPERATIONS)) assert.ok(known.includes(name), name);
});

/** AWS's published model of the API, beside the repository where it is at hand. */
const MODEL = '../shared/vectors/aws-models/cognito-identity.json';
const skip = existsSync(MODEL) ? false : `${MODEL} is not here`;

test('knows every operation of the published API model', { skip }, () => {
  const { operations } = JSON.parse(readFileSync(MODEL, 'utf8')) as { operations: object };
  assert.deepEqual([...KNOWN_OPERATIONS].sort(), Object.keys(operations).sort());
});
