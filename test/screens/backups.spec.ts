import { readFileSync, renameSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { expect, field, goTo, press, test, title } from './lotline.ts';
import { become, dialog, wrongPassword } from './signPlant.ts';
import { demoPassword } from '#shared/people/vocabulary.ts';

test.use({ plant: 'food' });

/** Each test fills a plant and derives passwords at their real cost. */
test.describe.configure({ timeout: 180_000 });

test('an administrator makes a backup, which is saved whole, runs a restore test, and sees both in the list', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'ada');
  await goTo(page, '/setup');
  await page.getByRole('navigation', { name: 'Parts of the set-up' }).getByRole('link', { name: 'Backups' }).click();
  await expect(title(page, 'Backups')).toBeVisible();
  await expect(page.getByText('No backup was made yet.')).toBeVisible();
  await plant.expectUsable();

  const saving = page.waitForEvent('download');
  await press(page, 'Make a backup');
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^screens\.lotline-\d{4}-\d\d-\d\d-\d+\.backup$/);
  await expect(page.getByText(`${saved.suggestedFilename()} was saved`)).toBeVisible();
  const digest = createHash('sha256')
    .update(readFileSync(await saved.path()))
    .digest('hex');
  const rows = page.getByRole('table', { name: 'Backups, restore tests and restores' }).locator('tbody tr[data-index]');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(digest);
  await expect(rows.first()).toContainText('Ada Okafor');
  await expect(rows.first()).toContainText(/Backup.*Passed/);

  await press(page, 'Run a restore test');
  await expect(page.getByText(/^Restore test passed: [\d,]+ entries were restored and verified\.$/)).toBeVisible();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(/Restore test.*Passed/);
  await plant.expectUsable();

  // What a restore would undo is said in numbers before, with the command that does it.
  await page.getByRole('link', { name: /^What a restore of the backup in entry \d+ would undo$/ }).click();
  const restore = page.getByRole('region', { name: /^Restore the backup of entry/ });
  await expect(restore.getByText(/and undoes 1 entry since\.$/)).toBeFocused();
  await expect(restore.getByText(/^([\d,]+) now, \1 then$/)).toHaveCount(2);
  await expect(restore.getByRole('table', { name: 'Whose work it undoes' })).toContainText('Ada Okafor');
  const command = `lotline restore "${saved.suggestedFilename()}" --store ${JSON.stringify(plant.served.file)} --user ada`;
  await expect(restore.getByText('This backup was handed out and does not lie on this computer.')).toBeVisible();
  await restore.getByText('Restore on the command line instead').click();
  await expect(restore.getByText(command, { exact: true })).toBeVisible();
  await plant.expectUsable();

  // It was handed out, so it is handed over: a damaged one is refused, the right one verified and compared.
  const bytes = readFileSync(await saved.path());
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await press(page, 'Restore a backup file');
    await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  await choose(
    'spoilt.backup',
    Buffer.concat([bytes.subarray(0, 40_000), Buffer.alloc(20_000, 7), bytes.subarray(60_000)]),
  );
  await expect(page.getByRole('alert').filter({ hasText: 'This backup cannot be restored.' })).toBeVisible();
  await choose('from the safe.backup', bytes);
  const handedOver = page.getByRole('region', { name: 'Restore from the safe.backup', exact: true });
  await expect(handedOver.getByText(/and undoes 1 entry since\.$/)).toBeFocused();
  await plant.expectUsable();

  // With the reason and the password it takes the place of the store, which is opened again for whoever signs in.
  await field(page, 'Reason').fill('the last import was of another plant');
  await field(page, 'Your password').fill(wrongPassword);
  await press(page, 'Restore now');
  await expect(handedOver.getByText('User name or password is wrong.')).toBeVisible();
  await field(page, 'Your password').fill(demoPassword);
  await press(page, 'Restore now');
  const told = page.getByRole('status').filter({ hasText: /^The store is restored up to entry [\d,]+ of / });
  await expect(told).toContainText(/is kept beside it as screens\.lotline\.before-restore-/);
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
  await plant.expectUsable();
  await become(page, 'ada');
  await goTo(page, '/setup/backups');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(/Restore.*Passed.*Not yet/);
  await expect(rows.first()).toContainText('from the safe.backup');

  // The file goes away under the open program: that is said, and what was open is backed up.
  renameSync(plant.served.file, `${plant.served.file}-away`);
  await press(page, 'Run a restore test');
  const link = page.getByRole('link', { name: 'Make a backup' });
  const notice = page.getByRole('alert').filter({ hasText: 'The store was removed' }).filter({ has: link });
  await expect(notice).toBeVisible();
  await goTo(page, '/lots');
  await plant.expectUsable();
  await link.click();
  const rescuing = page.waitForEvent('download');
  await press(page, 'Make a backup');
  expect(statSync(await (await rescuing).path()).size).toBeGreaterThan(100_000);
});

test('a compliance officer signs what she looked through, and the entry of a review bears her signature', async ({
  own: plant,
}) => {
  const { page } = plant;
  await goTo(page, '/audit/reviews');
  await expect(page.getByText('the owner of the file, who has no password to sign with')).toBeVisible();
  await become(page, 'walid');
  await goTo(page, '/audit/reviews');
  await expect(page.getByText('You may not use this page.')).toBeVisible();

  await become(page, 'clara');
  await goTo(page, '/audit');
  await page.getByRole('main').getByRole('link', { name: 'Reviews' }).click();
  await expect(title(page, 'Reviews')).toBeVisible();
  const open = page.getByText(/^Nobody has looked through entries 1 to \d+ yet/);
  const [, last = ''] = /1 to (\d+)/.exec((await open.textContent()) ?? '') ?? [];
  await press(page, 'Sign that you looked through');
  await field(page, 'Note (may stay blank)').fill('Quarterly review');
  const statement = `Reviewed the audit trail from entry 1 to ${last}, ${last} in all. Quarterly review`;
  await expect(dialog(page)).toContainText(statement);
  await plant.expectUsable();
  await field(page, 'Your user name').fill('clara');
  await field(page, 'Your password').fill(demoPassword);
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  const row = page.getByRole('table', { name: 'Reviews' }).locator('tbody tr[data-index]');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Clara Nyberg');
  await expect(row).toContainText(`1 to ${last}`);
  await expect(row).toContainText('Quarterly review');
  await expect(row).toContainText(/\d\d:\d\d:\d\d \+0[12]:00/);
  await expect(page.getByText(`Nobody has looked through entry ${Number(last) + 1} yet.`)).toBeVisible();
  await plant.expectUsable();

  await row.getByRole('link').last().click();
  const signatures = page.getByRole('table', { name: 'Signatures' });
  await expect(signatures).toContainText('Clara Nyberg');
  await expect(signatures).toContainText('Reviewed');
  await expect(signatures).toContainText(statement);
  await plant.expectUsable();

  // She sees what backups there were, and makes none.
  await goTo(page, '/setup/backups');
  await expect(page.getByText('No backup was made yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a backup' })).toHaveCount(0);
});
