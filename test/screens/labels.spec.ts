import { readFileSync } from 'node:fs';
import { barcodesIn } from '../support/barcodes.ts';
import { pictureOf } from '../support/pdfPicture.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';
import { expect, field, goTo, press, test } from './lotline.ts';
import { become, dialog, send } from './signPlant.ts';

test.use({ plant: 'food' });
test.describe.configure({ timeout: 180_000 });

/** The lot recorded last. */
async function someLot(page: Parameters<typeof send>[0]): Promise<{ product: string; lot: string }> {
  // Of the very shape that the contract says.
  const { json } = JSON.parse(await send(page, 'lots.list', { limit: 1 })) as {
    json: { rows: { product: string; lot: string }[] };
  };
  const [found] = json.rows;
  if (found === undefined) throw new Error('no lot');
  return found;
}

test('labels are printed on the page of a lot, once more with a reason, and counted', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'quentin');
  const lot = await someLot(page);
  await goTo(page, `/unit?product=${lot.product}&lot=${lot.lot}`);
  await press(page, 'Print label');
  await expect(dialog(page).getByRole('img', { name: /^Preview: \(\d\d/ })).toBeVisible();
  await field(page, 'Copies').fill('3');
  const download = page.waitForEvent('download');
  await press(page, 'Print');
  const file = await (await download).path();
  await expect(dialog(page)).toBeHidden();
  const { pages } = readPdf(readFileSync(file));
  expect(pages).toHaveLength(3);
  const [first] = pages;
  const [code] = first === undefined ? [] : await barcodesIn(pictureOf(first, 12));
  expect(code?.says).toContain(`10${lot.lot}`);

  await press(page, 'Print label');
  await expect(dialog(page).getByText('such labels already')).toBeVisible();
  await press(page, 'Print');
  await expect(dialog(page).getByRole('alert')).toBeVisible();
  await field(page, 'Why once more').fill('the first ones were torn');
  const again = page.waitForEvent('download');
  await press(page, 'Print');
  expect(
    readPdf(readFileSync(await (await again).path()))
      .pages.map(pageText)
      .join('\n'),
  ).toContain('Copy 4');

  const labels = page.getByRole('region', { name: 'Labels' });
  await expect(labels.getByText('the first ones were torn')).toBeVisible();
  await press(page, 'Count labels');
  await field(page, 'Used').fill('3');
  await field(page, 'Destroyed').fill('1');
  await press(page, 'Save');
  await expect(dialog(page)).toBeHidden();
  await expect(labels.getByText('Quentin Moreau').first()).toBeVisible();
  await plant.expectUsable();
});

test('labels are printed for rows that are chosen in a list', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'walid');
  await goTo(page, '/lots');
  for (const lot of ['AC-0015', 'NA-0525'])
    await page
      .getByRole('row', { name: new RegExp(lot) })
      .getByRole('checkbox')
      .check();
  await press(page, 'Print labels for 2');
  await expect(dialog(page).getByText('2 labels')).toBeVisible();
  const download = page.waitForEvent('download');
  await press(page, 'Print');
  expect((await download).suggestedFilename()).toBe('L-2-L-3.pdf');
  await goTo(page, '/labels');
  await expect(page.getByText('L-3', { exact: true })).toBeVisible();
});
