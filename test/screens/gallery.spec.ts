import { test as base, expect } from '@playwright/test';
import { buildGallery } from '../support/gallery.ts';
import { expectAccessible } from './lotline.ts';

type Answer = (path: string) => Response | undefined;
const home = 'http://gallery.localhost';

/** A page on the gallery, built once, under the same security policy as the screens. */
const test = base.extend<object, { answer: Answer }>({
  answer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const { answer } = await buildGallery();
      await use(answer);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  page: async ({ page, answer }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.route(`${home}/**`, async (route) => {
      const response = answer(new URL(route.request().url()).pathname);
      if (response === undefined) return await route.fulfill({ status: 404 });
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: 200, headers: Object.fromEntries(response.headers), body });
    });
    await page.goto(`${home}/gallery.html`);
    await expect(page.getByRole('heading', { level: 1, name: 'Gallery' })).toBeVisible();
    await use(page);
    expect(complaints).toEqual([]);
  },
});

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [1280, 1024]) {
    test(`every component is usable for everybody, ${scheme} and ${width} wide`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page);
      // Nothing may be wider than the window: wide tables scroll in their own box.
      const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(room).toBeLessThanOrEqual(0);
      // To look at, in test-results.
      await page.screenshot({ path: info.outputPath(`gallery-${scheme}-${width}.png`), fullPage: true });
    });
  }
}

test('a long list, an empty one and the find box show their other states', async ({ page }) => {
  await page.getByRole('tab', { name: /^Long/ }).click();
  await expect(page.getByRole('table', { name: 'A long list' })).toHaveAttribute('aria-rowcount', '501');
  await page.getByRole('tab', { name: /^Empty/ }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Type AP for hits' }).fill('AP');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
  await expectAccessible(page);
});
