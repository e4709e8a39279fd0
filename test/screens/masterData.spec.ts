import { expect, field, goTo, press, test, title } from './lotline.ts';

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

test('a partner is made by hand as several things at once, and its page says whom a recall names', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await goTo(page, '/partners');
  await page.getByRole('link', { name: 'New partner' }).click();
  await expect(title(page, 'New partner')).toBeVisible();
  await field(page, 'Code').fill('W-STEAM');
  await field(page, 'Name').fill('Steam works');
  await page.getByRole('checkbox', { name: 'Customer' }).check();
  await page.getByRole('checkbox', { name: 'Subcontractor' }).check();
  await field(page, 'Contact for a recall').fill('Ada Berg');
  await field(page, 'E-mail for a recall').fill('recall@steam.example');
  await field(page, 'Hours for a recall').fill('Mon–Fri 8–17');
  await page.getByLabel('Least life left at shipping').fill('30');
  await field(page, 'Reason').fill('They sterilise our herbs');
  await plant.expectUsable();
  await press(page, 'Save');
  await expect(title(page, 'Steam works')).toBeVisible();
  await expect(page.getByText('Customer, Subcontractor · W-STEAM')).toBeVisible();
  for (const said of [/^Ada Berg$/, /^30 days$/, /^Mon–Fri 8–17$/])
    await expect(page.getByRole('definition').filter({ hasText: said })).toBeVisible();
  await expect(page.getByRole('link', { name: 'recall@steam.example' })).toHaveAttribute('href', /^mailto:/);
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(title(page, 'Change W-STEAM')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Customer' }).uncheck();
  await expect(page.getByLabel('Least life left at shipping')).toBeHidden();
  await field(page, 'Reason').fill('They buy nothing');
  await press(page, 'Save');
  await expect(page.getByText('Subcontractor · W-STEAM')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^30 days$/ })).toHaveCount(0);
});
