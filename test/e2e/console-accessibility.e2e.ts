import type { Page } from '@playwright/test';

import { consoleAccess, goTo, test } from './console-page';
import { expectAccessible } from './expect-accessible';
import { expect, signedInAs } from './fixtures';

const PAGES = [
  ['Overview', 'Overview'],
  ['Requests', 'Requests'],
  ['Access matrix', 'Access matrix'],
  ['Users', 'Users and groups'],
  ['Outbox', 'Outbox'],
  ['Roles', 'Roles and policies'],
  ['Usage', 'Keys and usage'],
] as const;

/** Something to show: a refusal, and one request opened. */
async function refuseOne(page: Page, site: string): Promise<void> {
  await signedInAs(page, site, 'user');
  await page.goto(`${site}/vip`);
  await page.getByRole('button', { name: 'Call GET /vip' }).click();
  await page.getByText(/^403 /).first().waitFor();
}

async function openRefusal(console: Page): Promise<void> {
  await goTo(console, 'Requests');
  await console
    .getByRole('link', { name: /403 Not allowed/ })
    .first()
    .click();
  await console.getByRole('heading', { name: 'One request' }).waitFor();
  await console.getByRole('heading', { name: 'Every step' }).waitFor();
  for (const summary of await console.locator('summary').all()) await summary.click();
}

for (const [link, heading] of PAGES) {
  test(`the page ${link} of the console has no accessibility violation, in light and dark colours`, async ({
    openConsole,
  }) => {
    const console = await openConsole();
    await goTo(console, link);
    await console.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await expect(console.getByText('Asking the local cloud…')).toBeHidden();
    for (const summary of await console.locator('summary').all()) await summary.click();
    await expectAccessible(console);
  });
}

test('a refused request, opened, has no accessibility violation, in light and dark colours', async ({
  page,
  openConsole,
  site,
}) => {
  await refuseOne(page, site);
  const console = await openConsole();
  await openRefusal(console);
  await expectAccessible(console);
});

test('the page that asks for the token has no accessibility violation', async ({ page, cloud }) => {
  await page.goto(consoleAccess(cloud).origin);
  await page.getByRole('button', { name: 'Open' }).click();
  await expectAccessible(page);
});

test('nothing of the console scrolls sideways at 320 px', async ({ page, openConsole, site }) => {
  await refuseOne(page, site);
  const console = await openConsole({ viewport: { width: 320, height: 640 } });
  const overflow = () =>
    console.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  for (const [link, heading] of PAGES) {
    await goTo(console, link);
    await console.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await expect(console.getByText('Asking the local cloud…')).toBeHidden();
    expect(await overflow(), link).toBe(0);
  }
  await openRefusal(console);
  expect(await overflow(), 'one request').toBe(0);
});

test('a page of the console starts at its heading, and runs under its policy without a violation', async ({
  openConsole,
}) => {
  const console = await openConsole();
  const violations: string[] = [];
  console.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  for (const [link, heading] of PAGES.slice(1)) {
    await goTo(console, link);
    await expect(console.getByRole('heading', { name: heading, level: 1 })).toBeFocused();
  }
  await console.reload();
  await console.getByRole('meter').waitFor();
  expect(violations).toEqual([]);
});
