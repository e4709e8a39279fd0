import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test } from './lotline.ts';
import { become } from './signPlant.ts';

test.use({ plant: 'food' });
test.describe.configure({ timeout: 180_000 });

test('a category is made, says how long its products last, and their pages tell which level decides', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/setup/products');
  await press(page, 'Change: Capacity of a lot');
  await field(page, 'Quantity').fill('90000');
  await press(page, 'Go on to sign');
  await field(page, 'Reason').fill('the largest silo');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  const settings = page.getByRole('table', { name: 'Settings' });
  await expect(settings.getByRole('row', { name: /^Capacity of a lot/ })).toContainText('90000');
  await expect(settings.getByRole('row', { name: /^Capacity of a lot/ })).toContainText('The site');

  await page.getByRole('link', { name: 'New category' }).click();
  await field(page, 'Category').fill('JUICE');
  await field(page, 'Name').fill('Juices');
  await field(page, 'Reason').fill('new line of products');
  await press(page, 'Save');
  await expect(page.getByRole('heading', { level: 1, name: 'Juices' })).toBeVisible();
  await expect(settings.getByRole('row', { name: /^Capacity of a lot/ })).toContainText('The site');
  await press(page, 'Change: Shelf life');
  await field(page, 'How long').fill('18');
  await press(page, 'Go on to sign');
  await field(page, 'Reason').fill('the study of the maker');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(settings.getByRole('row', { name: /^Shelf life/ })).toContainText('18 months');

  const useBy = settings.getByRole('row', { name: /^Use by/ });
  await press(page, 'Change: Use by, after making');
  await field(page, 'How long').fill('2');
  await field(page, 'Holds from').fill('2099-01-31');
  await press(page, 'Go on to sign');
  await field(page, 'Reason').fill('the new machine');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(useBy).toContainText('From 31 Jan 2099: 2 months');
  await press(page, 'Take back: Use by, after making from 31 Jan 2099');
  await expect(page.getByRole('dialog')).toContainText('2 months → not after all');
  await field(page, 'Reason').fill('it was not bought');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(useBy).not.toContainText('2099');
});

test('an attribute is made by the plant, said by a product beside its allergens, and shown on its page and list', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/setup/products');
  await page.getByRole('link', { name: 'New attribute' }).click();
  await field(page, 'Attribute').fill('Suited for');
  await field(page, 'Choices').fill('vegan,halal, kosher');
  await field(page, 'Reason').fill('told to every customer');
  await press(page, 'Save');
  const attributes = page.getByRole('table', { name: 'Allergens and other attributes' });
  await expect(attributes.getByRole('row', { name: /^Suited for/ })).toContainText('vegan, halal, kosher');

  await goTo(page, '/product/edit?code=JAM-APR');
  await page.getByRole('checkbox', { name: 'halal' }).check();
  await page.getByRole('checkbox', { name: 'vegan' }).check();
  await press(page, 'Go on to sign');
  await expect(page.getByRole('dialog')).toContainText('Suited for: vegan, halal');
  await field(page, 'Reason').fill('the new recipe');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(page.getByText('vegan, halal', { exact: true })).toBeVisible();
  await goTo(page, '/products?attributes=halal');
  await expect(page.getByRole('link', { name: 'JAM-APR' })).toBeVisible();
});
