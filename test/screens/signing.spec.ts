import type { Page } from '@playwright/test';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, expectAccessible, field, goTo, press, test, title } from './lotline.ts';
import { become, dialog, reason, secondUser, sentence, tabTo, wrongPassword } from './signPlant.ts';

test.use({ plant: 'food' });

/** Each test fills a plant and derives passwords at their real cost. */
test.describe.configure({ timeout: 180_000 });

const raspberry = '/unit?product=JAM-RAS&lot=JS-0850';
const signatures = (page: Page) => page.getByRole('table', { name: 'Signatures' }).locator('tbody tr[data-index]');
const status = (page: Page) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Status' }) })
    .first();
const open = (page: Page, address: string) => goTo(page, address);

/** What is typed into a dialog that asks for everything, and sent. */
async function sign(page: Page, { why = '', user = '', password = demoPassword }): Promise<void> {
  if (why !== '') await reason(page).fill(why);
  if (user !== '') await field(page, 'Your user name').fill(user);
  await field(page, 'Your password').fill(password);
  await press(page, 'Sign');
}

test('a lot is released with the mouse, signed, after one wrong password that lost nothing else', async ({
  own: plant,
}) => {
  const { page } = plant;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await become(page, 'quentin');
  await open(page, raspberry);
  // Nothing is asked of which is known that it will be refused.
  const refused: string[] = [];
  page.on('response', (reply) => reply.status() === 400 && refused.push(reply.url()));
  // Two clicks, and what is left is the signature.
  await press(page, 'Usage decision');
  await expect(dialog(page)).toContainText('Usage decision on lot JS-0850');
  await expect(dialog(page).getByRole('button', { name: 'Sign', exact: true })).toHaveCount(0);
  await dialog(page).getByRole('radio', { name: 'R Rejected' }).click();
  await expect(sentence(page)).toContainText('Reject 985 EA of JAM-RAS lot JS-0850');
  await dialog(page).getByRole('radio', { name: 'A Released' }).click();
  await expect(sentence(page)).toContainText('Release 985 EA of JAM-RAS lot JS-0850 at FINISHED: status Q becomes A.');
  await expect(dialog(page)).toContainText('Quentin Moreau');
  await expect(dialog(page)).toContainText('Released');
  await plant.expectUsable();
  await press(page, 'Sign');
  await expect(dialog(page).getByText('Say why, in a few words.')).toBeVisible();
  await expect(reason(page)).toBeFocused();
  expect(refused).toEqual([]);
  // What is filled in is not missing any more.
  const missing = dialog(page).getByText('The password is missing.');
  await expect(missing).toBeVisible();
  await field(page, 'Your password').fill('x');
  await expect(missing).toHaveCount(0);
  await expect(dialog(page).getByText('The user name is missing.')).toBeVisible();
  await field(page, 'Comment (may stay blank)').fill('COA 4411');
  await sign(page, { why: 'Tested, all within limits', user: 'quentin', password: wrongPassword });
  await expect(dialog(page).getByRole('alert')).toContainText('User name or password is wrong.');
  await expect(field(page, 'Your password')).toHaveValue('');
  await expect(field(page, 'Your password')).toBeFocused();
  await expect(reason(page)).toHaveValue('Tested, all within limits');
  await expect(field(page, 'Comment (may stay blank)')).toHaveValue('COA 4411');
  await plant.expectUsable();
  await sign(page, {});
  // When the dialog is gone the page shows what came of it, and it is said.
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await status(page).textContent()).toContain('A Released');
  await expect(page.getByText('Signed: Release 985 EA of JAM-RAS lot JS-0850')).toBeVisible();
  await expect(title(page, 'JS-0850')).toBeVisible();
  await expect(status(page)).toContainText('A Released');
  await expect(signatures(page)).toHaveCount(1);
  await expect(signatures(page)).toContainText('Quentin Moreau');
  await expect(signatures(page)).toContainText(/\d\d:\d\d:\d\d \+0[12]:00/);
  await expect(signatures(page)).toContainText('Tested, all within limits');
  await expect(signatures(page)).toContainText('Comment: COA 4411');
  await plant.expectUsable();

  // The second signature asks for the password alone, and supersedes the first. What has the focus is not behind the
  // button, however small the window.
  await page.setViewportSize({ width: 720, height: 450 });
  await open(page, `${raspberry}&decide=true&to=R`);
  await expect(reason(page)).toBeFocused();
  const [typedAt, signAt] = [
    await reason(page).boundingBox(),
    await dialog(page).getByRole('button', { name: 'Sign', exact: true }).boundingBox(),
  ];
  expect((typedAt?.y ?? 0) + (typedAt?.height ?? 0)).toBeLessThan(signAt?.y ?? 0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(field(page, 'Your password')).toBeVisible();
  await expect(field(page, 'Your user name')).toHaveCount(0);
  await sign(page, { why: 'Glass splinter found', password: wrongPassword });
  await expect(dialog(page).getByRole('alert')).toContainText('The password is wrong.');
  await sign(page, {});
  await expect(status(page)).toContainText('R Rejected');
  await expect(signatures(page)).toHaveCount(2);
  await expect(signatures(page).first()).toContainText('Valid');
  await expect(signatures(page).last()).toContainText('Superseded');
  await signatures(page).last().getByRole('link').last().click();
  await expect(page.getByRole('table', { name: 'Signatures' })).toContainText('Superseded');
  await expectAccessible(page);
});

test('a lot is released with the keyboard alone; what is left without signing is left as it was', async ({
  own: plant,
}) => {
  const { page } = plant;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await become(page, 'quentin');
  // What can be chosen may be known only after the dialog is there.
  await page.route(
    '**/rpc/dossier/get',
    async (route) => {
      await expect(dialog(page).getByRole('button', { name: 'Leave without signing' })).toBeFocused();
      await route.continue();
    },
    { times: 1 },
  );
  await open(page, raspberry);
  await expect(title(page, 'JS-0850')).toBeVisible();
  await tabTo(page, 'Usage decision');
  await page.keyboard.press('Enter');
  const released = dialog(page).getByRole('radio', { name: 'A Released' });
  await expect(released).toBeFocused();
  await page.keyboard.press('Space');
  await expect(sentence(page)).toContainText('status Q becomes A.');
  // Who chooses with the keys is not led away from the choice.
  await expect(released).toBeFocused();
  await tabTo(page, 'Reason');
  await page.keyboard.type('Within limits');
  // The dialog keeps the focus: no Tab leads out of it.
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await dialog(page).evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Usage decision' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(released).toBeFocused();
  await page.keyboard.press('Space');
  await expect(reason(page)).toHaveValue('Within limits');
  await expect(sentence(page)).toContainText('status Q becomes A. Within limits');
  await tabTo(page, 'Your user name');
  await page.keyboard.type('Quentin');
  await tabTo(page, 'Your password');
  await page.keyboard.type(demoPassword);
  const calls: string[] = [];
  page.on('request', (request) => request.url().includes('changeStatus') && calls.push(request.url()));
  // Nothing is signed while the sentence is being read anew, and that is said.
  await expect(dialog(page).getByRole('button', { name: 'Sign', exact: true })).toBeEnabled();
  await reason(page).press('End');
  await page.keyboard.type('.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toContainText('Nothing was signed: the sentence was still being written.');
  await expect(sentence(page)).toContainText('Within limits.');
  await field(page, 'Your password').press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(title(page, 'JS-0850')).toBeVisible();
  await expect(status(page)).toContainText('A Released');
  await expect(signatures(page)).toHaveCount(1);
  expect(calls).toHaveLength(1);
});

test('rejected goods come back with a second person, who is not the first one', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'quentin');
  await open(page, `${raspberry}&decide=true&to=R`);
  await sign(page, { why: 'Glass splinter found', user: 'quentin' });
  await expect(status(page)).toContainText('R Rejected');
  // Nothing on the page opened the dialog: the keyboard goes on at its title.
  await expect(title(page, 'JS-0850')).toBeFocused();
  await open(page, `${raspberry}&decide=true&to=A`);
  await expect(dialog(page).getByText('Two people sign this')).toBeVisible();
  await plant.expectUsable();
  // All of it is in sight in a usual window.
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const part of [secondUser(page), field(page, 'Password of the second person'), field(page, 'Your password')])
    await expect(part).toBeInViewport({ ratio: 1 });
  await expect(dialog(page).getByRole('button', { name: 'Sign', exact: true })).toBeInViewport({ ratio: 1 });
  // Who may is offered by name; typing a part of it will do.
  await secondUser(page).fill('wit');
  await page.getByRole('option', { name: 'Noor de Wit' }).click();
  await expect(secondUser(page)).toHaveValue('noor');
  const witness = async (user: string, password: string): Promise<void> => {
    await secondUser(page).fill(user);
    await field(page, 'Password of the second person').fill(password);
    await sign(page, { why: 'No glass in 200 jars' });
  };
  await witness('quentin', demoPassword);
  await expect(dialog(page).getByRole('alert')).toContainText(
    /^The signature of the second person was not accepted.*somebody else than you/,
  );
  await expect(field(page, 'Password of the second person')).toHaveValue('');
  // Who it is said of is named anew; why the other one types again as well stands at the field.
  await expect(secondUser(page)).toBeFocused();
  await expect(field(page, 'Your password')).toHaveAccessibleDescription(/forgotten as soon as it is sent/);
  await witness('noor', wrongPassword);
  await expect(dialog(page).getByRole('alert')).toContainText('of the second person is wrong.');
  await expect(field(page, 'Password of the second person')).toBeFocused();
  // "You may not do this" would be read by who may.
  await witness('walid', demoPassword);
  await expect(dialog(page).getByRole('alert')).toContainText(/^The signature of the second person was not accepted/);
  await expect(dialog(page).getByRole('alert')).toContainText('Walid');
  await expect(dialog(page).getByRole('alert')).not.toContainText('You may not do this');
  await witness('Noor de Wit', demoPassword);
  await expect(status(page)).toContainText('A Released');
  await expect(signatures(page).filter({ hasText: 'Witnessed' })).toContainText('Noor de Wit');
  await expect(signatures(page).filter({ hasText: 'Superseded' })).toHaveCount(1);
});

test('who cannot sign is told why: the owner of the file, other roles, and anybody an expired lot', async ({
  own: plant,
}) => {
  const { page } = plant;
  await open(page, raspberry);
  await press(page, 'Usage decision');
  await expect(page.getByText('Signing needs people')).toBeVisible();
  // What stands in the way, and what to do about it.
  await expect(dialog(page)).toContainText(
    'the owner of the file, who has no password to sign with: sign in as one of',
  );
  await expect(page.getByRole('link', { name: 'The people of the demo plant' })).toHaveAttribute('href', '#/setup');
  await become(page, 'walid');
  await expect(page.getByText('Your role may not do this.')).toBeVisible();
  await open(page, raspberry);
  await expect(page.getByRole('button', { name: 'Usage decision', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'What does “Usage decision” mean?' }).click();
  await expect(page.getByText('Your role may not do this.').first()).toBeVisible();
  await become(page, 'quentin');
  await open(page, '/unit?product=RAS-FROZEN&lot=RF-0027&decide=true&to=A');
  await expect(dialog(page).getByRole('alert')).toContainText(/The lot expired on \d\d \w{3,4} \d{4} and/);
  await expect(dialog(page).getByRole('button', { name: 'Sign', exact: true })).toHaveCount(0);
  await plant.expectUsable();
});
