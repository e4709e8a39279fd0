import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { serveStore } from '../support/served.ts';

/** Where Lotline is, and the session its address was exchanged for. */
type Session = { origin: string; cookie: { name: string; value: string } };
type WorkerFixtures = { plant: DemoPlant | undefined; ownStore: string; session: Session };

/**
 * A page of a Lotline of its own, signed in. `test.use({ plant: 'food' })` has it filled with a demo plant. A test
 * fails when the page complains in its console: a breach of the security policy, a warning of a library, a crash.
 */
export const test = base.extend<object, WorkerFixtures>({
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
  baseURL: async ({ session }, use) => {
    await use(session.origin);
  },
  page: async ({ page, context, session }, use) => {
    await context.addCookies([{ ...session.cookie, url: session.origin, httpOnly: true, sameSite: 'Strict' }]);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // The browser itself logs every refused call; refusals are answers here.
      const isRefusedCall = ['/rpc/', '/upload', '/draft/'].some((path) => message.location().url.includes(path));
      if ((message.type() === 'error' || message.type() === 'warning') && !isRefusedCall)
        complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
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

/** Opens a screen by its address behind the # and waits until it has its title. */
export async function openScreen(page: Page, address: string): Promise<void> {
  await page.goto(`/#${address}`);
  await expect(page.locator('h1')).toBeVisible();
}

/**
 * Fails with every rule of axe the page breaks, and where. `rules` are the only ones looked at when they are given,
 * `within` the only part of the page.
 */
export async function expectAccessible(page: Page, rules: string[] = [], within?: string): Promise<void> {
  // A page has no frames of others, so axe runs in it directly, in a third of the time; only breaches are read.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (rules.length > 0) axe.withRules(rules);
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
  ).toEqual([]);
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
