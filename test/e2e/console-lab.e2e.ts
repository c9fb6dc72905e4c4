import AxeBuilder from '@axe-core/playwright';
import type { Page, Request } from '@playwright/test';

import type { StackAnswer } from '../../apps/local-cloud/src/operator/answers';
import { startLocalCloudProcess, type LocalCloudProcess } from '../local-cloud-process';
import { goTo, test as base } from './console-page';
import { expect, signedInAs } from './fixtures';

/** A local cloud with `--lab` for one test: whose clock is moved or which fails is of no use to others. */
const test = base.extend<{ lab: LocalCloudProcess }>({
  lab: async ({}, use) => {
    const lab = await startLocalCloudProcess({ args: ['--lab'] });
    await use(lab);
    await lab.stop();
  },
});

async function toSecure(page: Page, site: string): Promise<void> {
  await signedInAs(page, site, 'user');
  await page.goto(`${site}/secure`);
}

const callSecure = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Call (GET \/secure|again)/ }).click();

test('a storm of 429 reaches the site until it is taken away', async ({
  page,
  openConsole,
  lab,
}) => {
  const console = await openConsole({}, lab);
  await goTo(console, 'Lab');
  await expect(console.getByText('Nothing goes wrong on purpose.')).toBeVisible();
  await toSecure(page, lab.website);
  const preset = console.getByRole('button', { name: /^429 storm on the API/ });
  await preset.click();
  const row = console.getByRole('list', { name: 'Faults in force' }).getByRole('listitem');
  await expect(row).toContainText('The API throttles its callers');
  await expect(preset).toHaveAttribute('aria-pressed', 'true');
  await callSecure(page);
  await expect(page.getByText(/^429 /).first()).toBeVisible();
  await expect(row).toContainText(/struck [1-9]/);
  await row.getByRole('button', { name: /^Take away/ }).click();
  await expect(console.getByText('Nothing goes wrong on purpose.')).toBeVisible();
  await callSecure(page);
  await expect(page.getByText('200 OK').first()).toBeVisible();
});

test('a fault is ordered by form, which says what is missing beside its field', async ({
  openConsole,
  lab,
}) => {
  const console = await openConsole({}, lab);
  await goTo(console, 'Lab');
  await console.getByRole('button', { name: 'New fault' }).click();
  await console.getByLabel('Service').selectOption('User pools: sign-in, sign-up');
  await console.getByLabel('What it does').selectOption('answers late');
  await console.getByRole('button', { name: 'Order the fault' }).click();
  const late = console.getByLabel('How late, in milliseconds');
  await expect(late).toBeFocused();
  await expect(late).toHaveAccessibleDescription(/Enter how late it answers/);
  await late.fill('99999999');
  await console.getByRole('button', { name: 'Order the fault' }).click();
  await expect(late).toHaveAccessibleDescription(/a whole number from 1 to 60000/);
  await late.fill('1500');
  await console.getByLabel('Only this operation').fill('InitiateAuth');
  await console.getByLabel('One request in').fill('2');
  await console.getByRole('button', { name: 'Order the fault' }).click();
  const row = console.getByRole('list', { name: 'Faults in force' }).getByRole('listitem');
  await expect(row).toContainText('User pools answer late');
  await expect(row).toContainText('Only InitiateAuth; one request in 2.');
  await console.getByRole('button', { name: 'Take all away' }).click();
  await expect(row).toBeHidden();
});

test('every page says what the laboratory does, and no fault is ordered twice', async ({
  openConsole,
  lab,
}) => {
  const console = await openConsole({}, lab);
  await goTo(console, 'Lab');
  await console.getByRole('button', { name: /^\+ 1 hour/ }).click();
  await console.getByRole('button', { name: /^429 storm on the API/ }).click();
  const row = console.getByRole('list', { name: 'Faults in force' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await console.getByRole('button', { name: 'New fault' }).click();
  await console.getByRole('button', { name: 'Order the fault' }).click();
  const refusal = console.getByText('That very fault is in force already.');
  await expect(refusal).toBeVisible();
  await console.getByLabel('One request in').fill('2');
  await expect(refusal).toBeHidden();
  await console.getByRole('button', { name: 'Cancel' }).click();
  await goTo(console, 'Usage');
  const strip = console.getByText('The clock is 1 hour ahead, and 1 fault is in force.');
  await expect(strip).toBeVisible();
  await console.getByRole('link', { name: 'To the lab' }).click();
  await console.getByRole('button', { name: 'Back to real time' }).click();
  await row.getByRole('button', { name: /^Take away/ }).click();
  await goTo(console, 'Usage');
  await expect(console.getByRole('heading', { name: 'Keys and usage' })).toBeVisible();
  await expect(strip).toBeHidden();
});

test('a fault of S3 is ordered by form, and what is in force goes on counting', async ({
  openConsole,
  lab,
}) => {
  const console = await openConsole({}, lab);
  await goTo(console, 'Lab');
  await console.getByRole('button', { name: /^CORS headers missing/ }).click();
  const rows = console.getByRole('list', { name: 'Faults in force' }).getByRole('listitem');
  await rows.first().waitFor();
  const { origins } = (await lab.readOperator('/stack')) as StackAnswer;
  await fetch(`${origins.api ?? ''}/dev/secure`);
  await expect(rows.first()).toContainText('Met 1, struck 1.');
  await console.getByRole('button', { name: 'New fault' }).click();
  await console.getByLabel('Service').selectOption('S3: objects over its own API');
  await console.getByLabel('Only paths that begin with').fill('/a-bucket/');
  await expect(console.getByLabel('Only paths that begin with')).toHaveAccessibleDescription(
    /With the bucket/,
  );
  await console.getByRole('button', { name: 'Order the fault' }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Met 1, struck 1.');
  await expect(rows.last()).toContainText('S3 throttles its callers');
  const answer = await fetch(`${origins.s3 ?? ''}/a-bucket/a.txt`);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('<Code>SlowDown</Code>');
  await expect(rows.last()).toContainText('Met 1, struck 1.');
});

test('a date that the clock does not reach is refused beside its field', async ({
  openConsole,
  lab,
}) => {
  const console = await openConsole({}, lab);
  await goTo(console, 'Lab');
  const date = console.getByLabel('Date and time');
  await date.fill('2099-01-02T03:04:05');
  await console.getByRole('button', { name: 'Set the clock' }).click();
  await expect(date).toHaveAccessibleDescription(/goes at most 20 years .* Name a time between/);
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await expect(console.getByText('The same as this machine’s clock.')).toBeVisible();
});

test('an hour further, a signed call is refused as expired', async ({ page, openConsole, lab }) => {
  const console = await openConsole({}, lab);
  await goTo(console, 'Lab');
  await toSecure(page, lab.website);
  await callSecure(page);
  await expect(page.getByText('200 OK').first()).toBeVisible();
  await console.getByRole('button', { name: /^\+ 1 hour/ }).click();
  await expect(console.getByText('1 hour ahead of this machine’s clock.')).toBeVisible();
  const refused = page.waitForResponse(
    (answer) => new URL(answer.url()).pathname === '/dev/secure' && answer.status() === 403,
  );
  await callSecure(page);
  expect(await (await refused).text()).toMatch(/expired/i);
  await console.getByRole('button', { name: 'Back to real time' }).click();
  await expect(console.getByText('The same as this machine’s clock.')).toBeVisible();
});

test('an answer that was asked for before a change does not undo what the change shows', async ({
  openConsole,
  lab,
}) => {
  const console = await openConsole({}, lab);
  await goTo(console, 'Lab');
  const ahead = console.getByText('1 hour ahead of this machine’s clock.');
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let held: Request | undefined;
  await console.route('**/lab/clock', async (route) => {
    if (route.request().method() !== 'GET' || held !== undefined) return route.continue();
    held = route.request();
    const before = await route.fetch();
    await released;
    return route.fulfill({ response: before });
  });
  await expect.poll(() => held !== undefined).toBe(true);
  await console.getByRole('button', { name: /^\+ 1 hour/ }).click();
  await expect(ahead).toBeVisible();
  const late = console.waitForEvent('requestfinished', (request) => request === held);
  release();
  await late;
  await console.evaluate(() => new Promise(requestAnimationFrame));
  expect(await ahead.isVisible()).toBe(true);
  await console.getByRole('button', { name: 'Back to real time' }).click();
  await expect(console.getByText('The same as this machine’s clock.')).toBeVisible();
});

test('the clock stands still, goes on, and is set to a date', async ({ openConsole, lab }) => {
  const console = await openConsole({ timezoneId: 'Europe/Berlin' }, lab);
  await goTo(console, 'Lab');
  await console.getByRole('button', { name: 'Freeze' }).click();
  await expect(console.getByText('It stands still.')).toBeVisible();
  await console.getByRole('button', { name: 'Set the clock' }).click();
  const date = console.getByLabel('Date and time');
  await expect(date).toHaveAccessibleDescription(/Enter a whole date and time/);
  await date.fill('2030-01-02T03:04:05');
  await console.getByRole('button', { name: 'Set the clock' }).click();
  await expect(console.getByText('2 Jan 2030, 03:04:05', { exact: true })).toBeVisible();
  expect(await lab.readOperator('/lab/clock')).toMatchObject({
    nowMs: Date.UTC(2030, 0, 2, 2, 4, 5),
    frozen: true,
  });
  await console.getByRole('button', { name: 'Go on' }).click();
  await expect(console.getByText('It stands still.')).toBeHidden();
});

test('is not in the navigation without --lab, and says how to have it', async ({ openConsole }) => {
  const console = await openConsole();
  await expect(console.getByRole('navigation').getByRole('link', { name: 'Lab' })).toHaveCount(0);
  await console.goto(`${new URL(console.url()).origin}/#/lab`);
  await expect(console.getByRole('heading', { name: 'The laboratory is off' })).toBeVisible();
  await expect(console.getByRole('main')).toContainText('npm start -- --lab');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page has no accessibility violation in ${colorScheme} colours, and does not scroll sideways`, async ({
    openConsole,
    lab,
  }) => {
    const viewport = { width: 320, height: 640 };
    const console = await openConsole({ colorScheme, reducedMotion: 'reduce', viewport }, lab);
    await goTo(console, 'Lab');
    await console.getByRole('button', { name: /^Slow sign-in/ }).click();
    await console.getByRole('list', { name: 'Faults in force' }).waitFor();
    await console.getByRole('button', { name: 'Set the clock' }).click();
    await console.getByRole('button', { name: 'New fault' }).click();
    await console.getByLabel('One request in').fill('none');
    await console.getByRole('button', { name: 'Order the fault' }).click();
    await console.getByText('Enter a whole number, 1 or more.').waitFor();
    expect((await new AxeBuilder({ page: console }).analyze()).violations).toEqual([]);
    const overflow = await console.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
