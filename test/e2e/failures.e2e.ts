import type { Page, Route } from '@playwright/test';

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

interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

/** Lets API Gateway answer as it does when a limit or the function stops a call. */
async function answerCalls(page: Page, refusal: Refusal): Promise<void> {
  await page.route(isCall, async (route: Route) => {
    // The preflight is the local cloud's own; so are the CORS headers, which answers of a limit carry too.
    const { status, type, message } = refusal;
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Date, x-amzn-ErrorType, x-amzn-RequestId',
      'content-type': 'application/json',
      'x-amzn-errortype': type,
      'x-amzn-requestid': '3f6c1c1e-0000-4000-8000-00000000000a',
    };
    await route.fulfill({ status, headers, body: JSON.stringify({ message }) });
  });
}

test('the first call without a network says offline, claims no keys, and works once connected', async ({
  page,
  context,
  site,
}) => {
  await openSecure(page, site);
  await context.setOffline(true);
  expect(await callAndRead(page, 'You are offline.')).toBe(
    'pass unknown unknown unknown unknown unknown',
  );
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
  expect(await callAndRead(page, 'You are offline.')).toBe(
    'pass pass unknown unknown unknown unknown',
  );
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

const ANSWERED = [
  {
    refusal: { status: 429, type: 'TooManyRequestsException', message: 'Too Many Requests' },
    heading: 'Too many calls at once.',
    badge: '429 Slow down',
    chain: 'pass pass unknown unknown stop skip',
  },
  {
    refusal: { status: 429, type: 'LimitExceededException', message: 'Limit Exceeded' },
    heading: 'This app’s quota is used up.',
    badge: '429 Quota used up',
    chain: 'pass pass unknown unknown stop skip',
  },
  {
    refusal: {
      status: 502,
      type: 'InternalServerErrorException',
      message: 'Internal server error',
    },
    heading: 'The route failed.',
    badge: '502 Route failed',
    chain: 'pass pass pass pass pass stop',
  },
] as const;

for (const { refusal, heading, badge, chain } of ANSWERED) {
  test(`${refusal.status} ${refusal.type} says: ${heading}`, async ({ page, site }) => {
    await openSecure(page, site);
    await answerCalls(page, refusal);
    expect(await callAndRead(page, heading)).toBe(chain);
    await expect(page.getByTestId('call-status')).toContainText(badge);
    await expect(page.getByRole('main')).toContainText('Request 3f6c1c1e');
  });
}

test('a clock 20 minutes fast is mended by one retry', async ({ page, site }) => {
  await page.clock.install({ time: Date.now() + 20 * 60_000 });
  await openSecure(page, site);
  const statuses: number[] = [];
  page.on('response', (response) => {
    const isPreflight = response.request().method() === 'OPTIONS';
    if (isCall(new URL(response.url())) && !isPreflight) statuses.push(response.status());
  });
  await button(page).click();
  await expect(page.getByText('200 OK')).toBeVisible();
  expect(statuses).toEqual([403, 200]);
  expect(await chainOf(page)).toBe('pass pass pass pass pass pass');
});

test('a clock the gate goes on refusing says which way it is off', async ({ page, site }) => {
  await openSecure(page, site);
  await answerCalls(page, {
    status: 403,
    type: 'InvalidSignatureException',
    message:
      'Signature not yet current: 20261122T092000Z is still later than 20261122T090500Z (20261122T090000Z + 5 min.)',
  });
  expect(await callAndRead(page, 'Your clock is 20 minutes ahead.')).toBe(
    'pass pass stop skip skip skip',
  );
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
