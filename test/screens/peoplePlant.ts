import { type Browser, test as base, type Locator, type Page, expect } from '@playwright/test';
import { type Filling, type Served, serveStore } from '../support/served.ts';
import { expectAccessible } from './lotline.ts';

export { base as test, expect };

/** A Lotline of a test's own, since who is signed in holds for all of its pages. */
export type Plant = AsyncDisposable & {
  page: Page;
  served: Served;
  /** Fails where axe finds something, in light and dark, or the page is wider than a narrow window. */
  expectUsable(): Promise<void>;
  signIn(user: string, password: string): Promise<void>;
  /** As one of the demo people, by "name, role". */
  signInAsDemo(who: string): Promise<void>;
  signOut(): Promise<void>;
};

export const title = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });
export const field = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label, exact: true });
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** A new password, typed twice. */
export async function givePassword(page: Page, password: string, label: string): Promise<void> {
  await field(page, label).fill(password);
  await field(page, 'New password once more').fill(password);
}

/** The last one-time code that was shown on the console. */
export function codeOf(served: Served): string {
  const code = served
    .said()
    .match(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/g)
    ?.at(-1);
  if (code === undefined) throw new Error(`no code stands on the console: ${served.said()}`);
  return code;
}

/** Opens a store of its own in a page of its own; closing it fails the test when the page complained in its console. */
export async function openPlant(browser: Browser, filled?: Filling): Promise<Plant> {
  const served = await serveStore(filled);
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    baseURL: new URL(served.address).origin,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself logs every refused call; refusals are answers here.
    const isRefusedCall = ['/rpc/', '/draft/'].some((path) => message.location().url.includes(path));
    if ((message.type() === 'error' || message.type() === 'warning') && !isRefusedCall) complaints.push(message.text());
  });
  await page.goto(served.address);
  const signIn = async (user: string, password: string): Promise<void> => {
    await field(page, 'User name').fill(user);
    await field(page, 'Password').fill(password);
    await page.keyboard.press('Enter');
  };
  return {
    page,
    served,
    signIn,
    async expectUsable() {
      for (const [colorScheme, width] of [
        ['light', 1024],
        ['dark', 1600],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await expectAccessible(page, colorScheme === 'light' ? [] : ['color-contrast']);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    },
    async signInAsDemo(who) {
      await page.getByRole('button', { name: /^Who is signed in/ }).click();
      await press(page, `Sign in as ${who}`);
      await expect(page.getByText(`Signed in as ${who.split(',')[0]}`)).toBeVisible();
    },
    async signOut() {
      const menu = page.getByRole('button', { name: /^Who is signed in/ });
      const name = (await menu.getAttribute('aria-label')) ?? '';
      await menu.click();
      await press(page, 'Sign out');
      await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
    },
    async [Symbol.asyncDispose]() {
      await context.close();
      await served.stop();
      expect(complaints).toEqual([]);
    },
  };
}
