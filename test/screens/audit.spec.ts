import { columnOf, expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food' });

test('an entry tells who did what, and opens with its figures', async ({ page }) => {
  await openScreen(page, '/audit');
  expect(await columnOf(page, 'Operation')).toContain('exchange.importDemo');
  await page.getByRole('table', { name: 'Audit trail' }).getByRole('link').last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Entry 1' })).toBeVisible();
  await expect(page.getByText('exchange.importDemo')).toBeVisible();
  await expect(page.getByText(/^[\d,]+ movements$/)).toBeVisible();
});

test('a filter lives in the address and says when nothing fits', async ({ page }) => {
  await openScreen(page, '/audit');
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Refused');
  await expect(page.getByText('No entry fits the filter.')).toBeVisible();
  expect(page.url()).toContain('outcome=refused');
  await page.getByRole('link', { name: 'Clear the filter' }).click();
  await expect(page.getByRole('table', { name: 'Audit trail' })).toBeVisible();
});

test('verifying says what was checked, and leaves no entry', async ({ page }) => {
  await openScreen(page, '/audit');
  const before = (await columnOf(page, 'Entry')).length;
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/checked: nothing was altered, and the balances agree/)).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index]')).toHaveCount(before);
});
