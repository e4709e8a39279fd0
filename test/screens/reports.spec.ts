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
  await report.getByLabel('Until', { exact: true }).fill('2036-12-31');
  const expired = report.getByRole('table', { name: 'Expired', exact: true });
  await expect(expired.getByRole('row')).toHaveCount(2);
  await expect(expired).toContainText('RF-0027');
  const coming = report.getByRole('table', { name: 'Expires next', exact: true });
  const all = await coming.getByRole('row').count();

  // A blank narrows it, and stands in the address: the copied address asks the same.
  await report.getByLabel('Product', { exact: true }).fill('APR-PUREE');
  await page.keyboard.press('Enter');
  await expect(coming.getByRole('row').nth(1)).toContainText('APR-PUREE');
  expect(await coming.getByRole('row').count()).toBeLessThan(all);
  const address = page.url();
  expect(decodeURIComponent(address)).toContain('"product":"APR-PUREE"');
  await goTo(page, '/lots');
  await expect(title(page, 'Lots')).toBeVisible();
  await page.goto(address);
  await expect(report.getByLabel('Product', { exact: true })).toHaveValue('APR-PUREE');

  // Kept, it stands in front with what is in its blanks.
  await field(page, 'Find a report').fill('');
  await report.getByRole('button', { name: 'Keep' }).click();
  await expect(report.getByRole('button', { name: 'Keep' })).toHaveAttribute('aria-pressed', 'true');
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
  const register = page.getByRole('table', { name: 'Documents that were handed over', exact: true });
  await expect(register.locator('tbody tr')).toHaveCount(1);
  await press(page, 'Compare document 1 with the data as they are now');
  await expect(register).toContainText('The same');

  // j and k go through the catalogue.
  await report.getByRole('heading', { name: 'Expiry calendar', exact: true }).click();
  await page.keyboard.press('k');
  await expect(page.getByRole('region', { name: 'List of locations', exact: true })).toBeVisible();
  await page.keyboard.press('j');
  await expect(report).toBeVisible();

  // Where nothing fits, it says so and leads to where such records come from.
  await report.getByLabel('Product', { exact: true }).fill('NOTHING');
  await page.keyboard.press('Enter');
  await expect(report.getByText('Nothing here.')).toBeVisible();
  await expect(report.getByRole('link', { name: 'Look where these records come from' })).toBeVisible();
});
