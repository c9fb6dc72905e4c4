/** The console over stacks of third parties: their names are longer, their people more and their roles chosen otherwise than ours. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import type { MatrixAnswer } from '../../apps/local-cloud/src/operator/answers';
import { startLocalCloudProcess, type LocalCloudProcess } from '../local-cloud-process';
import { goTo, test as base } from './console-page';
import { expect } from './fixtures';

const STACKS = {
  orchard: ['--stack', 'test/fixtures/stacks/orchard'],
  harbour: ['--stack', 'test/fixtures/stacks/harbour'],
  lantern: ['--state', 'test/fixtures/stacks/lantern/state.json'],
} as const;

type Stack = keyof typeof STACKS;

const test = base.extend<object, { play: (stack: Stack) => Promise<LocalCloudProcess> }>({
  play: [
    async ({}, use) => {
      const played = new Map<Stack, Promise<LocalCloudProcess>>();
      await use((stack) => {
        const cloud = played.get(stack) ?? startLocalCloudProcess({ args: STACKS[stack] });
        played.set(stack, cloud);
        return cloud;
      });
      for (const cloud of played.values()) await (await cloud).stop();
    },
    { scope: 'worker' },
  ],
});

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 740 };

/** By how many pixels the page is wider than the screen. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function openMatrix(page: Page): Promise<void> {
  await goTo(page, 'Access matrix');
  await page.getByRole('table').waitFor();
}

/** A row with one line, and one with as many as a long route needs beside its answers. */
const LINES_PX = { one: 60, some: 90 } as const;

async function expectReadable(page: Page, highest: number): Promise<void> {
  const heights = await page
    .locator('.matrix tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(4);
  expect(Math.max(...heights)).toBeLessThan(highest);
  expect(await overflowOf(page)).toBe(0);
}

for (const stack of ['orchard', 'harbour', 'lantern'] as const) {
  test(`the matrix of ${stack} is read on a desk and on a phone: routes in few lines, and nothing wider than the screen`, async ({
    openConsole,
    play,
  }) => {
    const cloud = await play(stack);
    const page = await openConsole({ viewport: DESK }, cloud);
    await openMatrix(page);
    const { principals } = (await cloud.readOperator('/matrix')) as MatrixAnswer;
    await expect(page.getByRole('columnheader')).toHaveCount(principals.length + 1);
    await expectReadable(page, LINES_PX.one);
    await expectColumnsWhole(page);
    await page.setViewportSize(PHONE);
    await expectReadable(page, LINES_PX.some);
  });
}

/** Every column is on the screen, under the whole of its name. */
async function expectColumnsWhole(page: Page): Promise<void> {
  const hidden = await page
    .locator('.matrix-scroll')
    .evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(hidden).toBe(0);
  const cut = await page
    .locator('.matrix .head')
    .evaluateAll((heads) =>
      heads
        .filter(
          (head) => head.scrollWidth > head.clientWidth || head.scrollHeight > head.clientHeight,
        )
        .map((head) => head.textContent),
    );
  expect(cut).toEqual([]);
  const card = await page.locator('.matrix-card').boundingBox();
  for (const head of await page.locator('.matrix .head').all()) {
    const name = await head.boundingBox();
    expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0));
    expect(name?.y ?? 0).toBeGreaterThan(card?.y ?? 0);
  }
}

test('on a phone the columns move under the routes, which stay', async ({ openConsole, play }) => {
  const page = await openConsole({ viewport: PHONE }, await play('orchard'));
  await openMatrix(page);
  const route = page.getByRole('rowheader', { name: 'GET /health' });
  const before = await route.boundingBox();
  const last = page.getByRole('button', { name: 'keeper + auditor may call GET /health' });
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(
    page.getByRole('heading', { name: 'keeper + auditor may call GET /health' }),
  ).toBeVisible();
  expect((await route.boundingBox())?.x).toBe(before?.x);
  expect(await overflowOf(page)).toBe(0);
});

test('no page of a third party with long names is wider than a phone', async ({
  openConsole,
  play,
}) => {
  const page = await openConsole({ viewport: PHONE }, await play('harbour'));
  for (const link of ['Users', 'Outbox', 'Roles', 'Usage']) {
    await goTo(page, link);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    // Who takes a role is asked of the matrix, and comes after the role.
    if (link === 'Roles') await page.locator('.role-head .chip').first().waitFor();
    expect(await overflowOf(page), link).toBe(0);
  }
});

// In one of the two colours each: console-accessibility.e2e.ts looks at every page in both.
for (const { stack, link, colorScheme } of [
  { stack: 'orchard', link: 'Access matrix', colorScheme: 'light' },
  { stack: 'harbour', link: 'Users', colorScheme: 'dark' },
] as const) {
  test(`the page ${link} of ${stack} has no accessibility violation in ${colorScheme} colours`, async ({
    openConsole,
    play,
  }) => {
    const options = { colorScheme, reducedMotion: 'reduce', viewport: DESK } as const;
    const page = await openConsole(options, await play(stack));
    await goTo(page, link);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations).toEqual([]);
  });
}

for (const { stack, path } of [
  { stack: 'harbour', path: '/tides' },
  { stack: 'orchard', path: '/health' },
] as const) {
  test(`asks at first about somebody whom ${stack} has`, async ({ openConsole, play }) => {
    const page = await openConsole({}, await play(stack));
    await openMatrix(page);
    const heads = await page.getByRole('columnheader').allTextContents();
    const who = page.getByLabel('Can', { exact: true });
    await expect(who).not.toHaveValue('guest');
    expect(heads.map((head) => head.trim())).toContain(await who.inputValue());
    await page.getByLabel('Path, without the stage').fill(path);
    await page.getByRole('button', { name: 'Ask' }).click();
    await expect(page.getByRole('heading', { name: /^✓ Yes: / })).toBeVisible();
  });
}

test('asks about one stage of several, of which the first is chosen, and says beside a field what it lacks', async ({
  openConsole,
  play,
}) => {
  const page = await openConsole({}, await play('lantern'));
  await openMatrix(page);
  await page.getByLabel('Can', { exact: true }).fill('guest');
  const path = page.getByLabel('Path, without the stage');
  await path.fill('alerts');
  const ask = page.getByRole('button', { name: 'Ask' });
  await ask.click();
  await expect(path).toBeFocused();
  await expect(path).toHaveAccessibleDescription(/A path begins with a slash: \/alerts/);
  await path.fill('/status');
  await page.getByLabel('call', { exact: true }).selectOption('GET');
  await page.getByLabel('on the stage').selectOption('lantern-readings/trial');
  await ask.click();
  await expect(
    page.getByRole('heading', { name: 'Yes: guest GET /status on lantern-readings/trial' }),
  ).toBeVisible();
});

test('names the people of several clients by the name of the client', async ({
  openConsole,
  play,
}) => {
  const page = await openConsole({}, await play('harbour'));
  await openMatrix(page);
  for (const name of ['member of STAFF desk', 'member of AGENTS desk'])
    await expect(page.getByRole('columnheader', { name })).toBeVisible();
});

test('says by what people without groups get their role: by rules, or all the same one', async ({
  openConsole,
  play,
}) => {
  const page = await openConsole({}, await play('harbour'));
  await goTo(page, 'Users');
  const staff = page.getByRole('region', { name: 'harbour-staff' });
  await expect(staff).toContainText('Rules on their claims decide, the first that matches.');
  await expect(staff.locator('.role-rules li')).toHaveText([
    /custom:clearance starts with customs\/\s*→ harbour-cleared/,
    /custom:department equals pilotage\s*→ harbour-pilotage/,
    /custom:department contains customs\s*→ harbour-customs/,
    /custom:department is not contractor\s*→ harbour-office/,
  ]);
  await expect(page.getByRole('region', { name: 'harbour-agents' })).toContainText(
    'Whoever signs in gets the authenticated role, harbour-agents.',
  );
});
