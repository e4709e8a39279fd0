import type { Page } from '@playwright/test';
import { administrator } from '../support/someone.ts';
import { codeOf, expect, field, givePassword, openPlant, press, test, title } from './peoplePlant.ts';

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

test.describe('from nobody to a plant with people', () => {
  test('the first run makes an administrator, who adds an inspector, who changes the password at the first log-in', async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    await using plant = await openPlant(browser);
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

test('five wrong passwords lock the account, which says until when, and an administrator ends it', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await using plant = await openPlant(browser, 'people');
  const { page } = plant;
  await expect(title(page, 'Sign in')).toBeVisible();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await plant.signIn('vera', `wrong-password-${attempt}`);
    await expect(page.getByRole('alert')).toContainText('User name or password is wrong.');
    await expect(field(page, 'Password')).toHaveValue('');
    await expect(field(page, 'Password')).toBeFocused();
  }
  await plant.signIn('vera', first);
  await expect(page.getByRole('alert')).toContainText(/This account is locked until \d\d/);
  await plant.expectUsable();

  await plant.signIn(administrator.user, administrator.password);
  await expect(page.getByText('6 wrong passwords were tried meanwhile.')).toBeVisible();
  await press(page, 'Show them');
  await expect(page.getByRole('table', { name: 'Wrong passwords since the last time' })).toContainText('vera');
  await plant.expectUsable();
  await press(page, 'Dismiss');
  await expect(page.getByText('6 wrong passwords')).toHaveCount(0);
  await page.goto('/#/setup/person?user=vera');
  await expect(page.getByText(/^Locked until/)).toBeVisible();
  await press(page, 'New password');
  await field(page, 'New password').fill(next);
  await field(page, 'Reason').fill('Forgot the password; seen in person.');
  await plant.expectUsable();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The new password counts.')).toBeVisible();
  await expect(page.getByText('Must change the password')).toBeVisible();
  await plant.signOut();
  await plant.signIn('vera', next);
  await expect(title(page, 'Choose a new password')).toBeVisible();
});
