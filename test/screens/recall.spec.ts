import type { Page } from '@playwright/test';
import { columnOf, expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food' });

const supplierLot = encodeURIComponent('[["S-VERDANNE","VE-66318"]]');
const suspects = (...lots: string[]): string =>
  encodeURIComponent(JSON.stringify(lots.map((lot) => ['JAM-APR', lot, '', ''])));
const figure = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

test("a supplier's lot is recalled in figures, what nobody can explain before them", async ({ page }) => {
  await openScreen(page, '/recall');
  await page.getByRole('combobox', { name: 'Supplier', exact: true }).fill('S-VERDANNE');
  await page.getByRole('textbox', { name: "Supplier's lot" }).fill('VE-66318');
  await page.keyboard.press('Enter');
  await expect(page.getByText('18 EA unexplained')).toBeVisible();
  await expect(figure(page, 'Out at customers')).toContainText('5,894 EA');
  await expect(figure(page, 'Out at customers')).toContainText('125 kg');
  await expect(figure(page, 'Customers')).toContainText('11');
  await expect(figure(page, 'On hand')).toContainText('747 kg');
  await expect(figure(page, 'In process')).toContainText('260 kg');
  await page.getByRole('link', { name: 'Show the adjustments' }).click();
  const adjustments = page.getByRole('table', { name: 'Adjustments' });
  await expect(adjustments.locator('tr[data-index="0"]')).toContainText('-18 EA');
  await expect(adjustments.locator('tr[data-index="0"]')).toContainText('Unexplained');
  await expect(adjustments.locator('tr[data-index="1"]')).toContainText('-3 kg');
  await expectAccessible(page);
});

test('every customer stands there with what it got, in its unit of measure, and how to reach it', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}&tab=customers`);
  expect(await columnOf(page, 'Customer')).toHaveLength(11);
  const row = page.getByRole('table', { name: 'Customers' }).locator('tr[data-index="0"]');
  await expect(row).toContainText('JAM-APR × 1,098 EA');
  await expect(row).toContainText('Marktplatz 4, 10178 Berlin, DE');
  await expect(row.getByRole('link', { name: /@/ })).toHaveAttribute('href', /^mailto:\S+@\S+$/);
  await expect(row.getByRole('link', { name: /^\+/ })).toHaveAttribute('href', /^tel:\+\d+$/);
  for (const tab of ['On hand', 'In process']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    for (const quantity of await columnOf(page, 'Quantity')) expect(quantity).toMatch(/ (kg|EA)$/);
  }
});

test('what "accounted for" means is said at its figure, by keyboard and to readers aloud', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  const hint = page.getByRole('button', { name: 'What does “Accounted for” mean?' });
  await hint.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'every net adjustment is taken off' })).toBeAttached();
  await expect(hint).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(hint).toHaveAttribute('aria-expanded', 'false');
  await expect(hint).toBeFocused();
});

test('a suspect nobody knows is named, and costs no answer about the others', async ({ page }) => {
  await openScreen(
    page,
    `/recall?suspects=${suspects('JA-1052', 'NOPE')}&supplierLots=${encodeURIComponent('[["S-NOBODY","1"]]')}`,
  );
  await expect(page.getByRole('alert')).toContainText('2 suspects are not recorded here');
  await expect(page.getByRole('alert')).toContainText('Nothing is recorded of JAM-APR lot NOPE');
  await expect(page.getByRole('alert')).toContainText('There is no supplier S-NOBODY');
  await expect(figure(page, 'Out at customers')).toContainText('987 EA');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove JAM-APR · JA-1052' }).click();
  await expect(page.getByRole('alert')).toContainText('None of the suspects is recorded here.');
});

test('scopes stand side by side, and the address brings them back', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  await page.getByRole('button', { name: 'Compare with another scope' }).click();
  await page.getByRole('button', { name: 'Remove S-VERDANNE, lot VE-66318' }).click();
  await page.getByRole('combobox', { name: 'Add a suspect lot or serial' }).fill('JA-1052');
  await page.keyboard.press('Enter');
  const table = page.getByRole('region', { name: 'Scopes side by side' });
  const row = (name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(row('Customers').getByRole('cell')).toHaveText(['11', '', '4', '7 less']);
  await expect(row('Out at customers, EA').getByRole('cell')).toHaveText(['5,894', '', '987', '4,907 less']);
  await expect(row('Unexplained, EA').getByRole('cell')).toHaveText(['18', '', '0', '18 less']);
  await expect(row('In process, kg').getByRole('cell')).toHaveText(['260', '', '0', '260 less']);
  await expect(row('Accounted for').getByRole('cell')).toHaveText(['99.87 %', '', '100 %', '']);
  await page.goto(page.url());
  await page.reload();
  await expect(row('Customers').getByRole('cell')).toHaveText(['11', '', '4', '7 less']);
  await expect(figure(page, 'Out at customers')).toContainText('987 EA');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open Scope 1' }).click();
  await expect(figure(page, 'Out at customers')).toContainText('5,894 EA');
  await page.getByRole('button', { name: 'Remove Scope 1' }).click();
  await expect(page.getByRole('region', { name: 'Scopes side by side' })).toHaveCount(0);
  await expect(figure(page, 'Out at customers')).toContainText('987 EA');
});

test('suppliers are offered by code or name, in any letter case', async ({ page }) => {
  await openScreen(page, '/recall');
  const supplier = page.getByRole('combobox', { name: 'Supplier', exact: true });
  await supplier.pressSequentially('verdanne fr');
  await expect(page.getByRole('option')).toHaveText(['S-VERDANNEVerdanne Fruits']);
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(supplier).toHaveValue('S-VERDANNE');
  await supplier.fill('s-verdanne');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: "Supplier's lot" }).fill('ve-66318');
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('list', { name: 'Suspects' }).getByRole('listitem');
  await expect(chosen).toHaveText(['S-VERDANNE, lot VE-66318']);
  await expect(figure(page, 'Customers')).toContainText('11');
});

test('the labels of the suspect fields stand in one line, and so do the fields', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openScreen(page, '/recall');
  const fields = [
    page.getByRole('combobox', { name: 'Add a suspect lot or serial' }),
    page.getByRole('combobox', { name: 'Supplier', exact: true }),
    page.getByRole('textbox', { name: "Supplier's lot" }),
  ];
  const labels = ['Add a suspect lot or serial', 'Supplier', "Supplier's lot"].map((text) =>
    page.locator('label').filter({ hasText: new RegExp(`^${text}$`) }),
  );
  for (const parts of [fields, labels]) {
    const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.y));
    expect(new Set(tops.map((top) => Math.round(top ?? 0))).size).toBe(1);
  }
});

test("a supplier's lot is a suspect by its number alone", async ({ page }) => {
  await openScreen(page, '/recall');
  await page.getByRole('combobox', { name: 'Add a suspect lot or serial' }).fill('VE-66318');
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('list', { name: 'Suspects' }).getByRole('listitem');
  await expect(chosen).toHaveText(['S-VERDANNE, lot VE-66318']);
  await expect(figure(page, 'Customers')).toContainText('11');
});

test('suspects are added and taken off, and the address keeps them', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  await page.getByRole('combobox', { name: 'Add a suspect lot or serial' }).fill('JA-1052');
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('list', { name: 'Suspects' }).getByRole('listitem');
  await expect(chosen).toHaveCount(2);
  await page.reload();
  await expect(chosen).toHaveCount(2);
  await chosen.first().getByRole('button').click();
  await expect(chosen).toHaveCount(1);
  await page.goBack();
  await expect(chosen).toHaveCount(2);
});
