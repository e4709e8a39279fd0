import { columnOf, expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'uneven', isOpenedAnew: false });

const numbers = ['2', '9', '10', '100'];
const natural = (family: string): string[] => numbers.map((number) => `${family}-${number}`);
const suspect = encodeURIComponent(JSON.stringify([['MILK', 'M-1', '', '']]));
/** Cells name more than their code. */
const codesIn = (cells: readonly string[], family: string): string[] => [
  ...new Set(cells.flatMap((cell) => cell.match(new RegExp(`\\b${family}-\\d+`, 'g')) ?? [])),
];

test('the lists of a trace open in the order of the numbers in their codes, and sort so by a column', async ({
  page,
}) => {
  await openScreen(page, '/trace?product=MILK&lot=M-1&direction=downstream&tab=runs');
  await expect(page.getByRole('table', { name: 'Runs' })).toBeVisible();
  expect(codesIn(await columnOf(page, 'Work order'), 'WO')).toEqual(natural('WO'));
  await page.getByRole('button', { name: 'Work order', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Work order' })).toHaveAttribute('aria-sort', 'ascending');
  expect(codesIn(await columnOf(page, 'Work order'), 'WO')).toEqual(natural('WO'));
  await page.getByRole('button', { name: 'Work order', exact: true }).click();
  expect(codesIn(await columnOf(page, 'Work order'), 'WO')).toEqual(natural('WO').reverse());
  await page.getByRole('tab', { name: /^Time line/ }).click();
  const events = await page.getByRole('list', { name: 'Time line' }).innerText();
  expect(codesIn([events], 'WO')).toEqual(natural('WO'));
});

test('so do the lists of a recall and the stock of a product', async ({ page }) => {
  await openScreen(page, `/recall?suspects=${suspect}&tab=customers`);
  await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible();
  expect(codesIn(await columnOf(page, 'Customer'), 'SHOP')).toEqual(natural('SHOP'));
  await page.getByRole('tab', { name: /^Affected/ }).click();
  await expect(page.getByRole('table', { name: 'Affected' })).toBeVisible();
  expect(codesIn(await columnOf(page, 'Lot or serial'), 'K')).toEqual(natural('K'));
  await openScreen(page, '/product?code=CAKE');
  await expect(page.getByRole('table', { name: 'Where it is' })).toBeVisible();
  expect(codesIn(await columnOf(page, 'Lot or serial'), 'K')).toEqual(natural('K'));
});
