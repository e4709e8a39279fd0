import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { become, dialog, sentence } from './signPlant.ts';

test.use({ plant: 'food' });

/** A plant is filled, and passwords are derived at their real cost. */
test.describe.configure({ timeout: 180_000 });

test('glue gets lots: what lies here is listed, what is left out is told, and one signature names it all', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product?code=GLUE');
  await page.getByRole('link', { name: 'Change tracking' }).click();
  await expect(title(page, 'Change how a product is tracked')).toBeVisible();
  // Nobody knows the serials of what went out.
  await expect(page.getByRole('radio', { name: 'serials as a group' })).toBeDisabled();
  await page.getByRole('radio', { name: 'lots mandatory' }).check();
  const form = page.getByRole('form', { name: 'What lies here' });
  const cell = (column: string, row: number) => form.getByLabel(`${column}, row ${row}`, { exact: true });
  await expect(cell('Location', 1)).not.toHaveValue('');
  // One is in a cell where one types; the others only show what they hold.
  const go = async (column: number) => page.locator(`[data-at="0 ${column}"]`).click();
  const whole = await page.locator('[data-at="0 2"]').innerText();
  await go(3);
  await cell('Lot', 1).fill('KL-1');
  await go(2);
  await cell('Quantity', 1).fill('1');
  await field(page, 'Reason').fill('the glue is in every trace');
  await press(page, 'Go on to sign');
  await expect(page.getByText('The list leaves out')).toBeVisible();
  await plant.expectUsable();
  await go(2);
  await cell('Quantity', 1).fill(whole);
  await press(page, 'Go on to sign');
  await expect(sentence(page)).toContainText('Convert product GLUE: Lot tracking');
  await plant.expectUsable();
  // Who leaves the dialog finds the rows as they were.
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('[data-at="0 3"]')).toHaveText('KL-1');
  await press(page, 'Go on to sign');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(title(page, 'Label glue')).toBeVisible();
  await expect(page.getByText('lots mandatory, no serials')).toBeVisible();
  await expect(page.getByRole('link', { name: 'KL-1' })).toBeVisible();
});
