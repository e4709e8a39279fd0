import { expect, openScreen, test } from './lotline.ts';

test.use({ ownStore: 'the first answer' });

test('an empty store shows its first trace after 3 steps', async ({ page }) => {
  await openScreen(page, '/');
  let steps = 0;
  const click = async (name: string | RegExp, role: 'button' | 'link'): Promise<void> => {
    steps += 1;
    await page.getByRole(role, { name }).first().click();
  };
  await click('Food plant', 'button');
  await expect(page.getByText('Hollerbach Foods makes')).toBeVisible({ timeout: 30_000 });
  await click('See where a jar came from', 'link');
  await expect(page.getByRole('region', { name: 'Picture of the trace' }).getByText('JA-1052').first()).toBeVisible();
  expect(steps).toBeLessThanOrEqual(3);
});
