import type { Page } from '@playwright/test';
import { buildFolder, csvFiles, type ExportTables } from '../support/exportFiles.ts';
import { locations, masters, on, row } from '../support/plantTables.ts';
import { expect, expectAccessible, expectUsable, openScreen, test } from './lotline.ts';

test.use({ ownStore: 'habits', isOpenedAnew: false });

test.describe.configure({ mode: 'serial' });

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** Two sites; lots that are past their date and still here, past it and gone, and not past it. */
const plant: ExportTables = {
  ...masters,
  locations: [...locations, { code: 'SHELF', name: 'Shelf', site: 'ANNEX', kind: 'storage' }],
  lots: [
    { product: 'OIL', lot: 'OLD', expires_on: day(-2) },
    { product: 'OIL', lot: 'GONE', expires_on: day(-2) },
    { product: 'OIL', lot: 'NEW', expires_on: day(2) },
  ],
  movements: [
    row('opening', 'OIL OLD', '10', on(1), { id: 'OPEN-1' }),
    row('opening', 'OIL NEW', '10', on(1), { id: 'OPEN-2' }),
  ],
};

const box = (page: Page) => page.getByRole('combobox', { name: 'Find or scan' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('a plant of one site names it; one of several says how many, and which', async ({ page }) => {
  await using folder = await buildFolder(csvFiles(plant));
  await openScreen(page, '/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(folder.path);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Imported.')).toBeVisible();
  const sites = page.getByRole('button', { name: '2 sites' });
  await expect(sites).toHaveAttribute('title', /^ANNEX, /);
  await sites.click();
  await expect(page.getByRole('dialog', { name: '2 sites' }).getByRole('listitem')).toHaveCount(2);
  await expectUsable(page);
  await page.keyboard.press('Escape');
  await expect(sites).toBeFocused();
});

test('a lot that is past its date and still here is marked, in words as well', async ({ page }) => {
  await openScreen(page, '/lots?columns=%5B"expiresOn"%5D&sort=lot');
  const mark = (lot: string) => page.getByRole('row').filter({ hasText: lot }).getByText('Expired and still here');
  await expect(mark('OLD')).toBeAttached();
  await expect(mark('NEW')).toHaveCount(0);
  await expect(mark('GONE')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'GONE' })).toHaveCount(1);
  await expectAccessible(page);
});

test('Enter does the only command that fits, and where several fit it shows them', async ({ page }) => {
  await openScreen(page, '/audit');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go to');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Go to Trace' })).toBeVisible();
  await expect(heading(page, 'Audit trail')).toBeVisible();
  await box(page).fill('go recall');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Recall')).toBeVisible();
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).not.toBeFocused();
});

test('the navigation goes back to what was asked on a screen, and from the screen itself to its beginning', async ({
  page,
}) => {
  await openScreen(page, '/lots?text=OLD&sort=-lot');
  const lots = page.getByRole('navigation').getByRole('link', { name: 'Lots' });
  await page.getByRole('navigation').getByRole('link', { name: 'Audit trail' }).click();
  await expect(heading(page, 'Audit trail')).toBeVisible();
  await lots.click();
  await expect(heading(page, 'Lots')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Filter the list' })).toHaveValue('OLD');
  expect(page.url()).toContain('sort=-lot');
  await lots.click();
  await expect(page.getByRole('textbox', { name: 'Filter the list' })).toHaveValue('');
  expect(page.url()).toMatch(/#\/lots$/);
});

test('the tour ends where it began', async ({ page }) => {
  await openScreen(page, '/lots?text=OLD');
  await box(page).fill('tour');
  await page.keyboard.press('Enter');
  const tour = page.getByRole('region', { name: 'Tour of Lotline' });
  for (let step = 1; step < 5; step += 1) await tour.getByRole('button', { name: 'Next' }).click();
  await expect(heading(page, 'Audit trail')).toBeVisible();
  await tour.getByRole('button', { name: 'Done' }).click();
  await expect(heading(page, 'Lots')).toBeVisible();
  expect(page.url()).toContain('text=OLD');
});
