import type { Page } from '@playwright/test';

import { startLocalCloudProcess } from '../local-cloud-process';
import { consoleAccess, goTo, test } from './console-page';
import { expect, NEW_PASSWORD, signedInAs, signIn } from './fixtures';

async function call(page: Page, site: string, route: string): Promise<void> {
  await page.goto(`${site}${route}`);
  await page.getByRole('button', { name: `Call GET ${route}` }).click();
  await page
    .getByText(/^(200 OK|403 )/)
    .first()
    .waitFor();
}

test('its link opens the console, and leaves no token in the address', async ({
  openConsole,
  cloud,
}) => {
  const page = await openConsole();
  await expect(page.getByText('gatehouse-dev as synthesized')).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.goBack();
  expect(page.url()).not.toContain(consoleAccess(cloud).token);
});

test('asks for the token, says where it lies, and refuses another', async ({ page, cloud }) => {
  const { origin, token } = consoleAccess(cloud);
  await page.goto(`${origin}/#/users`);
  await expect(page.getByRole('main')).toContainText('operator-token');
  await page.getByLabel('Token').fill('short');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('A token has 43 letters')).toBeVisible();
  await page.getByLabel('Token').fill('x'.repeat(43));
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('The local cloud does not know this token.')).toBeVisible();
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('heading', { name: 'Users and groups' })).toBeVisible();
});

test('a denied call appears by itself, with the chain, the statement that came closest and its policy', async ({
  page,
  openConsole,
  site,
}) => {
  const console = await openConsole();
  await goTo(console, 'Requests');
  await signedInAs(page, site, 'user');
  await call(page, site, '/vip');
  await console
    .getByRole('link', { name: /GET \/dev\/vip user 403 Not allowed/ })
    .first()
    .click();
  const steps = console
    .getByRole('list', { name: 'How far the request got' })
    .getByRole('listitem');
  await expect(steps).toHaveClass(['pass', 'pass', 'pass', 'stop', 'skip', 'skip']);
  await expect(console.getByRole('heading', { name: /“CallGetSecure” of/ })).toBeVisible();
  await expect(console.locator('.missed-line').first()).toContainText('/GET/secure');
  await console.getByRole('link', { name: 'See it among the others of its policy' }).click();
  await expect(console.getByRole('heading', { name: 'Roles and policies' })).toBeAttached();
  await expect(console.getByText('This one comes closest')).toBeInViewport();
});

test('finds requests by who and route, and stands still while paused', async ({
  page,
  openConsole,
  site,
}) => {
  const console = await openConsole();
  await goTo(console, 'Requests');
  await signedInAs(page, site, 'admin');
  await call(page, site, '/vip');
  const rows = console.getByRole('list', { name: 'Requests, newest first' }).getByRole('listitem');
  await console.getByRole('searchbox').fill('admin /vip 200');
  await expect(rows.first()).toContainText('200 OK');
  await console.getByRole('button', { name: /Live/ }).click();
  const before = await rows.count();
  const answer = page.waitForResponse((one) => new URL(one.url()).pathname === '/dev/vip');
  await page.getByRole('button', { name: 'Call again' }).click();
  await answer;
  await expect(rows).toHaveCount(before);
  await console.getByRole('button', { name: /Paused/ }).click();
  await expect(rows).toHaveCount(before + 1);
  await console.getByRole('searchbox').fill('nobody at all');
  await expect(console.getByRole('heading', { name: 'Nothing fits' })).toBeVisible();
});

test('makes a user under the rules of the pool, who then signs in with their group', async ({
  page,
  openConsole,
  site,
  cloud,
}) => {
  const username = `made-${String(test.info().workerIndex)}`;
  const console = await openConsole();
  await goTo(console, 'Users');
  await console.getByRole('button', { name: 'New user' }).click();
  await console.getByLabel('Username').fill(username);
  await console.getByLabel('Password', { exact: true }).fill('short');
  await console.getByLabel('Email').fill(`${username}@example.com`);
  await console.getByLabel('Name', { exact: true }).fill('Made Here');
  await console.getByRole('form').getByLabel('admin').check();
  await console.getByRole('button', { name: 'Make the user' }).click();
  await expect(console.getByText('Password not long enough')).toBeVisible();
  await console.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await console.getByRole('button', { name: 'Make the user' }).click();
  await expect(console.getByRole('heading', { name: username })).toBeVisible();
  await signedInAs(page, site, username, NEW_PASSWORD);
  await call(page, site, '/vip');
  await expect(page.getByText('200 OK')).toBeVisible();
  expect(cloud.output()).not.toContain(NEW_PASSWORD);
});

test('a user who is disabled cannot sign in, and can again; who is deleted is gone', async ({
  page,
  openConsole,
  site,
}) => {
  const console = await openConsole();
  await signUp(page, site, 'shut-out');
  await goTo(console, 'Users');
  const card = console.getByRole('listitem').filter({ hasText: 'shut-out' });
  await card.getByText('Details and changes').click();
  await card.getByRole('button', { name: 'Confirm without a code' }).click();
  await expect(card.getByText('Confirmed', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'Disable' }).click();
  await expect(card.getByText('Disabled')).toBeVisible();
  await signIn(page, site, 'shut-out', NEW_PASSWORD);
  await expect(page.getByRole('alert')).toBeVisible();
  await card.getByRole('button', { name: 'Enable' }).click();
  await expect(card.getByText('Disabled')).toBeHidden();
  await signedInAs(page, site, 'shut-out', NEW_PASSWORD);
  await card.getByRole('button', { name: 'Delete…' }).click();
  await card.getByRole('button', { name: 'Keep' }).click();
  await card.getByRole('button', { name: 'Delete…' }).click();
  await card.getByRole('button', { name: 'Yes, delete shut-out' }).click();
  await expect(card).toBeHidden();
});

async function signUp(page: Page, site: string, username: string): Promise<void> {
  await page.goto(`${site}/sign-up`);
  await page.getByLabel('Name', { exact: true }).fill('Robin Newcomer');
  await page.getByLabel('Email').fill(`${username}@example.com`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Confirmation code').waitFor();
}

test('the code in the outbox confirms who signed up', async ({ page, openConsole, site }) => {
  const console = await openConsole({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await goTo(console, 'Outbox');
  await signUp(page, site, 'mailed');
  const mail = console.getByRole('listitem').filter({ hasText: 'mailed@example.com' });
  await mail.getByRole('button', { name: 'Copy the code for mailed' }).click();
  const code = await console.evaluate(() => navigator.clipboard.readText());
  expect(code).toMatch(/^\d{6}$/);
  await page.getByLabel('Confirmation code').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await signedInAs(page, site, 'mailed', NEW_PASSWORD);
});

test('the matrix shows who may call what, and why', async ({ openConsole }) => {
  const page = await openConsole();
  await goTo(page, 'Access matrix');
  await page.getByRole('button', { name: 'admin may call GET /vip' }).click();
  await expect(page.getByRole('main')).toContainText('statement CallGetVip');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'member may not call GET /vip' })).toBeVisible();
  await page.getByLabel('Can', { exact: true }).fill('admin');
  await page.getByLabel('Path, without the stage').fill('/vip');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('heading', { name: 'Yes: admin GET /vip' })).toBeVisible();
  await page.getByLabel('Can', { exact: true }).fill('nobody');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no nobody here');
  await page.getByRole('link', { name: /See the policies of/ }).click();
  await expect(
    page.getByRole('heading', { name: 'gatehouse-dev-member', exact: true }),
  ).toBeVisible();
});

test('the usage of a key counts with each call', async ({ page, openConsole }) => {
  const cloud = await startLocalCloudProcess();
  try {
    const console = await openConsole({}, cloud);
    await goTo(console, 'Usage');
    const meter = console.getByRole('meter');
    await expect(meter).toHaveAttribute('aria-valuenow', '0');
    await signedInAs(page, cloud.website, 'user');
    await call(page, cloud.website, '/secure');
    await expect(meter).toHaveAttribute('aria-valuenow', '1');
  } finally {
    await cloud.stop();
  }
});

test('says when the local cloud has stopped, and keeps what was last heard', async ({
  openConsole,
}) => {
  const cloud = await startLocalCloudProcess();
  const console = await openConsole({}, cloud);
  await goTo(console, 'Usage');
  await console.getByRole('meter').waitFor();
  await cloud.stop();
  await expect(console.getByRole('alert')).toContainText('The local cloud doesn’t answer');
  await expect(console.getByRole('meter')).toBeVisible();
});
