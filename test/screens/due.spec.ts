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
