import type { Page } from '@playwright/test';
import { administrator, viewer } from '../support/someone.ts';
import { paste } from './clipboard.ts';
import { expect, goTo, type Own, test } from './lotline.ts';
import { send } from './signPlant.ts';

test.use({ plant: 'people' });

/** A list as a training office has it: two people who are here among a thousand who are not, in its own order of columns. */
const list = [
  'Note\tPerson\tFor\tFrom\tShift',
  `"Forklift,\r\ntheory and practice"\t${viewer.name}\tPost movements\t5.1.2026\tnight`,
  ...['Make usage decisions', 'Change master data', 'Review the audit trail', 'Recall'].map(
    (subject) => `\t${viewer.user.toUpperCase()}\t${subject}\t2026-01-05\t`,
  ),
  `\t${administrator.name}\tRecall\t2026-01-05\t`,
  ...Array.from({ length: 994 }, (_, n) => `\tPerson ${n + 7}\tRecall\t2026-01-05\t`),
].join('\r\n');

async function signIn({ page, signIn: enter }: Own): Promise<void> {
  await enter(administrator.user, administrator.password);
  await expect(page.getByRole('link', { name: 'Set-up' })).toBeVisible();
  await goTo(page, '/setup/qualifications');
}

async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

test('a thousand rows are pasted, outlive a crash, are mended and recorded once, by keys alone', async ({
  own: plant,
}) => {
  test.setTimeout(240_000);
  const { page, served } = plant;
  await signIn(plant);
  const form = page.getByRole('form', { name: 'Qualifications' });
  const cell = (column: string, row: number) => form.getByLabel(`${column}, row ${row}`, { exact: true });
  const count = (said: string) => form.getByText(said, { exact: true });
  await cell('Person', 1).focus();
  const kept = page.waitForRequest(
    (sent) => sent.url().includes('/draft/') && (sent.postData() ?? '').includes('Person 1000'),
  );
  await paste(page, list);
  await expect(count('1,000 rows · 994 faults')).toBeVisible();
  await expect(form.getByText('1,000 rows pasted.')).toContainText('left out: Shift.');
  // Few of them are drawn.
  expect(await form.getByRole('row').count()).toBeLessThan(80);
  await (await kept).response();

  await page.goto('about:blank');
  await page.goto(await served.crash());
  await signIn(plant);
  await expect(page.getByText('What you had typed here is back.')).toBeVisible();
  await expect(count('1,000 rows · 994 faults')).toBeVisible();
  await cell('Person', 1).focus();
  await keys(page, 'Control+End');
  await expect(form.getByLabel('Note, row 1,000', { exact: true })).toBeFocused();
  await keys(page, 'Home');
  await expect(form.getByLabel('Person, row 1,000', { exact: true })).toHaveValue('Person 1000');
  await keys(page, 'Control+Home', 'End');
  await expect(cell('Note', 1)).toHaveValue('Forklift,\ntheory and practice');
  await keys(page, 'F8');
  await expect(cell('Person', 7)).toBeFocused();
  await expect(cell('Person', 7)).toHaveAccessibleDescription('This cannot be chosen here. Choose one of the list.');
  await plant.expectUsable();
  await keys(page, 'Control+Shift+ArrowDown', 'Control+Delete');
  await expect(count('6 rows')).toBeVisible();
  await keys(page, 'Control+z');
  await expect(count('1,000 rows · 994 faults')).toBeVisible();
  await keys(page, 'Control+y');
  await expect(count('6 rows')).toBeVisible();

  // What the host refuses is told at its row and column.
  await keys(page, 'Control+Enter');
  await expect(cell('Person', 6)).toBeFocused();
  await expect(cell('Person', 6)).toHaveAccessibleDescription(/^Nobody authorises themselves\./);
  await keys(page, 'Control+Delete');
  await expect(count('5 rows')).toBeVisible();

  // Done, and nobody hears of it, not even after a crash: sent once more it is the same attempt.
  await page.route('**/rpc/people/authoriseMany', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await keys(page, 'Control+Enter', 'Control+Enter');
  await expect(form.getByText('Lotline does not answer.')).toBeVisible();
  await page.unroute('**/rpc/people/authoriseMany');
  await page.goto('about:blank');
  await page.goto(await served.crash());
  await signIn(plant);
  await expect(count('5 rows')).toBeVisible();
  await cell('Person', 1).focus();
  await keys(page, 'Control+Enter');
  await expect(form.getByText('Saved.')).toBeVisible();
  const reply = await send(page, 'audit.list', { operation: 'people.authoriseMany', outcome: 'done' });
  // Of the very shape that the contract says.
  const { json } = JSON.parse(reply) as { json: { total: number } };
  expect(json.total).toBe(1);
});
