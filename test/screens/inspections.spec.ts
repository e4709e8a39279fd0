import { demoPassword } from '#shared/people/vocabulary.ts';
import { paste } from './clipboard.ts';
import { expect, field, goTo, press, test } from './lotline.ts';

test.use({ plant: 'food' });

test('an inspection is read by keyboard alone, a reading is replaced with its reason, and a manager decides by it', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Inês Prado, Inspector');
  await goTo(page, '/inspections');
  await page.getByRole('link', { name: 'IN-4' }).click();
  const grid = page.getByRole('grid', { name: 'Readings' });
  const cell = (row: number, piece: number) => grid.locator(`[data-at="${row - 1} ${piece + 2}"]`);
  const progress = page.getByRole('status').filter({ hasText: 'readings' });
  await expect(progress).toHaveText('7 of 25 readings');
  await cell(1, 4).click();
  // As fast as somebody types: what is typed while the one before is recorded is not lost.
  for (const text of ['348', '64,9', '3.3', '0.41', '+']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(progress).toHaveText('11 of 25 readings');
  await expect(cell(2, 4)).toHaveText(/64,9.*may group or divide/);
  await cell(2, 4).click();
  await page.keyboard.type('64.9');
  await page.keyboard.press('Enter');
  await expect(progress).toHaveText('12 of 25 readings');
  // What was read first is struck through, and never lost.
  await cell(2, 2).click();
  await page.keyboard.type('65.9');
  await page.keyboard.press('Enter');
  await field(page, 'Reason').fill('Prism was not clean');
  await page.keyboard.press('Enter');
  await expect(cell(2, 2)).toHaveText('65.9');
  await cell(2, 2).click();
  await expect(page.getByText('First read: 66.4')).toBeVisible();
  // A figure far outside is asked about, and kept when it is meant.
  await cell(4, 1).click();
  await page.keyboard.type('41');
  await page.keyboard.press('Enter');
  await press(page, 'Yes, keep it');
  await expect(progress).toHaveText('13 of 25 readings');
  await plant.expectUsable();
  await cell(1, 5).click();
  await paste(page, '347\n64.2\n3.31\n0.42\nok');
  await expect(progress).toHaveText('18 of 25 readings');
  await cell(2, 3).click();
  await paste(page, '64.1\n3.3\n0.4\nok');
  await cell(4, 2).click();
  await paste(page, '0.4\nok');
  await cell(5, 1).click();
  await press(page, 'The rest is ok');
  await expect(progress).toHaveText('25 of 25 readings');
  await expect(page.getByText('By the readings: accept 24 EA, reject 0 EA.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept 24' })).toHaveCount(0);
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await goTo(page, '/inspection?inspection=IN-4');
  await press(page, 'Accept 24');
  const dialog = page.getByRole('dialog');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await expect(dialog.getByRole('region', { name: 'What is signed' })).toContainText(
    'Inspection IN-4 of JAM-APR lot JA-1058: 24 EA accepted, status A; 0 EA pending. By the readings',
  );
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Decided', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /^1 24 EA A/ })).toContainText('ID-');
  await plant.expectUsable();
});
