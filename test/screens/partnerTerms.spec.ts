import { expect, field, openScreen, press, test } from './lotline.ts';

test.use({ plant: 'food' });

test('what was agreed with a customer is said on its page, and whom a recall names', async ({ own: plant }) => {
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await openScreen(page, '/partner?code=C-101');
  await press(page, 'Contact and terms');
  await field(page, 'Contact for a recall').fill('Ada Berg');
  await field(page, 'E-mail for a recall').fill('recall@shop.example');
  await page.getByLabel('Least life left at shipping').fill('30');
  await field(page, 'Reason').fill('as agreed');
  await plant.expectUsable();
  await press(page, 'Save');
  await expect(page.getByRole('definition').filter({ hasText: 'Ada Berg' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^30 days$/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'recall@shop.example' })).toHaveAttribute('href', /^mailto:/);
  await plant.expectUsable();
});
