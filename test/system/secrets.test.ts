import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { withFunction } from '../changed-stack';
import { startLocalCloudProcess } from '../local-cloud-process';
import { getCredentials, readConfig, sendCall, signCall, signIn } from './caller';
import { temporaryFolder } from './refused-start';

/** What a careless function does. */
const LOGS_ITS_EVENT = `export const handler = async (event) => {
  console.log(JSON.stringify(event));
  return { statusCode: 200, body: '{}' };
};`;

test('a function that logs its whole event shows no session token and no API key', async (t) => {
  const stack = withFunction(join(temporaryFolder(t), 'stack'), LOGS_ITS_EVENT);
  const cloud = await startLocalCloudProcess({ args: ['--stack', stack] });
  t.after(() => cloud.stop());
  const config = await readConfig(cloud.website);
  const { idToken } = await signIn(config, 'user', 'House1234?');
  const credentials = await getCredentials(config, idToken);
  assert.equal((await sendCall(config, signCall(config, credentials))).status, 200);

  await cloud.printed(/"X-Api-Key":/i);
  const printed = cloud.output();
  assert.match(printed, /"X-Amz-Security-Token":"\w{4}…\(masked\)"/i);
  assert.match(printed, /"X-Api-Key":"\w{4}…\(masked\)"/i);
  for (const secret of [credentials.sessionToken, config.apiKey])
    assert.equal(printed.includes(secret), false);
});
