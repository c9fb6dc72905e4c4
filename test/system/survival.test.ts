/** What a kill, a restart or a crowd must not break. Short here; `npm run test:long` goes on for longer. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  SignUpCommand,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';

import { startLocalCloudProcess } from '../local-cloud-process';
import {
  getCredentials,
  readConfig,
  sendCall,
  signCall,
  signIn,
  userPoolClient,
  type Config,
} from './caller';

const LONG = process.env.GATEHOUSE_LONG === '1';
const KILLS = LONG ? 20 : 3;
const CALLERS = LONG ? 32 : 8;
const CALLS_EACH = LONG ? 2_000 : 25;

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-survival-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function signUp(config: Config, username: string): Promise<unknown> {
  return userPoolClient(config).send(
    new SignUpCommand({
      ClientId: config.userPoolClientId,
      Username: username,
      Password: 'Fresh-Paint-77!',
      UserAttributes: [
        { Name: 'name', Value: username },
        { Name: 'email', Value: `${username}@example.com` },
      ],
    }),
  );
}

test('sessions and credentials outlive a restart', async (t) => {
  const dataDir = temporaryFolder(t);
  const first = await startLocalCloudProcess({ dataDir });
  const config = await readConfig(first.website);
  const tokens = await signIn(config, 'admin', 'House1234?');
  const credentials = await getCredentials(config, tokens.idToken);
  assert.equal(await first.stop(), 0);

  const second = await startLocalCloudProcess({ dataDir });
  t.after(() => second.stop());
  const moved = await readConfig(second.website);
  await userPoolClient(moved).send(new GetUserCommand({ AccessToken: tokens.accessToken }));
  const refreshed = await userPoolClient(moved).send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: moved.userPoolClientId,
      RefreshToken: tokens.refreshToken,
    }),
  );
  assert.ok(refreshed.AuthenticationResult?.IdToken);
  assert.equal((await sendCall(moved, signCall(moved, credentials, { path: '/vip' }))).status, 200);
});

test(`${KILLS} kills in mid-work lose no account that was answered, and the next start is clean`, async (t) => {
  const dataDir = temporaryFolder(t);
  const answered: string[] = [];
  for (let round = 0; round < KILLS; round += 1) {
    const cloud = await startLocalCloudProcess({ dataDir });
    const config = await readConfig(cloud.website);
    const inFlight = Array.from({ length: 12 }, (_, index) => {
      const username = `settler-${round}-${index}`;
      return signUp(config, username).then(() => answered.push(username));
    });
    await Promise.any(inFlight);
    assert.equal(await cloud.stop('SIGKILL'), 'SIGKILL');
    await Promise.allSettled(inFlight);
  }
  assert.ok(answered.length >= KILLS);
  const cloud = await startLocalCloudProcess({ dataDir });
  t.after(() => cloud.stop());
  const config = await readConfig(cloud.website);
  for (const username of answered) {
    await assert.rejects(signUp(config, username), UsernameExistsException, username);
  }
});

test(`${CALLERS} callers at once get ${CALLS_EACH} right answers each`, async (t) => {
  const cloud = await startLocalCloudProcess({
    args: ['--stack', 'cdktf.out/stacks/gatehouse-dev'],
  });
  t.after(() => cloud.stop());
  const config = await readConfig(cloud.website);
  const member = await getCredentials(config, (await signIn(config, 'user', 'House1234?')).idToken);
  const caller = async (index: number): Promise<void> => {
    for (let count = 0; count < CALLS_EACH; count += 1) {
      // Refused before the plan counts it: the answer must be the policy's, however many ask at once.
      const path = (index + count) % 2 === 0 ? '/vip' : '/nowhere';
      const answer = await sendCall(config, signCall(config, member, { path }));
      assert.equal(answer.status, 403, answer.body);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, index) => caller(index)));
});
