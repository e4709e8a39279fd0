import type { Page } from '@playwright/test';
import { columnOf, expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

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
  await expect(page.getByText('18 EA JAM-APR missing without a reason')).toBeVisible();
  await expect(figure(page, 'At customers').locator('p')).toHaveText([
    '4,685 EA JAM-APR',
    '4,709 shipped, 24 returned',
    '1,209 EA NEC-APR',
    '125 kg PULP',
  ]);
  await expect(figure(page, 'Customers')).toContainText('11');
  await expect(figure(page, 'In stock')).toContainText('678 kg APR-BASE');
  await expect(figure(page, 'In stock')).toContainText('69 kg APR-PUREE');
  await expect(figure(page, 'In production').locator('p')).toHaveText(['170 kg APR-BASE', '90 kg APR-PUREE']);
  await expect(page.getByText('Worst mass balance: JAM-APR 99.77 %')).toBeVisible();
  await page.getByRole('link', { name: 'Show the stock differences' }).click();
  const adjustments = page.getByRole('table', { name: 'Stock differences' });
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
  for (const tab of ['In stock', 'In production']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    for (const quantity of await columnOf(page, 'Quantity')) expect(quantity).toMatch(/ (kg|EA)$/);
  }
});

test('the balance of each product is drawn and said aloud, worst first, and stands below as a table', async ({
  page,
}) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  const bars = page.getByRole('region', { name: 'Mass balance' });
  await expect(bars.getByRole('img')).toHaveCount(6);
  await expect(bars.getByRole('img').first()).toHaveAccessibleName(
    'JAM-APR: Came in 8,126 EA, Used up 432 EA, Gone out 4,721 EA, In stock 2,955 EA, Stock difference, unexplained 18 EA',
  );
  await expect(bars.getByRole('listitem').filter({ hasText: 'JAM-APR' })).toContainText('99.77 %');
  const table = page.getByRole('table', { name: 'Mass balance' });
  const row = table.locator('tr[data-index="0"]').getByRole('cell');
  await expect(row).toHaveText([
    'JAM-APR',
    'Apricot preserve 340 g',
    '9',
    '8,126 EA',
    '432 EA',
    '',
    '4,721 EA',
    '2,955 EA',
    '',
    '18 EA',
    '99.77 %',
  ]);
  await expectAccessible(page);
});

test('nothing is said of returns where nothing came back', async ({ page }) => {
  await openScreen(page, `/recall?suspects=${suspects('JA-1052')}&tab=customers`);
  await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible();
  await expect(page.locator('main').getByText(/return/i)).toHaveCount(0);
});

test('what "mass balance" means is said at its heading, by keyboard and to readers aloud', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  const hint = page.getByRole('button', { name: 'What does “Mass balance” mean?' });
  await hint.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'in its own unit' })).toBeAttached();
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
  await expect(figure(page, 'At customers')).toContainText('987 EA');
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
  await expect(row('At customers, JAM-APR').getByRole('cell')).toHaveText([
    '4,685 EA',
    '',
    '987 EA',
    '3,698 EA JAM-APR less',
  ]);
  await expect(row('At customers, NEC-APR').getByRole('cell')).toHaveText([
    '1,209 EA',
    '',
    '0 EA',
    '1,209 EA NEC-APR less',
  ]);
  await expect(row('Missing without a reason, JAM-APR').getByRole('cell')).toHaveText([
    '18 EA',
    '',
    '0 EA',
    '18 EA JAM-APR less',
  ]);
  await expect(row('In production, APR-BASE').getByRole('cell')).toHaveText([
    '170 kg',
    '',
    '0 kg',
    '170 kg APR-BASE less',
  ]);
  await expect(row('Mass balance, JAM-APR').getByRole('cell')).toHaveText(['99.77 %', '', '100 %', '']);
  await page.goto(page.url());
  await page.reload();
  await expect(row('Customers').getByRole('cell')).toHaveText(['11', '', '4', '7 less']);
  await expect(figure(page, 'At customers')).toContainText('987 EA');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open Scope 1' }).click();
  await expect(figure(page, 'At customers')).toContainText('4,685 EA JAM-APR');
  await page.getByRole('button', { name: 'Remove Scope 1' }).click();
  await expect(page.getByRole('region', { name: 'Scopes side by side' })).toHaveCount(0);
  await expect(figure(page, 'At customers')).toContainText('987 EA');
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
  const chosen = page.getByRole('list', { name: 'Suspect lots' }).getByRole('listitem');
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
  const chosen = page.getByRole('list', { name: 'Suspect lots' }).getByRole('listitem');
  await expect(chosen).toHaveText(['S-VERDANNE, lot VE-66318']);
  await expect(figure(page, 'Customers')).toContainText('11');
});

test('suspects are added and taken off, and the address keeps them', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  await page.getByRole('combobox', { name: 'Add a suspect lot or serial' }).fill('JA-1052');
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('list', { name: 'Suspect lots' }).getByRole('listitem');
  await expect(chosen).toHaveCount(2);
  // The next scan goes into the box without a click.
  await expect(page.getByRole('combobox', { name: 'Add a suspect lot or serial' })).toBeFocused();
  await page.reload();
  await expect(chosen).toHaveCount(2);
  await chosen.first().getByRole('button').click();
  await expect(chosen).toHaveCount(1);
  await page.goBack();
  await expect(chosen).toHaveCount(2);
});

test('after the first suspect the form folds, so that the answer is seen at once, and unfolds by its button', async ({
  page,
}) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  for (const title of ['At customers', 'Customers', 'In stock', 'In production'])
    await expect(figure(page, title)).toBeInViewport({ ratio: 1 });
  const supplier = page.getByRole('combobox', { name: 'Supplier', exact: true });
  await expect(supplier).toHaveCount(0);
  await page.setViewportSize({ width: 1024, height: 768 });
  const tops = [
    page.getByRole('switch', { name: 'Only what was possible in time' }),
    page.getByRole('button', { name: 'Compare with another scope' }),
  ].map(async (part) => {
    const box = await part.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0) / 2;
  });
  const [one = 0, other = 0] = await Promise.all(tops);
  expect(Math.abs(one - other)).toBeLessThan(12);
  await page.getByRole('button', { name: "By supplier's lot" }).click();
  await supplier.fill('S-NOBODY');
  await page.getByRole('textbox', { name: "Supplier's lot" }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Suspect lots' }).getByRole('listitem')).toHaveCount(2);
  await expect(supplier).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Add a suspect lot or serial' })).toBeFocused();
  await expectAccessible(page);
});

test('the scope stays the wide one and says whether all of it was possible in time', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${supplierLot}`);
  await expect(page.getByRole('switch', { name: 'Only what was possible in time' })).not.toBeChecked();
  await expect(page.getByText('All of it was possible in time. The switch would leave out nothing (0).')).toBeVisible();
  await page.getByRole('switch', { name: 'Only what was possible in time' }).click();
  await expect(page.getByText('Nothing (0) is left out: all of it was possible in time.')).toBeVisible();
  await page.getByRole('switch', { name: 'Only what was possible in time' }).click();
});
