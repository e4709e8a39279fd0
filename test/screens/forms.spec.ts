import type { Page, Request } from '@playwright/test';
import { administrator } from '../support/someone.ts';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { send } from './signPlant.ts';

test.use({ plant: 'people' });

/** Each test opens a store of its own and derives passwords at their real cost. */
test.describe.configure({ timeout: 120_000 });

const next = 'silver-kettle-morning-4';
const role = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });

const body = (sent: Request): string => sent.postData() ?? '';

/** How many entries of the trail an operation left. */
async function entriesOf(page: Page, operation: string): Promise<number> {
  const reply = await send(page, 'audit.list', { operation });
  // Of the very shape that the contract says.
  const { json } = JSON.parse(reply) as { json: { rows: { operation: string }[] } };
  return json.rows.filter((row) => row.operation === operation).length;
}

test('a form that was killed half-way is back, but for its password', async ({ own: plant }) => {
  const { page, served } = plant;
  await plant.signIn(administrator.user, administrator.password);
  await page.getByRole('link', { name: 'Set-up' }).click();
  await page.getByRole('link', { name: 'Add a person' }).click();
  await field(page, 'Name').fill('Inês Prado');
  await field(page, 'First password').fill(next);
  const kept = page.waitForRequest((sent) => sent.url().includes('/draft/') && body(sent).includes('inspector'));
  await role(page, 'Inspector').check();
  expect(body(await kept)).not.toContain(next);
  await (await kept).response();
  // The page complains that nobody answers while the program is gone.
  await page.goto('about:blank');
  const address = await served.crash();
  await page.goto(address);
  await plant.signIn(administrator.user, administrator.password);
  await expect(page.getByRole('link', { name: 'Set-up' })).toBeVisible();
  await goTo(page, '/setup/add');
  await expect(page.getByText('What you had typed here is back.')).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('Inês Prado');
  await expect(role(page, 'Inspector')).toBeChecked();
  await expect(field(page, 'First password')).toHaveValue('');

  // What is missing is told at its field, and the first of them has the focus.
  await press(page, 'Add');
  await expect(field(page, 'User name')).toBeFocused();
  await expect(page.getByText('Write 2 to 40 letters (a to z), digits, dots, dashes or underscores.')).toBeVisible();
  await field(page, 'User name').fill('ines');
  await field(page, 'First password').fill(next);
  await page.keyboard.press('Control+Enter');
  await expect(title(page, 'Inês Prado')).toBeVisible();
  await goTo(page, '/setup/add');
  await expect(field(page, 'Name')).toHaveValue('');
});

test('what the host refuses is told at its field, which has the focus, until something else is typed', async ({
  own: plant,
}) => {
  const { page } = plant;
  await plant.signIn(administrator.user, administrator.password);
  await expect(page.getByRole('link', { name: 'Set-up' })).toBeVisible();
  await goTo(page, '/setup/add');
  await field(page, 'Name').fill('Vera Brand');
  await field(page, 'User name').fill('VERA');
  await role(page, 'Inspector').check();
  await field(page, 'First password').fill(next);
  await press(page, 'Add');
  await expect(page.getByRole('alert')).toContainText('The user name VERA was given before.');
  await expect(field(page, 'User name')).toBeFocused();
  await expect(field(page, 'User name')).toHaveAccessibleDescription(/was given before/);
  await expect(field(page, 'First password')).toHaveValue('');
  await plant.expectUsable();
  await page.keyboard.type('2');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a form is sent once, however often it is sent and whatever answers get lost', async ({ own: plant }) => {
  const { page } = plant;
  await plant.signIn(administrator.user, administrator.password);
  await expect(page.getByRole('link', { name: 'Set-up' })).toBeVisible();
  await goTo(page, '/setup/roles');
  await press(page, 'Change Inspector');
  await page.getByRole('checkbox', { name: 'Recall' }).check();
  await field(page, 'Reason').fill('Inspectors try recalls too.');
  // Three presses at once, before anything of the first is drawn.
  await field(page, 'Reason').evaluate((element) => {
    for (let presses = 0; presses < 3; presses += 1)
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  });
  await expect(page.getByRole('button', { name: 'Change Inspector' })).toBeVisible();
  expect(await entriesOf(page, 'people.saveRole')).toBe(1);

  // Done, and nobody hears of it: pressed once more it is the same attempt.
  await press(page, 'Change Inspector');
  await page.getByRole('checkbox', { name: 'Recall' }).uncheck();
  await field(page, 'Reason').fill('They do not.');
  await page.route('**/rpc/people/saveRole', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await press(page, 'Save');
  await expect(page.getByText('Lotline does not answer.').first()).toBeVisible();
  await page.unroute('**/rpc/people/saveRole');
  await press(page, 'Save');
  await expect(page.getByRole('button', { name: 'Change Inspector' })).toBeVisible();
  expect(await entriesOf(page, 'people.saveRole')).toBe(2);
});
