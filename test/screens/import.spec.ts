import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildFolder, buildPlant, buildReceipt, csvFiles } from '../support/exportFiles.ts';
import { expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ ownStore: 'import', isOpenedAnew: false });

test.describe.configure({ mode: 'serial' });

const { serial_links: _links, ...plant } = buildPlant();

async function choose(page: Page, folder: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(folder);
}

test('an empty store says so, and offers a way to begin', async ({ page }) => {
  await openScreen(page, '/trace');
  await page.getByRole('link', { name: 'Go to Import' }).click();
  await expectAccessible(page);
});

test('a faulty export shows each fault with its cell, and writes nothing', async ({ page }) => {
  const movements = [buildReceipt({}), buildReceipt({ quantity: 'ten', document: 'GRN-2' })];
  await using folder = await buildFolder({ ...csvFiles({ ...plant, movements }), 'notes.txt': 'not ours' });
  for (const below of ['part2', '.git']) {
    mkdirSync(join(folder.path, below));
    writeFileSync(join(folder.path, below, 'lots.csv'), 'product,lot\n');
  }
  await openScreen(page, '/import');
  await choose(page, folder.path);
  await expect(page.getByText('Left out, because they are neither CSV nor a workbook: notes.txt')).toBeVisible();
  await expect(page.getByText('an export lies in one folder: the files in part2. Put them')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('1 fault');
  const row = page.getByRole('table', { name: 'Faults' }).locator('tr[data-index="0"]');
  await expect(row).toContainText('movements.csv');
  await expect(row.getByRole('cell').nth(1)).toHaveText('3');
  await expect(row).toContainText('quantity');
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await openScreen(page, '/trace');
  await expect(page.getByText('This store is empty')).toBeVisible();
});

test('many faults are looked at by file and by code', async ({ page }) => {
  const movements = [buildReceipt({ quantity: 'ten' }), buildReceipt({ product: 'NOBODY', document: 'GRN-2' })];
  const lots = [{ product: 'NOBODY', lot: 'L-9' }];
  await using folder = await buildFolder(csvFiles({ ...plant, lots, movements }));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  const faults = page.getByRole('table', { name: 'Faults' });
  const files = faults.locator('tr[data-index] td:first-child');
  await expect(faults).toBeVisible();
  const total = await files.count();
  await page.getByRole('combobox', { name: 'File' }).selectOption('movements.csv');
  await expect(page.getByText(` of ${total} shown`)).toBeVisible();
  expect(new Set(await files.allTextContents())).toEqual(new Set(['movements.csv']));
  const shown = await files.count();
  expect(shown).toBeLessThan(total);
  await expect(page.getByText(`${shown} of ${total} shown`)).toBeVisible();
  await expectAccessible(page);
});

test('an import whose answer was lost is done once, and leads to Today with what it brought and found', async ({
  page,
}) => {
  const lots = (plant.lots ?? []).map((lot) => ({ ...lot, manufactured_on: '2026-06-01' }));
  await using folder = await buildFolder(csvFiles({ ...plant, lots }));
  await openScreen(page, '/import');
  await choose(page, folder.path);
  await expect(page.getByText('The export can be imported.')).toBeVisible();
  await expectAccessible(page);
  const ids: (string | null)[] = [];
  await page.route('**/rpc/exchange/import', async (route) => {
    ids.push(await route.request().headerValue('x-command-id'));
    if (ids.length > 1) return await route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Imported.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Simulate a recall' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What was written' })).toContainText('Movements1');
  await expect(page.getByRole('table', { name: 'Findings' }).locator('tr[data-index]').first()).toContainText(
    'lots.csv',
  );
  // What waits because of it stands below, and goes on waiting once this is put away.
  const waiting = page.getByRole('table', { name: 'Today', exact: true });
  await expect(waiting.getByRole('link', { name: '2 findings or corrected cells nobody looked at' })).toBeVisible();
  await expectAccessible(page);
  await openScreen(page, '/import');
  await expect(page.getByText('The export can be imported.')).toHaveCount(0);
  await openScreen(page, '/');
  await expect(page.getByText('Imported.')).toBeVisible();
  expect(ids).toHaveLength(2);
  expect(ids[1]).toBe(ids[0]);
  await page.getByRole('link', { name: 'See the audit entry' }).click();
  await expect(page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index]')).toHaveCount(1);
  await openScreen(page, '/today');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('Imported.')).toHaveCount(0);
  await expect(waiting.getByRole('link', { name: '2 findings or corrected cells nobody looked at' })).toBeVisible();
});

/** Words that no German screen has, and words that only the names of columns have. */
const english = /\b(?:the|is|are|of|and|this|these|it|which|write|correct|has|had|cannot|there)\b/i;
const englishGoods = /\b(?:lot|sublot|serial)\b/i;

test.describe('a page that is opened', () => {
  test.use({ isOpenedAnew: true });

  test('in German says all that is wrong and odd in German', async ({ page }) => {
    const odd = {
      ...plant,
      products: [
        ...(plant.products ?? []),
        { code: '1E+05', name: 'Whey', unit: 'kg', lot_tracking: 'none', stock_managed: 'maybe' },
      ],
      lots: [{ product: 'MILKE', lot: 'L-1', expires_on: '01.05.2026' }],
      movements: [
        buildReceipt({ quantity: 'ten', status: 'Z' }),
        buildReceipt({ at: '2026-01-05 06:00', document: 'GRN-2', to: '', partner: '' }),
        buildReceipt({ document: 'GRN-3', partner: 'S002' }),
        { ...buildReceipt({ document: 'GRN-4', partner: '', quantity: '11' }), kind: 'shipment', from: 'DOCK', to: '' },
      ],
    };
    await using faulty = await buildFolder({
      ...csvFiles(odd),
      'partners.csv': 'code;name;kind\nS001;Meadow;supplier\n',
    });
    const lots = [
      { product: 'MILK', lot: 'L-1', manufactured_on: '2026-06-01', expires_on: '2026-01-02' },
      { product: 'MILK', lot: 'l-1' },
      { product: 'MILK', lot: 'NaN-3' },
    ];
    const movements = [
      buildReceipt({ quantity: '3' }),
      buildReceipt({ at: '2099-01-05T06:00:00Z', document: 'GRN-9' }),
    ];
    await using strange = await buildFolder(csvFiles({ ...plant, lots, movements }));
    await openScreen(page, '/import');
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
    await page.keyboard.press('Escape');
    for (const [folder, name, least] of [
      [faulty, 'Fehler', 8],
      [strange, 'Befunde', 4],
    ] as const) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Ordner wählen' }).click();
      await (await chooser).setFiles(folder.path);
      const table = page.getByRole('table', { name });
      await expect(table).toBeVisible();
      const said = await table.locator('tr[data-index] td:last-child').allTextContents();
      expect(said.length).toBeGreaterThanOrEqual(least);
      expect(said.filter((text) => english.test(text) || englishGoods.test(text))).toEqual([]);
      await expect(page.getByRole('main')).not.toContainText(english);
    }
  });

  test('the same export again says that everything is here already', async ({ page }) => {
    await using folder = await buildFolder(csvFiles(plant));
    await openScreen(page, '/import');
    await choose(page, folder.path);
    await expect(page.getByText('Everything in this export is already here.')).toBeVisible();
  });
});

test('what was imported is found by its number', async ({ page }) => {
  await openScreen(page, '/import');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('L-1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'L-1' })).toBeVisible();
  await expect(page.getByText('Quarantine').first()).toBeVisible();
});
