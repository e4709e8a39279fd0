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
  const end = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Last day', { exact: true }).fill(end);
  await press(page, 'Go on to sign');
  await field(page, 'Reason').fill('audited in spring');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(part.getByRole('row', { name: new RegExp(product) })).toContainText('audited in spring');

  await goTo(page, '/suppliers');
  await expect(page.getByRole('row', { name: /S-VERDANNE/ })).toContainText('Ends within 60 days');
  await expect(page.getByRole('region', { name: 'Receipt from suppliers that are not approved' })).toContainText(
    'Nothing is said: all goods are let through.',
  );

  await goTo(page, '/due');
  const ending = page.getByRole('region', { name: 'Approvals of suppliers that run out' });
  await expect(ending).toContainText(`Verdanne Fruits for ${product}, until`);
  await ending.getByRole('link', { name: 'All that run out' }).click();
  await expect(page.getByRole('row', { name: /S-VERDANNE/ })).toBeVisible();

  // A gap in the set-up leads to where it is mended.
  await goTo(page, '/setup/gaps');
  const gap = page.getByRole('region', { name: 'Approvals of suppliers that run out' });
  await gap.getByRole('link', { name: 'S-VERDANNE' }).click();
  await expect(part).toBeVisible();
});
