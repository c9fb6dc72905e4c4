import type { Page, Response } from '@playwright/test';

import { expect, signedInAs, signIn, test, WRONG_PASSWORD } from './fixtures';

test('a wrong password is refused in one sentence', async ({ page, site }) => {
  await signIn(page, site, 'user', WRONG_PASSWORD);
  await expect(page.getByRole('alert')).toContainText('That username and password don’t match.');
});

test('an unknown user cannot be told from a wrong password: same sentence, same shape on the wire', async ({
  page,
  site,
}) => {
  const known = await refusedAnswers(page, site, 'user');
  expect(known.length).toBeGreaterThan(1);
  expect(await refusedAnswers(page, site, 'nobody-here')).toEqual(known);
});

/** The shape of every answer to a sign-in with a wrong password. */
async function refusedAnswers(
  page: Page,
  site: string,
  username: string,
): Promise<readonly string[]> {
  const answers: Promise<string>[] = [];
  const listen = (response: Response): void => {
    if (response.request().method() === 'POST') answers.push(shapeOf(response));
  };
  page.on('response', listen);
  await signIn(page, site, username, WRONG_PASSWORD);
  await expect(page.getByRole('alert')).toContainText('That username and password don’t match.');
  page.off('response', listen);
  return Promise.all(answers);
}

/** What is random at a fixed length; the rest may differ in value, never in kind. */
const FIXED_LENGTH = ['SALT', 'SECRET_BLOCK'];

async function shapeOf(response: Response): Promise<string> {
  const shape: unknown = JSON.parse(await response.text(), (key, value: unknown) => {
    if (typeof value === 'object') return value;
    const isFixed = typeof value === 'string' && FIXED_LENGTH.includes(key);
    return isFixed ? `${value.length} characters` : typeof value;
  });
  return `${response.status()} ${JSON.stringify(shape)}`;
}

test('a reload stays signed in', async ({ page, site }) => {
  await signedInAs(page, site, 'user');
  await page.reload();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Account' })).toBeVisible();
  await page.goto(`${site}/secure`);
  await page.getByRole('button', { name: 'Call GET /secure' }).click();
  await expect(page.getByText('200 OK')).toBeVisible();
});

test('signing out closes the pages that need a session', async ({ page, site }) => {
  await signedInAs(page, site, 'user');
  await page.goto(`${site}/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await page.goto(`${site}/account`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('after signing out everywhere, the other browser cannot refresh', async ({
  browser,
  page,
  site,
}) => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signedInAs(other, site, 'user');
  await other.getByRole('link', { name: 'Account' }).click();
  await expect(other.getByRole('button', { name: 'Refresh my access' })).toBeVisible();

  await signedInAs(page, site, 'user');
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(
    page.getByText('You are signed out here. Your other sessions end at their next refresh'),
  ).toBeVisible();

  const refused = other.waitForResponse(
    (response) =>
      response.request().headers()['x-amz-target']?.endsWith('.GetTokensFromRefreshToken') === true,
  );
  await other.getByRole('button', { name: 'Refresh my access' }).click();
  const answer = await refused;
  expect(answer.status()).toBe(400);
  expect(await answer.headerValue('x-amzn-errortype')).toBe('NotAuthorizedException:');
  await expect(other.getByText('Your session has ended')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await elsewhere.close();
});
