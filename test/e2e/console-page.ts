import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

import type { LocalCloudProcess } from '../local-cloud-process';
import { test as base } from './fixtures';

/** Where the console of a local cloud is, and what opens it. */
export interface ConsoleAccess {
  readonly origin: string;
  readonly token: string;
}

export function consoleAccess(cloud: LocalCloudProcess): ConsoleAccess {
  const origin = /^\s*console\s+(http:\/\/[^/\s]+)\//m.exec(cloud.output())?.[1];
  if (origin === undefined) throw new Error(`no console in:\n${cloud.output()}`);
  const token = readFileSync(join(cloud.dataDir, 'operator-token'), 'utf8').trim();
  return { origin, token };
}

interface ConsoleFixtures {
  /**
   * Opens the console of the worker's local cloud, or of another one. In a context of its own: an operator is somebody else than the
   * visitor of the site. It is closed with the test, as it asks each second for as long as it is open.
   */
  openConsole: (options?: BrowserContextOptions, of?: LocalCloudProcess) => Promise<Page>;
}

export const test = base.extend<ConsoleFixtures>({
  openConsole: async ({ browser, cloud }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}, of = cloud) => {
      const { origin, token } = consoleAccess(of);
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`${origin}/#token=${token}`);
      await page.getByRole('heading', { name: 'Overview' }).waitFor();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** Goes to a page of the console by its navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
}
