import { expect, openScreen, test as base } from './lotline.ts';

/** Its own fixture makes Playwright start a worker, and with it an empty store, for this file alone. */
const test = base.extend<object, { ownStore: boolean }>({ ownStore: [true, { scope: 'worker' }] });

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
