import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { become, reason } from './signPlant.ts';

test.use({ plant: 'food' });

/** It fills a plant and derives passwords at their real cost. */
test.describe.configure({ timeout: 180_000 });

test('a rule is signed, and the page says which level keeps goods of a status from what', async ({
  own: plant,
}, info) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/setup/statuses');
  await expect(title(page, 'Statuses')).toBeVisible();
  await expect(page.getByText('The standard rules alone hold.')).toBeVisible();
  await press(page, 'New rule');
  await page.getByRole('combobox', { name: 'Level' }).selectOption('product');
  await page.getByRole('combobox', { name: 'What goods do' }).selectOption('sample');
  await field(page, 'For').fill('JAM-RAS');
  await page.getByRole('checkbox', { name: 'A with all of its statuses' }).check();
  await plant.expectUsable();
  await press(page, 'Go on to sign');
  await reason(page).fill('The customer wants no samples of quarantine.');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(page.getByRole('table', { name: 'Rules' })).toContainText('JAM-RAS');
  await press(page, 'Name a status');
  await field(page, 'Status').fill('q1');
  await field(page, 'Name').fill('Waits for the laboratory');
  await reason(page).fill('So everybody calls it.');
  await press(page, 'Save');
  await expect(page.getByRole('table', { name: 'Names of statuses' })).toContainText('Waits for the laboratory');
  await field(page, 'Product').fill('JAM-RAS');
  await press(page, 'Show');
  const decides = page.getByRole('table', { name: 'Who decides' });
  await expect(decides.getByRole('row', { name: /^Shipment/ })).toContainText('not: Standard');
  await plant.expectUsable();
  for (const language of ['English', 'Deutsch']) {
    if (language !== 'English') {
      await press(page, 'Language and appearance');
      await page.getByRole('combobox', { name: 'Language' }).selectOption(language);
      await page.keyboard.press('Escape');
    }
    await expect(
      page.getByRole('heading', { level: 1, name: language === 'English' ? 'Statuses' : 'Status' }),
    ).toBeVisible();
    // To look at, in test-results.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: info.outputPath(`statuses-${language}-${colorScheme}.png`), fullPage: true });
    }
  }
});
