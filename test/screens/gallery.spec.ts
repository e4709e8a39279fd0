import type { Page } from '@playwright/test';
import { buildGallery } from '../support/gallery.ts';
import {
  complaintsOf,
  expect,
  expectAccessible,
  expectUsable,
  showIn,
  test as base,
  windowOptions,
} from './lotline.ts';

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
  // No Lotline is started for it.
  context: async ({ browser }, use) => {
    await using context = await browser.newContext(windowOptions);
    await use(context);
  },
  page: async ({ context, answer }, use) => {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
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

test('every component is usable for everybody, in light and dark, in narrow and wide windows', async ({
  page,
}, info) => {
  // The page is as long as all screens together.
  test.setTimeout(240_000);
  await expectUsable(page);
  // To look at, in test-results.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: info.outputPath(`gallery-${colorScheme}.png`), fullPage: true });
  }
});

test('a list of any length draws few rows, says what is on its way and what leaves rows out', async ({ page }) => {
  const list = page.getByRole('table', { name: 'Apricots', exact: true });
  await expect(list).toHaveAttribute('aria-rowcount', '100001');
  expect(await list.locator('tr[data-index]').count()).toBeLessThan(80);
  await expect(list.locator('tr[data-index="12"]')).toHaveAttribute('aria-busy', 'true');
  await list.evaluate((element) => element.parentElement?.scrollTo({ top: 1e9 }));
  await expect(list.locator('tr[data-index="99999"]')).toBeVisible();
  await page.getByRole('button', { name: 'Remove On hand: In stock' }).click();
  await expect(page.getByRole('button', { name: 'Remove On hand: In stock' })).toHaveCount(0);
  await expect(page.getByText('Nothing fits the filter.')).toBeVisible();
  await expect(page.getByText('No lot is recorded yet')).toBeVisible();
  // What was refused is not on its way.
  const others = page.getByRole('region', { name: 'A list on its way, one that was refused, and one of nothing' });
  await expect(others.getByText('Loading…')).toHaveCount(1);
});

test('a table that is wider than its box shows that there is more beside, until one is there', async ({ page }) => {
  const table = page.getByRole('table', { name: 'Apricots', exact: true });
  const shade = () =>
    table.evaluate((element) => {
      const box = element.parentElement;
      return {
        isWide: (box?.scrollWidth ?? 0) > (box?.clientWidth ?? 0),
        shadow: box && getComputedStyle(box).boxShadow,
      };
    });
  await page.setViewportSize({ width: 1024, height: 800 });
  expect(await shade()).toMatchObject({ isWide: true, shadow: expect.stringContaining('-16px 0px 12px -12px inset') });
  await table.evaluate((element) => element.parentElement?.scrollTo({ left: 1e6 }));
  await expect.poll(async () => (await shade()).shadow).not.toContain('-16px');
  const narrow = page.getByRole('table', { name: 'A long table alone' });
  expect(
    await narrow.evaluate((element) => element.parentElement && getComputedStyle(element.parentElement).boxShadow),
  ).toBe('none');
});

/** One part of the gallery alone: what is looked at often is looked at on a short page. */
async function openPart(page: Page, part: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${home}/gallery.html?part=${part}`);
}

/** A dialog in light, and its colours in the dark; the page around it is looked at above. */
async function expectDialogAccessible(page: Page): Promise<void> {
  await expectAccessible(page, [], '[role="dialog"]');
  await showIn(page, 'dark');
  await expectAccessible(page, ['color-contrast'], '[role="dialog"]');
  await showIn(page, 'light');
}

test('the menus of a list are usable for everybody, in light and dark', async ({ page }) => {
  await openPart(page, 'longLists');
  const parts = page.getByRole('region', { name: 'Parts of a list' });
  for (const name of ['Next to expire', 'Columns', 'Filter by On hand', 'Filter by Expires']) {
    await parts.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectDialogAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('work on files says its share, other work what it has done of how much', async ({ page }) => {
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress).toContainText('Import · movements · 2 %');
  await expect(progress).toContainText('Verifying the audit trail · entries · 9 of 9');
});

test('a long list, an empty one and the find box show their other states', async ({ page }) => {
  await page.getByRole('tab', { name: /^Long/ }).click();
  await expect(page.getByRole('table', { name: 'A long list' })).toHaveAttribute('aria-rowcount', '501');
  await page.getByRole('tab', { name: /^Empty/ }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Type AP for hits' }).fill('AP');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
  await expectAccessible(page);
});

test('the sign dialog is usable for everybody in every state, in light and dark', async ({ page }) => {
  await openPart(page, 'signing');
  await page.setViewportSize({ width: 1024, height: 800 });
  const part = page.getByRole('region', { name: 'Signing' });
  const states = part.getByRole('button').filter({ hasNotText: /^(\?|Edit)$/ });
  const names = await states.allTextContents();
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    await part.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await expectDialogAccessible(page);
    await page.keyboard.press('Escape');
    // What is on its way is not left.
    if (name === 'At work') {
      await expect(dialog).toBeVisible();
      await page.reload();
    } else {
      await expect(dialog).toHaveCount(0);
      await expect(part.getByRole('button', { name, exact: true })).toBeFocused();
    }
  }
});
