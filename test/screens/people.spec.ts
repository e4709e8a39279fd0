import type { Page } from '@playwright/test';
import { administrator } from '../support/someone.ts';
import { codeOf, expect, field, givePassword, goTo, type Own, press, test, title } from './lotline.ts';

const first = 'copper-lantern-field-7';
const next = 'silver-kettle-morning-4';

/** The form of the first run, filled in and sent. */
async function setUp(page: Page, code: string): Promise<void> {
  await field(page, 'Code').fill(code);
  await field(page, 'User name').fill(administrator.user);
  await field(page, 'Name').fill(administrator.name);
  await givePassword(page, administrator.password, 'Password');
  await press(page, 'Set up and sign in');
}

/** The only administrator hears that nobody could let them in again, makes a code, and hears it no more. */
async function makeRecoveryCode({ page, expectUsable }: Own): Promise<void> {
  const warning = page.getByText('Only one person administers people here, and there is no recovery code');
  await expect(warning).toBeVisible();
  await page.getByRole('link', { name: 'Make a code in the settings' }).click();
  const part = page.getByRole('region', { name: 'Recovery code' });
  await expect(part).toContainText('There is none.');
  await part.getByRole('button', { name: 'Make a recovery code' }).click();
  const dialog = page.getByRole('dialog');
  const make = async (password: string): Promise<void> => {
    await field(page, 'Your password').fill(password);
    await dialog.getByRole('button', { name: 'Make a recovery code' }).click();
  };
  await expect(field(page, 'Your password')).toBeFocused();
  await make('not-the-password');
  await expect(dialog.getByRole('alert')).toContainText('The password is wrong.');
  await expectUsable();
  const sent = page.waitForRequest(/makeRecoveryCode/);
  await make(administrator.password);
  const shown = dialog.getByText(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/);
  const code = (await shown.textContent()) ?? '';
  expect((await sent).postData()).toContain(code);
  await expectUsable();
  // It is on paper or nowhere: no key closes it by mistake, and what is printed is the code alone.
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await expect(shown).toBeVisible();
  for (const button of ['Print', 'Copy'])
    await expect(dialog.getByRole('button', { name: button, includeHidden: true })).toBeHidden();
  await expect(page.getByRole('main', { includeHidden: true })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toContainText(/Copied|selected/);
  expect(await page.evaluate(() => window.getSelection()?.toString().trim())).toBe(code);
  await dialog.getByRole('button', { name: 'It is put away: close' }).click();
  await expect(page.getByText(code)).toHaveCount(0);
  await expect(part).toContainText(`Made by ${administrator.name} on`);
  await expect(part.getByRole('button', { name: 'Make a new recovery code' })).toBeVisible();
  await goTo(page, '/setup');
  await expect(page.getByText('1 person')).toBeVisible();
  await expect(warning).toHaveCount(0);
}

test.describe('from nobody to a plant with people', () => {
  test('the first run makes an administrator, who adds an inspector, who changes the password at the first log-in', async ({
    own: plant,
  }) => {
    test.setTimeout(180_000);
    const { page, served } = plant;
    await expect(title(page, 'Welcome to Lotline')).toBeVisible();
    await page.getByRole('link', { name: 'Set up people' }).click();
    await expect(title(page, 'Set up people')).toBeVisible();
    await plant.expectUsable();
    await press(page, 'Show a code');
    await expect(page.getByText('The code stands on the console')).toBeVisible();
    await setUp(page, 'AAAA-BBBB-CCCC');
    await expect(page.getByRole('alert')).toContainText('This is not the code, or it is too old.');
    await plant.expectUsable();
    await setUp(page, codeOf(served));
    await expect(title(page, 'People')).toBeVisible();
    await expect(page.getByText('People are set up. You are signed in as administrator.')).toBeVisible();
    await expect(page.getByRole('button', { name: `Who is signed in: ${administrator.name}` })).toBeVisible();
    await plant.expectUsable();

    await makeRecoveryCode(plant);

    await page.getByRole('link', { name: 'Add a person' }).click();
    await expect(title(page, 'Add a person')).toBeVisible();
    await field(page, 'Name').fill('Inês Prado');
    await field(page, 'User name').fill('ines');
    await page.getByRole('checkbox', { name: 'Inspector' }).check();
    await plant.expectUsable();
    await field(page, 'First password').fill('prado-was-here-1');
    await expect(page.getByText('It contains the name or user name.')).toBeVisible();
    await field(page, 'First password').fill(first);
    await expect(page.getByText('It may be used.')).toBeVisible();
    await press(page, 'Add');
    await expect(title(page, 'Inês Prado')).toBeVisible();
    await expect(page.getByText('Must change the password')).toBeVisible();
    await plant.expectUsable();

    await page.getByRole('button', { name: /^Who is signed in/ }).click();
    await plant.expectUsable();
    await press(page, 'Sign out');
    await expect(title(page, 'Sign in')).toBeVisible();
    // A demo's door lists people; that of a plant names nobody.
    await expect(page.getByRole('listitem')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /owner of the file|^Sign in as/i })).toHaveCount(0);
    await expect(page.getByText('screens.lotline')).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await plant.expectUsable();
    await plant.signIn('ines', first);
    await expect(title(page, 'Choose a new password')).toBeVisible();
    await expect(page.getByText('has at least 12 characters')).toBeVisible();
    await plant.expectUsable();
    await field(page, 'Password until now').fill(first);
    await givePassword(page, first, 'New password');
    await press(page, 'Change password');
    await expect(page.getByText('It was used before.')).toBeVisible();
    await field(page, 'Password until now').fill(first);
    await givePassword(page, next, 'New password');
    await press(page, 'Change password');
    await expect(page.getByRole('button', { name: 'Who is signed in: Inês Prado' })).toBeVisible();
    await expect(page.getByText('Signed in as Inês Prado, for the first time.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Set-up' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Import' })).toHaveCount(0);
  });
});
