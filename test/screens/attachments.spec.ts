import { readFileSync } from 'node:fs';
import { expect, field, goTo, press, test } from './lotline.ts';
import { become, dialog } from './signPlant.ts';

test.use({ plant: 'food' });
test.describe.configure({ timeout: 180_000 });

const pdf = Buffer.from('%PDF-1.7\nAnalysis\n%%EOF\n');
/** One grey dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

test('a certificate is attached on the page of a lot, saved, looked at, listed and withdrawn', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/lots');
  await page.getByRole('row').nth(2).getByRole('link').first().click();
  const part = page.getByRole('region', { name: 'Certificates and files' });
  await expect(part).toContainText('Nothing is attached.');

  const choose = part.locator('input[type=file]');
  await choose.setInputFiles({ name: 'coa.pdf', mimeType: 'application/pdf', buffer: pdf });
  await field(page, 'Certificate no.').fill('CoA 4711');
  await field(page, 'Issued by').fill('Dairy Lab');
  await dialog(page).getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(part.getByRole('row', { name: /F-1/ })).toContainText('CoA 4711');
  await expect(part).toContainText('1, of which certificates and test results: 1');

  const download = page.waitForEvent('download');
  await press(page, 'Save a copy: F-1');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('coa.pdf');
  expect(readFileSync(await saved.path())).toEqual(pdf);

  await choose.setInputFiles({ name: 'label.png', mimeType: 'image/png', buffer: png });
  await dialog(page).getByRole('button', { name: 'Attach', exact: true }).click();
  await press(page, 'Look at it: F-2');
  await expect(dialog(page).getByRole('img', { name: 'F-2 · label.png' })).toHaveJSProperty('naturalWidth', 1);
  await page.keyboard.press('Escape');

  await choose.setInputFiles({ name: 'coa.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\0\0') });
  await dialog(page).getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(dialog(page)).toContainText('this is none of them, whatever it is called');
  await dialog(page).getByRole('button', { name: 'Cancel' }).last().click();

  await press(page, 'Withdraw: F-1');
  await field(page, 'Reason').fill('of another lot');
  await dialog(page).getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(part.getByRole('row', { name: /F-1/ })).toContainText('of another lot');
  await goTo(page, '/files');
  await expect(page.getByRole('row', { name: /F-1/ })).toContainText('Withdrawn');
});
