import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, field, openScreen, press, test, title } from './lotline.ts';
import { expectAccessible, goTo } from './page.ts';

test.use({ plant: 'food', ownStore: 'reports' });

test('a report is found, its blanks are filled, and it is read, kept, printed and compared', async ({ page }) => {
  await openScreen(page, '/reports');
  const catalogue = page.getByRole('navigation', { name: 'Reports', exact: true });
  await field(page, 'Find a report').fill('expiry');
  await expect(catalogue.getByRole('listitem')).toHaveCount(1);
  await catalogue.getByRole('link', { name: /^Expiry calendar/ }).click();
  const report = page.getByRole('region', { name: 'Expiry calendar', exact: true });
  await expect(report.getByRole('group', { name: 'Status' })).toHaveAccessibleDescription('None chosen: all');
  await report.getByLabel('Until', { exact: true }).fill('2036-12-31');
  const expired = report.getByRole('table', { name: 'Expired', exact: true });
  await expect(expired.getByRole('row')).toHaveCount(2);
  await expect(expired).toContainText('RF-0027');
  const coming = report.getByRole('table', { name: 'Expires next', exact: true });
  await expect(coming.getByRole('row').filter({ hasNotText: 'APR-PUREE' })).not.toHaveCount(1);

  // A blank narrows it, and stands in the address: the copied address asks the same.
  await report.getByLabel('Product', { exact: true }).fill('APR-PUREE');
  await page.keyboard.press('Enter');
  await expect(coming.getByRole('row').nth(1)).toContainText('APR-PUREE');
  // The head alone is a row without the product.
  await expect(coming.getByRole('row').filter({ hasNotText: 'APR-PUREE' })).toHaveCount(1);
  const address = page.url();
  expect(decodeURIComponent(address)).toContain('"product":"APR-PUREE"');
  await goTo(page, '/lots');
  await expect(title(page, 'Lots')).toBeVisible();
  await page.goto(address);
  await expect(report.getByLabel('Product', { exact: true })).toHaveValue('APR-PUREE');

  // Kept, it stands in front with what is in its blanks.
  await field(page, 'Find a report').fill('');
  await report.getByRole('button', { name: '☆ Keep', exact: true }).click();
  await page
    .getByRole('dialog', { name: '☆ Keep', exact: true })
    .getByRole('button', { name: 'Keep', exact: true })
    .click();
  const kept = report.getByRole('button', { name: '★ Expiry calendar', exact: true });
  await expect(kept).toHaveAttribute('aria-pressed', 'true');
  await catalogue.getByRole('link', { name: /^Mass balance per product/ }).click();
  const balance = page.getByRole('region', { name: 'Mass balance per product', exact: true });
  await expect(balance.getByRole('table', { name: 'Mass balance', exact: true })).toBeVisible();
  await expectAccessible(page);
  await catalogue.getByRole('link', { name: 'Expiry calendar Expiry calendar' }).click();
  await expect(report.getByLabel('Product', { exact: true })).toHaveValue('APR-PUREE');

  // The workbook is handed over by its key, stands in the register, and is still true.
  await report.getByRole('heading', { name: 'Expiry calendar', exact: true }).click();
  const saving = page.waitForEvent('download');
  await page.keyboard.press('x');
  expect((await saving).suggestedFilename()).toMatch(/^Expiry calendar \d{4}-\d\d-\d\d\.xlsx$/);
  const register = page.getByRole('table', { name: 'Exported documents', exact: true });
  await expect(register.locator('tbody tr')).toHaveCount(1);
  await press(page, 'Compare document 1 with the data as they are now');
  await expect(register).toContainText('The same');

  // j and k go through the catalogue.
  await report.getByRole('heading', { name: 'Expiry calendar', exact: true }).click();
  await page.keyboard.press('k');
  await expect(page.getByRole('region', { name: 'List of lots', exact: true })).toBeVisible();
  await page.keyboard.press('j');
  await expect(report).toBeVisible();

  // Where nothing fits, it says so and leads to where such records come from.
  await report.getByLabel('Product', { exact: true }).fill('NOTHING');
  await page.keyboard.press('Enter');
  await expect(report.getByText('Nothing here.')).toBeVisible();
  await expect(report.getByRole('link', { name: 'Look where these records come from' })).toBeVisible();
});

test('a kept report has columns and groups of its own, and is written into a folder by itself', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-scheduled-'));
  await openScreen(page, '/reports?report=expiry');
  const report = page.getByRole('region', { name: 'Expiry calendar', exact: true });
  await report.getByLabel('Until', { exact: true }).fill('2036-12-31');
  await press(page, 'Columns and groups');
  const shape = page.getByRole('dialog', { name: 'Columns and groups', exact: true });
  await shape.getByRole('checkbox', { name: 'Name', exact: true }).uncheck();
  await press(page, 'Location further to the front');
  await shape.getByRole('combobox', { name: 'Grouped by', exact: true }).selectOption({ label: 'Product' });
  await page.keyboard.press('Escape');
  const rows = report.getByRole('table', { name: 'Expires next', exact: true });
  const headers = ['Product', 'Expires', 'Lot or serial', 'Quantity', 'Location', 'Status'];
  await expect(rows.getByRole('columnheader')).toHaveText(headers);
  const sums = report.getByRole('table', { name: 'Expires next by Product', exact: true });
  await expect(sums.getByRole('columnheader')).toHaveText(['Product', 'Rows', 'Quantity']);

  // Kept under its name, it is shown so again.
  await report.getByRole('button', { name: '☆ Keep', exact: true }).click();
  const keeping = page.getByRole('dialog', { name: '☆ Keep', exact: true });
  await keeping.getByLabel('Name of the report', { exact: true }).fill('What expires');
  await keeping.getByRole('button', { name: 'Keep', exact: true }).click();
  const catalogue = page.getByRole('navigation', { name: 'Reports', exact: true });
  await catalogue.getByRole('link', { name: /^Mass balance per product/ }).click();
  await expect(page.getByRole('region', { name: 'Mass balance per product', exact: true })).toBeVisible();
  await catalogue.getByRole('link', { name: 'What expires Expiry calendar' }).click();
  await expect(rows.getByRole('columnheader')).toHaveText(headers);
  await expect(sums).toBeVisible();

  // Scheduled, it says when; a folder that is not there is told at its field.
  const schedule = report.getByRole('region', { name: 'Schedule', exact: true });
  await schedule.getByRole('button', { name: 'Schedule', exact: true }).click();
  await schedule.getByRole('checkbox', { name: 'PDF', exact: true }).uncheck();
  await schedule.getByRole('checkbox', { name: 'CSV', exact: true }).check();
  await schedule.getByLabel('Folder').fill(join(folder, 'none'));
  await schedule.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(schedule.getByText('There is no folder')).toBeVisible();
  await schedule.getByLabel('Folder').fill(folder);
  await schedule.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(schedule).toContainText('Every Monday at 06:00');
  await expectAccessible(page);
  await press(page, 'Write now');
  await expect(schedule.getByRole('status')).toContainText('1 file is written');
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^What expires \d{4}-\d\d-\d\d \d\d\.\d\d\.csv$/)]);
  const register = page.getByRole('table', { name: 'Exported documents', exact: true });
  await expect(register.locator('tbody tr').first()).toContainText('Expiry calendar: What expires');
  await expect(page.getByRole('table', { name: 'Scheduled reports', exact: true })).toContainText('What expires');

  // Kept no longer, it is scheduled no longer.
  await report.getByRole('button', { name: '★ What expires', exact: true }).click();
  await press(page, 'Keep no longer');
  await expect(schedule).toBeHidden();
  await expect(page.getByText('No report is scheduled.')).toBeVisible();
  rmSync(folder, { recursive: true });
});
