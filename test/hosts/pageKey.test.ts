import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import { openTestApp } from '../support/contractHosts.ts';
import { buildSession, httpLink, keyOf, logIn, pageHeaders, startTestHost } from '../support/http.ts';

// A browser sends the cookie to every program that listens on 127.0.0.1, whatever its port.
let plant: Awaited<ReturnType<typeof openTestApp>>;
let host: Awaited<ReturnType<typeof startTestHost>>;
let cookie: string;
let issued: DrawnDocument;

beforeAll(async () => {
  plant = await openTestApp();
  host = await startTestHost(plant.app);
  cookie = await logIn(host);
  const link = httpLink(host, cookie);
  const ask = (path: string[], input: unknown): Promise<unknown> =>
    link.call(path, input, { context: { commandId: crypto.randomUUID() } });
  await ask(['exchange', 'importDemo'], { plant: 'food' });
  const question = { roots: [{ product: 'APR-PUREE', lot: 'AP-0028' }], direction: 'downstream' };
  // The replies of the contract.
  issued = (await ask(['reports', 'draw'], {
    report: 'trace',
    parameters: { question },
    format: 'xlsx',
  })) as DrawnDocument;
  await ask(['reports', 'issue'], { document: issued.document });
});
afterAll(async () => {
  await host?.close();
  await plant?.close();
});

const send = (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${host.port}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });

const own = (): Record<string, string> => ({
  ...pageHeaders(host.port, cookie),
  'content-type': 'application/json',
  'x-command-id': crypto.randomUUID(),
});
const call = ['POST', '/rpc/jobs/list', '{"json":{}}'] as const;
type Way = { method: string; path: () => string; body?: string };
const ways: readonly Way[] = [
  { method: 'POST', path: () => call[1], body: call[2] },
  { method: 'POST', path: () => '/rpc/people/whoAmI', body: call[2] },
  { method: 'POST', path: () => '/upload' },
  { method: 'PUT', path: () => '/draft/form', body: '"typed"' },
  { method: 'GET', path: () => '/draft/form' },
  { method: 'DELETE', path: () => '/draft/form' },
  { method: 'GET', path: () => `/file/${issued.document}` },
  { method: 'POST', path: () => `/file/${issued.document}` },
];

describe('the cookie alone', () => {
  it.each(ways)('lets nobody $method to way $#', async ({ method, path, body }) => {
    const { 'x-lotline': _key, ...without } = own();
    const refusals: [Record<string, string>, number][] = [
      [without, 403],
      [{ ...without, 'x-lotline': '1' }, 401],
      [{ ...without, 'x-lotline': cookie.split('=')[1] ?? '' }, 401],
      [{ ...without, 'x-lotline': '' }, 401],
    ];
    for (const [headers, status] of refusals) {
      const refused = await send(method, path(), headers, body);
      expect(refused.status).toBe(status);
      expect(await refused.text()).not.toContain('workstation');
    }
    expect((await send(method, path(), own(), body)).status).toBeLessThan(300);
  });

  it('shows the pages, which hold no key', async () => {
    const page = await send('GET', '/', { cookie });
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain(keyOf(cookie));
  });

  it('is given no key for an address that was opened before', async () => {
    const again = await fetch(host.address, { headers: { cookie }, redirect: 'manual' });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/']);
  });
});

describe('the key alone', () => {
  it('is worth nothing without the cookie', async () => {
    const { cookie: _cookie, ...without } = own();
    expect((await send(...[call[0], call[1]], without, call[2])).status).toBe(401);
  });

  it('of another start is worth nothing', async () => {
    const other = await startTestHost(plant.app);
    try {
      const theirs = keyOf(await logIn(other));
      expect((await send('POST', '/upload', { ...own(), 'x-lotline': theirs })).status).toBe(401);
    } finally {
      await other.close();
    }
  });
});

describe('a link to a document', () => {
  const ticketFor = async (document: string): Promise<string> => {
    const { ticket }: { ticket: string } = JSON.parse(await (await send('POST', `/file/${document}`, own())).text());
    return ticket;
  };
  const follow = (document: string, ticket: string, headers: Record<string, string> = { cookie }): Promise<Response> =>
    send('GET', `/file/${document}?ticket=${encodeURIComponent(ticket)}`, headers);

  it('is good once, for its document, in its browser', async () => {
    const ticket = await ticketFor(issued.document);
    expect((await follow('another', ticket)).status).toBe(401);
    expect((await follow(issued.document, ticket, {})).status).toBe(401);
    const fetched = await follow(issued.document, ticket);
    expect(fetched.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await fetched.arrayBuffer()).byteLength).toBe(issued.size);
    expect((await follow(issued.document, ticket)).status).toBe(401);
    expect((await follow(issued.document, 'guessed')).status).toBe(401);
  });

  it('opens nothing else', async () => {
    const ticket = await ticketFor(issued.document);
    for (const { method, path, body } of ways.slice(0, 6)) {
      const { 'x-lotline': _key, ...without } = own();
      expect((await send(method, `${path()}?ticket=${ticket}`, without, body)).status).toBe(403);
    }
  });

  it('is not good for long', () => {
    const session = buildSession();
    const [first, second] = [session.ticketFor('/file/a', 0), session.ticketFor('/file/a', 0)];
    expect(session.takes(first, '/file/a', 60_000)).toBe(true);
    expect(session.takes(second, '/file/a', 60_001)).toBe(false);
  });
});
