import type { Page } from '@playwright/test';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, goTo, press, test } from './lotline.ts';
import { become, sendSigned } from './signPlant.ts';

test.use({ plant: 'food' });
test.describe.configure({ timeout: 180_000 });

/** What a page asks its host from now on, by the names of the operations, but what it asks all the time. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, operation] = /\/rpc\/(.+)$/.exec(new URL(request.url()).pathname) ?? [];
    if (operation !== undefined && operation !== 'audit/changesSince') asked.push(operation);
  });
  return asked;
}

const news = (page: Page) => page.getByRole('status').filter({ hasText: 'wrote something that is shown here' });

const rename = (page: Page, version: number, name: string): Promise<void> =>
  sendSigned(page, 'products.edit', {
    code: 'JAM-RAS',
    version,
    change: { name },
    reason: 'the name on the label',
    signature: { user: 'quentin', password: demoPassword, meaning: 'approved' },
  });

test('what another window saved is shown without asking for everything, and says who did it', async ({
  own: plant,
}) => {
  const { page, served } = plant;
  await become(page, 'quentin');
  await goTo(page, '/product?code=JAM-RAS');
  await expect(page.getByText('Raspberry preserve').first()).toBeVisible();
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(new URL('/', served.address).href);
  await page.bringToFront();

  const asked = askedBy(page);
  await rename(elsewhere, 1, 'Raspberry jam 340 g');
  await expect(page.getByRole('heading', { level: 1, name: 'Raspberry jam 340 g', exact: true })).toBeVisible({
    timeout: 20_000,
  });
  await expect(news(page)).toContainText('This page shows it already.');
  expect(asked).toContain('products/list');
  for (const other of ['people/list', 'people/listViews', 'partners/list', 'lots/list'])
    expect(asked).not.toContain(other);

  // What somebody reads does not change before their eyes.
  await goTo(page, '/trace?product=JAM-RAS&lot=JS-0850&direction=upstream');
  await expect(page.getByRole('table').first()).toBeVisible();
  await expect(news(page)).toHaveCount(0);
  asked.length = 0;
  await rename(elsewhere, 2, 'Raspberry jam');
  await expect(news(page)).toBeVisible({ timeout: 20_000 });
  expect(asked).not.toContain('trace/view');
  await press(page, 'Show it');
  await expect(news(page)).toHaveCount(0);
  await expect.poll(() => asked).toContain('trace/view');
  await elsewhere.close();
});
