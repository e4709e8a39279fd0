import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readWorkbook } from '../support/workbookReader.ts';
import { columnOf, expect, expectAccessible, expectUsable, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

const supplierLot = encodeURIComponent('[["S-VERDANNE","VE-66318"]]');
const suspects = encodeURIComponent('[["JAM-APR","JA-1052","",""]]');
const others = encodeURIComponent('[[[],[["S-VERDANNE","VE-66318"]],"any order"]]');
/** The supplier's lot as scope 1, one lot of jam as scope 2. */
const twoScopes = `/recall?suspects=${suspects}&others=${others}&place=1`;

const goodsOf = (page: Page, customer: string) => page.getByRole('table', { name: `Deliveries to ${customer}` });

test('a customer is opened to see every delivery and return, by mouse and by keyboard', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}&tab=customers`);
  await page.getByRole('button', { name: 'Deliveries to C-112' }).click();
  const rows = goodsOf(page, 'C-112').locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('DN-7182');
  await expect(rows.last()).toContainText('24 EA');
  await expectAccessible(page);
  await page.reload();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Deliveries to C-112' }).focus();
  await page.keyboard.press('Enter');
  await expect(goodsOf(page, 'C-112')).toHaveCount(0);
  // On the list itself: down to a row, and open it.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Deliveries to C-101' })).toBeVisible();
  await page.getByRole('table', { name: 'Customers' }).locator('..').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(goodsOf(page, 'C-101').locator('tbody tr')).toHaveCount(4);
});

test('what drops out from one scope to another is a list to open, from either side', async ({ page }) => {
  await openScreen(page, twoScopes);
  // First, so that it is in sight however many products there are.
  await expect(page.getByRole('table', { name: 'Scopes side by side' }).getByRole('rowheader').first()).toContainText(
    'ustomers',
  );
  await page.getByRole('button', { name: 'Show the 7 customers of scope 1 that are not in scope 2' }).click();
  const dropped = page.getByRole('region', { name: 'In scope 1, not in scope 2' });
  await expect(dropped.getByRole('table', { name: 'Customers' }).locator('tr[data-index]')).toHaveCount(7);
  await expect(dropped.getByRole('heading')).toBeInViewport();
  await dropped.getByRole('tab', { name: /Lots and serials/ }).click();
  const units = dropped.getByRole('table', { name: 'Lots and serials' });
  await expect(units.locator('tr[data-index]')).toHaveCount(22);
  await expect(units.getByRole('columnheader')).toHaveText([
    'Product',
    'Name',
    'Lot or serial',
    'Shipped',
    'Returned',
    'In stock',
    'In production',
  ]);
  await page.reload();
  await expect(units.locator('tr[data-index]')).toHaveCount(22);
  await page.getByRole('combobox', { name: 'In', exact: true }).selectOption('Scope 2');
  await page.getByRole('combobox', { name: 'But not in' }).selectOption('Scope 1');
  await expect(page.getByText('Every lot and serial of scope 2 is in scope 1 too.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /not in scope/ })).toHaveCount(0);
});

test('the comparison is saved as a workbook with everything that drops out', async ({ page }) => {
  await openScreen(page, twoScopes);
  const table = page.getByRole('region', { name: 'Scopes side by side' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('button', { name: 'Save as Excel' }).click(),
  ]);
  const { sheets } = readWorkbook(await readFile(await download.path()));
  const rowsOf = (name: string): number => (sheets.find((sheet) => sheet.name === name)?.rows.length ?? 0) - 1;
  expect(rowsOf('Lots, serials in 1, not 2')).toBe(22);
  await expect(table.getByText('is made, from the records')).toBeVisible();
});

test('an opened customer is usable for everybody, in light and dark', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}&tab=customers&customer=C-101`);
  await expect(goodsOf(page, 'C-101')).toBeVisible();
  expect(await columnOf(page, 'Name')).toHaveLength(11);
  await expectUsable(page);
});

test('what drops out is usable for everybody, in light and dark', async ({ page }) => {
  await openScreen(page, `${twoScopes}&dropped=${encodeURIComponent('[0,1,"customers"]')}`);
  const dropped = page.getByRole('region', { name: 'In scope 1, not in scope 2' });
  await dropped.getByRole('button', { name: 'Deliveries to C-112' }).click();
  await expect(goodsOf(page, 'C-112')).toBeVisible();
  await expectUsable(page);
});
