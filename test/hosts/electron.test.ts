import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askHost, askScheme, createPortLink, findElectron, newChannel } from '../support/electron.ts';
import { newFolder, ourPage, runMain, runPreload } from '../support/electron.ts';
import { app, asked, ipcMain } from '../support/electronStandIn.ts';

vi.mock('electron', () => import('../support/electronStandIn.ts'));

let folder: string;
beforeAll(async () => {
  folder = await newFolder();
  await runMain(folder, [`--store=${join(folder, 'desktop.lotline')}`, '--lang=en-GB']);
  await vi.waitUntil(() => (asked.windows[0]?.addresses.length ?? 0) + asked.errors.length > 0, { timeout: 60_000 });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the desktop host', () => {
  it('opened its one window on a page of its own scheme', () => {
    expect(asked.errors).toEqual([]);
    expect(asked.windows.map(({ addresses }) => addresses)).toEqual([['app://bundle/']]);
    expect(asked.windows[0]?.options['webPreferences']).toMatchObject({ devTools: false });
  });

  it('keeps what the browser inside keeps below the data of the person', () => {
    expect(asked.name).toBe('Lotline');
    expect(asked.paths.get('userData')).toMatch(/otline.window$/);
    expect(asked.paths.get('userData')?.startsWith(folder)).toBe(true);
  });
});

describe('its scheme', () => {
  it('serves the screens under the policy of the house', async () => {
    const response = await askScheme('app://bundle/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<div id="root">');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  });

  it.each([
    'app://bundle/../package.json',
    'app://bundle/%2e%2e/package.json',
    'app://bundle/..%2fpackage.json',
    'app://bundle/..%5cpackage.json',
    'app://bundle/..\\package.json',
    'app://bundle/assets/../../package.json',
    'app://bundle/%252e%252e/package.json',
    'app://bundle/index.html%00',
    'app://bundle/%00',
    'app://bundle/C:/Windows/win.ini',
    'app://bundle/etc/passwd',
    'app://bundle//etc/passwd',
    'app://bundle/file:///etc/passwd',
    'app://bundle/%5c%5cserver%5cshare',
    'app://bundle/assets/',
    'app://bundle/.git/config',
    'app://bundle/INDEX.HTML',
    'app://bundle/..;/package.json',
    'app://bundle/..%c0%afpackage.json',
    'app://bundle/__proto__',
  ])('does not serve %s', async (address) => {
    expect((await askScheme(address)).status).toBe(404);
  });

  it('turns away other names, other origins and what is not sent by our pages', async () => {
    const call = { method: 'POST', headers: { 'x-lotline': '1' } };
    const status = async (address: string, init: RequestInit = {}) => (await askScheme(address, init)).status;
    expect(await status('app://other/')).toBe(403);
    expect(await status('app://bundle.evil.example/')).toBe(403);
    const foreign = { ...call, headers: { ...call.headers, origin: 'https://evil.example' } };
    expect(await status('app://bundle/upload', foreign)).toBe(403);
    expect(await status('app://bundle/upload', { method: 'POST' })).toBe(403);
    expect(await status('app://bundle/upload', { ...call, method: 'DELETE' })).toBe(404);
  });

  it('answers no calls: they have a port of their own', async () => {
    const headers = { 'content-type': 'application/json', 'x-lotline': '1', origin: 'app://bundle' };
    const call = { method: 'POST', body: '{"json":{}}', headers };
    expect((await askScheme('app://bundle/rpc/people/whoAmI', call)).status).toBe(404);
  });

  it('takes the files of its page for an import through its port', async () => {
    const headers = { 'x-lotline': '1', origin: 'app://bundle' };
    const opened = await askScheme('app://bundle/upload', { method: 'POST', headers });
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
    const { upload } = await opened.json();
    const products = 'code,name,unit\nP-1,Pears,kg\n';
    const put = { method: 'PUT', headers, body: products };
    expect((await askScheme(`app://bundle/upload/${upload}/products.csv`, put)).status).toBe(204);
    const preview = await askHost(['exchange', 'preview'], { source: { kind: 'upload', upload } });
    expect(preview).toMatchObject({ errors: [], result: { products: 1 } });
  });

  it('keeps what its page has typed and not submitted, for its own page alone', async () => {
    const headers = { 'x-lotline': '1', origin: 'app://bundle' };
    const draft = 'app://bundle/draft/product%20P%2F1';
    const put = { method: 'PUT', headers, body: '{"name":"Pe"}' };
    expect(
      (await askScheme(draft, { ...put, headers: { 'x-lotline': '1', origin: 'https://evil.example' } })).status,
    ).toBe(403);
    expect((await askScheme(draft, { ...put, headers: {} })).status).toBe(403);
    expect((await askScheme(draft, put)).status).toBe(204);
    expect((await askScheme(draft)).status).toBe(403);
    const kept = await askScheme(draft, { headers });
    expect(kept.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await kept.json()).toEqual({ value: { name: 'Pe' } });
    expect((await askScheme(draft, { method: 'DELETE', headers })).status).toBe(204);
    expect(await (await askScheme(draft, { headers })).json()).toEqual({ value: null });
  });

  it('hands out the documents that its page issued, as downloads, and no others', async () => {
    const imported = await askHost(['exchange', 'importDemo'], { plant: 'food' });
    expect(imported).toMatchObject({ products: expect.any(Number) });
    const question = { roots: [{ product: 'APR-PUREE', lot: 'AP-0028' }], direction: 'downstream' };
    const drawn = await askHost(['reports', 'draw'], { report: 'trace', parameters: { question }, format: 'xlsx' });
    // The reply of the contract.
    const { document, size } = drawn as { document: string; size: number };
    expect((await askScheme(`app://bundle/file/${document}`)).status).not.toBe(200);
    await askHost(['reports', 'issue'], { document });
    const fetched = await askScheme(`app://bundle/file/${document}`);
    expect(fetched.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(fetched.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetched.arrayBuffer()).byteLength).toBe(size);
    expect((await askScheme('app://bundle/file/another')).status).toBe(404);
  });
});

describe('its message port', () => {
  it('answers the page of its window', async () => {
    expect(await askHost(['people', 'whoAmI'], {})).toMatchObject({ host: 'electron' });
  });

  it('gives a page no way to name files of this computer', async () => {
    await expect(askHost(['exchange', 'preview'], { source: { kind: 'path', path: '/etc' } })).rejects.toMatchObject({
      code: 'PATH_REFUSED',
    });
  });

  it('is closed on a page that says what no page of ours says', async () => {
    for (const said of ['x'.repeat(6 * 1024 ** 2), new Uint8Array(9), { id: 1 }, null]) {
      const { ours, theirs } = newChannel();
      ipcMain.emit('lotline:connect', { ports: [ours], senderFrame: ourPage });
      const closed = new Promise((resolve) => theirs.addEventListener('close', resolve));
      theirs.start();
      theirs.postMessage(said);
      await closed;
    }
  });

  it('tells a page whose port is closed that nobody answered, and the next call opens another', async () => {
    const channels = [newChannel(), newChannel()];
    let opened = 0;
    const link = createPortLink(() => {
      const channel = channels[opened++];
      if (channel === undefined) throw new Error('a third port was asked for');
      if (opened === 2) ipcMain.emit('lotline:connect', { ports: [channel.ours], senderFrame: ourPage });
      return channel.theirs;
    });
    const lost = link.call(['people', 'whoAmI'], {}, { context: {} });
    channels[0]?.ours.close();
    await expect(lost).rejects.toMatchObject({ name: 'HostAwayError' });
    expect(await link.call(['people', 'whoAmI'], {}, { context: {} })).toMatchObject({ host: 'electron' });
    for (const { theirs } of channels) theirs.close();
  });

  it('leaves a call that the page itself gave up what it is', async () => {
    const { theirs } = newChannel();
    const link = createPortLink(() => theirs);
    const control = new AbortController();
    const given = link.call(['people', 'whoAmI'], {}, { context: {}, signal: control.signal });
    control.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    theirs.close();
  });
});

describe('its preload', () => {
  it('hands one port of its own page on, and nothing else', async () => {
    const page = Object.assign(new EventEmitter(), { location: { origin: 'app://bundle' } });
    vi.stubGlobal('window', Object.assign(page, { addEventListener: page.on.bind(page) }));
    await runPreload();
    const message = { source: page, origin: 'app://bundle', data: 'lotline:connect', ports: ['port', 'second'] };
    page.emit('message', { ...message, source: {} });
    page.emit('message', { ...message, origin: 'https://evil.example' });
    page.emit('message', { ...message, data: 'connect' });
    page.emit('message', { ...message, ports: [] });
    expect(asked.posted).toEqual([]);
    page.emit('message', message);
    expect(asked.posted).toEqual([['lotline:connect', null, ['port']]]);
    vi.unstubAllGlobals();
  });
});

describe('finding Electron', () => {
  const computer = (name: string) => ({ hasDisplay: true, isRoot: false, folder: join(folder, name), mayFetch: true });

  it('sees the binary that the package names, without importing the package', async () => {
    const pack = computer('electron').folder;
    await mkdir(join(pack, 'dist'), { recursive: true });
    await writeFile(join(pack, 'install.js'), 'process.exit(1)');
    expect(await findElectron(computer('electron'))).toEqual({ why: expect.stringContaining('could not be fetched') });
    await writeFile(join(pack, 'dist', 'electron'), '');
    await writeFile(join(pack, 'path.txt'), 'electron');
    expect(await findElectron(computer('electron'))).toEqual({ path: join(pack, 'dist', 'electron') });
  });

  it('uses what the installer fetches', async () => {
    const pack = computer('fetched').folder;
    await mkdir(join(pack, 'dist'), { recursive: true });
    await writeFile(
      join(pack, 'install.js'),
      "const { writeFileSync } = require('node:fs'); writeFileSync(__dirname + '/dist/electron', ''); writeFileSync(__dirname + '/path.txt', 'electron');",
    );
    expect(await findElectron(computer('fetched'))).toEqual({ path: join(pack, 'dist', 'electron') });
  });

  it('waits for the installer a few seconds and no longer', { timeout: 20_000 }, async () => {
    await mkdir(computer('slow').folder);
    await writeFile(join(computer('slow').folder, 'install.js'), 'setTimeout(() => {}, 60_000)');
    const started = Date.now();
    expect(await findElectron(computer('slow'))).toMatchObject({ why: expect.any(String) });
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('does not try again at every start, but after a day', async () => {
    const { folder: pack } = computer('unreachable');
    await mkdir(pack);
    const tries = join(pack, 'tries');
    await writeFile(
      join(pack, 'install.js'),
      "require('node:fs').appendFileSync(__dirname + '/tries', 'x'); process.exit(1);",
    );
    const why = { why: 'its program is not here and could not be fetched' };
    for (let start = 0; start < 3; start += 1) expect(await findElectron(computer('unreachable'))).toEqual(why);
    expect(await readFile(tries, 'utf8')).toBe('x');
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000);
    await utimes(join(pack, 'not-fetched'), twoDaysAgo, twoDaysAgo);
    expect(await findElectron(computer('unreachable'))).toEqual(why);
    expect(await readFile(tries, 'utf8')).toBe('xx');
    // Whoever brings the program in another way need not wait.
    await mkdir(join(pack, 'dist'));
    await writeFile(join(pack, 'dist', 'electron'), '');
    await writeFile(join(pack, 'path.txt'), 'electron');
    expect(await findElectron(computer('unreachable'))).toEqual({ path: join(pack, 'dist', 'electron') });
  });

  it('fetches nothing where it may not', async () => {
    expect(await findElectron({ ...computer('nowhere'), mayFetch: false })).toEqual({ why: 'its program is not here' });
  });

  it('does not try where no window can be', async () => {
    expect(await findElectron({ ...computer('electron'), hasDisplay: false })).toEqual({ why: 'there is no display' });
    expect(await findElectron({ ...computer('electron'), isRoot: true })).toEqual({ why: 'it does not run as root' });
  });
});

describe('the end', () => {
  it('closes the store before the program is gone', async () => {
    app.emit('window-all-closed');
    await expect.poll(() => asked.quits).toBe(2);
    expect(asked.exits).toEqual([]);
  });

  it('says why a store cannot be opened', async () => {
    vi.resetModules();
    await writeFile(join(folder, 'foreign.lotline'), 'a letter, much longer than sixteen bytes');
    await runMain(folder, [`--store=${join(folder, 'foreign.lotline')}`]);
    await expect.poll(() => asked.errors.length).toBe(1);
    expect(asked.errors).toEqual([['Lotline cannot open', expect.stringContaining('is not a Lotline store')]]);
    expect(asked.exits).toEqual([1]);
  });
});
