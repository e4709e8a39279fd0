import { expect, expectUsable, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

const trace = '/trace?product=APR-PUREE&lot=AP-0028';
const picture = (page: Parameters<typeof openScreen>[0]) => page.getByRole('region', { name: 'Picture of the trace' });

test('suppliers stand left of our goods, and those left of customers', async ({ page }) => {
  await openScreen(page, trace);
  const leftOf = async (text: string): Promise<number> =>
    (await picture(page).locator('.react-flow__node').filter({ hasText: text }).first().boundingBox())?.x ?? Number.NaN;
  await expect(picture(page).getByText('JA-1058')).toBeVisible();
  const [supplier, root, made, customer] = [
    await leftOf('S-VERDANNE'),
    await leftOf('AP-0028'),
    await leftOf('JA-1058'),
    await leftOf('C-112'),
  ];
  expect(supplier).toBeLessThan(root);
  expect(root).toBeLessThan(made);
  expect(made).toBeLessThan(customer);
});

test('what is selected in the picture is selected in the list and on the time line, and in the address', async ({
  page,
}) => {
  await openScreen(page, trace);
  await picture(page).locator('.react-flow__node').filter({ hasText: 'JA-1058' }).click();
  const selected = page.getByRole('complementary', { name: 'Selected' });
  await expect(selected.getByRole('heading', { name: 'JA-1058' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'JA-1058' })).toHaveAttribute('aria-current', 'true');
  expect(page.url()).toContain('selected=');
  await page.getByRole('tab', { name: /^Time line/ }).click();
  await expect(page.locator('ol li[data-chosen="true"]').first()).toContainText('JA-1058');
  await page.getByRole('tab', { name: /^Lots and serials/ }).click();
  await page.getByRole('row').filter({ hasText: 'JA-1052' }).getByRole('cell').first().click();
  await expect(selected.getByRole('heading', { name: 'JA-1052' })).toBeVisible();
});

test('a link says by which movement it is known: document, time, person, workstation and evidence', async ({
  page,
}) => {
  await openScreen(page, `${trace}&selected=u/JAM-APR/JA-1058//`);
  const selected = page.getByRole('complementary', { name: 'Selected' });
  await selected.getByRole('button', { name: /^Shipped C-112/ }).click();
  await expect(selected).toContainText('Shipment');
  await expect(selected.getByRole('link', { name: /^DN-/ })).toBeVisible();
  await expect(selected.getByRole('time').first()).toBeVisible();
  await expect(selected).toContainText('Imported');
  await selected.getByRole('button', { name: 'Close what is selected' }).click();
  await expect(selected).toBeHidden();
});

test('nodes are reached and selected by keyboard alone', async ({ page }) => {
  await openScreen(page, trace);
  const node = picture(page).locator('.react-flow__node').filter({ hasText: 'JA-1058' });
  await node.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Selected' }).getByRole('heading')).toContainText('JA-1058');
});

test('can be hidden, and stays hidden for who gets the address', async ({ page }) => {
  await openScreen(page, trace);
  await page.getByRole('button', { name: 'Hide the picture' }).click();
  await expect(picture(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show the picture' })).toBeVisible();
  await expect(picture(page)).toBeHidden();
});

test('the picture is usable for everybody, in light and dark', async ({ page }) => {
  await openScreen(page, `${trace}&selected=u/JAM-APR/JA-1058//`);
  await expect(picture(page).getByText('JA-1058').first()).toBeVisible();
  await expectUsable(page);
});
