import { expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'device' });

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
