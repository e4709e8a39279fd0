import { columnOf, expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'device' });

test("a supplier's lot is recalled in three figures with the lists under them", async ({ page }) => {
  await openScreen(page, '/recall');
  await page.getByRole('textbox', { name: 'Supplier', exact: true }).fill('S-KONDOR');
  await page.getByRole('textbox', { name: "Supplier's lot" }).fill('KO-2208');
  await page.keyboard.press('Enter');
  for (const figure of ['Out at customers', 'Customers', 'On hand']) {
    await expect(page.getByRole('heading', { level: 2, name: figure, exact: true })).toBeVisible();
  }
  await page.getByRole('tab', { name: /^Customers/ }).click();
  const customers = await columnOf(page, 'Customer');
  expect(customers.length).toBeGreaterThan(0);
  await expect(page.getByRole('tab', { name: /^Customers/ })).toContainText(String(customers.length));
});

test('a long list draws only the rows in sight, and reaches its last row', async ({ page }) => {
  const lots = encodeURIComponent('[["S-KONDOR","KO-2208"]]');
  await openScreen(page, `/recall?supplierLots=${lots}&tab=affected`);
  const table = page.getByRole('table', { name: 'Affected' });
  await expect(table).toBeVisible();
  const total = Number(await table.getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(60);
  expect(await table.locator('tr[data-index]').count()).toBeLessThan(80);
  await table.locator('..').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(table.locator(`tr[data-index="${total - 1}"]`)).toBeVisible();
});

test('suspects are added and taken off, and the address keeps them', async ({ page }) => {
  const lots = encodeURIComponent('[["S-KONDOR","KO-2208"]]');
  await openScreen(page, `/recall?supplierLots=${lots}`);
  await page.getByRole('combobox', { name: 'Add a suspect lot or serial' }).fill('C');
  await page.getByRole('option').first().click();
  const suspects = page.getByRole('list', { name: 'Suspects' }).getByRole('listitem');
  await expect(suspects).toHaveCount(2);
  await page.reload();
  await expect(suspects).toHaveCount(2);
  await suspects.first().getByRole('button').click();
  await expect(suspects).toHaveCount(1);
  await page.goBack();
  await expect(suspects).toHaveCount(2);
});
