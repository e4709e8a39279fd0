import { expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'food' });

const traceCode = /\/assets\/TraceScreen-[^/]*\.js$/;

test('the list of lots does not wait for the code of other screens, which is fetched once it stands', async ({
  page,
}) => {
  let isShown = false;
  const fetched: { wasShown: boolean }[] = [];
  page.on('request', (request) => {
    if (traceCode.test(request.url())) fetched.push({ wasShown: isShown });
  });
  await openScreen(page, '/lots');
  await page.locator('tr[data-index="0"]').waitFor();
  isShown = true;
  await expect.poll(() => fetched).toEqual([{ wasShown: true }]);
  // Opened now, it needs no more of its host.
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Trace', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trace' })).toBeVisible();
  expect(fetched).toHaveLength(1);
});

test('a screen whose code cannot be fetched says so, and opens when it is tried again', async ({ own }) => {
  // A page beside: what cannot be fetched is a complaint in its console.
  const page = await own.page.context().newPage();
  await page.route(traceCode, (route) => route.abort());
  await page.goto(new URL('/#/trace', own.page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'This page could not be drawn.' })).toBeVisible();
  await page.unroute(traceCode);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trace' })).toBeVisible();
});
