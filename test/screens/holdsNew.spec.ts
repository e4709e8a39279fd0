import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { become, reason } from './signPlant.ts';

test.use({ plant: 'food' });

/** It fills a plant and derives passwords at their real cost. */
test.describe.configure({ timeout: 180_000 });

test('all deliveries of a supplier are held from a form that shows what it takes, and the list of lots marks them', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/holds');
  await page.getByRole('link', { name: 'New hold' }).click();
  await expect(title(page, 'New hold')).toBeVisible();
  await field(page, 'Deliveries of supplier').fill('S-NOBODY');
  await expect(page.getByText('Nothing of this is here now.')).toBeVisible();
  await press(page, 'Go on to sign');
  await expect(field(page, 'Deliveries of supplier')).toHaveAccessibleDescription(/There is no partner S-NOBODY/);
  await field(page, 'Deliveries of supplier').fill('S-VERDANNE');
  const taken = page.getByRole('region', { name: /^Holds \d+ lots? (or|and) serials? that (is|are) here$/ });
  await expect(taken.getByRole('row').nth(1)).toBeVisible();
  await plant.expectUsable();
  await press(page, 'Go on to sign');
  await reason(page).fill('glass in the drums');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(title(page, 'Holds')).toBeVisible();
  await expect(page.getByText('glass in the drums', { exact: true })).toBeVisible();
  await goTo(page, `/lots?held=${encodeURIComponent('["whole","part"]')}`);
  await expect(page.getByRole('row').nth(1)).toContainText('On hold');
  await plant.expectUsable();
});
