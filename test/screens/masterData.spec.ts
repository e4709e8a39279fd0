import { expect, goTo, test, title } from './lotline.ts';

test.use({ plant: 'food' });

test('a location is made and changed by hand, and what it looks like is said', async ({ own: plant }) => {
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await goTo(page, '/locations');
  await page.getByRole('link', { name: 'New location' }).click();
  await expect(title(page, 'New location')).toBeVisible();
  await page.getByLabel('Location', { exact: true }).fill('COLD-O1');
  await page.getByLabel('Name', { exact: true }).fill('Cold store, upper floor');
  await page.getByLabel('Kind', { exact: true }).selectOption('Quarantine');
  await page.getByLabel('Reason', { exact: false }).fill('The cold store has a second floor');
  await plant.expectUsable();
  await page.keyboard.press('Control+Enter');
  await expect(title(page, 'Cold store, upper floor')).toBeVisible();
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(title(page, 'Change COLD-O1')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Cold store, second floor');
  await page.getByLabel('Reason', { exact: false }).fill('As people call it');
  await page.keyboard.press('Control+Enter');
  await expect(title(page, 'Cold store, second floor')).toBeVisible();
  await goTo(page, '/location/edit');
  await page.getByLabel('Location', { exact: true }).fill('COLD-01');
  await page.getByLabel('Reason', { exact: false }).fill('A third floor');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'COLD-01 looks like COLD-O1' })).toBeVisible();
  await page.getByRole('link', { name: 'To COLD-01' }).click();
  await expect(title(page, 'COLD-01')).toBeVisible();
});
