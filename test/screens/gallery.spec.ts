import type { Page } from '@playwright/test';
import { test } from './galleryPage.ts';
import { expect, expectAccessible, expectUsable, showIn } from './lotline.ts';

test('every component is usable for everybody, in light and dark, in narrow and wide windows', async ({
  page,
}, info) => {
  // The page is as long as all screens together.
  test.setTimeout(240_000);
  await expectUsable(page);
  // To look at, in test-results.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: info.outputPath(`gallery-${colorScheme}.png`), fullPage: true });
  }
});

test('a list of any length draws few rows, says what is on its way and what leaves rows out', async ({ page }) => {
  const list = page.getByRole('table', { name: 'Apricots', exact: true });
  await expect(list).toHaveAttribute('aria-rowcount', '100001');
  expect(await list.locator('tr[data-index]').count()).toBeLessThan(80);
  await expect(list.locator('tr[data-index="12"]')).toHaveAttribute('aria-busy', 'true');
  await list.evaluate((element) => element.parentElement?.scrollTo({ top: 1e9 }));
  await expect(list.locator('tr[data-index="99999"]')).toBeVisible();
  await page.getByRole('button', { name: 'Remove In stock: Yes' }).click();
  await expect(page.getByRole('button', { name: 'Remove In stock: Yes' })).toHaveCount(0);
  await expect(page.getByText('Nothing fits the filter.')).toBeVisible();
  await expect(page.getByText('No lot is recorded yet')).toBeVisible();
  // What was refused is not on its way.
  const others = page.getByRole('region', { name: 'A list on its way, one that was refused, and one of nothing' });
  await expect(others.getByText('Loading…')).toHaveCount(1);
});

test('work on files says its share, other work what it has done of how much', async ({ page }) => {
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress).toContainText('Import · movements · 2 %');
  await expect(progress).toContainText('Verifying the audit trail · entries · 9 of 9');
});

test('what is told in passing is read aloud, lies under dialogs, and goes by Esc', async ({ page }) => {
  const told = page.locator('[aria-live="polite"]').getByText('Saved.', { exact: true });
  await page
    .getByRole('region', { name: 'Told in passing' })
    .getByRole('button', { name: 'Save', exact: true })
    .click();
  await expect(told).toBeVisible();
  const layer = await told.evaluate((element) => {
    const box = element.closest('[aria-live]');
    return box && Number(getComputedStyle(box).zIndex);
  });
  // Mantine's dialogs.
  expect(layer).toBeLessThan(200);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(told).toHaveCount(0);
});

test('a long list, an empty one and the find box show their other states', async ({ page }) => {
  await page.getByRole('tab', { name: /^Long/ }).click();
  await expect(page.getByRole('table', { name: 'A long list' })).toHaveAttribute('aria-rowcount', '501');
  await page.getByRole('tab', { name: /^Empty/ }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Type AP for hits' }).fill('AP');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
  await expectAccessible(page);
});

/** A dialog in light, and its colours in the dark; the page around it is looked at above. */
async function expectDialogAccessible(page: Page): Promise<void> {
  await expectAccessible(page, [], '[role="dialog"]');
  await showIn(page, 'dark');
  await expectAccessible(page, ['color-contrast'], '[role="dialog"]');
  await showIn(page, 'light');
}

test.describe('the parts of a list', () => {
  test.use({ part: 'longLists' });

  test('the menus of a list are usable for everybody, in light and dark', async ({ page }) => {
    const parts = page.getByRole('region', { name: 'Parts of a list' });
    for (const name of ['Next to expire', 'Columns', 'Filter by In stock', 'Filter by Expires']) {
      await parts.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectDialogAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
});

test.describe('signing', () => {
  test.use({ part: 'signing' });

  test('the sign dialog is usable for everybody in every state, in light and dark', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 });
    const part = page.getByRole('region', { name: 'Signing' });
    const states = part.getByRole('button').filter({ hasNotText: /^(\?|Edit|Usage decision)$/ });
    const names = await states.allTextContents();
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      await part.getByRole('button', { name, exact: true }).click();
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      await expectDialogAccessible(page);
      await page.keyboard.press('Escape');
      // What is on its way is not left.
      if (name === 'At work') {
        await expect(dialog).toBeVisible();
        await page.reload();
      } else {
        await expect(dialog).toHaveCount(0);
        await expect(part.getByRole('button', { name, exact: true })).toBeFocused();
      }
    }
  });
});

test.describe('a form', () => {
  test.use({ part: 'forms' });

  test('judges a field when typing rests, asks why once something changes, and says what was refused', async ({
    page,
  }) => {
    const form = page.getByRole('region', { name: 'A whole form' });
    const save = form.getByRole('button', { name: 'Save' });
    const until = form.getByLabel('Until', { exact: true });
    const why = form.getByRole('textbox', { name: 'Reason' });
    await expect(form.getByText('Nothing is changed yet.')).toBeVisible();
    await expect(save).toBeDisabled();
    await expect(why).toHaveCount(0);
    await until.fill('2025-06-30');
    await expect(form.getByText('It ends before it begins.')).toBeVisible();
    // What is there again as it was is no change.
    await until.fill('2026-09-30');
    await expect(form.getByText('It ends before it begins.')).toHaveCount(0);
    await expect(save).toBeDisabled();

    await until.fill('2027-06-30');
    await save.click();
    await expect(why).toBeFocused();
    await expect(form.getByText('Say why, in a few words.')).toBeVisible();
    await why.fill('It takes longer.');
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('alert')).toContainText('A location is closed for a year at most.');
    await expect(until).toBeFocused();
    await until.fill('2026-12-31');
    await expect(form.getByRole('alert')).toHaveCount(0);

    await form.getByRole('combobox', { name: 'Status' }).selectOption('Being cleaned');
    await expect(form.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expect(form.getByText('Saved.')).toBeVisible();
    await expect(save).toBeDisabled();
    await expect(until).toHaveValue('2026-12-31');
    await expect(why).toHaveCount(0);
  });
});

test.describe('charts', () => {
  test.use({ part: 'charts' });

  test('a chart is walked by arrows and opened by Enter or a click, is a table too, and says what is missing', async ({
    page,
  }) => {
    const opened = page.getByRole('status').first();
    const chart = page.getByRole('region', { name: 'Values beyond limits, and one that is missing', exact: true });
    const plot = chart.getByRole('slider');
    await expect(plot).toHaveAttribute('aria-valuetext', /Arrow keys/);
    await plot.focus();
    await page.keyboard.press('Home');
    await expect(plot).toHaveAttribute('aria-valuetext', 'AP-0028: Mean 12 °Bx');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await expect(plot).toHaveAttribute('aria-valuetext', 'AP-0033: Mean 10.2 °Bx, beyond Lower limit');
    await page.keyboard.press('Enter');
    await expect(opened).toHaveText('Mean at AP-0033 was opened.');
    // What is missing is passed over.
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect(plot).toHaveAttribute('aria-valuetext', /^AP-0037/);
    // Eleven of twelve values have a dot; those beyond a limit a ring as well.
    await expect(chart.locator('g[data-beyond]')).toHaveCount(11);
    const beyond = await chart.locator('g[data-beyond="true"]').count();
    expect(beyond).toBeGreaterThan(1);

    // The table is there unseen, and has the same when it is asked for.
    const table = chart.getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(13);
    await chart.getByRole('button', { name: 'As a table', exact: true }).click();
    await expect(plot).toHaveCount(0);
    await expect(table.getByRole('row')).toHaveCount(13);
    await expect(table.getByText('beyond Lower limit').first()).toBeVisible();
    await expect(table.getByText(/^beyond/)).toHaveCount(beyond);
    await table.getByRole('button', { name: '12', exact: true }).click();
    await expect(opened).toHaveText('Mean at AP-0028 was opened.');

    const bars = page.getByRole('region', { name: 'Bars of a day', exact: true });
    // Received on the second day: 3. Its bar is the first of three in the second of fourteen places.
    const box = await bars.getByRole('slider').boundingBox();
    if (box === null) throw new Error('the chart is not drawn');
    await bars.getByRole('slider').click({ position: { x: (box.width * 1.3) / 14, y: box.height * 0.9 } });
    await expect(opened).toHaveText('Received at 2026-03-02 was opened.');
    await bars.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(bars.getByRole('slider')).toHaveAttribute('aria-valuetext', '02 Mar 2026: Released 4');

    await expect(page.getByRole('region', { name: 'No value yet', exact: true })).toContainText(
      'No lot was measured yet.',
    );
    await expect(page.getByRole('region', { name: 'On its way', exact: true })).toContainText('Loading…');
    const one = page.getByRole('region', { name: 'One value', exact: true });
    await expect(one.locator('g[data-beyond]')).toHaveCount(1);
    // Lines are named where they end, without a key.
    const five = page.getByRole('region', { name: 'Five lines, each named at its end', exact: true });
    await expect(five.getByText(/^Line \d 2/)).toHaveCount(5);
  });

  test('charts are usable for everybody, in light and dark', async ({ page }, info) => {
    await expect(page.getByRole('slider').first()).toBeVisible();
    await expectUsable(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: info.outputPath(`charts-${colorScheme}.png`), fullPage: true });
    }
  });
});
