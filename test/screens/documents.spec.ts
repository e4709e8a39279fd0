import { readFile } from 'node:fs/promises';
import { readWorkbook } from '../support/workbookReader.ts';
import { expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

test('a trace is made into a PDF that is saved under its name, and the audit trail says so', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(
    /^Forward trace \(use and customers\) APR-PUREE AP-0028 \d{4}-\d{2}-\d{2}\.pdf$/,
  );
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.getByRole('status').filter({ hasText: '.pdf' })).toContainText('audit entry');
  await openScreen(page, '/audit');
  await expect(page.getByRole('row').nth(1)).toContainText('Export a document');
});

test('a recall is made into a workbook with every list whole', async ({ page }) => {
  await openScreen(page, `/recall?supplierLots=${encodeURIComponent('[["S-VERDANNE","VE-66318"]]')}`);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Excel' }).click();
  const { sheets } = readWorkbook(await readFile(await (await saved).path()));
  expect((sheets.find(({ name }) => name === 'Affected')?.rows.length ?? 0) - 1).toBe(23);
  expect((sheets.find(({ name }) => name === 'In stock')?.rows.length ?? 0) - 1).toBe(10);
});
