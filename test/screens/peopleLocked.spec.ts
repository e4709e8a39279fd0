import { administrator, viewer } from '../support/someone.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';

test.use({ plant: 'people' });

const next = 'silver-kettle-morning-4';

test('five wrong passwords lock the account, which says until when, and an administrator ends it', async ({
  own: plant,
}) => {
  test.setTimeout(240_000);
  const { page } = plant;
  await expect(title(page, 'Sign in')).toBeVisible();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await plant.signIn(viewer.user, `wrong-password-${attempt}`);
    await expect(page.getByRole('alert')).toContainText('User name or password is wrong.');
    await expect(field(page, 'Password')).toHaveValue('');
    await expect(field(page, 'Password')).toBeFocused();
  }
  await plant.signIn(viewer.user, viewer.password);
  await expect(page.getByRole('alert')).toContainText(/This account is locked until \d\d/);
  await plant.expectUsable();

  await plant.signIn(administrator.user, administrator.password);
  await expect(page.getByText(`6 wrong passwords were tried meanwhile as ${viewer.user}.`)).toBeVisible();
  await press(page, 'Show them');
  await expect(page.getByRole('table', { name: 'Wrong passwords since the last time' })).toContainText(viewer.user);
  await plant.expectUsable();
  await press(page, 'Dismiss');
  await expect(page.getByText('6 wrong passwords')).toHaveCount(0);
  await goTo(page, '/setup/person?user=vera');
  await expect(page.getByText(/^Locked until/)).toBeVisible();
  await press(page, 'New password');
  await field(page, 'New password').fill(next);
  await field(page, 'Reason').fill('Forgot the password; seen in person.');
  await plant.expectUsable();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The new password counts.')).toBeVisible();
  await expect(page.getByText('Must change the password')).toBeVisible();
  await plant.signOut();
  await plant.signIn(viewer.user, next);
  await expect(title(page, 'Choose a new password')).toBeVisible();
});
