import { expect, field, goTo, press, test, title } from './lotline.ts';

test.use({ plant: 'food' });

test('a rule of numbering shows what it makes while it is typed, and says what is wrong with it', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await goTo(page, '/setup/numbering');
  await expect(title(page, 'Numbering')).toBeVisible();
  await press(page, 'New rule');
  const lots = field(page, 'Numbers of lots');
  await lots.fill('LOT-{YY}{MM');
  await lots.blur();
  await expect(page.getByText('A brace is opened or closed alone')).toBeVisible();
  await lots.fill('LOT-{##}');
  await expect(page.getByText('Numbers of lots: Makes LOT-01, then LOT-02')).toBeVisible();
  await field(page, 'Reason').fill('So that nobody types numbers.');
  await plant.expectUsable();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Numbering' })).toContainText('LOT-{##}');
  await plant.expectUsable();
  await press(page, 'Change the rule of the site');
  await expect(lots).toHaveValue('LOT-{##}');
  await press(page, 'Cancel');
  await press(page, 'New rule');
  await lots.fill('X{#}');
  await field(page, 'Reason').fill('Another.');
  await press(page, 'Save');
  await expect(page.getByText('There is a rule for it already.')).toBeVisible();
});
