import { columnOf, expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

test("a supplier's lot leads to our lots, and from there to everything made from them", async ({ page }) => {
  await openScreen(page, '/trace');
  await page.getByRole('combobox', { name: 'Lot or serial to trace' }).fill('VE-66318');
  await page.getByRole('option').filter({ hasText: 'AP-0028' }).click();
  await expect(page.getByRole('tab', { name: /^Lots and serials/ })).toHaveAttribute('aria-selected', 'true');
  expect(await columnOf(page, 'Lot or serial')).toContain('AP-0028');
  expect(Math.max(...(await columnOf(page, 'Level')).map(Number))).toBeGreaterThan(1);
});

test('a copied address asks the same question elsewhere', async ({ page, context }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028');
  await page.getByText('Where from', { exact: true }).click();
  await page.getByRole('switch', { name: 'Only what was possible in time' }).click();
  await page.getByRole('tab', { name: /^Receipts/ }).click();
  await expect(page.getByRole('table', { name: 'Receipts' })).toBeVisible();
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByRole('table', { name: 'Receipts' })).toBeVisible();
  await expect(elsewhere.getByRole('radio', { name: 'Backward trace (ingredients) Where from' })).toBeChecked();
  await expect(elsewhere.getByRole('switch', { name: 'Only what was possible in time' })).not.toBeChecked();
  expect(await columnOf(elsewhere, "Supplier's lot")).toEqual(['VE-66318']);
});

test('sorts quantities as figures, and says so to readers aloud', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028&tab=shipments');
  await page.getByRole('button', { name: 'Quantity' }).click();
  await expect(page.getByRole('columnheader', { name: 'Quantity' })).toHaveAttribute('aria-sort', 'ascending');
  const quantities = (await columnOf(page, 'Quantity')).map((text) => Number(text.replaceAll(',', '')));
  expect(quantities.length).toBeGreaterThan(2);
  expect(quantities).toEqual(quantities.toSorted((a, b) => a - b));
  expect(page.url()).toContain('sort=quantity');
});

test('an unknown lot is refused with its code and a sentence', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=NONE');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('NOT_FOUND');
  await expect(refusal).toContainText('NONE');
});

test.describe('what leaves another language behind', () => {
  test.use({ isOpenedAnew: true });

  test('a refusal is read in the language of the screen', async ({ page }) => {
    await openScreen(page, '/trace?product=APR-PUREE&lot=NONE');
    const refusal = page.getByRole('alert');
    await expect(refusal).toContainText('Check the product, the lot and the serial.');
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
    await expect(refusal).toContainText('Prüfen Sie Artikel, Charge und Seriennummer.');
    await expect(refusal).not.toContainText('Nothing is recorded');
  });
});

test('the page of a lot opens with its status, place, quantity and dates', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028&tab=shipments');
  await page.getByRole('table').getByRole('link', { name: /^JA-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^JA-/ })).toBeVisible();
  await expect(page.getByText('In stock', { exact: true })).toBeVisible();
  await expect(page.getByText('Expires', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Where from' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Movements' }).getByText('Output')).toBeVisible();
});

test('rows are walked with j and k, and Enter opens one', async ({ page }) => {
  await openScreen(page, '/trace?product=APR-PUREE&lot=AP-0028');
  await page.locator('tr[data-index="0"]').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(page.locator('tr[data-index="1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Product', { exact: true }).first()).toBeVisible();
  expect(page.url()).toContain('#/product');
});

test('a trace shows what was possible in time first, and says in numbers what more there would be', async ({
  page,
}) => {
  await openScreen(page, '/trace?product=JAM-APR&lot=JA-1052&direction=upstream&tab=receipts');
  const switched = page.getByRole('switch', { name: 'Only what was possible in time' });
  await expect(switched).toBeChecked();
  await expect(page.getByText('Without regard to time there would be 1 receipt more.')).toBeVisible();
  const before = await columnOf(page, 'Document');
  await expect(page.getByRole('columnheader', { name: 'Possible in time' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all of it' }).click();
  await expect(switched).not.toBeChecked();
  await expect(page.getByText('Among these, not possible in time: 1 receipt.')).toBeVisible();
  // What came after the last use stands last, and says so.
  const last = page.getByRole('table', { name: 'Receipts' }).locator('tr[data-index]').last();
  await expect(last).toContainText('GLUE');
  await expect(last).toContainText('no: received after its last use');
  expect((await columnOf(page, 'Document')).slice(0, -1)).toEqual(before);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show only what was possible' }).click();
  await expect(switched).toBeChecked();
  expect(await columnOf(page, 'Document')).toEqual(before);
});

test('every list of a trace names the goods and measures each quantity', async ({ page }) => {
  for (const tab of ['receipts', 'shipments', 'units', 'breaks']) {
    await openScreen(page, `/trace?product=JAM-APR&lot=JA-1052&direction=upstream&tab=${tab}`);
    for (const name of await columnOf(page, 'Name')) expect(name, tab).toMatch(/[a-z]{3}/);
    if (tab === 'units' || tab === 'breaks') continue;
    for (const quantity of await columnOf(page, 'Quantity')) expect(quantity, tab).toMatch(/^[\d,.]+ (kg|EA)$/);
  }
  await openScreen(page, '/trace?product=JAM-APR&lot=JA-1052&direction=upstream&tab=runs');
  const run = page.getByRole('table', { name: 'Runs' }).locator('tr[data-index]').filter({ hasText: 'WO-1329' });
  await expect(run).toContainText('run 1');
  await expect(run).toContainText(/APR-BASE · AB-0328 Apricot base, cooked [\d,.]+ kg/);
});

test('a run number never runs into a quantity: it says what it is, and the quantity stands apart', async ({ page }) => {
  await openScreen(page, '/trace?product=JAM-APR&lot=JA-1052&direction=upstream&selected=u%2FAPR-BASE%2FAB-0328%2F%2F');
  const panel = page.getByRole('complementary', { name: 'Selected' });
  const link = panel.getByRole('button').filter({ hasText: 'WO-1329' });
  await expect(link).toContainText('WO-1329, run 1');
  const [name, quantity] = [link.locator('> span').first(), link.locator('> span').last()];
  await expect(quantity).toHaveText(/^[\d,.]+ kg$/);
  const [left, right] = [await name.boundingBox(), await quantity.boundingBox()];
  expect(right?.x ?? 0).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0));
  await openScreen(page, '/unit?product=JAM-APR&lot=JA-1052');
  await expect(page.getByText('WO-1329, run 1').first()).toBeVisible();
});

test('the tour of a demo shows answers, not empty forms', async ({ page }) => {
  await openScreen(page, '/');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  const tour = page.getByRole('region', { name: 'Tour of Lotline' });
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /JA-1052/ })).toBeVisible();
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('tab', { name: /^Customers/ })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a row that is chosen and one that has the focus are told apart without colours', async ({ page }) => {
  await openScreen(page, '/trace?product=JAM-APR&lot=JA-1052&direction=upstream');
  const rows = page.getByRole('table', { name: 'Lots and serials' }).locator('tr[data-index]');
  await rows.nth(0).locator('td').first().click();
  await expect(rows.nth(0)).toHaveAttribute('data-chosen', 'true');
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  const marks = (place: number) =>
    rows
      .nth(place)
      .evaluate((row) => [
        getComputedStyle(row).outlineStyle,
        getComputedStyle(row.querySelector('td') ?? row).boxShadow === 'none' ? 'none' : 'bar',
      ]);
  expect([await marks(0), await marks(1)]).toEqual([
    ['none', 'bar'],
    ['solid', 'none'],
  ]);
});

test.describe('in German, on a narrow screen', () => {
  test.use({ isOpenedAnew: true });

  test('what makes a document stays on the page once it is made', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 });
    await openScreen(page, '/trace?product=JAM-APR&lot=JA-1052');
    await page.evaluate(() => localStorage.setItem('lotline.language', 'de'));
    await page.reload();
    const excel = page.getByRole('button', { name: /Excel/ });
    const download = page.waitForEvent('download');
    await excel.click();
    await download;
    await expect(page.getByRole('status').filter({ hasText: '.xlsx' })).toBeVisible();
    const box = await excel.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1024);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
    await page.evaluate(() => localStorage.removeItem('lotline.language'));
  });
});
