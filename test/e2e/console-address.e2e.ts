/** What the console shows is what its address says, and what the local cloud is that it speaks with now. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import type { StackAnswer } from '../../apps/local-cloud/src/operator/answers';
import { changedStack, type Resources } from '../changed-stack';
import { startLocalCloudProcess } from '../local-cloud-process';
import { consoleAccess, goTo, test } from './console-page';
import { expect, NEW_PASSWORD, signedInAs } from './fixtures';

interface Traces {
  readonly traces: readonly { readonly requestId: string; readonly path: string }[];
}

const goToHash = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

test('the page of one request follows its address: another one, back, forward, and one that there is not', async ({
  page,
  openConsole,
  cloud,
  site,
}) => {
  await signedInAs(page, site, 'user');
  for (const route of ['/secure', '/vip']) {
    await page.goto(`${site}${route}`);
    await page.getByRole('button', { name: `Call GET ${route}` }).click();
    await page
      .getByText(/^(200 OK|403 )/)
      .first()
      .waitFor();
  }
  const { traces } = (await cloud.readOperator('/traces?limit=200')) as Traces;
  const idOf = (path: string): string =>
    traces.filter((trace) => trace.path === path).at(-1)?.requestId ?? '';
  const console = await openConsole();
  const main = console.getByRole('main');
  const shows = async (path: string): Promise<void> => {
    await expect(main).toContainText(`GET ${path}`);
    await expect(main).toContainText(idOf(path));
  };
  await goToHash(console, `/requests/${idOf('/dev/secure')}`);
  await shows('/dev/secure');
  await goToHash(console, `/requests/${idOf('/dev/vip')}`);
  await shows('/dev/vip');
  await expect(main).not.toContainText(idOf('/dev/secure'));
  await console.goBack();
  await shows('/dev/secure');
  await console.goForward();
  await shows('/dev/vip');
  await goToHash(console, '/requests/nope');
  await expect(console.getByRole('alert')).toContainText('nope');
  await expect(main).not.toContainText(idOf('/dev/vip'));
  await console.goBack();
  await shows('/dev/vip');
  await expect(console.getByRole('alert')).toBeHidden();
});

test('what the list of requests is narrowed by is in its address, and there again after a step back', async ({
  page,
  openConsole,
  site,
  cloud,
}) => {
  await signedInAs(page, site, 'user');
  const console = await openConsole();
  await goTo(console, 'Requests');
  await console.getByRole('button', { name: 'Allowed' }).click();
  const search = console.getByRole('searchbox');
  await search.fill('InitiateAuth');
  await expect(console).toHaveURL(/show=allowed&find=InitiateAuth/);
  await console
    .getByRole('list', { name: 'Requests, newest first' })
    .getByRole('link')
    .first()
    .click();
  await expect(console.getByRole('heading', { name: 'One request' })).toBeVisible();
  await console.goBack();
  await expect(search).toHaveValue('InitiateAuth');
  await expect(console.getByRole('button', { name: 'Allowed' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await goTo(console, 'Requests');
  await expect(search).toHaveValue('');
  // A route that there is not: the first link says so.
  const { origins } = (await cloud.readOperator('/stack')) as StackAnswer;
  await fetch(`${origins.api ?? ''}/dev/nowhere`);
  await console.getByRole('link', { name: /nowhere/ }).click();
  const steps = console.getByRole('list', { name: 'How far the request got' });
  await expect(steps.getByRole('listitem').first()).toHaveClass('stop');
  await expect(steps.getByRole('listitem').first()).toContainText('Route');
});

test('an address that no page has says so, and leads on', async ({ openConsole }) => {
  const console = await openConsole();
  await goToHash(console, '/nope');
  await expect(console.getByRole('heading', { name: 'No such page' })).toBeVisible();
  await expect(console.getByRole('main')).toContainText('/nope');
  await console.getByRole('main').getByRole('link', { name: 'access matrix' }).click();
  await expect(console.getByRole('heading', { name: 'Access matrix' })).toBeVisible();
});

test('a laboratory comes into the navigation when the local cloud starts again with one, and leaves it so', async ({
  openConsole,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-lab-'));
  let cloud = await startLocalCloudProcess({ dataDir });
  const { origin } = consoleAccess(cloud);
  const page = await openConsole({}, cloud);
  // Another start has other ports here; with those of every day it is found where the one before was.
  await page.route(`${origin}/**`, (route, request) =>
    route.continue({ url: request.url().replace(origin, consoleAccess(cloud).origin) }),
  );
  const lab = page.getByRole('navigation').getByRole('link', { name: 'Lab' });
  await expect(lab).toHaveCount(0);
  await cloud.stop();
  cloud = await startLocalCloudProcess({ dataDir, args: ['--lab'] });
  await lab.click();
  await expect(page.getByRole('heading', { name: 'Clock' })).toBeVisible();
  await cloud.stop();
  await expect(page.getByRole('alert')).toContainText('The local cloud doesn’t answer');
  // Nobody knows yet that it is gone.
  await expect(lab).toBeVisible();
  cloud = await startLocalCloudProcess({ dataDir });
  await expect(lab).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'The laboratory is off' })).toBeVisible();
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Another user pool beside the one that there is. */
function addPool({ aws_cognito_user_pool: pools }: Resources): void {
  const [first] = Object.values(pools ?? {});
  if (pools === undefined || first === undefined) throw new Error('the stack has no user pool');
  pools.others = { ...first, name: 'others' };
}

test('a mail says which user pool it is from, where the stack has several', async ({
  page,
  openConsole,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-pools-'));
  const cloud = await startLocalCloudProcess({ args: ['--stack', changedStack(folder, addPool)] });
  try {
    await page.goto(`${cloud.website}/sign-up`);
    await page.getByLabel('Name', { exact: true }).fill('Robin Newcomer');
    await page.getByLabel('Email').fill('pooled@example.com');
    await page.getByLabel('Username').fill('pooled');
    await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByLabel('Confirmation code').waitFor();
    const console = await openConsole({}, cloud);
    await goTo(console, 'Outbox');
    const mail = console.getByRole('listitem').filter({ hasText: 'pooled@example.com' });
    await expect(mail).toContainText(/User pool\s*gatehouse-dev-users/);
  } finally {
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
