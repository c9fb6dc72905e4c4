import { defineConfig } from '@playwright/test';

import { browserFlags, findBrowser } from '../browser.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../dist/test/e2e.json' }]],
  use: {
    locale: 'en-GB',
    // A recording costs a fifth of each test: `npx playwright test --trace on …` makes one of what fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser() ?? 'chromium',
      args: browserFlags(),
    },
  },
});
