import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, expectUsable, openScreen, test } from './lotline.ts';

test.use({ ownStore: 'welcome' });

test.describe.configure({ mode: 'serial' });

test('an empty store greets with three ways to begin', async ({ page }) => {
  await openScreen(page, '/');
  for (const way of ['Look at a demo plant', 'Import your own plant', 'Start from nothing'])
    await expect(page.getByRole('heading', { level: 2, name: way })).toBeVisible();
  await expectUsable(page);
  await page.getByRole('link', { name: 'Go to Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
});

test('starting from nothing hands out empty tables with the columns of the exchange format', async ({ page }) => {
  await openScreen(page, '/');
  await page.getByRole('button', { name: 'Show the empty tables' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save locations.csv with its columns and no row' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('locations.csv');
  expect(await readFile(await saved.path(), 'utf8')).toBe('code,name,site,kind\r\n');
  await expectAccessible(page);
});

test('the tour goes through the screens, can be left with Esc, and does not come back', async ({ page }) => {
  await openScreen(page, '/');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  const tour = page.getByRole('region', { name: 'Tour of Lotline' });
  await expect(tour).toContainText('Step 1 of 5');
  await expect(tour).toBeFocused();
  for (const screen of ['Trace', 'Recall']) {
    await tour.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
  }
  await expectAccessible(page);
  await tour.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trace' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
  await openScreen(page, '/');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Start from nothing' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the tour' })).toHaveCount(0);
});

test('the settings close after a choice, and the focus is back on their button', async ({ page }) => {
  await openScreen(page, '/import');
  const menu = page.getByRole('button', { name: 'Language and appearance' });
  await menu.click();
  await page.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark');
  await expect(page.getByRole('combobox', { name: 'Appearance' })).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(menu).toBeFocused();
});

test('an empty store is not filled by looking at a demo: the page says how to open one beside it', async ({ page }) => {
  await openScreen(page, '/');
  const ways = page.getByRole('heading', { level: 2 });
  await expect(ways).toHaveText(['Import your own plant', 'Start from nothing', 'Look at a demo plant']);
  await expect(page.getByText('npm start', { exact: true })).toBeVisible();
  await expect(page.getByText('npm start -- --demo device')).toBeVisible();
  // Nothing on this page or on that of the import writes before it was asked about files.
  for (const address of ['/', '/import']) {
    await openScreen(page, address);
    await expect(page.getByRole('button', { name: /demo|food plant|device plant/i })).toHaveCount(0);
  }
  await openScreen(page, '/audit');
  await expect(page.getByText('No entry yet.')).toBeVisible();
});

test('the import is what the page of an empty store asks for first', async ({ page }) => {
  await openScreen(page, '/');
  const first = page.locator('main h2').first();
  await expect(first).toHaveText('Import your own plant');
  // A button of another look names it.
  const solid = page.locator('main .mantine-Button-root:not([data-variant])');
  await expect(solid).toHaveCount(1);
  await expect(solid).toHaveText('Go to Import');
});
