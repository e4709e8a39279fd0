import { paste } from './clipboard.ts';
import { expect, goTo, press, test, title } from './lotline.ts';

test.use({ plant: 'food' });

test('lots are made by hand: pasted, refused at their row, made together, and warned of', async ({ own: plant }) => {
  const { page } = plant;
  await plant.signInAsDemo('Walid Haddad, Warehouse');
  await goTo(page, '/lots');
  await page.getByRole('link', { name: 'New lots' }).click();
  await expect(title(page, 'New lots')).toBeVisible();
  const form = page.getByRole('form', { name: 'New lots' });
  const cell = (column: string, row: number) => form.getByLabel(`${column}, row ${row}`, { exact: true });
  await cell('Product', 1).focus();
  await paste(page, 'SUGAR\tHAND-08\t3\nNOWHERE\tX-1\nSUGAR\tHAND-1O');
  await page.keyboard.press('Control+Enter');
  await expect(cell('Product', 2)).toBeFocused();
  await expect(cell('Product', 2)).toHaveAccessibleDescription(/^There is no product NOWHERE\./);
  await plant.expectUsable();
  await page.keyboard.press('Control+Delete');
  await page.keyboard.press('Control+Enter');
  const made = page.getByRole('region', { name: '4 lots made' });
  await expect(made.getByRole('link', { name: 'SUGAR · HAND-10' })).toBeVisible();
  await expect(made).toContainText('looks like lot HAND-10');
  await plant.expectUsable();
  await made.getByRole('link', { name: 'SUGAR · HAND-10' }).click();
  await expect(title(page, 'HAND-10')).toBeVisible();
});

test('a product leads to its new lots, with its code and the number that would come', async ({ own: plant }) => {
  const { page } = plant;
  await plant.signInAsDemo('Walid Haddad, Warehouse');
  await goTo(page, '/product?code=SUGAR');
  await page.getByRole('link', { name: 'New lots' }).click();
  const form = page.getByRole('form', { name: 'New lots' });
  await expect(form.getByLabel('Product, row 1', { exact: true })).toHaveValue('SUGAR');
  await expect(form).toContainText('no pattern to number by');
  await press(page, 'Cancel');
  await expect(page.getByText('SUGAR').first()).toBeVisible();
});
