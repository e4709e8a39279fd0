import type { Page } from '@playwright/test';
import { expect, goTo, test } from './lotline.ts';

test.use({ plant: 'food' });

const follow = (page: Page) => page.getByRole('main').getByRole('link', { name: 'Follow where it went' });

test('wherever tracked goods are shown, a link follows them; goods without tracking have none', async ({ page }) => {
  await goTo(page, '/product?code=JAM-APR');
  await expect(follow(page).first()).toBeVisible();
  await goTo(page, '/document?number=WO-1203');
  await expect(follow(page).first()).toBeVisible();
  await goTo(page, '/location?code=DRY');
  await expect(follow(page).first()).toBeVisible();
  await follow(page).first().click();
  await expect(page).toHaveURL(/#\/trace\?/);
  await goTo(page, '/product?code=GLUE');
  await expect(page.getByRole('table', { name: 'Where it is' })).toBeVisible();
  await expect(follow(page)).toHaveCount(0);
});
