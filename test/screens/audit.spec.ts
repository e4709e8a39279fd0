import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { readWorkbook } from '../support/workbookReader.ts';
import { columnOf, expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

test('the trail of the last days is filtered, stands in the address and is kept as a view that moves with the day', async ({
  page,
}) => {
  await openScreen(page, '/audit');
  const days = page.getByLabel('Days', { exact: true });
  await days.selectOption('last 7 days');
  await expect(page).toHaveURL(/days=last7/);
  await expect(page.getByRole('table', { name: 'Audit trail' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Keep this view as' }).fill('My week');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: 'My week' })).toBeVisible();
  await days.selectOption('last month');
  await expect(page.getByText('No entry fits the filter.')).toBeVisible();
  await days.selectOption('from … to …');
  await expect(page.getByLabel('Days, from')).not.toHaveValue('');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'My week', exact: true }).click();
  await expect(page).toHaveURL(/days=last7/);
  await expect(days).toHaveValue('last7');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'My week' }).click();
  await page.getByRole('button', { name: 'Remove the view My week' }).click();
  await expect(page.getByRole('button', { name: 'My week', exact: true })).toHaveCount(0);
});

test('an entry tells who did what, and opens with its figures', async ({ page }) => {
  await openScreen(page, '/audit');
  expect(await columnOf(page, 'Operation')).toContain('Fill the demo plant');
  await page
    .getByRole('table', { name: 'Audit trail' })
    .locator('tr[data-index]')
    .last()
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Entry 1' })).toBeVisible();
  await expect(page.getByText('exchange.importDemo')).toBeVisible();
  await expect(page.getByText(/^[\d,]+ movements$/)).toBeVisible();
});

test('what an entry changed is said in words, a page at a time', async ({ page }) => {
  await openScreen(page, '/audit/entry?seq=1');
  const changes = page.getByRole('table', { name: 'What it changed' });
  // Roles and settings come before the plant's own records; only the rows in sight are drawn.
  const scrollTo = (row: Locator): Promise<void> =>
    expect(async () => {
      if (!(await row.isVisible())) await changes.locator('..').press('PageDown');
      await expect(row).toBeVisible({ timeout: 500 });
    }).toPass();
  const named = changes.getByRole('row', { name: /^Product APR-PUREE new / });
  await scrollTo(named);
  await expect(named.getByRole('link').first()).toHaveAttribute('href', /product\?code=APR-PUREE/);
  await expect(named.getByRole('link', { name: 'new' })).toHaveAttribute('href', /history\?record=product/);
  // A record is named once, at its first field.
  await expect(changes.getByRole('row', { name: /APR-PUREE/ })).toHaveCount(1);
  await scrollTo(changes.getByRole('row', { name: /^Lot tracking/ }).first());
  await expect(changes.getByRole('row', { name: /^Lot tracking/ }).first()).toContainText('lots mandatory');
  await scrollTo(changes.getByRole('row', { name: /Shelf life/ }).first());
  await expect(changes.getByRole('row', { name: /Shelf life/ }).first()).toContainText(/\d+ days/);
  const pages = page.getByRole('navigation', { name: /^1–200 of / });
  await pages.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/offset=200/);
  await expect(changes.getByRole('row', { name: /^Lot .+ new/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test('a filter lives in the address and says when nothing fits', async ({ page }) => {
  await openScreen(page, '/audit');
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Refused');
  await expect(page.getByText('No entry fits the filter.')).toBeVisible();
  expect(page.url()).toContain('outcome=refused');
  await page.getByRole('link', { name: 'Clear the filter' }).click();
  await expect(page.getByRole('table', { name: 'Audit trail' })).toBeVisible();
});

test('entries are found by the lot they moved, by operation, person and day', async ({ page }) => {
  await openScreen(page, '/audit');
  const rows = page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index]');
  await page.getByRole('textbox', { name: 'What it wrote or moved' }).fill('JA-1052');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/record=JA-1052/);
  await expect(rows).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('Post movements');
  await expect(page.getByText('No entry fits the filter.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('Fill the demo plant');
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Days', { exact: true }).selectOption('from … to …');
  await page.getByLabel('Days, to').fill('2020-01-01');
  await expect(page.getByText('No entry fits the filter.')).toBeVisible();
  await expect(page).toHaveURL(/days=\.\.2020-01-01/);
  await page.reload();
  await expect(page.getByText('No entry fits the filter.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What it wrote or moved' })).toHaveValue('JA-1052');
});

test('a group of operations is one choice, and its entries are said in words', async ({ page }) => {
  await openScreen(page, '/audit');
  const rows = page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index]');
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('Imports: all');
  await expect(page).toHaveURL(/operation=exchange(&|$)/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(/15 products, .*2,\d+ movements/);
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('Movements: all');
  await expect(page.getByText('No entry fits the filter.')).toBeVisible();
});

test('what is filtered is handed out as a PDF and to Excel, and each is an entry', async ({ page }) => {
  await openScreen(page, '/audit?operation=exchange&record=JA-1052');
  for (const [format, ending] of [
    ['PDF', 'pdf'],
    ['Excel', 'xlsx'],
  ]) {
    const download = page.waitForEvent('download', { timeout: 30_000 });
    await page.getByRole('button', { name: `Save as ${format}` }).click();
    expect((await download).suggestedFilename()).toMatch(
      new RegExp(`^Audit trail JA-1052 \\d{4}-\\d{2}-\\d{2}\\.${ending}$`),
    );
    await expect(page.getByText(/is made, from the records up to audit entry/)).toContainText(`.${ending}`);
  }
  await openScreen(page, '/audit?operation=reports.issue');
  const rows = page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index]');
  await expect(rows.first()).toContainText(/Audit trail, as Audit trail .*\.xlsx/);
  await expectAccessible(page);
});

test.describe('a page that is opened', () => {
  test.use({ isOpenedAnew: true });

  test('verifying says what was checked, and leaves no entry', async ({ page }) => {
    await openScreen(page, '/audit');
    const before = (await columnOf(page, 'Entry')).length;
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByText(/checked: nothing was altered, and the balances agree/)).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index]')).toHaveCount(before);
  });
});

test('the extract counts what an import wrote, and has it whole as an appendix on request', async ({ page }) => {
  async function sheetsOf(): Promise<string[]> {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as Excel' }).click();
    const { sheets } = readWorkbook(await readFile(await (await saved).path()));
    return sheets.map(({ name }) => name);
  }
  await openScreen(page, '/audit?operation=exchange');
  const brief = ['Report', 'Entries', 'What they changed', 'Imports and other long entries'];
  expect(await sheetsOf()).toEqual(brief);
  await page.getByRole('checkbox', { name: /as an appendix/ }).check();
  const whole = await sheetsOf();
  expect(whole.slice(0, 4)).toEqual(brief);
  expect(whole.slice(4)).toEqual([expect.stringContaining('Appendix')]);
  await expectAccessible(page);
});
