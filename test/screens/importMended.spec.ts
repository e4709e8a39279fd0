import type { Page } from '@playwright/test';
import { buildFolder, type Cells, csvFiles, type ExportTables, workbookOf } from '../support/exportFiles.ts';
import { on, masters, row } from '../support/plantTables.ts';
import { expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ ownStore: 'mended import', isOpenedAnew: false });

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

/** What was typed is kept for the next choice of files, also of another test. */
async function takeAllBack(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: /^Take back: / });
  for (let left = (await back.count()) - 1; left >= 0; left -= 1) {
    await back.first().click();
    await expect(back).toHaveCount(left);
  }
  // Leaving the screen saves at once what typing saves after a pause.
  await page.getByRole('link', { name: 'Audit trail' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit trail' })).toBeVisible();
}

test('what is typed over a cell stays when the screen is left, and when the files are chosen again', async ({
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
  await expect(page.getByRole('alert')).toContainText('3 faults');
  await expect(field(page, time)).toHaveValue('x');
  await field(page, time).press('Escape');
  await takeAllBack(page);
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
  await takeAllBack(page);
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

test('goods that are short because of a mistyped lot are mended at the lot, in the whole row', async ({ page }) => {
  const movements = [
    row('opening', 'OIL N-81', '60', on(5), { id: 'N1' }),
    row('shipment', 'OIL N-18', '20', on(6), { id: 'N2', partner: 'C-SHP' }),
  ];
  const partners = [...(masters.partners ?? []), { code: 'C-SHOP', name: 'Shop', kind: 'customer' }];
  await using folder = await buildFolder(csvFiles({ ...masters, partners, movements }));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  await expect(page.getByRole('alert')).toContainText('1 fault');
  await page.getByRole('button', { name: 'Put C-SHOP into movements.csv, row 3, partner' }).click();
  await expect(field(page, 'movements.csv, row 3, partner')).toHaveValue('C-SHOP');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('table', { name: 'Faults' })).toContainText('Not enough there');
  await expect(page.getByText('INSUFFICIENT_QTY')).toBeHidden();
  await page.getByText('Not enough there').click();
  await expect(page.getByText('INSUFFICIENT_QTY')).toBeVisible();
  await page.getByRole('button', { name: 'Whole row: movements.csv, row 3' }).click();
  await expectAccessible(page);
  await field(page, 'movements.csv, row 3, lot').fill('N-81');
  await expect(page.getByRole('button', { name: 'Whole row: movements.csv, row 3' })).toContainText('(2)');
  await field(page, 'movements.csv, row 3, lot').press('Enter');
  await expect(page.getByText('The export can be imported.')).toBeFocused();
  await expect(page.getByRole('table', { name: 'Corrected cells' }).locator('tr[data-index]')).toHaveCount(2);
  await expectAccessible(page);
  await takeAllBack(page);
});

test('goods that are short because an earlier row took them are mended in that row, or by leaving it out', async ({
  page,
}) => {
  const partners = [...(masters.partners ?? []), { code: 'C-SHOP', name: 'Shop', kind: 'customer' }];
  const ship = (id: string, day: number) => row('shipment', 'OIL S-1', '20', on(day), { id, partner: 'C-SHOP' });
  const movements = [
    row('opening', 'OIL S-1', '20', on(5), { id: 'S1' }),
    row('opening', 'OIL S-2', '20', on(5), { id: 'S2' }),
    ship('S3', 6),
    ship('S4', 7),
  ];
  await using folder = await buildFolder(csvFiles({ ...masters, partners, movements }));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  const faults = page.getByRole('table', { name: 'Faults' });
  await expect(faults).toContainText('Row 4 took just as much of it before: check its lot.');
  const earlier = page.getByRole('button', { name: 'Whole row: movements.csv, row 4' });
  await earlier.click();
  await expectAccessible(page);
  await field(page, 'movements.csv, row 4, lot').fill('S-2');
  await expect(earlier).toContainText('(1)');
  await field(page, 'movements.csv, row 4, lot').press('Enter');
  await expect(page.getByText('The export can be imported.')).toBeFocused();
  await page.getByRole('button', { name: 'Take back: movements.csv, row 4, lot' }).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await earlier.click();
  await page.getByRole('button', { name: 'Leave this row out' }).click();
  await expect(page.getByRole('button', { name: 'Take this row in again' })).toBeVisible();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('The export can be imported.')).toBeFocused();
  const without = page.getByRole('table', { name: 'Rows left out' });
  await expect(without.locator('tr[data-index]')).toHaveCount(1);
  await expect(without).toContainText('S3');
  await expect(page.getByRole('table', { name: 'Corrected cells' })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take this row in again: movements.csv, row 4' }).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(faults).toContainText('Not enough there');
  await takeAllBack(page);
});

test('files exported anew keep the corrections that fit, and the others are named', async ({ page }) => {
  const { movements = [] } = openingLots();
  await using first = await buildFolder(csvFiles({ ...masters, movements: movements.slice(98, 101) }));
  const anew = movements.slice(98, 101).map((cells) => ({ ...cells }));
  Object.assign(anew[0] ?? {}, { lot: 'O0999' });
  await using second = await buildFolder(csvFiles({ ...masters, movements: anew }));
  await openScreen(page, '/import');
  await choose(page, first.path);
  const cell = 'movements.csv, row 3, quantity';
  await field(page, cell).fill('12');
  await field(page, cell).press('Enter');
  await expect(page.getByText('The export can be imported.')).toBeVisible();
  await choose(page, second.path);
  await expect(page.getByText('The export can be imported.')).toBeVisible();
  await expect(field(page, cell)).toHaveValue('12');
  Object.assign(anew[1] ?? {}, { quantity: '1l0' });
  await using third = await buildFolder(csvFiles({ ...masters, movements: anew }));
  await choose(page, third.path);
  const unfit = page.getByRole('table', { name: 'Corrections that no longer fit' });
  await expect(unfit).toContainText('1O0');
  await expect(unfit).toContainText('1l0');
  await expect(field(page, cell)).toHaveValue('1l0');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Forget them' }).click();
  await expect(unfit).toHaveCount(0);
  await takeAllBack(page);
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
  await takeAllBack(page);
});

test('a thousand opening lots are imported in four steps, one for each faulty cell and one for the reason', async ({
  page,
}) => {
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
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await expect(page.getByText('Give the reason below, then it can be imported.')).toBeVisible();
  await step(page.getByRole('textbox', { name: 'Reason for the corrections' }).fill('Typed wrong at the stock-taking'));
  await step(page.getByRole('button', { name: 'Import', exact: true }).click());
  await expect(page.getByText('Imported.')).toBeVisible();
  expect(steps).toBeLessThanOrEqual(4 + 3 + 1);

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
  await expect(
    page.getByText(
      'This cell stands as “1O0” in the file; “100” was imported instead. Reason: Typed wrong at the stock-taking',
    ),
  ).toBeVisible();
});

test('the same export once more is offered what was corrected, and one click takes it over', async ({ page }) => {
  await using folder = await buildFolder(csvFiles(openingLots()));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  const earlier = page.getByRole('table', { name: 'Corrected at an earlier import' });
  await expect(earlier.locator('tr[data-index]')).toHaveCount(3);
  await expect(earlier.locator('tr[data-index]').nth(2)).toContainText('STROESTORE');
  await expect(earlier).toContainText('Typed wrong at the stock-taking');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take over all 3 corrections' }).click();
  await expect(page.getByText('Everything in this export is already here.')).toBeFocused();
  await expect(earlier).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Reason for the corrections' })).toHaveValue(
    'Typed wrong at the stock-taking',
  );
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeEnabled();
  await takeAllBack(page);
});

test('a fault that no cell can mend says to mend the file', async ({ page }) => {
  await using folder = await buildFolder({ 'partners.csv': 'code,kind\nC9,customer\n' });
  await openScreen(page, '/import');
  await choose(page, folder.path);
  const faults = page.getByRole('table', { name: 'Faults' });
  await expect(faults).toContainText('This column is missing');
  await expect(faults).toContainText('Correct it in the file, then choose the files again.');
});
