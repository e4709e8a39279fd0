import { type BrowserContext, expect, type Page } from '@playwright/test';
import { type Filling, type Served, serveStore } from '../support/served.ts';
import { clearKept, complaintsOf, expectUsable, field, press } from './page.ts';

/** A Lotline of a test's own, since who is signed in holds for all of its pages. */
export type Own = AsyncDisposable & {
  page: Page;
  served: Served;
  /** As page.ts has it. */
  expectUsable(): Promise<void>;
  signIn(user: string, password: string): Promise<void>;
  /** As one of the demo people, by "name, role". */
  signInAsDemo(who: string): Promise<void>;
  signOut(): Promise<void>;
};

/** Opens a store of its own in a page of its own; closing it fails the test when the page complained in its console. */
export async function openOwn(context: BrowserContext, filling: Filling | undefined): Promise<Own> {
  const served = await serveStore(filling);
  const [kept] = context.pages();
  // A page of the same site that stays open keeps its process, and with it what was compiled of the screens.
  if (kept?.url() === 'about:blank') await kept.goto(new URL('/favicon.svg', served.address).href);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  // An earlier test's may have been there.
  await clearKept(page, new URL(served.address).origin);
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
    expectUsable: () => expectUsable(page),
    async signInAsDemo(who) {
      const menu = page.getByRole('button', { name: /^Who is signed in/ });
      // Signed out, the door offers the same.
      const atTheDoor = page.getByRole('button', { name: who });
      await expect(menu.or(atTheDoor)).toBeVisible();
      if (await menu.isVisible()) {
        await menu.click();
        await press(page, `Sign in as ${who}`);
      } else await atTheDoor.click();
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
      await page.close();
      await served.stop();
      expect(complaints).toEqual([]);
    },
  };
}
