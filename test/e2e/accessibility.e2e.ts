import { expectAccessible } from './expect-accessible';
import { expect, signedInAs, test } from './fixtures';

const OPEN_PAGES = ['/', '/sign-in', '/sign-up', '/confirm', '/nowhere'] as const;

for (const path of OPEN_PAGES) {
  test(`${path} has no accessibility violation, in light and dark colours`, async ({
    page,
    site,
  }) => {
    await page.goto(`${site}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
  });
}

test('a call, a refusal and the account have no accessibility violation, in light and dark colours', async ({
  page,
  site,
}) => {
  await signedInAs(page, site, 'user');
  for (const [path, button] of [
    ['/secure', 'Call GET /secure'],
    ['/vip', 'Call GET /vip'],
    ['/account', undefined],
  ] as const) {
    await page.goto(`${site}${path}`);
    if (button !== undefined) {
      await page.getByRole('button', { name: button }).click();
      await page
        .getByText(/^(200 OK|403 )/)
        .first()
        .waitFor();
    } else {
      await page.getByRole('button', { name: 'Sign out everywhere' }).waitFor();
    }
    await expectAccessible(page, path);
  }
});

test('a sign-in needs no mouse', async ({ page, site }) => {
  await page.goto(`${site}/sign-in`);
  await page.getByLabel('Username').focus();
  await page.keyboard.type('user');
  await page.keyboard.press('Tab');
  await page.keyboard.type('House1234?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Account' })).toBeVisible();
});

test('nothing scrolls sideways at 320 px', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signedInAs(page, site, 'user');
  for (const path of ['/', '/secure', '/vip', '/account']) {
    await page.goto(`${site}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBe(0);
  }
});

test('the page runs under its content security policy without a violation', async ({
  page,
  site,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted type/i.test(message.text()))
      violations.push(message.text());
  });
  await signedInAs(page, site, 'user');
  await page.goto(`${site}/secure`);
  await page.getByRole('button', { name: 'Call GET /secure' }).click();
  await expect(page.getByText('200 OK')).toBeVisible();
  expect(violations).toEqual([]);
  expect(
    await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'),
  ).toMatch(/default-src 'self'/);
});
