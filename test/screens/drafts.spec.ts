import type { Browser, Page } from '@playwright/test';
import { buildFolder, csvFiles } from '../support/exportFiles.ts';
import { on, masters, row } from '../support/plantTables.ts';
import { expect, expectUsable, goTo, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', ownStore: 'drafts' });

const supplier = (page: Page) => page.getByRole('combobox', { name: 'Supplier', exact: true });
const supplierLot = (page: Page) => page.getByRole('textbox', { name: "Supplier's lot" });
const suspect = (page: Page) => page.getByRole('combobox', { name: 'Add a suspect lot or serial' });
const restored = (page: Page) => page.getByText('What you had typed here is back.');
const quantity = (page: Page) => page.getByRole('textbox', { name: 'movements.csv, row 2, quantity', exact: true });

/** Waits until the host has what was typed. */
const kept = (page: Page, method = 'PUT') =>
  page.waitForResponse((answer) => answer.url().includes('/draft/') && answer.request().method() === method);

test.describe('what is typed into a form', () => {
  test('is there when the screen is left and opened again, until one starts anew', async ({ page }) => {
    await openScreen(page, '/recall');
    await expect(restored(page)).toHaveCount(0);
    await supplier(page).fill('S-VERD');
    await page.getByRole('link', { name: 'Audit trail' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Audit trail' })).toBeVisible();
    await page.getByRole('link', { name: 'Recall' }).click();
    await expect(supplier(page)).toHaveValue('S-VERD');
    await expect(restored(page)).toBeVisible();
    await expectUsable(page);
    const gone = kept(page, 'DELETE');
    await page.getByRole('button', { name: 'Start anew' }).click();
    await gone;
    await expect(supplier(page)).toHaveValue('');
    await expect(restored(page)).toHaveCount(0);
    await page.reload();
    await expect(supplier(page)).toBeVisible();
    await expect(restored(page)).toHaveCount(0);
  });

  test('is saved when the page goes, without waiting for a pause', async ({ page }) => {
    await openScreen(page, '/recall');
    await supplierLot(page).fill('VE-66');
    await page.reload();
    await expect(supplierLot(page)).toHaveValue('VE-66');
    await page.getByRole('button', { name: 'Start anew' }).click();
  });

  test('is gone once it was submitted', async ({ page }) => {
    await openScreen(page, '/recall');
    await supplier(page).fill('S-1');
    await supplierLot(page).fill('L-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Suspect lots' })).toContainText('S-1, lot L-1');
    await page.getByRole('button', { name: "By supplier's lot" }).click();
    await expect(supplierLot(page)).toHaveValue('');
    await expect(supplier(page)).toHaveValue('');
    await goTo(page, '/recall');
    await page.reload();
    await expect(supplier(page)).toHaveValue('');
    await expect(restored(page)).toHaveCount(0);
  });

  test('works as ever where drafts cannot be kept', async ({ page }) => {
    await page.route('**/draft/**', (route) => route.abort());
    await openScreen(page, '/recall');
    await supplier(page).pressSequentially('S-1');
    await supplierLot(page).pressSequentially('L-1');
    await page.waitForTimeout(400);
    await expect(supplier(page)).toHaveValue('S-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Suspect lots' })).toContainText('S-1, lot L-1');
    await expect(page.getByText('Lotline does not answer.')).toHaveCount(0);
  });
});

/** A page of a second start, which has nothing of the first one's browser. */
async function enter(browser: Browser, address: string, screen: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(address);
  await page.goto(`${new URL(address).origin}/#${screen}`);
  await expect(page.locator('h1')).toBeVisible();
  return page;
}

test('what was typed is there after the program was killed and started again', async ({ browser, own }) => {
  test.setTimeout(120_000);
  await using folder = await buildFolder(
    csvFiles({ ...masters, movements: [row('opening', 'OIL O1', '1O0', on(5), { id: 'OPEN-1' })] }),
  );
  const choose = async (page: Page): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await (await chooser).setFiles(folder.path);
  };
  const { page: recall, served } = own;
  await openScreen(recall, '/recall');
  await supplier(recall).fill('S-VERDANNE');
  await supplierLot(recall).fill('VE-663');
  await suspect(recall).fill('AP-00');
  await kept(recall);
  const lots = await recall.context().newPage();
  await lots.goto(`${new URL(served.address).origin}/#/lots?text=AP`);
  await lots.getByRole('button', { name: 'Views' }).click();
  await lots.getByRole('textbox', { name: 'Keep this view as' }).fill('Apricots of th');
  await kept(lots);
  const mending = await recall.context().newPage();
  await mending.goto(`${new URL(served.address).origin}/#/import`);
  await choose(mending);
  await expect(mending.getByRole('alert')).toContainText('1 fault');
  await quantity(mending).fill('90');
  await kept(mending);

  const address = await served.crash();
  const again = await enter(browser, address, '/recall');
  await expect(supplier(again)).toHaveValue('S-VERDANNE');
  await expect(supplierLot(again)).toHaveValue('VE-663');
  await expect(suspect(again)).toHaveValue('AP-00');
  await expect(restored(again)).toBeVisible();
  await again.goto(`${new URL(address).origin}/#/lots`);
  await again.getByRole('button', { name: 'Views' }).click();
  await expect(again.getByRole('textbox', { name: 'Keep this view as' })).toHaveValue('Apricots of th');
  await again.goto(`${new URL(address).origin}/#/import`);
  await expect(again.getByText('1 corrected cell is kept from before')).toBeVisible();
  await choose(again);
  await expect(again.getByText('The export can be imported.')).toBeVisible();
  await expect(quantity(again)).toHaveValue('90');
  await expect(restored(again)).toBeVisible();
  await again.context().close();
});
