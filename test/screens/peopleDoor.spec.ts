import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test, title, windowOptions } from './lotline.ts';
import { openOwn } from './own.ts';

test.use({ plant: 'food' });

test('demo people sign in by one click, and what stood on the screen is there after the lock', async ({
  own: plant,
}) => {
  test.setTimeout(180_000);
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  // What is told in passing lies beside what one works with, not over it.
  const bottom = await page.getByRole('main').evaluate((main) => main.getBoundingClientRect().bottom);
  const told = await page.locator('[data-told]').evaluate((notice) => notice.getBoundingClientRect().top);
  expect(told).toBeGreaterThanOrEqual(bottom);
  // Nothing is to be done about it: it goes by itself.
  await expect(page.getByText('Signed in as Quentin Moreau')).toHaveCount(0);
  await expect(page.getByText('Demo', { exact: true })).toBeVisible();
  await goTo(page, '/recall');
  await page.getByRole('combobox', { name: 'Supplier', exact: true }).fill('S-VERD');
  await page.getByRole('button', { name: /^Who is signed in/ }).click();
  await press(page, 'Lock');
  await expect(title(page, 'Locked')).toBeVisible();
  await expect(title(page, 'Recall')).toBeHidden();
  await plant.expectUsable();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(title(page, 'Locked')).toBeVisible();
  await field(page, 'Password').fill('not-the-password');
  await press(page, 'Unlock');
  await expect(page.getByRole('alert')).toContainText('The password is wrong.');
  await press(page, 'Fill in');
  await press(page, 'Unlock');
  await expect(title(page, 'Recall')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Supplier', exact: true })).toHaveValue('S-VERD');

  // Locked from the box, reloaded, and left to another person.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lock');
  await page.getByRole('option', { name: /Lock$/ }).click();
  await expect(title(page, 'Locked')).toBeVisible();
  await page.reload();
  await expect(title(page, 'Locked')).toBeVisible();
  await press(page, 'Another person signs in');
  await plant.signIn('marek', demoPassword);
  await expect(page.getByRole('button', { name: 'Who is signed in: Marek Dvořák' })).toBeVisible();
  await goTo(page, '/recall');
  await expect(page.getByRole('combobox', { name: 'Supplier', exact: true })).toHaveValue('');

  // Signed out, nobody is the owner of the file by that: the door offers everybody, and the owner among them.
  await plant.signOut();
  await expect(title(page, 'Sign in')).toBeVisible();
  const people = page.getByRole('list', { name: 'The people of this demo' });
  await expect(people.getByRole('listitem')).toHaveCount(9);
  const choice = (name: string) => people.getByRole('button', { name });
  await expect(choice('Clara Nyberg, Compliance officer')).toContainText('Reviews the audit trail');
  await plant.expectUsable();
  await expect(choice('Vera Brandt, Viewer')).toBeFocused();
  await page.keyboard.press('n');
  await expect(choice('Noor de Wit, Quality manager')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Who is signed in: Clara Nyberg' })).toBeVisible();
  await plant.signOut();
  await page.reload();
  await choice('Owner of the file').click();
  await expect(page.getByRole('link', { name: 'Import', exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Who is signed in/ }).click();
  await expect(page.getByText('may do everything as its owner')).toBeVisible();
});

test('nobody touching it for as long as the site allows, the page locks itself', async ({ browser }) => {
  test.setTimeout(180_000);
  // The clock that is set here is that of every page of a context.
  await using context = await browser.newContext(windowOptions);
  await using plant = await openOwn(context, 'food');
  const { page } = plant;
  await plant.signInAsDemo('Vera Brandt, Viewer');
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Who is signed in: Vera Brandt' })).toBeVisible();
  await page.clock.fastForward('14:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('14:30');
  await expect(title(page, 'Locked')).toHaveCount(0);
  await page.clock.fastForward('01:00');
  await expect(title(page, 'Locked')).toBeVisible();
});

test('a page whose session ended elsewhere shows the door, and goes on where it was after signing in', async ({
  own: plant,
}) => {
  test.setTimeout(180_000);
  const { page } = plant;
  await plant.signInAsDemo('Quentin Moreau, Quality manager');
  await goTo(page, '/recall');
  await page.getByRole('combobox', { name: 'Supplier', exact: true }).fill('S-VERD');
  await page.getByRole('textbox', { name: "Supplier's lot" }).fill('VE-66318');
  const other = await page.context().newPage();
  await other.goto(new URL('/#/lots', page.url()).href);
  await other.getByRole('button', { name: /^Who is signed in/ }).click();
  await press(other, 'Lock');
  await expect(title(other, 'Locked')).toBeVisible();
  // The next call is refused, and the page learns of it; it asks by itself every few seconds.
  await expect(title(page, 'Locked')).toBeVisible({ timeout: 20_000 });
  await field(page, 'Password').fill(demoPassword);
  await press(page, 'Unlock');
  await expect(title(page, 'Recall')).toBeVisible();
  await page.getByRole('textbox', { name: "Supplier's lot" }).press('Enter');
  await expect(page.getByRole('list', { name: 'Suspect lots' })).toContainText('S-VERD, lot VE-66318');
});

test('a viewer sees no buttons for what a viewer may not do, and is refused by address', async ({ own: plant }) => {
  test.setTimeout(180_000);
  const { page } = plant;
  await plant.signInAsDemo('Vera Brandt, Viewer');
  await expect(page.getByRole('link', { name: 'Lots' })).toBeVisible();
  for (const name of ['Recall', 'Import', 'Audit trail', 'Set-up'])
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  await goTo(page, '/unit?product=APR-PUREE&lot=AP-0028');
  await expect(title(page, 'AP-0028')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Simulate a recall' })).toHaveCount(0);
  for (const address of ['/import', '/audit', '/recall', '/setup', '/setup/roles', '/setup/person?user=ada']) {
    await goTo(page, address);
    await expect(title(page, 'You may not use this page.')).toBeVisible();
  }
  await expect(page.getByText('Ada Okafor may give it.')).toBeVisible();
  await plant.expectUsable();
  const answer = await page.evaluate(async () => {
    const reply = await fetch('/rpc/people/list', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lotline': localStorage.getItem('lotline-key') ?? '' },
      body: JSON.stringify({ json: {} }),
    });
    return { status: reply.status, text: await reply.text() };
  });
  expect(answer).toEqual({ status: 403, text: expect.stringContaining('FORBIDDEN') });
  // The trail says it in words; the code stands in the entry.
  await plant.signOut();
  await plant.signInAsDemo('Clara Nyberg, Compliance officer');
  await goTo(page, '/audit?outcome=refused');
  const refused = page.getByRole('table', { name: 'Audit trail' }).locator('tr[data-index]').first();
  await expect(refused).toContainText('Not allowed for this person');
  await expect(refused).not.toContainText('FORBIDDEN');
  await refused.getByRole('link').first().click();
  await expect(page.getByText('FORBIDDEN', { exact: true })).toBeVisible();
  await plant.expectUsable();
});
