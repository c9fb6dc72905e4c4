import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

import { systemClock } from '../../apps/local-cloud/src/clock';
import { startLocalCloud, type LocalCloud } from '../../apps/local-cloud/src/local-cloud';
import { parseOptions } from '../../apps/local-cloud/src/options';
import { changedStack, setAll } from '../changed-stack';

const ISSUER = 'login.example.com/main';
const KEYS = await generateKeyPair('RS256');

/** The synthesized stack, whose identity pool takes an OpenID Connect provider too. */
async function start(t: TestContext, ...argv: string[]): Promise<LocalCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'identity-oidc-'));
  const stack = changedStack(join(folder, 'stack'), (resources) => {
    resources.aws_iam_openid_connect_provider = {
      login: { url: `https://${ISSUER}`, client_id_list: ['app'] },
    };
    setAll(resources, 'aws_cognito_identity_pool', {
      openid_connect_provider_arns: ['${aws_iam_openid_connect_provider.login.arn}'],
    });
  });
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys: [await publicKey()] }));
  const given = argv.map((text) => text.replace('<folder>', folder));
  const fixed = ['--stack', stack, '--ephemeral', '--port', '0', '--no-seed'];
  const options = parseOptions([...fixed, ...given]);
  assert.ok(options !== 'help');
  const cloud = await startLocalCloud({ ...options, clock: systemClock, log: () => undefined });
  t.after(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return cloud;
}

async function publicKey(): Promise<object> {
  return { ...(await exportJWK(KEYS.publicKey)), kid: 'k', alg: 'RS256' };
}

/** Signs in with a token of the provider. @returns the access key */
async function signInTo({ model, origins }: LocalCloud): Promise<string | undefined> {
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(`https://${ISSUER}`)
    .setAudience('app')
    .setSubject('someone')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(KEYS.privateKey);
  const client = new CognitoIdentityClient({
    region: model.region,
    endpoint: origins.identityPools,
    maxAttempts: 1,
  });
  const Logins = { [ISSUER]: token };
  const IdentityPoolId = model.identityPools[0]?.id;
  const { IdentityId } = await client.send(new GetIdCommand({ IdentityPoolId, Logins }));
  const given = await client.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }));
  return given.Credentials?.AccessKeyId;
}

test('a provider whose keys are given at the start signs people in', async (t) => {
  const cloud = await start(t, '--oidc', `https://${ISSUER}=<folder>/keys.json`);
  assert.match((await signInTo(cloud)) ?? '', /^ASIA/);
});

test('without its keys, its tokens cannot be verified', async (t) => {
  await assert.rejects(signInTo(await start(t)), {
    name: 'NotAuthorizedException',
    message: "Invalid login token. Couldn't verify signed token.",
  });
});
