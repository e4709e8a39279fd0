import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { become } from './signPlant.ts';

test.use({ plant: 'food' });

test('a lot is split in a grid, refused beyond what lies there, and merged again from its page', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Walid Haddad, Warehouse');
  await goTo(page, '/unit?product=SUGAR&lot=SU-0010');
  await page.getByRole('link', { name: 'Split' }).click();
  await expect(title(page, 'Split a lot')).toBeVisible();
  const form = page.getByRole('form', { name: 'Split a lot' });
  const cell = (column: string, row: number) => form.getByLabel(`${column}, row ${row}`, { exact: true });
  await cell('Lot', 1).fill('PART-1');
  await page.locator('[data-at="0 1"]').click();
  await cell('Quantity', 1).fill('999999');
  await page.keyboard.press('Control+Enter');
  await expect(cell('Quantity', 1)).toHaveAccessibleDescription(/^Only .* lies at/);
  await plant.expectUsable();
  await cell('Quantity', 1).fill('2.5');
  await page.keyboard.press('Control+Enter');
  const made = page.getByRole('region', { name: '1 lot made' });
  await expect(made.getByRole('link', { name: 'SUGAR · PART-1' })).toBeVisible();
  await expect(made.getByRole('button', { name: /label/i })).toBeVisible();
  await plant.expectUsable();
  await made.getByRole('link', { name: 'SUGAR · PART-1' }).click();
  await expect(title(page, 'PART-1')).toBeVisible();
  const source = page.getByRole('region', { name: 'Where from' }).getByRole('row', { name: /SU-0010/ });
  await expect(source).toBeVisible();
  await page.getByRole('link', { name: 'Merge' }).click();
  await expect(title(page, 'Merge lots')).toBeVisible();
  await expect(page.getByText('Choose goods of at least two lots.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^SU-0010 · A/ }).check();
  await page.getByLabel('Into lot').selectOption('SU-0010');
  await expect(page.getByText('The goods are alike')).toBeVisible();
  await plant.expectUsable();
  await press(page, 'Merge');
  await expect(page.getByRole('region', { name: 'Merged into SU-0010' })).toBeVisible();
  await plant.expectUsable();
});

test('a quantity is typed in packs, which its cell shows in the unit of the product', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product/edit?code=SUGAR');
  await field(page, 'Packed in').fill('bag = 2.5; pallet = 500');
  await press(page, 'Go on to sign');
  await field(page, 'Reason').fill('as it is bought');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(page.getByText('bag = 2.5 kg, pallet = 500 kg')).toBeVisible();
  await become(page, 'walid');
  await goTo(page, '/lots/split?product=SUGAR&lot=SU-0010');
  const form = page.getByRole('form', { name: 'Split a lot' });
  const cell = (column: string, row: number) => form.getByLabel(`${column}, row ${row}`, { exact: true });
  await expect(page.getByText('such as 3 bag')).toBeVisible();
  await cell('Lot', 1).fill('PART-1');
  await page.locator('[data-at="0 1"]').click();
  await cell('Quantity', 1).fill('3 bag');
  await page.locator('[data-at="0 0"]').click();
  await expect(page.locator('[data-at="0 1"]')).toContainText('7.5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: '1 lot made' })).toBeVisible();
  await page.getByRole('link', { name: 'SUGAR · PART-1' }).click();
  await expect(page.getByText('7.5 kg').first()).toBeVisible();
});
