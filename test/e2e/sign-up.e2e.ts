import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, isSignUp, NEW_PASSWORD, newestMail, signIn, test } from './fixtures';

test('a new user signs up, confirms with the mailed code, signs in and is an ordinary member', async ({
  page,
  traffic,
  site,
  cloud,
}) => {
  const username = `newcomer-${test.info().workerIndex}`;
  const password = NEW_PASSWORD;
  const email = `${username}@example.com`;

  await page.goto(`${site}/sign-up`);
  await page.getByLabel('Name', { exact: true }).fill('Robin Newcomer');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();

  await expect(page.getByLabel('Confirmation code')).toBeVisible();
  const code = /\d{6}/.exec((await newestMail(cloud, email)).message)?.[0] ?? '';
  await page.getByLabel('Confirmation code').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();

  await signIn(page, site, username, password);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Account' })).toBeVisible();
  await page.goto(`${site}/secure`);
  await page.getByRole('button', { name: 'Call GET /secure' }).click();
  await expect(page.getByText('200 OK')).toBeVisible();
  await page.goto(`${site}/vip`);
  await page.getByRole('button', { name: 'Call GET /vip' }).click();
  await expect(
    page.getByRole('heading', { name: 'Your role, member, may not call GET /vip.' }),
  ).toBeVisible();

  // That nothing else carried it is asserted of every journey (fixtures.ts).
  const signUp = traffic.map(({ request }) => request).find(isSignUp);
  expect(signUp?.url()).not.toContain(password);
  expect(JSON.stringify(signUp?.headers())).not.toContain(password);
  expect((JSON.parse(signUp?.postData() ?? '{}') as { Password?: string }).Password).toBe(password);
  expect(cloud.output()).not.toContain(password);
  for (const file of readdirSync(cloud.dataDir)) {
    expect(readFileSync(join(cloud.dataDir, file)).includes(password), file).toBe(false);
  }
});

test('a wrong confirmation code is refused in words, and the right one still works', async ({
  page,
  site,
  cloud,
}) => {
  const username = `careless-${test.info().workerIndex}`;
  const email = `${username}@example.com`;
  await page.goto(`${site}/sign-up`);
  await page.getByLabel('Name', { exact: true }).fill('Sam Careless');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Confirmation code')).toBeVisible();
  const code = /\d{6}/.exec((await newestMail(cloud, email)).message)?.[0] ?? '';
  const wrong = code === '000000' ? '000001' : '000000';
  await page.getByLabel('Confirmation code').fill(wrong);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert')).toContainText(/code/i);
  await page.getByLabel('Confirmation code').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
