import { utils, write } from 'xlsx';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { paste } from './clipboard.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';

test.use({ plant: 'food' });

test('a plan is pasted by an inspector, refused at its row, approved by somebody else, and written on', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Inês Prado, Inspector');
  await goTo(page, '/plans');
  await expect(page.getByRole('row', { name: /Fruit purée at receipt/ })).toContainText('Draft');
  await page.getByRole('link', { name: 'New inspection plan' }).click();
  await page.getByLabel('Inspection plan', { exact: true }).fill('PL-7');
  await page.getByLabel('Name', { exact: true }).fill('Apricot purée at receipt');
  const form = page.getByRole('form', { name: 'Characteristics' });
  const cell = (column: string, row: number) => form.getByLabel(`${column}, row ${row}`, { exact: true });
  await cell('No.', 1).focus();
  await paste(
    page,
    '1\tBrix\t\t13.0–11.0\t°Bx\tCritical\n2\tGlass\tYes or no\t\t\tCritical\t100 %\n3\tpH\t\t3.5–3.9\tpH',
  );
  await page.keyboard.press('Control+Enter');
  await expect(cell('Specification', 1)).toBeFocused();
  await expect(cell('Specification', 1)).toHaveAccessibleDescription(/^The lower limit 13\.0 is above/);
  await plant.expectUsable();
  await cell('Specification', 1).fill('11.0–13.0');
  await page.keyboard.press('Control+Enter');
  await expect(title(page, 'Apricot purée at receipt')).toBeVisible();
  await expect(page.getByRole('row', { name: /^1 Brix Number 11\.0–13\.0 °Bx Critical/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await goTo(page, '/plan?plan=PL-7');
  await press(page, 'Approve');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(
    'Plan PL-7, version 1, Apricot purée at receipt: 3 characteristics, in force from',
  );
  await field(page, 'Reason').fill('Held against the specification');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await expect(dialog.getByRole('region', { name: 'What is signed' })).toContainText('Held against the specification');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('In force', { exact: true }).first()).toBeVisible();
  await plant.expectUsable();
  await page.getByRole('link', { name: 'Write the next version' }).click();
  await expect(form).toContainText('11.0–13.0');
  await expect(page.getByLabel('What is new', { exact: true })).toHaveValue('');
  await cell('No.', 1).focus();
  await paste(page, 'No.\tCharacteristic\tSpecification\tUnit\tClass\n1\tBrix\t11.5–13.0\t°Bx\tCritical');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'Compare with version 2' }).click();
  await expect(title(page, 'What is new in plan PL-7')).toBeVisible();
  await expect(page.getByRole('row', { name: '1 · Brix Specification 11.0–13.0 11.5–13.0' })).toBeVisible();
  await expect(page.getByText('2 rows are the same.')).toBeVisible();
  await plant.expectUsable();
});

test('the rows of a plan come from a workbook or a table of another program, and what cannot be read is at its cell', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Inês Prado, Inspector');
  await goTo(page, '/plan/write');
  const form = page.getByRole('form', { name: 'Characteristics' });
  const cell = (column: string, row: number) => form.getByLabel(`${column}, row ${row}`, { exact: true });
  const heads = ['Balloon #', 'Sheet/Zone', 'Characteristic', 'Specification', 'UoM', 'Data Type', 'Label'];
  const sheet = utils.aoa_to_sheet([
    heads,
    ['1', '1/B4', 'Length', '12 +/- .5', 'mm', 'NUM'],
    ['2', '', 'Burrs', '', '', 'P/F'],
  ]);
  sheet['D3'] = { t: 'n', f: '2*3', v: 6 };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Plan');
  // With this type the writer answers a Buffer.
  const buffer = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('Read a workbook').setInputFiles({ name: 'plan.xlsx', mimeType, buffer });
  await expect(page.getByText('2 rows of the sheet “Plan” stand below now.')).toContainText('left out: Label.');
  await press(page, 'Next fault (F8)');
  await expect(cell('Specification', 2)).toHaveAccessibleDescription(/^The cell holds a formula/);
  await plant.expectUsable();
  await page.keyboard.press('ArrowUp');
  await expect(cell('Specification', 1)).toHaveValue('12 +/- .5');
  await expect(form).toContainText('Yes or no');
  await page.keyboard.press('Control+z');
  await expect(form).not.toContainText('Burrs');
  await cell('Specification', 1).press('Home');
  await paste(page, 'Balloon #\tCharacteristic\tUoM\tInspector\n7\tWidth\tmm\tAnn');
  await expect(form).toContainText('left out: Inspector.');
  await expect(cell('No.', 1)).toHaveValue('7');
});

test('a plan table is pasted, signed and drawn by', async ({ own: plant }) => {
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await goTo(page, '/plan/tables');
  await expect(page.getByText('There is no plan table')).toBeVisible();
  await page.getByRole('link', { name: 'New plan table' }).click();
  await page.getByLabel('Name', { exact: true }).fill('CFR 158');
  await page.getByLabel('Taken from', { exact: true }).fill('21 CFR 158.3');
  await page.getByLabel('Lots of, row 1', { exact: true }).focus();
  await paste(page, 'Lot size\tn\tc\n4,800 or less\t13\t2\n4,801 to 24,000\t21\t3\nover 24,000\t29\t4');
  await field(page, 'Reason').fill('As the law has it');
  await plant.expectUsable();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await expect(dialog).toContainText(
    'Plan table CFR 158, from 21 CFR 158.3: 1–4800: 13, 2/3; 4801–24000: 21, 3/4; > 24000: 29, 4/5.',
  );
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: '4801–24000 21 3 4' })).toBeVisible();
  await plant.expectUsable();
});
