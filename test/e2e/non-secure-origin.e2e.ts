import { chromium, expect } from '@playwright/test';

import { startLocalCloudProcess } from '../local-cloud-process';
import { signedInAs, test } from './fixtures';

/** An S3 website is plain HTTP: there, the browser has no crypto.subtle. A name that is not loopback makes the same happen here. */
const HOST = 'gatehouse.test';

test('everything works on a plain-HTTP origin, where the browser has no crypto.subtle', async ({
  launchOptions,
}) => {
  const cloud = await startLocalCloudProcess({ args: ['--host', HOST] });
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  });
  try {
    const page = await browser.newPage();
    expect(new URL(cloud.website).hostname).toBe(HOST);
    await signedInAs(page, cloud.website, 'admin');
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await page.evaluate(() => typeof (crypto as Partial<Crypto>).subtle)).toBe('undefined');
    await page.goto(`${cloud.website}/vip`);
    await page.getByRole('button', { name: 'Call GET /vip' }).click();
    await expect(page.getByText('200 OK')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('gatehouse-dev-admin');
  } finally {
    await browser.close();
    await cloud.stop();
  }
});
