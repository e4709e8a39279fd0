import type { Locator, Page } from '@playwright/test';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { become, dialog, reason, sendSigned, sentence } from './signPlant.ts';

test.use({ plant: 'food' });

/** Each test fills a plant and derives passwords at their real cost. */
test.describe.configure({ timeout: 180_000 });

const changes = (page: Page) =>
  page.getByRole('region', { name: 'What changes' }).getByRole('table').locator('tbody tr[data-index]');
const signatures = (page: Page) => page.getByRole('table', { name: 'Signatures' }).locator('tbody tr[data-index]');

async function sign(page: Page, why: string, user = ''): Promise<void> {
  await press(page, 'Go on to sign');
  await reason(page).fill(why);
  if (user !== '') await field(page, 'Your user name').fill(user);
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
}

/** The field of the shelf life in days, which its unit belongs to the name of. */
const shelfLife = (page: Page): Locator => page.getByRole('textbox', { name: /^Shelf life ?, days$/ });

test('a product is edited: old and new before the signature, which the next edit supersedes', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product?code=JAM-RAS');
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(title(page, 'Edit a product')).toBeVisible();
  await expect(page.getByText('Goods of it have moved')).toBeVisible();
  await expect(field(page, 'Unit')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Go on to sign' })).toBeDisabled();
  // A unit is said once: by the field's own name, or behind it.
  await expect(field(page, 'Shelf life in months')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /month.*month/ })).toHaveCount(0);
  await shelfLife(page).fill('a year');
  await expect(page.getByText('Write whole days')).toBeVisible();
  // Nobody knows yet what it becomes: no heading stands above nothing.
  await expect(page.getByRole('heading', { name: 'What changes' })).toHaveCount(0);
  await field(page, 'GTIN').fill('4006381333932');
  await expect(page.getByText('The check digit does not fit')).toBeVisible();
  await field(page, 'GTIN').fill('400638133');
  await expect(page.getByText('A GTIN has 8, 12, 13 or 14 digits')).toBeVisible();
  await field(page, 'GTIN').fill('09524711000025');
  await shelfLife(page).fill('360');
  await field(page, 'Standard cost').fill('1.410');
  await expect(changes(page)).toHaveText(['Shelf life540360']);
  await plant.expectUsable();
  await press(page, 'Go on to sign');
  await expect(sentence(page)).toContainText('Change product JAM-RAS: Shelf life 540 days → 360 days.');
  await expect(dialog(page).getByRole('table')).toContainText('540');
  await dialog(page).getByRole('combobox', { name: 'Meaning' }).selectOption('Performed');
  await plant.expectUsable();
  await page.keyboard.press('Escape');

  // What was typed outlives the screen; the password does not.
  await page.reload();
  await expect(page.getByText('What you had typed here is back.')).toBeVisible();
  await expect(changes(page)).toHaveText(['Shelf life540360']);
  await sign(page, 'Shorter by the new recipe', 'quentin');
  await expect(title(page, 'Raspberry preserve 340 g')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toBeFocused();
  await expect(signatures(page)).toContainText('Approved');
  await expect(signatures(page)).toContainText('Valid');

  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(shelfLife(page)).toHaveValue('360');
  await field(page, 'Name').fill('Raspberry jam 340 g');
  await sign(page, 'The name on the label');
  await expect(signatures(page)).toHaveCount(2);
  await expect(signatures(page).first()).toContainText('Valid');
  await expect(signatures(page).last()).toContainText('Superseded');
  await plant.expectUsable();
});

test('a product that somebody else changed meanwhile keeps what was typed, and shows what it says now', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product/edit?code=JAM-RAS');
  await field(page, 'Category').fill('JAM');
  await shelfLife(page).fill('360');
  await press(page, 'Go on to sign');
  await reason(page).fill('Shorter by the new recipe');
  await field(page, 'Your user name').fill('quentin');
  await dialog(page).getByRole('combobox', { name: 'Meaning' }).selectOption('Performed');
  await expect(sentence(page)).toContainText('540 days → 360 days. Shorter by the new recipe');
  const meanwhile = (version: number, shelfLifeDays: number): Promise<void> =>
    sendSigned(page, 'products.edit', {
      code: 'JAM-RAS',
      version,
      change: { shelfLifeDays },
      reason: 'meanwhile',
      signature: { user: 'quentin', password: demoPassword, meaning: 'approved' },
    });
  await meanwhile(1, 400);
  // Said as soon as the page hears of it.
  await expect(dialog(page).getByRole('alert')).toContainText('has changed since you read it');
  await expect(dialog(page).getByRole('alert')).toContainText('What you had read: Change product JAM-RAS');
  await expect(sentence(page)).toContainText('version 1 version 2');
  await expect(sentence(page)).toContainText('400 days → 360 days. Shorter by the new recipe');
  await expect(dialog(page).getByRole('table').locator('tbody tr[data-index]')).toHaveText([
    'CategoryFINISHEDJAM',
    'Shelf life400360',
  ]);
  await expect(reason(page)).toHaveValue('Shorter by the new recipe');
  await expect(dialog(page).getByRole('combobox', { name: 'Meaning' })).toHaveValue('performed');
  await plant.expectUsable();

  // Signed before the page has heard of the next change, it is refused, and read again.
  const heard = Promise.withResolvers<void>();
  await page.route('**/rpc/audit/changesSince', async (route) => {
    await heard.promise;
    await route.continue();
  });
  await meanwhile(2, 410);
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(field(page, 'Your password')).toHaveValue('');
  heard.resolve();
  await expect(sentence(page)).toContainText('410 days → 360 days. Shorter by the new recipe');
  await page.unroute('**/rpc/audit/changesSince');
  await field(page, 'Your password').fill(demoPassword);
  await page.keyboard.press('Control+Enter');
  await expect(title(page, 'Raspberry preserve 340 g')).toBeVisible();
  await expect(signatures(page)).toHaveCount(3);
});

test('what cannot be signed is told at its field, which has the focus, and no dialog opens', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product/edit?code=JAM-RAS');
  for (const cost of ['-1', '1.23456', '1,500', 'free']) {
    await field(page, 'Standard cost').fill(cost);
    await expect(page.getByText('at most four decimals, such as 12.5.')).toBeVisible();
    await field(page, 'Standard cost').fill('1.41');
    await expect(page.getByText('at most four decimals, such as 12.5.')).toHaveCount(0);
  }
  await field(page, 'Status once expired').fill('ZZZ');
  await field(page, 'Name').fill('');
  await press(page, 'Go on to sign');
  await expect(field(page, 'Name')).toBeFocused();
  await expect(field(page, 'Name')).toHaveAccessibleDescription('It is missing.');
  await expect(page.getByText('Write A, Q or R')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
});

test('in German a cost is shown, typed and signed with a comma', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product/edit?code=JAM-RAS');
  await expect(field(page, 'Standard cost')).toHaveValue('1.41');
  await press(page, 'Language and appearance');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
  await page.keyboard.press('Escape');
  const cost = field(page, 'Standardkosten');
  await expect(cost).toHaveValue('1,41');
  await expect(page.getByText('Noch ist nichts geändert.')).toBeVisible();
  await cost.fill('1.500');
  await expect(page.getByText('eine Zahl mit Komma')).toBeVisible();
  await cost.fill('1234,5');
  const change = page.getByRole('table', { name: 'Was sich ändert' }).locator('tbody tr[data-index]');
  await expect(change).toHaveText(['Standardkosten1,411234,5']);
  await press(page, 'Weiter zur Unterschrift');
  await expect(dialog(page)).toContainText('Standardkosten 1,41 → 1234,5');
  await expect(dialog(page)).not.toContainText('1.41');
});
