import type { Page } from '@playwright/test';
import { buildFolder, buildPlant, buildReceipt, csvFiles } from '../support/exportFiles.ts';
import { expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ ownStore: 'scanner', isOpenedAnew: false });

/** The tests share the plant that the first one imports. */
test.describe.configure({ mode: 'serial' });

const gtin = '09501101530003';
const { serial_links: _links, products = [], ...rest } = buildPlant();
const plant = {
  ...rest,
  products: products.map((product) => (product['code'] === 'MILK' ? { ...product, gtin } : product)),
  movements: [
    buildReceipt({}),
    ...[
      '220707',
      'WQ/2026/41',
      'YB-0417',
      'B-0417',
      'ZK-0650-A',
      'TWIN-12',
      'TWIN.12',
      '/A-77',
      '?B-77',
      'UV-81',
      'UV-82',
    ].map((lot) => buildReceipt({ document: 'GRN-2', lot })),
  ],
};

const box = (page: Page) => page.getByRole('combobox', { name: 'Find or scan' });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('the plant comes in', async ({ page }) => {
  await using folder = await buildFolder(csvFiles(plant));
  await openScreen(page, '/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(folder.path);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What was written' })).toBeVisible();
});

test('the separator is taken up where the cursor is, and the browser hears nothing of it', async ({ page }) => {
  await openScreen(page, '/audit');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`01${gtin}`);
  await page.keyboard.type('10220707');
  await page.keyboard.press('Control+]');
  await page.keyboard.type('17261231');
  await page.keyboard.press('Enter');
  await expect(title(page, '220707')).toBeVisible();

  // In the middle of what stands there.
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`01${gtin}1022070717261231`);
  for (let left = 0; left < 8; left += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+]');
  await expect(box(page)).toHaveValue(`01${gtin}10220707\u001d17261231`);
  await page.keyboard.press('Enter');
  await expect(title(page, '220707')).toBeVisible();
});

/** One press of a key as the browser tells the page of it. */
type Press = { key: string; code?: string; ctrlKey?: boolean; altKey?: boolean; type?: string; pause?: number };

const ways: Record<string, Press[]> = {
  'Ctrl ]': [{ key: ']', code: 'BracketRight', ctrlKey: true }],
  'the same key of a German keyboard': [{ key: '+', code: 'BracketRight', ctrlKey: true }],
  'the same key of a French one': [{ key: '$', code: 'BracketRight', ctrlKey: true }],
  'Ctrl with AltGr 9': [{ key: ']', code: 'Digit9', ctrlKey: true, altKey: true }],
  F8: [{ key: 'F8', code: 'F8' }],
  'the character itself': [{ key: '\u001d', code: '' }],
  'Alt 0 2 9': [
    { key: 'Alt', code: 'AltLeft', altKey: true },
    ...['0', '2', '9'].map((digit) => ({ key: digit, code: `Numpad${digit}`, altKey: true })),
    { key: 'Alt', code: 'AltLeft', type: 'keyup' },
  ],
  'a word for it': [...'<GS>'].map((key) => ({ key })),
  'a sign in its place': [{ key: '|' }],
};

for (const [way, keys] of Object.entries(ways)) {
  test(`a scanner may send it as ${way}, on the page and in the box`, async ({ page }) => {
    await openScreen(page, '/audit');
    await play(page, [`01${gtin}10220707`, keys, '17261231']);
    await expect(title(page, '220707')).toBeVisible();
    await openScreen(page, '/audit');
    await expect(title(page, 'Audit trail')).toBeVisible();
    await box(page).focus();
    await play(page, [`01${gtin}10220707`, keys, '17261231']);
    await expect(title(page, '220707')).toBeVisible();
  });
}

test('a label whose lot is not here leads to its product, and what was not found is said until one goes on', async ({
  page,
}) => {
  await openScreen(page, '/audit');
  await play(page, [`(01)${gtin}(10)NOT-HERE`]);
  await expect(title(page, 'MILK')).toBeVisible();
  await expect(page.getByText('The label also names lot NOT-HERE: not recorded with it here.')).toBeVisible();
  await expectAccessible(page);
  await play(page, [`(01)${gtin}(10)220707(17)261399`]);
  await expect(title(page, '220707')).toBeVisible();
  await expect(page.getByText('A date of the label does not exist and was passed over.')).toBeVisible();
  await openScreen(page, '/trace');
  await expect(page.getByText('A date of the label')).toHaveCount(0);
  await page.getByRole('combobox', { name: /lot or serial/i }).fill(`(01)${gtin}(10)NOT-HERE`);
  await expect(page.getByText('lot NOT-HERE')).toBeVisible();
});

test('a label of a product nobody knows offers its lot alone, and guesses nothing', async ({ page }) => {
  await openScreen(page, '/audit');
  await play(page, ['(01)09501101530010(10)220707']);
  await expect(page.getByText('No product here has the GTIN 09501101530010')).toBeVisible();
  await expect(title(page, 'Audit trail')).toBeVisible();
  await expectAccessible(page);
  // What is scanned next is not written behind it.
  await play(page, ['(01)09501101530027(10)220707']);
  await expect(page.getByText('No product here has the GTIN 09501101530027')).toBeVisible();
  await page.getByRole('option', { name: 'Find 220707' }).click();
  await page.getByRole('option').filter({ hasText: 'MILK' }).click();
  await expect(title(page, '220707')).toBeVisible();
});

const byEnter: Press[] = [{ key: 'Enter' }];
const byTab: Press[] = [{ key: 'Tab' }];

test('a scan leads to its record from every page, whatever has the focus there and however it ends', async ({
  page,
}) => {
  const pages: readonly (readonly [string, Press[]])[] = [
    ['/lots', byTab],
    ['/serials', byEnter],
    ['/trace', [...byTab, ...byEnter]],
    ['/recall', [...byEnter, ...byTab]],
    ['/import', byTab],
    ['/setup', byEnter],
    ['/product?code=MILK', byTab],
    ['/document?number=GRN-2', byEnter],
    ['/partner?code=S1', byTab],
  ];
  for (const [path, ends] of pages) {
    await openScreen(page, path);
    const link = page.getByRole('main').getByRole('link').first();
    if (await link.isVisible()) await link.focus();
    await play(page, ['220707'], ends);
    await expect(title(page, '220707'), path).toBeVisible();
    await expect(box(page), path).toHaveValue('');
  }
});

test('in the box a scanner may end with Tab, and with both', async ({ page }) => {
  for (const ends of [byTab, [...byTab, ...byEnter], [...byEnter, ...byTab]]) {
    await openScreen(page, '/audit');
    await box(page).focus();
    await play(page, ['220707'], ends);
    await expect(title(page, '220707')).toBeVisible();
  }
  // What nobody knows stays in view, to be scanned over.
  await openScreen(page, '/audit');
  await box(page).focus();
  await play(page, ['NOBODYS-1'], [...byEnter, ...byTab]);
  await expect(page.getByText('Nothing found for “NOBODYS-1”.')).toBeVisible();
  await play(page, ['220707'], byTab);
  await expect(title(page, '220707')).toBeVisible();
});

test('Tab of a person goes on from the box, and what is scanned into another field stays there', async ({ page }) => {
  await openScreen(page, '/lots');
  await box(page).focus();
  await page.keyboard.type('220707', { delay: 60 });
  await page.keyboard.press('Tab');
  await expect(box(page)).not.toBeFocused();
  await expect(title(page, 'Lots')).toBeVisible();
  const field = page.getByRole('main').getByRole('textbox').first();
  await field.focus();
  await play(page, ['22070'], byEnter);
  await expect(field).toHaveValue('22070');
  await expect(title(page, 'Lots')).toBeVisible();
});

test('the keys of a scan are no keys of the page', async ({ page }) => {
  for (const path of ['/lots', '/serials']) {
    await openScreen(page, path);
    await box(page).blur();
    await play(page, ['WQ/2026/41']);
    await expect(title(page, 'WQ/2026/41'), path).toBeVisible();
  }
  await openScreen(page, '/lots');
  await box(page).blur();
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Filter the list' })).toBeFocused();
});

test('a code may begin with a key of the page, which stays one for a person', async ({ page }) => {
  for (const code of ['/A-77', '?B-77']) {
    await openScreen(page, '/lots');
    await box(page).blur();
    await play(page, [code]);
    await expect(title(page, code)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(box(page)).toHaveValue('');
  }
  // What is typed quickly behind it and does not end as a scan was typed for where it leads.
  await openScreen(page, '/lots');
  await box(page).blur();
  await play(page, ['/TWIN'], []);
  await expect(page.getByRole('textbox', { name: 'Filter the list' })).toHaveValue('TWIN');
  await expect(page.getByRole('row').filter({ hasText: 'TWIN' })).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Filter the list' }).blur();
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a scanner may pause before Enter, and be slow where nobody types', async ({ page }) => {
  const late: Press[] = [{ key: 'Enter', pause: 200 }];
  await openScreen(page, '/audit');
  await play(page, ['220707'], late);
  await expect(title(page, '220707')).toBeVisible();
  await openScreen(page, '/audit');
  await box(page).focus();
  await play(page, ['220707'], [...late, { key: 'Enter', pause: 100 }]);
  await expect(title(page, '220707')).toBeVisible();
  await play(page, ['IMPO'], [...late, { key: 'Enter', pause: 100 }]);
  await expect(page.getByText('Nothing found for “IMPO”.')).toBeVisible();
  await expect(title(page, '220707')).toBeVisible();
  const slowly = [...'220707'].map((key) => ({ key, pause: 50 }));
  for (const role of ['combobox', 'link'] as const) {
    await openScreen(page, '/audit');
    await page.getByRole('main').getByRole(role).first().focus();
    await play(page, [slowly], late);
    await expect(title(page, '220707'), role).toBeVisible();
  }
});

test('what is scanned before the last answer is there counts as well, and what leads nowhere is said', async ({
  page,
}) => {
  await openScreen(page, '/recall');
  const suspects = page.getByRole('list', { name: 'Suspect lots' });
  await page.getByRole('combobox', { name: /suspect/ }).focus();
  await play(page, ['UV-81', byEnter, 'UV-82', byEnter, 'NOBODYS-2', byEnter, '220707']);
  for (const lot of ['UV-81', 'UV-82', '220707']) await expect(suspects.getByText(lot)).toBeVisible();
  await expect(page.getByText('Nothing found for “NOBODYS-2”.')).toBeVisible();
  await expectAccessible(page);
  await openScreen(page, '/audit');
  await box(page).blur();
  await play(page, ['NOBODYS-2', byEnter, 'UV-82']);
  await expect(title(page, 'UV-82')).toBeVisible();
  await expect(page.getByText('Nothing found for “NOBODYS-2”.')).toBeVisible();
});

test('a scan that several records bear opens none, and says so', async ({ page }) => {
  await openScreen(page, '/audit');
  await play(page, ['TWIN12']);
  await expect(page.getByText('Several records bear the code “TWIN12”. Choose one.')).toBeVisible();
  await expect(title(page, 'Audit trail')).toBeVisible();
});

test('in the box a quick F8 is the separator of any barcode', async ({ page }) => {
  await openScreen(page, '/audit');
  await box(page).focus();
  await play(page, ['10220707', [{ key: 'F8', code: 'F8' }], '17261231']);
  await expect(title(page, '220707')).toBeVisible();
});

test('a scan is heard from what has the focus and takes no text, and changes nothing there', async ({ page }) => {
  await openScreen(page, '/trace');
  await page.getByRole('radio').first().focus();
  await play(page, ['220707']);
  await expect(title(page, '220707')).toBeVisible();
  await openScreen(page, '/audit');
  const list = page.getByRole('main').getByRole('combobox').first();
  const before = await list.inputValue();
  await list.focus();
  await play(page, ['220707']);
  await expect(title(page, '220707')).toBeVisible();
  await openScreen(page, '/audit');
  await expect(list).toHaveValue(before);
});

test('what was read before a pause within a scan belongs to its code', async ({ page }) => {
  await openScreen(page, '/audit');
  await box(page).blur();
  await play(page, ['Y', [{ key: 'B', pause: 80 }], '-0417']);
  await expect(title(page, 'YB-0417')).toBeVisible();
});

test('a scan replaces what stands in the box', async ({ page }) => {
  await openScreen(page, '/audit');
  await play(page, ['TWIN12']);
  await expect(page.getByRole('option').filter({ hasText: 'TWIN' })).toHaveCount(2);
  await play(page, ['220707']);
  await expect(title(page, '220707')).toBeVisible();
  await openScreen(page, '/recall');
  const suspect = page.getByRole('combobox', { name: /suspect/ });
  await suspect.fill('TWIN');
  await suspect.press('End');
  await play(page, [[{ key: '2', pause: 400 }], '20707']);
  await expect(page.getByRole('list', { name: 'Suspect lots' }).getByText('220707')).toBeVisible();
  // What is scanned before the answer is there stays, and the answer counts.
  await play(page, ['YB-0417', byEnter, 'B-04'], []);
  await expect(page.getByRole('list', { name: 'Suspect lots' }).getByText('YB-0417')).toBeVisible();
  await expect(suspect).toHaveValue('YB-0417B-04');
  await suspect.fill('');
});

test('a scan takes only what bears its code, and starts nothing', async ({ page }) => {
  await openScreen(page, '/lots');
  await play(page, ['K-0650']);
  await expect(page.getByText('Nothing bears the code “K-0650”. These only hold it.')).toBeVisible();
  await expect(page.getByRole('option').filter({ hasText: 'ZK-0650-A' })).toBeVisible();
  await expect(title(page, 'Lots')).toBeVisible();
  await expectAccessible(page);
  await play(page, ['IMPO']);
  await expect(page.getByText('Nothing found for “IMPO”.')).toBeVisible();
  await play(page, ['PORT']);
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(title(page, 'Lots')).toBeVisible();
  await openScreen(page, '/audit');
  await box(page).fill('K-0650');
  await page.keyboard.press('Enter');
  await expect(title(page, 'ZK-0650-A')).toBeVisible();
});

test('a scanner for another keyboard is understood, and that is said', async ({ page }) => {
  await openScreen(page, '/audit');
  await play(page, [`)01=${gtin})10=220707`]);
  await expect(title(page, '220707')).toBeVisible();
  await expect(page.getByText('The scanner writes for another keyboard than this computer has.')).toBeVisible();
  await expectAccessible(page);
});

test('the keys of the browser stay its own outside of a scan', async ({ page }) => {
  await openScreen(page, '/audit');
  const larger: Press = { key: '+', code: 'BracketRight', ctrlKey: true };
  expect(await taken(page, larger)).toBe(false);
  await box(page).fill('jam');
  await box(page).focus();
  expect(await taken(page, larger)).toBe(false);
  expect(await taken(page, { key: 'F8', code: 'F8' })).toBe(false);
  await expect(box(page)).toHaveValue('jam');
});

type Keys = readonly (string | Press[])[];

/** A scanner's keys and what ends them, quicker than a person's: written as the browser writes them, where the cursor is. */
function play(page: Page, said: Keys, ends: Press[] = [{ key: 'Enter' }]): Promise<void> {
  const keys = said.flatMap((part): Press[] => (typeof part === 'string' ? [...part].map((key) => ({ key })) : part));
  return page.evaluate(
    (all) => {
      const begun = performance.now();
      let paused = 0;
      for (const [index, { type = 'keydown', pause = 0, ...key }] of all.entries()) {
        paused += pause;
        const at = document.activeElement ?? document.body;
        const event = new KeyboardEvent(type, { ...key, bubbles: true, cancelable: true });
        // A busy machine makes pauses between two keys that no scanner makes.
        Object.defineProperty(event, 'timeStamp', { value: begun + index + paused });
        const isLeft = at.dispatchEvent(event);
        const isText = key.key.length === 1 && key.key >= ' ' && key.ctrlKey !== true && key.altKey !== true;
        if (isLeft && isText && type === 'keydown' && at instanceof HTMLInputElement && at.type === 'text')
          document.execCommand('insertText', false, key.key);
      }
    },
    [...keys, ...ends],
  );
}

/** Whether the page keeps a key from the browser. */
const taken = (page: Page, key: Press): Promise<boolean> =>
  page.evaluate(
    (pressed) =>
      !(document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }),
      ),
    key,
  );
