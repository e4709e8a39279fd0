import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { administrator } from '../support/someone.ts';
import { expect, goTo, openScreen, test } from './lotline.ts';

test.use({ plant: 'food' });
test.describe.configure({ timeout: 180_000 });

const whoIn = (page: Page, name: string) => page.getByRole('button', { name: `Who is signed in: ${name}` });

/** Another window of the same browser, at a screen. */
async function openWindow(page: Page, address: string): Promise<Page> {
  const window = await page.context().newPage();
  await window.goto(new URL('/', page.url()).href);
  await goTo(window, address);
  return window;
}

/** What the host answers to the drafts of a page from now on. */
const drafts = (page: Page): string[] => {
  const kept: string[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'PUT' && response.url().includes('/draft/')) kept.push(`${response.status()}`);
  });
  return kept;
};

/** Asks the host as the page of a window would, behind its screens' back. */
const ask = (window: Page, operation: string, input: object): Promise<unknown> =>
  window.evaluate(
    async ([path, body]) => {
      const key = localStorage.getItem('lotline-key') ?? '';
      const headers = { 'x-lotline': key, 'content-type': 'application/json', 'x-command-id': crypto.randomUUID() };
      return await (await fetch(`rpc/${path}`, { method: 'POST', headers, body })).json();
    },
    [operation.replace('.', '/'), JSON.stringify({ json: input })] as const,
  );

const administratorsWords = { user: administrator.user, password: administrator.password };
const berta = { user: 'berta', name: 'Berta Lindqvist', password: 'amber-gravel-evening-3' };

test.describe('two administrators at two windows of a browser', () => {
  test.use({ plant: 'people' });
  let second: Page;

  test.beforeEach(async ({ own: { page, signIn } }) => {
    const first = 'copper-lantern-field-7';
    await signIn(administrator.user, administrator.password);
    await expect(whoIn(page, administrator.name)).toBeVisible();
    await ask(page, 'people.add', { ...berta, password: first, roles: ['administrator'] });
    await ask(page, 'people.logIn', { user: berta.user, password: first });
    await ask(page, 'people.changePassword', { password: first, newPassword: berta.password });
    await ask(page, 'people.logIn', administratorsWords);
    await page.reload();
    await expect(whoIn(page, administrator.name)).toBeVisible();
    second = await openWindow(page, '/');
    await expect(whoIn(second, administrator.name)).toBeVisible();
  });

  test('what is done in the window of one never becomes the act of the other', async ({ own: { page } }) => {
    await goTo(page, '/setup/add');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Ivo Brandt');
    await page.getByRole('textbox', { name: 'User name' }).fill('ivo');
    await page.getByRole('checkbox', { name: 'Viewer' }).check();
    await page.getByLabel('First password', { exact: true }).fill('copper lantern field');
    // This window is told nothing by itself: it is asleep, or in another browser profile's tab.
    for (const question of ['people/whoAmI', 'audit/changesSince'])
      await page.route(`**/rpc/${question}`, (route) => route.abort());
    await ask(second, 'people.logOut', {});
    await ask(second, 'people.logIn', { user: berta.user, password: berta.password });
    const kept = drafts(page);
    await name.fill('Ivo Brandt, typed by Ada');
    await expect.poll(() => kept).toEqual(['401']);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Somebody signed in or out meanwhile')).toBeVisible();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await expect(whoIn(page, berta.name)).toBeVisible({ timeout: 60_000 });
    // Nothing that Ada typed is before Berta's eyes, in whichever window.
    for (const window of [page, second]) {
      await window.reload();
      await goTo(window, '/setup/add');
      await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('');
    }
    expect(JSON.stringify(await ask(second, 'people.list', {}))).not.toContain('Ivo');
  });

  test('both hear at once who signs in and out, and go on', async ({ own: plant }) => {
    await goTo(second, '/lots');
    // What it asks by itself every few seconds tells it nothing: it hears of it from the other window, or not at all.
    await second.route('**/rpc/audit/changesSince', () => undefined);
    await plant.signOut();
    await expect(second.getByRole('textbox', { name: 'User name' })).toBeVisible();
    await plant.signIn(berta.user, berta.password);
    await expect(whoIn(second, berta.name)).toBeVisible();
    await plant.signOut();
    await plant.signIn(berta.user, berta.password);
    await expect(whoIn(plant.page, berta.name)).toBeVisible();
    await expect(whoIn(second, berta.name)).toBeVisible();
    await goTo(second, '/setup');
    await expect(second.getByText('3 people')).toBeVisible();
  });
});

test('a new window and a reloaded one go on, and no address keeps the key', async ({ own: plant }) => {
  const { page, served } = plant;
  await openScreen(page, '/lots');
  expect(page.url()).not.toContain('key');
  const key = await page.evaluate(() => localStorage.getItem('lotline-key'));
  expect(key).toMatch(/^[\w-]{43}$/);
  await page.reload();
  await expect(page.getByRole('table').first()).toBeVisible();
  const second = await openWindow(page, '/lots');
  await expect(second.getByRole('table').first()).toBeVisible();
  // The printed address again, in the browser that opened it first.
  await second.goto(served.address);
  await expect(second.getByRole('link', { name: 'Lots' })).toBeVisible();
  expect(second.url()).not.toContain('key');
});

test('another program of this computer that is sent the cookie can do nothing with it', async ({ own: plant }) => {
  const { page, served } = plant;
  await expect(page.getByRole('link', { name: 'Lots' })).toBeVisible();
  const seen: string[] = [];
  const other = createServer((request, response) => {
    if (request.headers.cookie !== undefined) seen.push(request.headers.cookie);
    response.setHeader('content-type', 'text/html').end(request.url === '/' ? '<script>fetch("/again")</script>' : '');
  }).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => other.once('listening', resolve));
    // A server that listens has a port.
    const { port } = other.address() as AddressInfo;
    const visit = await page.context().newPage();
    await visit.goto(`http://127.0.0.1:${port}/`);
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    const { origin } = new URL(served.address);
    const stolen = await visit.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(stolen).toBe('{}');
    for (const key of ['1', 'A'.repeat(43)]) {
      const headers = { cookie: seen[0] ?? '', origin, 'x-lotline': key, 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/rpc/people/whoAmI`, { method: 'POST', headers, body: '{"json":{}}' });
      expect(answer.status).toBe(401);
    }
  } finally {
    other.closeAllConnections();
    other.close();
  }
});
