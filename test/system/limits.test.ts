/** The limits of the usage plan, reached for real: AWS's two 429s, and a browser can read them. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import type { Answer } from '../../apps/local-cloud/src/http/testing/wire';
import { changedStack, setAll } from '../changed-stack';
import { startLocalCloudProcess } from '../local-cloud-process';
import { getCredentials, readConfig, sendCall, signCall, signIn } from './caller';
import { temporaryFolder } from './refused-start';
import { assertReadableByBrowser, assertRefused, PASSWORD } from './signed-in-cloud';

/** The first two calls of a member under a usage plan with these settings. */
async function callTwice(
  t: TestContext,
  plan: object,
): Promise<{ first: Answer; second: Answer; website: string }> {
  const stack = changedStack(join(temporaryFolder(t), 'stack'), (resources) => {
    setAll(resources, 'aws_api_gateway_usage_plan', plan);
  });
  const cloud = await startLocalCloudProcess({ args: ['--stack', stack] });
  t.after(() => cloud.stop());
  const config = await readConfig(cloud.website);
  const member = await getCredentials(config, (await signIn(config, 'user', PASSWORD)).idToken);
  const call = (): Promise<Answer> => sendCall(config, signCall(config, member));
  return { first: await call(), second: await call(), website: cloud.website };
}

test('a call over the plan’s rate is throttled', async (t) => {
  const { first, second, website } = await callTwice(t, {
    throttle_settings: { burst_limit: 1, rate_limit: 0.01 },
  });
  assert.equal(first.status, 200, first.body);
  assertRefused(second, 429, 'TooManyRequestsException', /^Too Many Requests$/);
  assertReadableByBrowser(second, website);
});

test('a call over the plan’s quota is refused', async (t) => {
  const { first, second, website } = await callTwice(t, {
    quota_settings: { limit: 1, period: 'DAY' },
  });
  assert.equal(first.status, 200, first.body);
  assertRefused(second, 429, 'LimitExceededException', /^Limit Exceeded$/);
  assertReadableByBrowser(second, website);
});
