import { expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'food' });

test('a demo shows its first trace after 3 steps', async ({ page }) => {
  // The first step is to start it.
  await openScreen(page, '/');
  let steps = 1;
  const click = async (name: string | RegExp, role: 'button' | 'link'): Promise<void> => {
    steps += 1;
    await page.getByRole(role, { name }).first().click();
  };
  await click('See where a jar came from', 'link');
  await expect(page.getByRole('region', { name: 'Picture of the trace' }).getByText('JA-1052').first()).toBeVisible();
  expect(steps).toBeLessThanOrEqual(3);
});
