import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page, Response } from '@playwright/test';

import { changedStack, setAll, withFunction } from '../changed-stack';
import { startLocalCloudProcess } from '../local-cloud-process';
import { expect, signedInAs, test } from './fixtures';

/** How far the call got: one state per step, in the order of the chain. */
async function chainOf(page: Page): Promise<string> {
  const steps = page.getByRole('list', { name: 'How far the call got' }).getByRole('listitem');
  const states = await steps.evaluateAll((items) =>
    items.map((item) => item.getAttribute('class')),
  );
  return states.join(' ');
}

const button = (page: Page) => page.getByRole('button', { name: /^Call (GET|again)/ });

async function openSecure(page: Page, site: string): Promise<void> {
  await signedInAs(page, site, 'user');
  await page.goto(`${site}/secure`);
  await button(page).waitFor();
}

/** Calls, and waits for the screen with this heading. */
async function callAndRead(page: Page, heading: string): Promise<string> {
  await button(page).click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  return chainOf(page);
}

const isCall = (url: URL): boolean => url.pathname === '/dev/secure';

/** To a call, not to its preflight. */
const isAnswer = (response: Response): boolean =>
  isCall(new URL(response.url())) && response.request().method() !== 'OPTIONS';

/** Of the answers to all calls from now on. */
function statusesOf(page: Page): readonly number[] {
  const statuses: number[] = [];
  page.on('response', (response) => {
    if (isAnswer(response)) statuses.push(response.status());
  });
  return statuses;
}

test('the first call without a network says offline, claims no keys, and works once connected', async ({
  page,
  context,
  site,
}) => {
  await openSecure(page, site);
  await context.setOffline(true);
  expect(await callAndRead(page, 'You are offline.')).toBe('pass unknown skip skip skip skip');
  await expect(page.getByTestId('call-status')).toContainText('Offline');
  await context.setOffline(false);
  await button(page).click();
  await expect(page.getByText('200 OK')).toBeVisible();
});

test('a later call without a network says offline, and that it had keys', async ({
  page,
  context,
  site,
}) => {
  await openSecure(page, site);
  await button(page).click();
  await expect(page.getByText('200 OK')).toBeVisible();
  await context.setOffline(true);
  expect(await callAndRead(page, 'You are offline.')).toBe('pass pass skip skip skip skip');
});

test('an API that is not there is no answer, not a refusal', async ({ page, site }) => {
  await openSecure(page, site);
  await page.route(isCall, (route) => route.abort('connectionrefused'));
  expect(await callAndRead(page, 'The gate didn’t answer.')).toBe(
    'pass pass unknown unknown unknown unknown',
  );
});

test('a sign-in service that is not there stops the call at the keys', async ({ page, site }) => {
  await openSecure(page, site);
  await page.route('**/*', (route) =>
    route.request().headers()['x-amz-target']?.startsWith('AWSCognitoIdentityService.') === true
      ? route.abort('connectionrefused')
      : route.fallback(),
  );
  expect(await callAndRead(page, 'We couldn’t get keys to sign with.')).toBe(
    'pass stop skip skip skip skip',
  );
});

test('a part of the page that does not load says nothing about roles', async ({ page, site }) => {
  await openSecure(page, site);
  await page.route('**/*.js', (route) => route.abort('connectionrefused'));
  expect(await callAndRead(page, 'The call couldn’t be signed.')).toBe(
    'pass unknown stop skip skip skip',
  );
  await expect(page.getByRole('main')).toContainText('Nothing was sent.');
});

test('a refused API key stops at the key, and says that the sign-in is fine', async ({
  page,
  site,
}) => {
  await page.route('**/config.json', async (route) => {
    const answer = await route.fetch();
    const config = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...config, apiKey: 'x'.repeat(30) } });
  });
  await openSecure(page, site);
  expect(await callAndRead(page, 'The gate refused this app’s API key.')).toBe(
    'pass pass unknown unknown stop skip',
  );
  await expect(page.getByTestId('call-status')).toContainText('403 Key refused');
  await expect(page.getByRole('main')).toContainText('your sign-in is fine');
});

/** Each by a local cloud whose stack makes it happen. */
const REFUSED = [
  {
    what: 'a call over the rate: 429',
    stack: (folder: string) => withPlan(folder, { throttle_settings: THROTTLED }),
    callsBefore: 1,
    heading: 'Too many calls at once.',
    badge: '429 Slow down',
    chain: 'pass pass unknown unknown stop skip',
  },
  {
    what: 'a call over the quota: 429',
    stack: (folder: string) => withPlan(folder, { quota_settings: { limit: 1, period: 'DAY' } }),
    callsBefore: 1,
    heading: 'This app’s quota is used up.',
    badge: '429 Quota used up',
    chain: 'pass pass unknown unknown stop skip',
  },
  {
    what: 'a function that throws: 502',
    stack: (folder: string) =>
      withFunction(
        folder,
        "export const handler = async () => { throw new Error('on purpose'); };",
      ),
    callsBefore: 0,
    heading: 'The route failed.',
    badge: '502 Route failed',
    chain: 'pass pass pass pass pass stop',
  },
] as const;

/** One call, and the next in a hundred seconds. */
const THROTTLED = { burst_limit: 1, rate_limit: 0.01 };

function withPlan(folder: string, settings: object): string {
  return changedStack(folder, (resources) => {
    setAll(resources, 'aws_api_gateway_usage_plan', settings);
  });
}

for (const { what, stack, callsBefore, heading, badge, chain } of REFUSED) {
  test(`${what} says: ${heading}`, async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-stack-'));
    const cloud = await startLocalCloudProcess({ args: ['--stack', stack(folder)] });
    try {
      await openSecure(page, cloud.website);
      for (let call = 0; call < callsBefore; call += 1) {
        await button(page).click();
        await expect(page.getByText('200 OK')).toBeVisible();
      }
      const answer = page.waitForResponse(isAnswer);
      expect(await callAndRead(page, heading)).toBe(chain);
      await expect(page.getByTestId('call-status')).toContainText(badge);
      const requestId = await (await answer).headerValue('x-amzn-requestid');
      await expect(page.getByRole('main')).toContainText(`Request ${requestId?.slice(0, 8) ?? ''}`);
    } finally {
      await cloud.stop();
      rmSync(folder, { recursive: true });
    }
  });
}

test('a clock 20 minutes fast is mended by one retry', async ({ page, site }) => {
  await page.clock.install({ time: Date.now() + 20 * 60_000 });
  await openSecure(page, site);
  const statuses = statusesOf(page);
  await button(page).click();
  await expect(page.getByText('200 OK')).toBeVisible();
  expect(statuses).toEqual([403, 200]);
  expect(await chainOf(page)).toBe('pass pass pass pass pass pass');
});

test('a clock 20 minutes fast, behind a proxy whose Date is as wrong, says which way it is off', async ({
  page,
  site,
}) => {
  const aheadMs = 20 * 60_000;
  await page.clock.install({ time: Date.now() + aheadMs });
  // The gate refuses for real, each time. Its Date alone is another's: with the right one, the client would mend the call.
  await page.route(isCall, async (route) => {
    const response = await route.fetch();
    const date = new Date(Date.now() + aheadMs).toUTCString();
    await route.fulfill({ response, headers: { ...response.headers(), date } });
  });
  await openSecure(page, site);
  const statuses = statusesOf(page);
  expect(await callAndRead(page, 'Your clock is 20 minutes ahead.')).toBe(
    'pass pass stop skip skip skip',
  );
  expect(statuses).toEqual([403]);
});

test('a session ended elsewhere stops at the session, and leads back to this page', async ({
  browser,
  page,
  site,
}) => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signedInAs(other, site, 'user');
  await page.clock.install();
  await openSecure(page, site);
  await other.getByRole('link', { name: 'Account' }).click();
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(other.getByText('You are signed out here.')).toBeVisible();
  await elsewhere.close();

  // The tokens last an hour; then they are asked for anew, and refused.
  await page.clock.fastForward('01:05:00');
  expect(await callAndRead(page, 'You are signed out.')).toBe('stop skip skip skip skip skip');
  await page.getByRole('main').getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(`${site}/sign-in?next=%2Fsecure`);
});
