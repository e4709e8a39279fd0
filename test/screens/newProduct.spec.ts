import type { Page } from '@playwright/test';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { become, sentence } from './signPlant.ts';

test.use({ plant: 'food' });

/** A plant is filled, and passwords are derived at their real cost. */
test.describe.configure({ timeout: 180_000 });

const meant = (page: Page) => page.getByRole('region', { name: 'What that means' });

test('a new product: plain questions end in a mode with its consequences, by keys alone, and it is signed', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/products');
  await page.getByRole('link', { name: 'New product' }).click();
  await expect(title(page, 'New product')).toBeVisible();
  await expect(meant(page)).toContainText('Every movement names its lot');
  await plant.expectUsable();
  await page.getByRole('radio', { name: 'Yes, always' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(meant(page)).toContainText('Every movement names its lot and sublot');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('radiogroup', { name: 'Does it go off?' }).getByRole('radio', { name: 'No' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(meant(page)).toContainText('Expired goods are rejected by the daily job');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Lot tracking' })).toHaveValue('mandatory');
  await expect(field(page, 'Status once expired')).toHaveValue('R');
  await expect(page.getByText('Say below how long it lasts')).toBeVisible();
  await field(page, 'Code').fill('JAM-FIG');
  await field(page, 'Name').fill('Fig preserve 340 g');
  await field(page, 'Unit').fill('EA');
  await field(page, 'Shelf life in months').fill('18');
  await plant.expectUsable();
  await press(page, 'Go on to sign');
  await expect(sentence(page)).toContainText('Make product JAM-FIG');
  await field(page, 'Reason').fill('in the range from spring on');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(title(page, 'Fig preserve 340 g')).toBeVisible();
  await expect(page.getByText('18 months')).toBeVisible();
});

test('the questions can be skipped', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product/new');
  await press(page, 'Skip the questions');
  await expect(field(page, 'Code')).toBeVisible();
  await expect(meant(page)).toHaveCount(0);
});
