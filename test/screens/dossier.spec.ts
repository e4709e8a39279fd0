import { columnOf, expect, expectAccessible, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

const answer = (page: Parameters<typeof openScreen>[0], name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });

test('a lot answers first: status, how much, where, its date and what waits', async ({ page }) => {
  await openScreen(page, '/unit?product=JAM-RAS&lot=JS-0850');
  await expect(answer(page, 'Status').first()).toContainText('Q Quarantine');
  await expect(answer(page, 'In stock').first()).toContainText('985 EA');
  await expect(answer(page, 'Where it is').first()).toContainText(/[A-Z]{3,}/);
  await expect(answer(page, 'Expires').first()).toContainText(/in [\d,]+ days/);
  await expect(answer(page, 'To do').first()).toContainText('985 EA in quarantine: release or reject it');
  await expect(answer(page, 'To do').first()).toBeInViewport();
  await expectAccessible(page);
});

test('a lot names its supplier, what it is from and where it went, with the way into Trace', async ({ page }) => {
  await openScreen(page, '/unit?product=APR-PUREE&lot=AP-0030');
  await expect(page.getByText('VE-66318')).toBeVisible();
  await expect(page.getByRole('list', { name: '1 receipt' }).getByRole('link')).toHaveText(['S-VERDANNE']);
  const used = page.getByRole('region', { name: 'Where used' });
  await expect(used.getByRole('link', { name: 'AB-0332' })).toBeVisible();
  await expect(used.getByRole('list').getByRole('link')).toHaveText(['C-120']);
  await used.getByRole('link', { name: 'Open in Trace' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trace' })).toBeVisible();
  await expect(page).toHaveURL(/direction=downstream/);
});

test('a life line says who recorded each movement, and on what evidence', async ({ page }) => {
  await openScreen(page, '/unit?product=JAM-APR&lot=JA-1052');
  const line = page.getByRole('table', { name: 'Movements' });
  await expect(line.locator('tr[data-index]').last()).toContainText('Output');
  await expect(line.locator('tr[data-index]').last()).toContainText('Imported');
  await expect(line.getByRole('columnheader', { name: 'Person' })).toBeVisible();
});

test('a customer can be reached, and lists what it got', async ({ page }) => {
  await openScreen(page, '/partner?code=C-101');
  await expect(page.getByRole('heading', { level: 1, name: 'Feinkost Amselmann' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Simulate a recall of its deliveries' })).toHaveAttribute(
    'href',
    /^#\/recall\?suspects=/,
  );
  await expect(page.getByRole('link', { name: /@/ })).toHaveAttribute('href', /^mailto:/);
  await expect(page.getByRole('table', { name: 'Deliveries to it' })).toBeVisible();
  expect(await columnOf(page, 'Document')).toContain('DN-7172');
  for (const quantity of await columnOf(page, 'Quantity')) expect(quantity).toMatch(/ (kg|EA)$/);
  await expectAccessible(page);
});

test('a product has its name as heading, and says all that is recorded of it', async ({ page }) => {
  await openScreen(page, '/product?code=APR-PUREE');
  await expect(page.getByRole('heading', { level: 1, name: 'Apricot purée, aseptic drum' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^APR-PUREE$/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^180 days$/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: "in the site's currency" })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'R Rejected' })).toBeVisible();
  await expectAccessible(page);
});

test('a document says what it is, whom it is with and how much', async ({ page }) => {
  await openScreen(page, '/document?number=DN-7172');
  await expect(page.getByRole('definition').filter({ hasText: 'Shipment' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'C-101' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '336 EA NEC-APR' })).toContainText('264 EA JAM-APR');
  await expect(page.getByRole('table').locator('tr[data-index]')).toHaveCount(2);
  await expectAccessible(page);
});

test('a document never adds unlike goods, and names its partner', async ({ page }) => {
  await openScreen(page, '/document?number=WO-1359');
  const quantity = page.getByRole('definition').filter({ hasText: 'EA' });
  await expect(quantity.locator('div')).toContainText([/^500 EA .+/, /^500 EA .+/, /kg .+/]);
  await expect(page.getByRole('definition').filter({ hasText: '1,000 EA' })).toHaveCount(0);
  await openScreen(page, '/document?number=DN-7172');
  await expect(page.getByRole('definition').filter({ hasText: 'C-101 Feinkost Amselmann' })).toBeVisible();
});

test('a location says how much of what lies there in its unit, and what has expired', async ({ page }) => {
  await openScreen(page, '/location?code=COLD');
  for (const quantity of await columnOf(page, 'Quantity')) expect(quantity).toMatch(/ (kg|EA|L)$/);
  await expect(page.getByRole('row').filter({ hasText: 'RF-0027' })).toContainText('Expired and still here');
  await expectAccessible(page);
});

test('goods made here name their run, goods from outside their supplier, and nothing says what cannot be', async ({
  page,
}) => {
  const facts = (): Promise<string[]> => page.locator('main dl dt').allTextContents();
  await openScreen(page, '/unit?product=JAM-APR&lot=JA-1052');
  await expect(page.locator('main dl')).toContainText('WO-1329, run 1');
  expect(await facts()).toEqual(['Made here by', 'Made on']);
  await openScreen(page, '/unit?product=APR-PUREE&lot=AP-0028');
  await expect(page.locator('main dl')).toContainText('VE-66318');
  expect(await facts()).toEqual(['Supplier', "Supplier's lot", 'Made on']);
  // Taken over as opening stock: it has a supplier, and nobody recorded which.
  await openScreen(page, '/unit?product=APR-PUREE&lot=AP-0009');
  await expect(page.locator('main dl')).toContainText(/Supplier\s*not recorded/);
  await expect(page.getByRole('region', { name: 'Where from' })).toContainText('No receipt');
});

test('what a lot is from bears name, quantity and the supplier’s lot, and its life is drawn', async ({ page }) => {
  await openScreen(page, '/unit?product=JAM-APR&lot=JA-1052');
  const from = page.getByRole('table', { name: 'Where from' }).locator('tr[data-index]');
  await expect(from.filter({ hasText: 'AB-0328' })).toContainText('Apricot base, cooked');
  await expect(from.filter({ hasText: 'AB-0328' })).toContainText('325 kg');
  await expect(from.filter({ hasText: 'AP-0028' })).toContainText('VE-66318');
  // Made in quarantine, released, and shipped until nothing was left.
  const life = page.getByRole('img', {
    name: /^How much lay here, and in which status: [^:]+: Q 987 EA; [^:]+: A 987 EA; [^:]+: A 846 EA;/,
  });
  await expect(life).toBeVisible();
  await expect(page.getByRole('figure')).toContainText(/\d\d \w{3} \d{4}.*\d\d \w{3} \d{4}/);
  await expectAccessible(page);
});

test('the document of a count that took goods away says so in its sum', async ({ page }) => {
  await openScreen(page, '/document?number=CT-0817');
  await expect(page.locator('main dl')).toContainText('-18 EA');
});
