import type { Locator } from '@playwright/test';
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

test('is one stop for the keyboard, which walks along its lines, opens and leaves it, and goes to the next gap', async ({
  page,
}) => {
  await openScreen(page, '/trace?product=JAM-APR&lot=JA-1052&direction=upstream');
  const stage = page.getByRole('application', { name: /^Picture of the trace/ });
  const here = stage.locator('[data-current="true"]');
  const panel = page.getByRole('complementary', { name: 'Selected' });
  await page.getByRole('button', { name: 'Fit into the frame' }).focus();
  await page.keyboard.press('Tab');
  await expect(stage).toBeFocused();
  await expect(here).toHaveAccessibleName(/^JAM-APR JA-1052, Asked about/);
  expect(await stage.getAttribute('aria-activedescendant')).toBe(await here.getAttribute('id'));

  await page.keyboard.press('ArrowLeft');
  await expect(here).toHaveAccessibleName(/^WO-1329, run 1/);
  await page.keyboard.press('ArrowLeft');
  await expect(here).toHaveAccessibleName(/^APR-BASE AB-0328\b.*[\d,.]+ kg AB-0328 into WO-1329 run 1/);
  await page.keyboard.press('ArrowDown');
  await expect(here).not.toHaveAccessibleName(/^APR-BASE AB-0328/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(here).toHaveAccessibleName(/^C-\d+, .*[\d,.]+ EA JA-1052 to C-\d+$/);
  await expectInSight(here, stage);
  await expect(stage.getByRole('img', { name: /^[\d,.]+ kg AB-0328 into WO-1329 run 1$/ })).toBeAttached();
  await expect(stage.getByRole('img', { name: /Edge from/ })).toHaveCount(0);

  await page.keyboard.press('b');
  await expect(here).toHaveAccessibleName(/gaps? in the record/);
  await expectInSight(here, stage);
  await page.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  await expect(stage).toBeFocused();
  await expectInSight(here, stage);
  const [left, right] = [await stage.boundingBox(), await panel.boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Close what is selected' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(stage).toBeFocused();

  for (const key of ['+', '+', '-', '-', '-', '-']) await page.keyboard.press(key);
  const letters = await stage.evaluate((drawn) =>
    [...drawn.querySelectorAll('.react-flow__node b, .react-flow__node span, .react-flow__edge text')].map((one) => {
      const view = drawn.querySelector('.react-flow__viewport');
      const scale = view === null ? 0 : new DOMMatrixReadOnly(getComputedStyle(view).transform).a;
      return Number.parseFloat(getComputedStyle(one).fontSize) * scale;
    }),
  );
  expect(letters.length).toBeGreaterThan(40);
  expect(Math.min(...letters)).toBeGreaterThanOrEqual(10.99);
  await page.keyboard.press('f');
  await expect(stage.getByRole('img', { name: /^C-\d+/ }).first()).toBeAttached();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByRole('button', { name: /^← \d+ more$/ })).toHaveCount(0);

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog');
  await expect(keys.getByText('Next gap in the record; with Shift the one before')).toBeVisible();
  // A dialog takes the focus a moment after it is drawn, and until then keys are the picture's.
  await expect(keys.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(stage).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: /^Lots and serials/ })).toBeFocused();

  await stage.focus();
  await page.keyboard.press('Tab');
  const divider = page.getByRole('separator', { name: 'Height of the picture' });
  await expect(divider).toBeFocused();
  await expect(divider).toHaveAttribute('aria-valuenow', '65');
  const share = async (): Promise<number> => ((await stage.boundingBox())?.height ?? 0) / 800;
  expect(await share()).toBeGreaterThanOrEqual(0.65);
  await page.keyboard.press('ArrowDown');
  await page.reload();
  await expect(divider).toHaveAttribute('aria-valuenow', '70');
  await expect.poll(share).toBeGreaterThanOrEqual(0.7);
  await divider.press('Enter');
  await expect(divider).toHaveAttribute('aria-valuenow', '65');

  await stage.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'JA-1052' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'JA-1052' })).toBeVisible();
});

async function expectInSight(node: Locator, stage: Locator): Promise<void> {
  await expect(async () => {
    const [inner, outer] = [await node.boundingBox(), await stage.boundingBox()];
    if (inner === null || outer === null) throw new Error('it is not drawn');
    expect(inner.x).toBeGreaterThanOrEqual(outer.x);
    expect(inner.y).toBeGreaterThanOrEqual(outer.y);
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
  }).toPass({ timeout: 5000 });
}

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

test('the picture of where goods are from opens with their suppliers in sight, and says what lies beyond its frame', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  await openScreen(page, '/trace?product=JAM-APR&lot=JA-1057&direction=upstream');
  const stage = page.getByRole('application', { name: /^Picture of the trace/ });
  const suppliers = stage.locator('.react-flow__node').filter({ hasText: 'S-VERDANNE' });
  await expectInSight(suppliers.first(), stage);
  const right = page.getByRole('button', { name: /^\d+ more →$/ });
  await expect(right).toBeVisible();
  await expect(page.getByRole('button', { name: /^← \d+ more$/ })).toHaveCount(0);
  await right.click();
  await expect(page.getByRole('button', { name: /^← \d+ more$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Fit into the frame' }).click();
  await expectInSight(suppliers.first(), stage);
  // Who comes by the keyboard sees where it is.
  await page.keyboard.press('Tab');
  await expectInSight(stage.locator('[data-current="true"]'), stage);
  await expectUsable(page);
});
