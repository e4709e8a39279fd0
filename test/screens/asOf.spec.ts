import { expect, expectAccessible, openScreen, press, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

test('a lot is looked at as of a day, which is said plainly, and back to now', async ({ page }) => {
  await openScreen(page, '/unit?product=JAM-RAS&lot=JS-0850');
  const life = page.getByRole('table', { name: 'Movements' }).locator('tr[data-index]');
  await expect(life.first()).toBeVisible();
  const now = await life.count();
  await press(page, 'Look back');
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill('2020-01-31');
  await press(page, 'Show');
  const notice = page.getByRole('region', { name: 'A past moment' });
  await expect(notice).toContainText('You are looking at the past: the end of 31 Jan 2020');
  await expect(notice).toContainText('even if it was entered later');
  await expect(page).toHaveURL(/asOf=2020-01-31/);
  await expect(page.getByText('None in stock').first()).toBeVisible();
  await expect(life).toHaveCount(0);
  // What is done to goods is done to those of now.
  await expect(page.getByRole('button', { name: 'Print label' })).toHaveCount(0);
  await expectAccessible(page);
  await press(page, 'Back to now');
  await expect(notice).toHaveCount(0);
  await expect(page.getByText('985 EA').first()).toBeVisible();
  await expect(life).toHaveCount(now);
});

test('a product and a location show what lay there at a time of day', async ({ page }) => {
  await openScreen(page, '/product?code=JAM-RAS');
  await expect(page.getByRole('table', { name: 'Where it is' }).locator('tr[data-index]').first()).toBeVisible();
  await press(page, 'Look back');
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill('2020-01-31');
  await page.getByLabel('Time of day').fill('14:30');
  await press(page, 'Show');
  await expect(page.getByRole('region', { name: 'A past moment' })).toContainText('31 Jan 2020, 14:30');
  await expect(page).toHaveURL(/asOf=2020-01-31T13/);
  await expect(page.getByText('Nothing lay here then.')).toBeVisible();
  await openScreen(page, '/location?code=DRY&asOf=2020-01-31');
  await expect(page.getByRole('region', { name: 'A past moment' })).toBeVisible();
});

test('the lists of lots and serials are looked at as of a day, in the address and with its rows', async ({ page }) => {
  await openScreen(page, '/lots?onHand=yes&product=SUGAR');
  const rows = page.getByRole('table', { name: 'Lots' }).locator('tr[data-index]');
  await expect(rows.first()).toBeVisible();
  const now = await rows.first().innerText();
  await press(page, 'Look back');
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill('2020-01-31');
  await press(page, 'Show');
  const notice = page.getByRole('region', { name: 'A past moment' });
  await expect(notice).toContainText('the end of 31 Jan 2020');
  await expect(page).toHaveURL(/asOf=2020-01-31/);
  await expect(rows).toHaveCount(0);
  await expectAccessible(page);
  await press(page, 'Back to now');
  await expect(rows.first()).toBeVisible();
  expect(await rows.first().innerText()).toBe(now);
  await openScreen(page, '/serials?asOf=2020-01-31');
  await expect(notice).toBeVisible();
});
