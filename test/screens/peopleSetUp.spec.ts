import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { dialog, reason, secondUser, sentence } from './signPlant.ts';

test.use({ plant: 'food' });

test('an administrator changes a person, their qualifications and a role; whoever may only read sees no button', async ({
  own: plant,
}) => {
  test.setTimeout(240_000);
  const { page } = plant;
  await plant.signInAsDemo('Ada Okafor, Administrator');
  await press(page, 'Dismiss');
  await page.getByRole('link', { name: 'Set-up' }).click();
  await expect(page.getByText('8 people')).toBeVisible();
  await plant.expectUsable();
  await page.keyboard.press('/');
  await page.keyboard.type('quen');
  await expect(page.getByText('1 person')).toBeVisible();
  await page.getByRole('link', { name: 'Quentin Moreau' }).click();
  await expect(title(page, 'Quentin Moreau')).toBeVisible();

  // Somebody else is faster: it is told, and what was typed stays until it is given up.
  await press(page, 'Change');
  await field(page, 'E-mail').fill('quentin@plant.example');
  await field(page, 'Reason').fill('New address.');
  const other = await page.context().newPage();
  await other.goto(new URL('/#/setup/person?user=quentin&act=state', page.url()).href);
  await field(other, 'Reason').fill('On leave.');
  await press(other, 'Disable');
  await expect(other.getByText('Disabled', { exact: true })).toBeVisible();
  await other.close();
  await press(page, 'Save');
  await expect(page.getByRole('alert')).toContainText('RECORD_CHANGED');
  await expect(field(page, 'E-mail')).toHaveValue('quentin@plant.example');
  await plant.expectUsable();
  await press(page, 'Load it as it is now');
  await expect(field(page, 'E-mail')).toHaveValue('quentin@plant.example');
  await expect(field(page, 'Reason')).toHaveValue('New address.');
  await press(page, 'Save');
  await expect(page.getByRole('link', { name: 'quentin@plant.example' })).toBeVisible();
  await press(page, 'Enable again');
  await field(page, 'Reason').fill('Back from leave.');
  await press(page, 'Enable again');
  // The rights are back by one administrator's act: somebody else confirms that before they sign.
  await expect(page.getByText('May not sign yet', { exact: true })).toBeVisible();
  await expect(page.getByText('A second person confirms it here: Clara Nyberg.')).toBeVisible();

  // A qualification that has ended keeps from nothing until the settings ask for it.
  await press(page, 'Record a qualification');
  await page.getByRole('combobox', { name: 'For' }).selectOption('Make usage decisions');
  await page.getByLabel('From', { exact: true }).fill('2020-01-01');
  await page.getByLabel('Until', { exact: true }).fill('2019-01-01');
  await expect(page.getByText('It ends before it begins.')).toBeVisible();
  await page.getByLabel('Until', { exact: true }).fill('2021-01-01');
  await plant.expectUsable();
  await press(page, 'Save');
  await expect(page.getByRole('table', { name: 'Qualifications' })).toContainText('Not in force');
  const rights = page.getByRole('table', { name: 'What this person may do' });
  await expect(rights.getByRole('row', { name: /^Usage decision/ })).toContainText('The qualification is not in force');
  await expect(rights.getByRole('row', { name: /^Add a person / })).toContainText('No role of this person allows it');
  await expect(rights.getByRole('row', { name: /^Trace, page by page/ })).toContainText('Yes');
  // Nothing is called as the program calls it.
  await expect(rights.getByText(/^[a-z]+\.\w+$/i)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Only what is not allowed' }).check();
  await expect(rights.getByRole('row', { name: /^Trace, page by page/ })).toHaveCount(0);

  await goTo(page, '/setup/roles');
  await expect(page.getByRole('columnheader', { name: /Inspector/ })).toBeVisible();
  await plant.expectUsable();
  await press(page, 'Change Inspector');
  await page.getByRole('checkbox', { name: 'Recall' }).check();
  await expect(page.getByText('Gives: Recall.')).toBeVisible();
  await expect(page.getByText('This changes what 1 person may do.')).toBeVisible();
  await field(page, 'Reason').fill('Inspectors try recalls too.');
  await plant.expectUsable();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Change Inspector' })).toBeVisible();

  await plant.signOut();
  await plant.signInAsDemo('Clara Nyberg, Compliance officer');
  for (const address of ['/setup', '/setup/person?user=quentin', '/setup/roles', '/setup/settings']) {
    await goTo(page, address);
    await expect(
      page
        .getByRole('main')
        .getByText(/Quentin|Inspector|15/)
        .first(),
    ).toBeVisible();
    const main = page.getByRole('main');
    for (const name of [
      'Add a person',
      'Change',
      'New password',
      'Disable',
      'New role',
      'Save',
      'Record a qualification',
    ])
      await expect(main.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
});

test('settings count at once, one person acts alone by a signature, and nobody raises their own rights alone', async ({
  own: plant,
}) => {
  test.setTimeout(240_000);
  const { page } = plant;
  await plant.signInAsDemo('Ada Okafor, Administrator');
  await goTo(page, '/setup/settings');
  await field(page, 'Lock after so many minutes without use').fill('5');
  await page.getByRole('checkbox', { name: 'Make usage decisions' }).check();
  await page.getByRole('checkbox', { name: /^Daily job/ }).uncheck();
  await page.getByLabel('Time zone of the plant', { exact: true }).selectOption('Australia/Darwin');
  await field(page, 'Reason').fill('House rule 12.');
  await plant.expectUsable();
  await press(page, 'Save');
  // The page is drawn anew in the zone that was chosen, with what is recorded now.
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
  // Its form is gone with the page before: that it is saved is told in passing.
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await plant.expectUsable();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Saved.', { exact: true })).toHaveCount(0);
  await page.reload();
  await expect(field(page, 'Lock after so many minutes without use')).toHaveValue('5');
  await expect(page.getByRole('checkbox', { name: /^Daily job/ })).not.toBeChecked();
  await goTo(page, '/due');
  await expect(page.getByText('The daily job is switched off here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run now' })).toHaveCount(0);
  // From now on every time is the plant's, in the trail to the second, and UTC on hover.
  await goTo(page, '/audit');
  const when = page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index] time').first();
  await expect(when).toContainText(/, \d\d:\d\d:\d\d \+09:30$/);
  await expect(when).toHaveAttribute('title', /Z$/);

  await goTo(page, '/setup/person?user=ada&act=change');
  await page.getByRole('checkbox', { name: /^Compliance officer/ }).check();
  await field(page, 'Reason').fill('Stands in for the manager.');
  // At once: what the host refuses is shown, too, while what was typed has hardly arrived.
  await press(page, 'Save');
  await expect(page.getByRole('alert')).toContainText('makes no quality decisions');
  await page.getByRole('checkbox', { name: /^Compliance officer/ }).uncheck();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Manager/ }).check();
  await press(page, 'Save');
  await expect(sentence(page)).toContainText('Ada Okafor changes what is recorded of Ada Okafor: Roles');
  await expect(sentence(page)).toContainText('Stands in for the manager.');
  await expect(dialog(page)).toContainText('That person alone signs.');
  await expect(dialog(page)).toContainText('Witnessed');
  await secondUser(page).fill('clara');
  await field(page, 'Password of the second person').fill(demoPassword);
  await plant.expectUsable();
  await press(page, 'Sign');
  await expect(page.getByRole('alert')).toContainText('Clara Nyberg may not do this either.');
  await expect(field(page, 'Password of the second person')).toHaveValue('');
  await page.keyboard.press('Escape');
  await press(page, 'Cancel');

  await goTo(page, '/setup/settings');
  await press(page, 'Let one person act alone');
  await expect(page.getByText('every document says so.').first()).toBeVisible();
  await expect(sentence(page)).toContainText('From now on one person may do here what two should.');
  await expect(sentence(page)).toContainText('Setting One person alone, not recorded yet');
  await reason(page).last().fill('One person works here in August.');
  await expect(sentence(page)).toContainText('because: One person works here in August.');
  // There are others here: one of them agrees, as witness.
  const agreed = async (): Promise<void> => {
    await secondUser(page).fill('quentin');
    await field(page, 'Password of the second person').fill(demoPassword);
  };
  await field(page, 'Your user name').fill('clara');
  await field(page, 'Your password').fill(demoPassword);
  await agreed();
  await press(page, 'Sign');
  await expect(page.getByRole('alert')).toContainText('Sign with your own user name');
  await expect(field(page, 'Your user name')).toBeFocused();
  await field(page, 'Your user name').fill('ada');
  await field(page, 'Your password').fill('not-the-password');
  await agreed();
  await plant.expectUsable();
  await press(page, 'Sign');
  await expect(page.getByRole('alert')).toContainText('User name or password is wrong.');
  await field(page, 'Your password').fill(demoPassword);
  await agreed();
  await press(page, 'Sign');
  await expect(
    page.getByText('One person may do what two should, because: One person works here in August.'),
  ).toBeVisible();
  await plant.expectUsable();
});
