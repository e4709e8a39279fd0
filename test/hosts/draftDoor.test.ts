import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp } from '../support/contractHosts.ts';
import {
  logIn,
  pageHeaders,
  type RawRequest,
  sendRaw,
  startTestHost,
  withDraftsIn,
  writeRequest,
} from '../support/http.ts';

let plant: Awaited<ReturnType<typeof openTestApp>>;
let host: Awaited<ReturnType<typeof startTestHost>>;
let folder: string;
let headers: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotline-drafts-'));
  plant = await openTestApp();
  host = await startTestHost(withDraftsIn(plant.app, folder));
  headers = { ...pageHeaders(host.port, await logIn(host)), 'content-type': 'application/json' };
});
afterAll(async () => {
  await host?.close();
  await plant?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (method: string, key: string, body?: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${host.port}/draft/${key}`, { method, headers, ...(body === undefined ? {} : { body }) });
const read = async (key: string): Promise<unknown> => await (await ask('GET', key)).json();

describe('the door of the drafts', () => {
  it('keeps what a form holds, hands it out again and removes it', async () => {
    const key = encodeURIComponent('product P/1 50 %');
    expect(await read(key)).toEqual({ value: null });
    expect((await ask('PUT', key, '{"name":"Pe"}')).status).toBe(204);
    expect(await read(key)).toEqual({ value: { name: 'Pe' } });
    expect((await ask('DELETE', key)).status).toBe(204);
    expect(await read(key)).toEqual({ value: null });
  });

  it('counts the bytes of a body, whether it says its length or not', async () => {
    const tooLong = JSON.stringify('x'.repeat(1024 * 1024));
    const answer = await ask('PUT', 'long', tooLong);
    expect({ status: answer.status, said: await answer.json() }).toMatchObject({
      status: 413,
      said: { code: 'FILE_TOO_LARGE' },
    });
    const chunk = `${(64 * 1024).toString(16)}\r\n${'1'.repeat(64 * 1024)}\r\n`;
    const { headers: said, ...rest } = goodRequest();
    const request = {
      ...rest,
      headers: [...said.filter(([name]) => name !== 'Content-Length'), ['Transfer-Encoding', 'chunked'] as const],
      body: `${chunk.repeat(17)}0\r\n\r\n`,
    };
    expect((await sendRaw(host.port, writeRequest(request))).status).toBe(413);
    expect(await read('long')).toEqual({ value: null });
  });

  it.each([
    ['a draft without a name', 'PUT', '', 400],
    ['a name with something behind it', 'PUT', 'form/more', 404],
    ['a name that is too long', 'PUT', 'x'.repeat(201), 400],
    ['a name that cannot be read', 'PUT', '%ff', 400],
    ['what is no JSON', 'PUT', 'broken', 400],
  ])('refuses %s', async (what, method, key, status) => {
    const answer = await ask(method, key, what === 'what is no JSON' ? '{' : '1');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code: status === 404 ? 'NOT_FOUND' : 'VALIDATION' });
  });

  it.each([
    ['lists', '['.repeat(120_000) + ']'.repeat(120_000)],
    ['records', `${'{"a":'.repeat(40_000)}""${'}'.repeat(40_000)}`],
    [
      'a draft of which a part is',
      JSON.stringify({ name: 'x', rows: 0 }).replace('0', '['.repeat(101) + ']'.repeat(101)),
    ],
  ])('refuses %s nested too deep to be walked', async (_what, text) => {
    const answer = await ask('PUT', 'deep', text);
    expect({ status: answer.status, said: await answer.json() }).toMatchObject({
      status: 400,
      said: { code: 'VALIDATION', message: expect.stringContaining('levels deep') },
    });
    expect(await read('deep')).toEqual({ value: null });
  });

  it('keeps a draft that is nested as no form is', async () => {
    const text = `${'['.repeat(100)}"typed"${']'.repeat(100)}`;
    expect((await ask('PUT', 'nested', text)).status).toBe(204);
    expect(JSON.stringify(await read('nested'))).toBe(`{"value":${text}}`);
  });

  const goodRequest = (method = 'PUT'): RawRequest => ({
    method,
    target: '/draft/form',
    headers: [
      ['Host', `127.0.0.1:${host.port}`],
      ['Origin', `http://127.0.0.1:${host.port}`],
      ['Cookie', headers['cookie'] ?? ''],
      ['X-Lotline', headers['x-lotline'] ?? ''],
      ['Content-Type', 'application/json'],
      ['Content-Length', method === 'PUT' ? '7' : '0'],
      ['Connection', 'close'],
    ],
    body: method === 'PUT' ? '"typed"' : '',
  });
  const withHeader = (method: string, name: string, value?: string): RawRequest => {
    const { headers: all, ...rest } = goodRequest(method);
    const others = all.filter(([known]) => known !== name);
    return { ...rest, headers: value === undefined ? others : [...others, [name, value] as const] };
  };

  const foreign: readonly (readonly [string, (method: string) => RawRequest, number])[] = [
    ['a foreign name', (method) => withHeader(method, 'Host', `evil.example:${host.port}`), 421],
    ['a foreign origin', (method) => withHeader(method, 'Origin', 'https://evil.example'), 403],
    ['a page of another port', (method) => withHeader(method, 'Sec-Fetch-Site', 'same-site'), 403],
    ['no header of our own', (method) => withHeader(method, 'X-Lotline'), 403],
    ['no session', (method) => withHeader(method, 'Cookie'), 401],
    ['a guessed session', (method) => withHeader(method, 'Cookie', `lotline-${host.port}=${'A'.repeat(43)}`), 401],
    ['a way round', (method) => ({ ...goodRequest(method), target: '/draft/../rpc/people/whoAmI' }), 404],
    ['an encoded way round', (method) => ({ ...goodRequest(method), target: '/draft/%2e%2e' }), 404],
  ];
  describe.each(['GET', 'PUT', 'DELETE'])('by %s', (method) => {
    it.each(foreign)('turns away %s', async (_what, request, status) => {
      await ask('PUT', 'form', '"mine"');
      const answer = await sendRaw(host.port, writeRequest(request(method)));
      expect(answer.status).toBe(status);
      expect(answer.body).not.toContain('mine');
      expect(await read('form')).toEqual({ value: 'mine' });
    });
  });

  it.each([
    ['a change without an origin', () => withHeader('PUT', 'Origin'), 403],
    ['a removal without an origin', () => withHeader('DELETE', 'Origin'), 403],
    ['a form of another page', () => withHeader('PUT', 'Content-Type', 'application/x-www-form-urlencoded'), 415],
    ['plain text', () => withHeader('PUT', 'Content-Type', 'text/plain'), 415],
    ['POST', () => goodRequest('POST'), 405],
    ['HEAD', () => goodRequest('HEAD'), 405],
    ['a page that is to be deleted', () => ({ ...goodRequest('DELETE'), target: '/' }), 405],
    ['a file that is to be deleted', () => ({ ...goodRequest('DELETE'), target: '/file/x' }), 405],
  ])('turns away %s', async (_what, request, status) => {
    await ask('PUT', 'form', '"mine"');
    expect((await sendRaw(host.port, writeRequest(request()))).status).toBe(status);
    expect(await read('form')).toEqual({ value: 'mine' });
  });

  it('writes nothing to the store', async () => {
    const before = plant.app.store.head().seq;
    await ask('PUT', 'form', '"typed"');
    expect(plant.app.store.head().seq).toBe(before);
    expect(readdirSync(folder).length).toBeGreaterThan(0);
  });
});
