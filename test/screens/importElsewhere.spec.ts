import { expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

test('files that were chosen elsewhere are previewed at once, and the address forgets them', async ({ page }) => {
  await openScreen(page, '/audit');
  const upload = await page.evaluate(async () => {
    const headers = { 'x-lotline': localStorage.getItem('lotline-key') ?? '' };
    const opened: { upload: string } = await (await fetch('upload', { method: 'POST', headers })).json();
    const body = 'code,name,unit\nPEARS,Pears,kg\n';
    await fetch(`upload/${opened.upload}/products.csv`, { method: 'PUT', headers, body });
    return opened.upload;
  });
  await page.evaluate((id) => (window.location.hash = `/import?upload=${id}`), upload);
  await expect(page.getByText('The export can be imported.')).toBeVisible();
  await expect(page).toHaveURL(/#\/import$/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Imported.')).toBeVisible();
});

test('an upload that is gone is told, and others can be chosen', async ({ page }) => {
  await openScreen(page, '/import?upload=gone');
  await expect(page.getByText('These files are no longer here. Choose them again.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
});
