import { expect, field, openScreen, press, test } from './lotline.ts';

test.use({ plant: 'device' });

/** It fills a plant and derives passwords at their real cost. */
test.describe.configure({ timeout: 180_000 });

test('a serial’s page has its warranty, services and parts; one that is missing says so wherever it is named', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  // Nothing is said of its warranty yet.
  await openScreen(page, '/unit?product=BOARD&serial=BD-04001');
  await expect(page.getByText('None by the rules')).toBeVisible();
  await openScreen(page, '/setup/warranty');
  await press(page, 'New rule');
  await page.getByLabel('From', { exact: true }).fill('2020-01-01');
  await field(page, 'Reason').fill('terms of sale');
  await plant.expectUsable();
  await press(page, 'Save');
  await expect(page.getByRole('row', { name: /^Site/ })).toBeVisible();
  await plant.expectUsable();

  await openScreen(page, '/unit?product=NEB-200&serial=NB-02101');
  await expect(page.getByRole('definition').filter({ hasText: /BOARD · BD-04001/ })).toBeVisible();
  await press(page, 'Record a service');
  await field(page, 'What was done').fill('Mesh cleaned');
  await plant.expectUsable();
  await press(page, 'Save');
  const services = page.getByRole('table', { name: 'Service and events' });
  await expect(services.getByText('Mesh cleaned')).toBeVisible();
  await press(page, 'Correct the warranty');
  await page.getByLabel('Ends on', { exact: true }).fill('2031-12-31');
  await field(page, 'Reason').fill('agreed with the customer');
  await press(page, 'Save');
  await expect(page.getByText('Last day said by hand')).toBeVisible();

  await press(page, 'Report missing');
  await field(page, 'Reason').fill('not in its box');
  await plant.expectUsable();
  await press(page, 'Save');
  await expect(page.getByRole('group', { name: 'Missing MS-2' })).toBeVisible();
  await plant.expectUsable();
  await openScreen(page, `/serials?missing=${encodeURIComponent('["missing"]')}`);
  await expect(page.getByRole('row').filter({ hasText: 'NB-02101' }).getByText('Missing').first()).toBeVisible();
  await openScreen(page, '/unit?product=NEB-200&serial=NB-02101');
  await press(page, 'It was found');
  await field(page, 'Reason').fill('in the next box');
  await press(page, 'Save');
  await expect(page.getByRole('group', { name: 'Missing MS-2' })).toBeHidden();
  await expect(services.getByText('Found: in the next box')).toBeVisible();
});

test('a serial that somebody holds is checked by its number or barcode, with a plain verdict first', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await openScreen(page, '/serials');
  await page.getByRole('link', { name: 'Check a serial' }).click();
  await field(page, 'Serial or barcode').fill('(01)09524712000017(21)NB-02101');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Read: serial NB-02101')).toBeVisible();
  await expect(page.getByText('Genuine as far as our records go', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Made here on .* in work order MO-3303\.$/)).toBeVisible();
  await expect(page.getByText(/^Delivered to K-214 on .*: genuine as far as our records go\.$/)).toBeVisible();
  await plant.expectUsable();
  await field(page, 'Serial or barcode').fill('NB-O2101');
  await press(page, 'Check');
  await expect(page.getByText('No such serial: never made and never received here')).toBeVisible();
  await expect(page.getByRole('link', { name: 'NEB-200 · NB-02101' })).toBeVisible();
  await plant.expectUsable();
});
