import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, openScreen, press, test, title } from './lotline.ts';
import { become, dialog, reason } from './signPlant.ts';

test.use({ plant: 'food' });

test('today shows what waits, its counts lead to their lists, and the keys go through it and decide', async ({
  own: plant,
}) => {
  test.setTimeout(180_000);
  const { page } = plant;
  await become(page, 'quentin');
  await openScreen(page, '/today');
  const tasks = page.getByRole('table', { name: 'Today', exact: true });
  const preview = page.getByRole('complementary', { name: 'What is chosen' });
  await expect(tasks.getByRole('button', { name: /^Today \d/ })).toBeVisible();
  await expect(page.getByRole('slider', { name: /^Lots received, released/ })).toBeVisible();
  await plant.expectUsable();

  // Goods with a day wait from that day on, and not before it.
  const waits = await tasks.locator('tr[data-index]').evaluateAll((all) =>
    all.map((row) => {
      const [, why = '', since = ''] = [...row.querySelectorAll('td')].map((cell) => cell.innerText);
      return { why, since };
    }),
  );
  const [late, ahead] = [
    waits.filter(({ why }) => / days? ago/.test(why)),
    waits.filter(({ why }) => /^.* in \d/.test(why)),
  ];
  expect(late.length).toBeGreaterThan(0);
  for (const { why, since } of late) expect(why).toContain(since);
  for (const { since } of ahead) expect(since).toBe('');

  // j and k go from row to row, and the preview with them.
  const rows = tasks.locator('tr[data-index]');
  const lotIn = async (index: number) => (await rows.nth(index).getByRole('link').first().textContent()) ?? '';
  const [first, second] = [await lotIn(0), await lotIn(1)];
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(first);
  await page.keyboard.press('j');
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(second);
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(first);
  await expect(preview.getByText('What happened last')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(title(page, first)).toBeVisible();

  // Who comes back goes on at the row that was visited; a key decides about that one, and its dialog says which it is.
  await page.goBack();
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(title(page, second)).toBeVisible();
  await page.goBack();
  await expect(rows.nth(1)).toBeFocused();
  await expect(rows.nth(1)).toHaveAttribute('data-chosen', 'true');
  await page.getByRole('link', { name: /In quarantine/ }).focus();
  await page.keyboard.press('r');
  await expect(dialog(page).getByRole('heading', { level: 2 })).toHaveText(`Usage decision on lot ${second}`);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  // A count is the list it counts.
  await openScreen(page, '/today');
  const waiting = page.getByRole('link', { name: /In quarantine/ });
  const count = /\d+/.exec((await waiting.textContent()) ?? '')?.[0] ?? '';
  await expect(tasks).toBeVisible();
  // What follows a key at once is of a scanner.
  await page.waitForTimeout(200);
  await page.keyboard.press('2');
  await expect(title(page, 'Lots')).toBeVisible();
  await expect(page.getByRole('table').first()).toHaveAttribute('aria-rowcount', String(Number(count) + 1));

  // What a scanner types is no key of the page.
  await openScreen(page, '/today');
  await expect(tasks).toBeVisible();
  await page.evaluate(() => {
    for (const key of '2401') window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  // It led nowhere: a key of a person still leads to the third list.
  await expect
    .poll(async () => {
      await page.keyboard.press('3');
      return page.url();
    })
    .toContain('expiresOn=');
});

test('a lot is released from the list, signed, and is gone from it', async ({ own: plant }) => {
  test.setTimeout(180_000);
  const { page } = plant;
  await become(page, 'quentin');
  await goTo(page, '/today');
  const tasks = page.getByRole('table', { name: 'Today', exact: true });
  const rowOf = (lot: string) =>
    tasks.locator('tr[data-index]').filter({ has: page.getByRole('link', { name: lot, exact: true }) });
  // What has expired is not released.
  await expect(rowOf('RF-0027').getByRole('button')).toHaveText([/Reject/]);
  const row = rowOf('JS-0850');
  await row.hover();
  await page.keyboard.press('a');
  await expect(dialog(page)).toContainText('Release 985 EA of JAM-RAS lot JS-0850');
  await plant.expectUsable();
  await reason(page).fill('Tested, all within limits');
  await field(page, 'Your user name').fill('quentin');
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Sign');
  await expect(dialog(page)).toHaveCount(0);
  await expect(row).toHaveCount(0);
  // The keyboard goes on at the task that is there now.
  await expect(tasks.locator('tr[data-index]:focus')).toHaveAttribute('data-chosen', 'true');
  await expect(tasks).toBeVisible();

  // Who may decide nothing sees what waits, and is offered no decision.
  const offers = tasks.getByRole('button', { name: /^(A Release|Q Quarantine|R Reject)/ });
  await expect(offers).not.toHaveCount(0);
  await become(page, 'ines');
  await goTo(page, '/today');
  await expect(tasks.getByRole('link', { name: 'PE-0006', exact: true })).toBeVisible();
  await expect(offers).toHaveCount(0);
});
