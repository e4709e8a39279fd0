import type { Locator, Page } from '@playwright/test';
import { expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

/** Counts what a person does: one click, one field filled or one key pressed is a step. */
class Steps {
  count = 0;
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }
  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }
  /** Typing into the one box, which Ctrl K, a scanner or nothing but a click leads to, is one step; Enter is the next. */
  async type(text: string): Promise<void> {
    this.count += 1;
    await this.#page.getByRole('combobox', { name: 'Find or scan' }).fill(text);
    // A person reads what was found before going on.
    await expect(this.#page.getByRole('option').first()).toBeVisible();
  }
  async press(key: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.press(key);
  }
}

test("every customer who got anything made from a supplier's lot, with quantity, deliveries and contact: 3 steps", async ({
  page,
}) => {
  await openScreen(page, '/audit');
  const steps = new Steps(page);
  await steps.type('VE-66318');
  await steps.press('Enter');
  const customers = page.getByRole('table', { name: 'Customers' });
  await expect(customers.getByRole('row').filter({ hasText: 'C-112' })).toContainText('1,116');
  await expect(customers.getByRole('row').filter({ hasText: 'C-112' })).toContainText('DN-7182');
  await expect(customers.getByRole('row').filter({ hasText: 'C-112' })).toContainText('recall@aux-trois-pots.example');
  expect(steps.count).toBeLessThanOrEqual(3);
});

test('the trace of a lot as PDF, the whole of it whatever is unfolded: 4 steps', async ({ page }) => {
  await openScreen(page, '/audit');
  const steps = new Steps(page);
  await steps.type('JA-1058');
  await steps.press('Enter');
  await steps.click(page.getByRole('link', { name: 'Open in Trace' }).first());
  const saved = page.waitForEvent('download');
  await steps.click(page.getByRole('button', { name: 'Save as PDF' }));
  expect((await saved).suggestedFilename()).toMatch(/JA-1058.*\.pdf$/);
  expect(steps.count).toBeLessThanOrEqual(4);
});
