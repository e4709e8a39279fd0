import { type BrowserContext, test as base, expect } from '@playwright/test';
import { type Filling, serveStore } from '../support/served.ts';
import { openOwn, type Own } from './own.ts';
import { complaintsOf, windowOptions } from './page.ts';

export * from './page.ts';
export type { Own };

/** Where Lotline is, and the session its address was exchanged for. */
type Session = { origin: string; cookie: { name: string; value: string } };
type WorkerFixtures = { plant: Filling | undefined; ownStore: string; session: Session; browsing: BrowserContext };

/**
 * The one fixture of the screens' tests. `page` is a page of a Lotline that a worker's tests share, signed in as the
 * file's owner; `own` is a Lotline of the test's own, with who signs in and out there. `test.use({ plant: 'food' })` has
 * both filled. A test fails when its page complains in its console.
 */
export const test = base.extend<{ own: Own }, WorkerFixtures>({
  plant: [undefined, { option: true, scope: 'worker' }],
  // Files that share every option share a worker, and with it a store; one that needs its own gives it a name.
  ownStore: ['', { option: true, scope: 'worker' }],
  session: [
    async ({ plant }, use) => {
      const served = await serveStore(plant);
      try {
        await use(await exchange(served.address));
      } finally {
        await served.stop();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // One for a worker's tests, with one page that stays open: the pages of the tests share its process, and with it what
  // was compiled of the screens (see browserFlags).
  browsing: [
    async ({ browser, session: { origin, cookie } }, use) => {
      const context = await browser.newContext({ ...windowOptions, baseURL: origin });
      await context.addCookies([{ ...cookie, url: origin, httpOnly: true, sameSite: 'Strict' }]);
      await (await context.newPage()).goto('/nothing-is-here');
      await use(context);
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  context: async ({ browsing, session: { origin } }, use) => {
    await use(browsing);
    // The next test finds nothing of this one: no page, and nothing that the browser kept.
    const [staying, ...others] = browsing.pages();
    for (const page of others) await page.close();
    if (staying === undefined) return;
    const devTools = await browsing.newCDPSession(staying);
    await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
    await devTools.detach();
  },
  page: async ({ context }, use) => {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
  own: async ({ browser, plant }, use) => {
    await using own = await openOwn(browser, plant);
    await use(own);
  },
});

export { expect };

/** The printed address works once; its cookie is what every test's browser brings along. */
async function exchange(address: string): Promise<Session> {
  const response = await fetch(address, { redirect: 'manual' });
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  if (name === '') throw new Error(`the address gave no session: ${response.status}`);
  return { origin: new URL(address).origin, cookie: { name, value } };
}
