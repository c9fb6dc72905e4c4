import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules that colours decide: all else of a page is the same in dark ones. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** In light colours by every rule, then in dark ones by those that colours decide. @param what of several, which one */
export async function expectAccessible(page: Page, what?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await new AxeBuilder({ page }).analyze();
  expect(light.violations, what).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await new AxeBuilder({ page }).withRules(OF_COLOURS).analyze();
  expect(dark.violations, what).toEqual([]);
}
