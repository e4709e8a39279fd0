import type { Page } from '@playwright/test';
import { buildFolder, type Cells, csvFiles, type ExportTables, workbookOf } from '../support/exportFiles.ts';
import { on, masters, row } from '../support/plantTables.ts';
import { expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ ownStore: 'mended import' });

test.describe.configure({ mode: 'serial' });

/** A thousand opening lots, in three cells of which something is wrong. */
function openingLots(): ExportTables {
  const movements = Array.from({ length: 1000 }, (_, at): Cells => {
    const lot = `O${String(at + 1).padStart(4, '0')}`;
    return row('opening', `OIL ${lot}`, '100', on(5), { id: `OPEN-${at + 1}` });
  });
  Object.assign(movements[99] ?? {}, { quantity: '1O0' });
  Object.assign(movements[499] ?? {}, { at: '05.01.2026' });
  Object.assign(movements[899] ?? {}, { to: 'STROE' });
  return { ...masters, movements };
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const quantity = 'movements.csv, row 101, quantity';
const time = 'movements.csv, row 501, at';
const place = 'movements.csv, row 901, to';

async function choose(page: Page, path: string, button = 'Choose a folder'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(path);
}

test('what is typed over a cell stays when the screen is left, and goes with a new choice of files', async ({
  page,
}) => {
  await using folder = await buildFolder(csvFiles(openingLots()));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  await expect(page.getByRole('alert')).toContainText('3 faults');
  await expect(field(page, quantity)).toHaveValue('1O0');
  await expect(page.getByRole('button', { name: 'Check again' })).toBeDisabled();
  await expectAccessible(page);
  await field(page, quantity).fill('90');
  await expect(page.getByText('1 cell corrected')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Audit trail' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit trail' })).toBeVisible();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await expect(field(page, quantity)).toHaveValue('90');
  await field(page, quantity).press('Escape');
  await expect(field(page, quantity)).toHaveValue('1O0');
  await expect(page.getByRole('button', { name: 'Check again' })).toBeDisabled();
  await field(page, time).fill('x');
  await choose(page, folder.path);
  await expect(field(page, time)).toHaveValue('05.01.2026');
  await expect(page.getByText('cell corrected')).toHaveCount(0);
});

test('the keyboard alone mends: Tab to the next cell, Enter checks again, and what is left has the focus', async ({
  page,
}) => {
  await using folder = await buildFolder(csvFiles(openingLots()));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  await field(page, quantity).selectText();
  await page.keyboard.insertText('100');
  await page.keyboard.press('Tab');
  await expect(field(page, time)).toBeFocused();
  await page.keyboard.insertText('yesterday');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('2 faults');
  await expect(field(page, time)).toBeFocused();
  await expect(field(page, time)).toHaveValue('yesterday');
  const corrected = page.getByRole('table', { name: 'Corrected cells' });
  await expect(corrected.locator('tr[data-index]')).toHaveCount(1);
  await expect(corrected).toContainText('1O0');
  await expectAccessible(page);
});

test('a cell that was mended can be changed once more, and is checked before it is imported', async ({ page }) => {
  const { movements = [] } = openingLots();
  const first = { ...masters, movements: movements.slice(99, 100) };
  await using folder = await buildFolder({ 'plant.xlsx': workbookOf(first) });
  await openScreen(page, '/import');
  await choose(page, `${folder.path}/plant.xlsx`, 'Choose files');
  const cell = field(page, 'movements, row 2, quantity');
  await cell.fill('100');
  await cell.press('Enter');
  await expect(page.getByText('The export can be imported.')).toBeFocused();
  const importing = page.getByRole('button', { name: 'Import', exact: true });
  await expect(importing).toBeVisible();
  await expectAccessible(page);
  await cell.fill('ten');
  await expect(importing).toHaveCount(0);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('alert')).toContainText('1 fault');
  await page.getByRole('button', { name: 'Take back: movements, row 2, quantity' }).click();
  await expect(cell).toHaveValue('1O0');
});

test('files that the host no longer has are handed over once more', async ({ page }) => {
  await using folder = await buildFolder(csvFiles(openingLots()));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  await field(page, quantity).fill('100');
  const asked: string[] = [];
  await page.route('**/rpc/exchange/preview', async (route) => {
    const body = route.request().postData() ?? '';
    asked.push(body);
    await route.continue({ postData: asked.length > 1 ? body : body.replace(/"upload":"[^"]+"/, '"upload":"gone"') });
  });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('alert')).toContainText('2 faults');
  expect(asked).toHaveLength(2);
  expect(asked[1]).not.toBe(asked[0]);
});

test('a thousand opening lots are imported in four steps and one for each faulty cell', async ({ page }) => {
  await using folder = await buildFolder(csvFiles(openingLots()));
  let steps = 0;
  const step = async (act: Promise<void>): Promise<void> => {
    steps += 1;
    await act;
  };
  await openScreen(page, '/');
  await step(page.getByRole('link', { name: 'Import', exact: true }).click());
  await step(choose(page, folder.path));
  await expect(page.getByRole('table', { name: 'Faults' }).locator('tr[data-index]')).toHaveCount(3);
  await step(field(page, quantity).fill('100'));
  await step(field(page, time).fill('2026-01-05T08:00:00Z'));
  await step(field(page, place).fill('STORE'));
  await step(page.getByRole('button', { name: 'Check again' }).click());
  await step(page.getByRole('button', { name: 'Import', exact: true }).click());
  await expect(page.getByText('Imported.')).toBeVisible();
  expect(steps).toBeLessThanOrEqual(4 + 3);

  const corrected = page.getByRole('table', { name: 'Corrected cells' }).locator('tr[data-index]');
  await expect(corrected).toHaveCount(3);
  await expect(corrected.nth(2)).toContainText('“STROE” in the file; “STORE” was imported instead');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See the audit entry' }).click();
  await page
    .getByRole('table', { name: 'Audit trail' })
    .locator('tr[data-index="0"]')
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText('This cell stands as “1O0” in the file; “100” was imported instead.')).toBeVisible();
});
