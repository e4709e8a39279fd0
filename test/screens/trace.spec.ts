import { columnOf, expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'food' });

test("a supplier's lot leads to our lots, and from there to everything made from them", async ({ page }) => {
  await openScreen(page, '/trace');
  await page.getByRole('combobox', { name: 'Lot or serial to trace' }).fill('VE-66318');
  await page.getByRole('option').filter({ hasText: 'AP-0028' }).click();
  await expect(page.getByRole('tab', { name: /^Lots and serials/ })).toHaveAttribute('aria-selected', 'true');
  expect(await columnOf(page, 'Lot or serial')).toContain('AP-0028');
  expect(Math.max(...(await columnOf(page, 'Level')).map(Number))).toBeGreaterThan(1);
});

test('a copied address asks the same question elsewhere', async ({ page, context }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028');
  await page.getByText('Where from', { exact: true }).click();
  await page.getByRole('switch', { name: 'Only what was possible in time' }).click();
  await page.getByRole('tab', { name: /^Receipts/ }).click();
  await expect(page.getByRole('table', { name: 'Receipts' })).toBeVisible();
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByRole('table', { name: 'Receipts' })).toBeVisible();
  await expect(elsewhere.getByRole('radio', { name: 'Backward trace (ingredients) Where from' })).toBeChecked();
  await expect(elsewhere.getByRole('switch', { name: 'Only what was possible in time' })).toBeChecked();
  expect(await columnOf(elsewhere, "Supplier's lot")).toEqual(['VE-66318']);
});

test('sorts quantities as figures, and says so to readers aloud', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028&tab=shipments');
  await page.getByRole('button', { name: 'Quantity' }).click();
  await expect(page.getByRole('columnheader', { name: 'Quantity' })).toHaveAttribute('aria-sort', 'ascending');
  const quantities = (await columnOf(page, 'Quantity')).map((text) => Number(text.replaceAll(',', '')));
  expect(quantities.length).toBeGreaterThan(2);
  expect(quantities).toEqual(quantities.toSorted((a, b) => a - b));
  expect(page.url()).toContain('sort=quantity');
});

test('an unknown lot is refused with its code and a sentence', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=NONE');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('NOT_FOUND');
  await expect(refusal).toContainText('NONE');
});

test('the page of a lot opens with its status, place, quantity and dates', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028&tab=shipments');
  await page.getByRole('table').getByRole('link', { name: /^JA-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^JA-/ })).toBeVisible();
  await expect(page.getByText('On hand', { exact: true })).toBeVisible();
  await expect(page.getByText('Expires', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Where from' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Life line' }).getByText('Output')).toBeVisible();
});

test('rows are walked with j and k, and Enter opens one', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028');
  await page.locator('tr[data-index="0"]').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(page.locator('tr[data-index="1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Product', { exact: true }).first()).toBeVisible();
  expect(page.url()).toContain('#/product');
});
