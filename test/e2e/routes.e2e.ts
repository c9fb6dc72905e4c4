import { expect, signedInAs, test } from './fixtures';

const OPEN = [
  { username: 'user', route: '/secure' },
  { username: 'admin', route: '/secure' },
  { username: 'admin', route: '/vip' },
] as const;

for (const { username, route } of OPEN) {
  test(`${username} reads ${route}, and sees who the API saw`, async ({ page, site }) => {
    await signedInAs(page, site, username);
    await page.goto(`${site}${route}`);
    await page.getByRole('button', { name: `Call GET ${route}` }).click();
    await expect(page.getByText('200 OK')).toBeVisible();
    const main = page.getByRole('main');
    await expect(main).toContainText(`"route": "GET ${route}"`);
    await expect(main).toContainText(`gatehouse-dev-${username === 'admin' ? 'admin' : 'member'}`);
  });
}

test('user is refused at /vip, and told which role may not and which group may', async ({
  page,
  site,
}) => {
  await signedInAs(page, site, 'user');
  await page.goto(`${site}/vip`);
  await page.getByRole('button', { name: 'Call GET /vip' }).click();
  await expect(
    page.getByRole('heading', { name: 'Your role, member, may not call GET /vip.' }),
  ).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('admin');
  await expect(main).toContainText('403');
  await expect(main).toContainText('Policy');
});

test('the log says which decision the refusal was', async ({ page, site, cloud }) => {
  await signedInAs(page, site, 'user');
  await page.goto(`${site}/vip`);
  await page.getByRole('button', { name: 'Call GET /vip' }).click();
  await expect(
    page.getByRole('heading', { name: 'Your role, member, may not call GET /vip.' }),
  ).toBeVisible();
  await cloud.printed(
    /GET \/dev\/vip .*403 AccessDenied.*gatehouse-dev-member.*has no statement for/,
  );
});
