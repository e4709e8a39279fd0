import { expect, type Locator, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import type { Served } from '../support/served.ts';

/** Where a person sits in these tests. */
export const windowOptions = {
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  viewport: { width: 1280, height: 800 },
} as const;

/** What the page complains of in its console: a breach of the security policy, a warning of a library, a crash. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself logs every refused call; refusals are answers here. The icon it looks for where no screen names one.
    const refused = ['/rpc/', '/upload', '/draft/', '/favicon.ico'];
    const isRefusedCall = refused.some((path) => message.location().url.includes(path));
    if ((message.type() === 'error' || message.type() === 'warning') && !isRefusedCall)
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  return complaints;
}

/** Goes to an address behind the #, in the Lotline that the page is of. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(new URL(`/#${address}`, page.url()).href);
}

/** Opens a screen by its address behind the # and waits until it has its title. */
export async function openScreen(page: Page, address: string): Promise<void> {
  await goTo(page, address);
  await expect(page.locator('h1:not([data-left])')).toBeVisible();
}

/** Goes to the screen for addresses that lead nowhere, and marks its title, so that nobody takes it for the next one's. */
export async function leaveScreen(page: Page): Promise<void> {
  await goTo(page, '/nothing-is-here');
  const left = title(page, 'There is no such page.');
  await expect(left).toBeVisible();
  await left.evaluate((heading) => heading.setAttribute('data-left', ''));
}

/** Forgets what a browser kept of an address for longer than a page is open. */
export async function clearKept(page: Page, origin: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await devTools.detach();
}

/**
 * Fails with every rule of axe the page breaks, and where. `rules` are the only ones looked at when they are given,
 * `within` the only part of the page, unless it is gone by then.
 */
export async function expectAccessible(page: Page, rules: string[] = [], within = 'html'): Promise<void> {
  // Its source is read in once a page, not at every look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  await atRest(page);
  const options: RunOptions = {
    resultTypes: ['violations'],
    // The style sheets would be fetched anew for one rule, on the orientation of handheld screens.
    preload: false,
    // What breaks a rule is told by its source.
    selectors: false,
    ...(rules.length > 0 ? { runOnly: rules } : {}),
  };
  const { violations } = await page.evaluate(
    // The script just read in stands there under this name.
    ([part, chosen]) =>
      (window as unknown as { axe: typeof axe }).axe.run(document.querySelector(part) ?? document, chosen),
    [within, options] as const,
  );
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
  ).toEqual([]);
}

/** Waits until nothing fades in or out any more, or stands there faint until it is asked anew: colours half way are nobody's. What runs for ever, or with scrolling, is let be. */
async function atRest(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]:not(tr)')).toHaveCount(0);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ timeline, effect }) => timeline === document.timeline && effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

/** What this worker looked at: in light by whole addresses, in the dark by screens, and dialogs by their titles. */
const seen = new Set<string>();

function isNew(shown: string): boolean {
  const isFirst = !seen.has(shown);
  seen.add(shown);
  return isFirst || process.env['LOTLINE_ALWAYS'] !== undefined;
}

/**
 * Fails where axe finds something on what is open, the dialog or the screen, in light and in a narrow window, where its
 * colours break a rule in the dark, or where it is wider than a window. What else axe looks at does not depend on
 * colours. An address is looked at once, and a screen once in the dark; what else becomes of it there is seen by
 * `npm run soak`.
 */
export async function expectUsable(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const isDialog = (await dialog.count()) > 0;
  const within = isDialog ? '[role="dialog"]' : 'html';
  const { search, hash } = new URL(page.url());
  const titles = isDialog ? (await dialog.getByRole('heading').allTextContents()).join() : '';
  await showIn(page, 'light');
  await page.setViewportSize({ width: 1024, height: 800 });
  if (isNew(`light ${search}${hash} ${titles}`)) await expectAccessible(page, [], within);
  // Only what may be wide scrolls sideways, in a box of its own.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  if (isNew(`dark ${search}${hash.split('?')[0]} ${titles}`)) {
    await showIn(page, 'dark');
    await page.setViewportSize({ width: 1600, height: 1000 });
    await expectAccessible(page, ['color-contrast'], within);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1600);
    await showIn(page, 'light');
  }
  await page.setViewportSize(windowOptions.viewport);
}

/** Shows the page as in a system that is light or dark, and waits until it is. */
export async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}

/** The cells of one column of the table in sight, by its heading. */
export async function columnOf(page: Page, heading: string): Promise<string[]> {
  const table = page.getByRole('table').first();
  await expect(table).toBeVisible();
  const headings = await table.getByRole('columnheader').allTextContents();
  const index = headings.findIndex((text) => text.trim() === heading);
  if (index < 0) throw new Error(`there is no column ${heading} among ${headings.join(', ')}`);
  return await table.locator(`tbody tr[data-index] td:nth-child(${index + 1})`).allTextContents();
}

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
