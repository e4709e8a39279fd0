import type { Page } from '@playwright/test';
import { columnOf, expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

const rows = (page: Page) => page.getByRole('table', { name: 'Lots' }).locator('tr[data-index]');
const lots = (page: Page): Promise<string[]> => columnOf(page, 'Lot');
const count = (page: Page) => page.getByText(/^[\d,]+ rows?$/);

/** Every lot, unless the question says otherwise. */
async function openLots(page: Page, question = '?rows=all'): Promise<void> {
  await openScreen(page, `/lots${question}`);
  await expect(rows(page).first().getByRole('link').first()).toBeVisible();
}

test('the list of lots opens on what lies here, the newest first, and its other views are one click away', async ({
  page,
}) => {
  await openScreen(page, '/trace');
  await page.getByRole('navigation').getByRole('link', { name: 'Lots' }).click();
  const views = page.getByRole('navigation', { name: 'Views that come with the list' });
  const view = (name: string) => views.getByRole('link', { name });
  await expect(view('In stock')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('button', { name: 'Remove In stock: Yes' })).toBeVisible();
  await expect(rows(page).first().getByRole('link').first()).toBeVisible();
  expect((await columnOf(page, 'In stock')).filter((cell) => cell.trim() === '–')).toEqual([]);
  await expectAccessible(page);

  // Each says beforehand how many there are; the dates are counted from today.
  for (const name of ['In quarantine', 'Expires in 30 days', 'Expired and here', 'Everything', 'In stock']) {
    const [told] = /\d+$/.exec(((await view(name).textContent()) ?? '').replaceAll(/[\s,]/g, '')) ?? [''];
    await view(name).click();
    await expect(view(name)).toHaveAttribute('aria-current', 'true');
    await expect(count(page)).toHaveText(new RegExp(`^${Number(told).toLocaleString('en-GB')} rows?$`));
  }

  // Without its filter it is everything, also from a copied address, and sorted it stays the same view.
  await page.getByRole('button', { name: 'Remove In stock: Yes' }).click();
  await expect(view('Everything')).toHaveAttribute('aria-current', 'true');
  await page.reload();
  await expect(view('Everything')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('button', { name: 'Remove In stock: Yes' })).toHaveCount(0);
  await page.getByRole('navigation').getByRole('link', { name: 'Lots' }).click();
  await page.getByRole('button', { name: 'Lot', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Lot', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  await expect(view('In stock')).toHaveAttribute('aria-current', 'true');
});

test('the list is asked for before its other views are counted', async ({ page }) => {
  await openLots(page, '');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/lots/list')) asked.push(request.postData() ?? '');
  });
  await page.reload();
  await expect(rows(page).first().getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^In quarantine \d/ })).toBeVisible();
  expect(asked[0]).toContain('"limit":200');
  expect(asked.findIndex((question) => question.includes('"status":["Q"]'))).toBeGreaterThan(0);
});

test('few rows are drawn, and those below come as one scrolls', async ({ page }) => {
  await openLots(page);
  const table = page.getByRole('table', { name: 'Lots' });
  const total = Number((await table.getAttribute('aria-rowcount')) ?? '0') - 1;
  expect(total).toBeGreaterThan(250);
  expect(await rows(page).count()).toBeLessThan(80);
  await table.evaluate((element) => element.parentElement?.scrollTo({ top: 1e9 }));
  const last = table.locator(`tr[data-index="${total - 1}"]`);
  await expect(last.getByRole('link').first()).toBeVisible();
  await expect(last).toHaveAttribute('aria-rowindex', String(total + 1));
  expect(await rows(page).count()).toBeLessThan(80);
});

test('sorts from its heads, with blanks last both ways, and says so to readers aloud', async ({ page }) => {
  await openLots(page);
  const head = page.getByRole('columnheader', { name: "Supplier's lot" });
  await head.getByRole('button', { name: "Supplier's lot", exact: true }).click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await columnOf(page, "Supplier's lot"))[0]).not.toBe('');
  const up = await columnOf(page, "Supplier's lot");
  expect(up).toEqual(up.toSorted());
  await head.getByRole('button', { name: "Supplier's lot", exact: true }).click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => ((await columnOf(page, "Supplier's lot"))[0] ?? '') > (up[0] ?? '')).toBe(true);
  expect(page.url()).toContain('sort=-supplierLot');
});

test('a filter is one click from its head, and a copied address reproduces filter, sort and columns', async ({
  page,
  context,
}) => {
  await openLots(page);
  await page.getByRole('button', { name: 'Filter by Product' }).click();
  await page.getByRole('textbox', { name: 'Product contains' }).fill('apr');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Product: apr' })).toBeVisible();
  await page.getByRole('button', { name: 'Filter by In stock' }).click();
  await page.getByRole('checkbox', { name: 'Yes' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Lot', exact: true }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Name' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveCount(0);
  await expect.poll(async () => (await columnOf(page, 'Product')).every((code) => code.includes('APR'))).toBe(true);
  const [shown, counted] = [await lots(page), await count(page).textContent()];
  expect(shown).toEqual(shown.toSorted());

  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expect(count(elsewhere)).toHaveText(counted ?? '');
  await expect(rows(elsewhere).first().getByRole('link').first()).toBeVisible();
  expect(await lots(elsewhere)).toEqual(shown);
  await expect(elsewhere.getByRole('columnheader', { name: 'Name' })).toHaveCount(0);
});

test('"/" goes to the filter, which keeps what the host finds in any letter case', async ({ page }) => {
  await openLots(page);
  await page.keyboard.press('/');
  await page.keyboard.type('ap-002');
  await expect.poll(async () => (await lots(page)).every((lot) => lot.startsWith('AP-002'))).toBe(true);
  expect(page.url()).toContain('text=ap-002');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page.getByRole('textbox', { name: 'Filter the list' })).toHaveValue('');
  await expect.poll(async () => (await lots(page)).some((lot) => !lot.startsWith('AP-002'))).toBe(true);
});

test('a view is kept in two clicks, found again after a restart of the page, and removed', async ({ page }) => {
  await openLots(page, '?sort=expiresOn&onHand=%5B%22yes%22%5D');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Keep this view as' }).fill('Next to expire');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Next to expire', expanded: false })).toBeVisible();
  await openLots(page);
  await page.reload();
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('button', { name: 'Next to expire', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Expires' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('button', { name: 'Remove In stock: Yes' })).toBeVisible();
  await page.getByRole('button', { name: 'Next to expire', expanded: false }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove the view Next to expire' }).click();
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible();
});

test('open a row far down, Esc, and the same row, scroll and selection are there', async ({ page }) => {
  await openLots(page, '?sort=lot');
  await page
    .getByRole('table', { name: 'Lots' })
    .evaluate((element) => element.parentElement?.scrollTo({ top: 200 * 32 }));
  const row = page.locator('tr[data-index="205"]');
  await expect(row.getByRole('link').first()).toBeVisible();
  const name = (await row.getByRole('link').first().textContent()) ?? '';
  await row.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(row).toBeFocused();
  const before = await row.boundingBox();
  // By the key, by the key without the focus, and by a click on any of its cells
  const blur = () =>
    page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  for (const open of [
    () => page.keyboard.press('Enter'),
    async () => {
      await blur();
      await page.keyboard.press('Enter');
    },
    () =>
      row
        .locator('td')
        .nth(3)
        .click({ position: { x: 2, y: 4 } }),
  ]) {
    await open();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: 'Lots' })).toBeVisible();
    await expect(row).toBeFocused();
    await expect(row.getByRole('link').first()).toHaveText(name);
    expect((await row.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  }
});

test('the rows are walked with j and k beyond what is drawn, and End and Home go to the ends', async ({ page }) => {
  await openLots(page);
  // Nothing has the focus: the first j takes the first row, and what lies above the page keeps its keys.
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.locator('tr:focus')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('j');
  await expect(page.locator('tr[data-index="0"]')).toBeFocused();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('j');
  await expect(page.locator('tr[data-index="40"]')).toBeFocused();
  await expect(page.locator('tr[data-index="40"]')).toBeInViewport();
  await page.keyboard.press('End');
  const total = Number(await page.getByRole('table', { name: 'Lots' }).getAttribute('aria-rowcount')) - 1;
  await expect(page.locator(`tr[data-index="${total - 1}"]`)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.locator('tr[data-index="0"]')).toBeFocused();
});

test('Excel takes the list as it stands', async ({ page }) => {
  await openLots(page, '?product=apr&sort=-lot');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Excel' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^Lots \d{4}-\d{2}-\d{2}\.xlsx$/);
  await expect(page.getByText(/is made, from the records up to audit entry/)).toBeVisible();
});

test('people are found without their accents and in any letter case', async ({ page }) => {
  await openScreen(page, '/setup?text=INES');
  await expect(page.getByRole('link', { name: 'Inês Prado' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Vera Brandt' })).toHaveCount(0);
});

test('rows are taken along with Space or their box, and what can be done with them appears', async ({ page }) => {
  // An address of its own: no other test was at a row of it.
  await openLots(page, '?sort=-product');
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  const bar = page.getByRole('group', { name: '2 chosen' });
  await expect(bar).toBeVisible();
  const boxes = page.getByRole('checkbox', { name: /^Choose / });
  await expect(boxes.nth(1)).toBeChecked();
  await boxes.nth(2).check();
  await expect(page.getByRole('group', { name: '3 chosen' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: /chosen$/ })).toHaveCount(0);
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  const names = await lots(page);
  // What takes them along stands together.
  const recall = await bar.getByRole('link', { name: 'Simulate a recall of these' }).boundingBox();
  const excel = await bar.getByRole('button', { name: 'Excel of these' }).boundingBox();
  expect((excel?.x ?? 0) - ((recall?.x ?? 0) + (recall?.width ?? 0))).toBeLessThan(20);
  await bar.getByRole('link', { name: 'Simulate a recall of these' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Recall' })).toBeVisible();
  for (const name of names.slice(0, 2)) await expect(page.getByRole('main')).toContainText(name);
});

test('dates are filtered by spans that are counted from today, which stay so in a copied address', async ({ page }) => {
  await openLots(page);
  const count90 = async (): Promise<string> => (await count(page).textContent()) ?? '';
  const everything = await count90();
  await page.getByRole('button', { name: 'Filter by Expires' }).click();
  const form = page.getByRole('dialog', { name: 'Filter by Expires' });
  await expectAccessible(page, [], '[role="dialog"]');
  await form.getByRole('button', { name: 'overdue' }).click();
  await expect(page.getByRole('button', { name: 'Remove Expires: overdue' })).toBeVisible();
  await expect.poll(count90).not.toBe(everything);
  const overdue = await columnOf(page, 'Expires');
  expect(page.url()).toContain('expiresOn=overdue');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Remove Expires: overdue' })).toBeVisible();
  await expect(rows(page).first().getByRole('link').first()).toBeVisible();
  expect(await columnOf(page, 'Expires')).toEqual(overdue);
});

test('products, partners, locations and documents are lists like any other', async ({ page }) => {
  for (const [path, name, first] of [
    ['/products', 'Products', 'Product'],
    ['/partners', 'Partners', 'Partner'],
    ['/locations', 'Locations', 'Location'],
    ['/documents', 'Documents', 'Document'],
  ] as const) {
    await openScreen(page, path);
    const table = page.getByRole('table', { name, exact: true });
    const row = table.locator('tr[data-index="0"]');
    await expect(row.getByRole('link').first()).toBeVisible();
    await expectAccessible(page);
    const code = (await row.getByRole('link').first().textContent()) ?? '';
    await table.getByRole('button', { name: first, exact: true }).click();
    await expect(page).toHaveURL(/sort=/);
    await page.getByRole('textbox', { name: 'Filter the list' }).fill(code);
    await expect(page).toHaveURL(/text=/);
    await expect.poll(async () => (await columnOf(page, first)).includes(code)).toBe(true);
    const wanted = table.locator('tr[data-index]').filter({ has: page.getByRole('link', { name: code, exact: true }) });
    await wanted
      .first()
      .locator('td')
      .nth(1)
      .click({ position: { x: 2, y: 4 } });
    await expect(page.getByRole('main')).toContainText(code);
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  }
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Excel' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^Documents \d{4}-\d{2}-\d{2}\.xlsx$/);
});

test('a list that goes on beside the window says so by a shade at its edge, until one is there', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  await openLots(page);
  const box = page.locator('[data-rows]').first();
  /** How bright the brightest point at the inner edge of the box is, over some rows: text stands there too. */
  const atEdge = async (): Promise<number> => {
    const { x, y, inside } = await box.evaluate((part) => {
      const { left, top } = part.getBoundingClientRect();
      return { x: left, y: top, inside: part.clientWidth };
    });
    const shot = await page.screenshot({ clip: { x: x + inside - 3, y: y + 80, width: 2, height: 60 } });
    return await page.evaluate(
      async (bytes) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        canvas?.drawImage(picture, 0, 0);
        return Math.max(
          ...(canvas?.getImageData(0, 0, picture.width, picture.height).data.filter((_, at) => at % 4 === 0) ?? []),
        );
      },
      [...shot],
    );
  };
  const shaded = await atEdge();
  await box.evaluate((part) => part.scrollTo({ left: part.scrollWidth }));
  await expect.poll(atEdge).toBeGreaterThan(shaded + 20);
  // Where everything has room there is none.
  await page.setViewportSize({ width: 1900, height: 800 });
  await expect.poll(() => box.evaluate((part) => getComputedStyle(part, '::after').opacity)).toBe('0');
});

test.describe('a plant of one’s own', () => {
  test.use({ plant: undefined });

  test('where nothing is on hold, the page says how goods are held, and offers no import', async ({ page }) => {
    await openScreen(page, '/holds');
    await expect(page.getByText('Hold goods on the page of a lot or serial')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Go to Import' })).toHaveCount(0);
  });
});

test.describe('in German', () => {
  test.use({ isOpenedAnew: true });

  test('every head is said whole, and no higher than a row', async ({ page }) => {
    await page.evaluate(() => localStorage.setItem('lotline.language', 'de'));
    await page.setViewportSize({ width: 1600, height: 1000 });
    const lists = ['/products', '/partners', '/locations', '/lots?rows=all', '/documents', '/due'];
    for (const address of [...lists, '/unit?product=GIFT-3&lot=GB-0069', '/product?code=JAM-APR']) {
      await openScreen(page, address);
      await expect(page.locator('tr[data-index]').first()).toBeVisible();
      expect.soft(await page.evaluate(cutHeads), address).toEqual([]);
      const heights = await page.locator('thead').evaluateAll((heads) => heads.map((head) => head.clientHeight));
      expect.soft(Math.max(...heights), address).toBeLessThanOrEqual(32);
    }
  });
});

/** The heads of tables of which a part cannot be read, in the page. */
const cutHeads = (): string[] =>
  [...document.querySelectorAll('th')].flatMap((head) =>
    [head, ...head.querySelectorAll('span, button')].some(
      (part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth,
    )
      ? [head.textContent]
      : [],
  );
