import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type Filling, type Served, serveStore } from '../support/served.ts';
import { openOwn, type Own } from './own.ts';
import { clearKept, complaintsOf, leaveScreen, windowOptions } from './page.ts';

export * from './page.ts';
export type { Own };

/** The Lotlines that a worker's tests share, by what they are of: where each is, and how it ends. */
type Shared = Map<string, { origin: string; served: Served; isOneFiles: boolean }>;
type WorkerFixtures = { browsing: BrowserContext; shared: Shared };
type Fixtures = {
  plant: Filling | undefined;
  ownStore: string;
  isOpenedAnew: boolean;
  origin: string;
  own: Own;
};

/** An address of Lotline at which there is none of its screens. */
const nowhere = '/favicon.svg';

/** The file of this worker's last test: each file begins in a page that knows nothing of another's. */
let fileBefore = '';

/**
 * The one fixture of the screens' tests. `page` is the page that a worker's tests share, on a Lotline they share as
 * well, signed in as the file's owner; `own` is a Lotline of the test's own, with who signs in and out there.
 * `test.use({ plant: 'food' })` has both filled. A test fails when its page complains in its console.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // No option makes a worker of its own, which would begin with another browser.
  plant: [undefined, { option: true }],
  // Files of the same plant share a store; one that needs its own gives it a name.
  ownStore: ['', { option: true }],
  // Reading in the screens costs three times what going from one to another does. Tests that only look, and leave
  // nothing but an address behind, go on in the page of the test before, as its person would.
  isOpenedAnew: [true, { option: true }],
  // One for a worker's tests, with one page that stays open: what a test opens beside it shares its process, and with it
  // what was compiled of the screens (see browserFlags).
  browsing: [
    async ({ browser }, use) => {
      // What fades and slides is drawn many times; where the tests of signing begin, it does (signing.spec.ts).
      const context = await browser.newContext({ ...windowOptions, reducedMotion: 'reduce' });
      await context.newPage();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const shared: Shared = new Map();
      await use(shared);
      for (const { served } of shared.values()) await served.stop();
    },
    { scope: 'worker' },
  ],
  origin: [
    async ({ browsing, shared, plant, ownStore }, use) => {
      const name = `${plant ?? 'nothing'} ${ownStore}`;
      let lotline = shared.get(name);
      if (lotline === undefined) {
        for (const [over, { served, isOneFiles }] of shared) if (isOneFiles && shared.delete(over)) await served.stop();
        const served = await serveStore(plant);
        lotline = { origin: await signIn(browsing, served.address), served, isOneFiles: ownStore !== '' };
        shared.set(name, lotline);
      }
      await use(lotline.origin);
    },
    { timeout: 120_000 },
  ],
  context: async ({ browsing }, use) => {
    await use(browsing);
    for (const beside of browsing.pages().slice(1)) await beside.close();
  },
  // A test that failed ends its worker, so that the next one finds another page.
  page: async ({ context, isOpenedAnew, origin }, use, testInfo) => {
    const [page] = context.pages();
    if (page === undefined) throw new Error('the page that stays open was closed');
    if (isOpenedAnew || testInfo.file !== fileBefore) await forget(page, origin);
    else await leaveScreen(page);
    fileBefore = testInfo.file;
    const complaints = complaintsOf(page);
    await use(page);
    // Its picture stays on the machine that ran; what the page says is told in the log.
    if (testInfo.status !== testInfo.expectedStatus)
      console.log(await page.locator('body').ariaSnapshot().catch(String));
    expect(complaints).toEqual([]);
    page.removeAllListeners();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(windowOptions.viewport);
    if (isOpenedAnew) await forget(page, origin);
  },
  own: async ({ context, plant }, use) => {
    await using own = await openOwn(context, plant);
    await use(own);
  },
});

export { expect };

/** The printed address works once; the cookie and the key it is exchanged for are what pages bring along from then on. */
async function signIn(browsing: BrowserContext, address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  const [, key] = (response.headers.get('location') ?? '').split('/#key=');
  if (name === '' || key === undefined) throw new Error(`the address gave no session: ${response.status}`);
  const { origin } = new URL(address);
  await browsing.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
  const [page] = browsing.pages();
  if (page === undefined) throw new Error('the page that stays open was closed');
  await page.goto(`${origin}${nowhere}`);
  await forgetAll(page, origin, key);
  return origin;
}

/** Leaves the screens, with everything a browser kept of them. */
async function forget(page: Page, origin: string): Promise<void> {
  if (page.url() === `${origin}${nowhere}`) return;
  await page.goto(`${origin}${nowhere}`);
  await forgetAll(page, origin, await page.evaluate(() => localStorage.getItem('lotline-key') ?? ''));
}

/** An address may have been another Lotline's before: its language and drafts are nobody's, and only the key is kept. */
async function forgetAll(page: Page, origin: string, key: string): Promise<void> {
  await page.evaluate(() => sessionStorage.clear());
  await clearKept(page, origin);
  await page.evaluate((kept) => localStorage.setItem('lotline-key', kept), key);
}
