import { expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'device', isOpenedAnew: false });

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

test('what cannot be followed stands before everything else, in numbers, and the scope can be widened to it', async ({
  page,
}) => {
  await openScreen(page, `/recall?suspects=${encodeURIComponent('[["CAP-220","CP-0043","",""]]')}`);
  const gaps = page.getByRole('region', { name: 'Gaps in the record' });
  await expect(gaps.getByRole('heading', { name: '1 gap in the record' })).toBeVisible();
  await expect(gaps).toContainText('1 EA BOARD · BD-04153, MO-3329: Consumed, but no serial link names it.');
  await expect(gaps).toContainText(/\d+ of the \d+ NEB-200 that MO-3329 made are not in this scope/);
  const [gap, difference] = [await gaps.boundingBox(), await page.getByText('missing without a reason').boundingBox()];
  expect(gap?.y ?? 0).toBeLessThan(difference?.y ?? 0);
  await expectAccessible(page);
  const before = await page.getByText(/lots and serials affected/).textContent();
  await gaps.getByRole('button', { name: /^Widen to all \d+ NEB-200 of MO-3329$/ }).click();
  await expect(page.getByRole('list', { name: 'Suspect lots' })).toContainText('all that MO-3329 made');
  await expect(gaps).toContainText('Everything MO-3329 made is in this scope.');
  await expect(gaps.getByRole('button')).toHaveCount(0);
  await page.reload();
  await expect(gaps).toContainText('Everything MO-3329 made is in this scope.');
  expect(await page.getByText(/lots and serials affected/).textContent()).not.toBe(before);
  await page.getByRole('button', { name: 'Remove all that MO-3329 made' }).click();
  await expect(gaps.getByRole('button', { name: /^Widen/ })).toBeVisible();
});
