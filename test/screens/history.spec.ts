import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectUsable, openScreen, test } from './lotline.ts';

test.use({ plant: 'versions', isOpenedAnew: false });

const sides = async (page: Page): Promise<string[]> =>
  (await page.getByRole('table', { name: 'Side by side' }).getByRole('columnheader').allTextContents()).slice(1, -1);
const rowOf = (page: Page, field: string) =>
  page.getByRole('table', { name: 'Side by side' }).getByRole('row', { name: new RegExp(`^${field} `) });

test('the two newest versions are one click from the record, any other two are two clicks more', async ({ page }) => {
  await openScreen(page, '/product?code=MILK');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'MILK' })).toBeVisible();
  await expect.poll(() => sides(page)).toEqual(['Version 4', 'Version 5']);
  await expect(page.getByText('1 field differs.')).toBeVisible();
  await expect(rowOf(page, 'Name')).toContainText('differs');
  await expect(rowOf(page, 'Shelf life')).not.toContainText('differs');

  let clicks = 0;
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('radio', { name }).click();
    clicks += 1;
  };
  await choose('Version 1 on the left');
  await choose('Version 4 on the right');
  await expect.poll(() => sides(page)).toEqual(['Version 1', 'Version 4']);
  await expect(page.getByText('3 fields differ.')).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(2);
  await expect(rowOf(page, 'Shelf life')).toContainText('blank12 daysdiffers');
  await expect(rowOf(page, 'Standard cost')).toContainText('0.62');
});

test('the address shows the same two again, elsewhere and later', async ({ page }) => {
  await openScreen(page, '/history?record=product&key=%5B%22MILK%22%5D');
  await page.getByRole('radio', { name: 'Version 2 on the left' }).click();
  await expect(page).toHaveURL(/left=2&right=5/);
  await page.reload();
  await expect(page.getByText('3 fields differ.')).toBeVisible();
  await expect.poll(() => sides(page)).toEqual(['Version 2', 'Version 5']);
});

test('the versions are chosen by the keyboard alone', async ({ page }) => {
  await openScreen(page, '/history?record=product&key=%5B%22MILK%22%5D');
  await page.getByRole('radio', { name: 'Version 4 on the left' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/left=3&right=5/);
  await expect(page.getByRole('radio', { name: 'Version 3 on the left' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => sides(page)).toEqual(['Version 2', 'Version 5']);
});

test('an entry leads to the versions it made, and a lot to its own', async ({ page }) => {
  await openScreen(page, '/audit/entry?seq=3');
  await page.getByRole('link', { name: 'version 3' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'MILK' })).toBeVisible();
  await expect.poll(() => sides(page)).toEqual(['Version 2', 'Version 3']);
  await page.getByRole('link', { name: 'Entry 3' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Entry 3' })).toBeVisible();

  await openScreen(page, '/unit?product=MILK&lot=L-1');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(rowOf(page, 'Expires')).toContainText('1 Mar 2027');
  await page.getByRole('link', { name: 'Open the lot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'L-1' })).toBeVisible();
});

test('a version that is not there is refused, and a record nobody wrote has none', async ({ page }) => {
  await openScreen(page, '/history?record=product&key=%5B%22MILK%22%5D&left=99');
  await expect(page.getByRole('alert')).toContainText('There is no version 99 of it.');
  await openScreen(page, '/history?record=partner&key=%5B%22NOBODY%22%5D');
  await expect(page.getByText('No version is recorded under this name.')).toBeVisible();
  await expectAccessible(page);
});

test('the history can be read by everyone, in light and dark', async ({ page }) => {
  await openScreen(page, '/history?record=product&key=%5B%22MILK%22%5D&left=1&right=5');
  await expect(page.getByRole('table', { name: 'Side by side' })).toBeVisible();
  await expectUsable(page);
});
