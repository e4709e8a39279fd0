import { expect, goTo, openScreen, press, test } from './lotline.ts';

test.describe.configure({ timeout: 120_000 });

test.describe('after a month without an entry', () => {
  test.use({ plant: 'asleep' });

  test('today leads to the question whether it is the day, and then what is due is done', async ({ own: plant }) => {
    const { page } = plant;
    await openScreen(page, '/today');
    await page.getByRole('link', { name: 'waits for somebody to confirm the date' }).click();
    const asked = page.getByRole('region', { name: /^Is today / });
    await expect(asked).toBeVisible();
    await plant.expectUsable();
    await asked.getByRole('button', { name: /^Yes, today is / }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 lot has expired' })).toBeVisible();
    await expect(asked).toHaveCount(0);
    await press(page, 'Run now');
    await expect(page.getByRole('status').filter({ hasText: 'What was due of 1 lot was done.' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Run now' })).toHaveCount(0);
    await plant.expectUsable();
    await goTo(page, '/lots?text=L1');
    await expect(page.getByRole('row', { name: /L1/ })).toContainText('Rejected');
  });
});

test.describe('the calendar of a plant', () => {
  test.use({ plant: 'food' });

  test('leads from each count to the lots it counts, with the keyboard as well', async ({ own: plant }) => {
    const { page } = plant;
    await openScreen(page, '/due');
    const calendar = page.getByRole('region', { name: 'Calendar' });
    const counts = calendar.getByRole('table').getByRole('link');
    const later = calendar.getByRole('button', { name: 'The month after' });
    await expect(calendar.getByRole('table')).toBeVisible();
    for (let months = 0; months < 12 && (await counts.count()) === 0; months += 1) {
      await later.press('Enter');
      await page.waitForLoadState('networkidle');
    }
    await plant.expectUsable();
    const count = /(\d+)$/.exec((await counts.first().getAttribute('aria-label')) ?? '')?.[1] ?? '';
    await counts.first().press('Enter');
    await expect(page.getByText(new RegExp(`^${count} rows?$`))).toBeVisible();
    await calendar.getByRole('link', { name: 'All days again' }).click();
    await expect(page).toHaveURL(/\/due$/);
  });
});
