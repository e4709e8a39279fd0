import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test } from './lotline.ts';
import { become } from './signPlant.ts';

test.use({ plant: 'food' });
test.describe.configure({ timeout: 180_000 });

test('a supplier is approved on its page, stands in the list, and the plant says how others are received', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/partner?code=S-VERDANNE');
  const part = page.getByRole('region', { name: 'Approved as supplier of' });
  await expect(part).toContainText('Delivered without an approval that holds today');
  const product = (await part.getByRole('row').nth(1).getByRole('link').first().innerText()).trim();
  await press(page, 'Approve a supplier');
  await field(page, 'Product or category').fill(product);
  await press(page, 'Go on to sign');
  await field(page, 'Reason').fill('audited in spring');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(part.getByRole('row', { name: new RegExp(product) })).toContainText('audited in spring');

  await goTo(page, '/suppliers');
  await expect(page.getByRole('row', { name: new RegExp(product) })).toContainText('Holds');
  await expect(page.getByRole('region', { name: 'Receipt from suppliers that are not approved' })).toContainText(
    'Nothing is said: all goods are let through.',
  );
});
