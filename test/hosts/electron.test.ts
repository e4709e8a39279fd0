import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askBy, buildPreload, findElectron, newChannel, newFolder, runMain, runPreload } from '../support/electron.ts';
import { app, asked, ipcMain } from '../support/electronStandIn.ts';

vi.mock('electron', () => import('../support/electronStandIn.ts'));

let folder: string;
beforeAll(async () => {
  folder = await newFolder();
  await runMain(join(folder, 'desktop.lotline'));
  await vi.waitUntil(() => asked.windows.length + asked.errors.length > 0, { timeout: 10_000 });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the desktop host', () => {
  it('opened its one window on a page of its own scheme', () => {
    expect(asked.errors).toEqual([]);
    expect(asked.windows).toHaveLength(1);
    expect(asked.windows[0]?.addresses).toEqual(['app://bundle/']);
  });

  it.each([
    ['contextIsolation', true],
    ['sandbox', true],
    ['webSecurity', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['allowRunningInsecureContent', false],
    ['webviewTag', false],
    ['navigateOnDragDrop', false],
    ['devTools', false],
    ['preload', '/preload.cjs'],
  ])('gives its page %s: %s', (option, value) => {
    expect(asked.windows[0]?.options).toMatchObject({ webPreferences: { [option]: value } });
  });

  it('sandboxes every page there will ever be', () => {
    expect(asked.sandbox).toBe(true);
  });

  it('registers its scheme as a secure one that bypasses nothing', () => {
    expect(asked.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
  });

  it('denies every permission', () => {
    const decide = vi.fn<(allowed: boolean) => void>();
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'hid']) {
      asked.permissions.request?.({}, permission, decide);
    }
    expect(decide.mock.calls).toEqual(Array.from({ length: 6 }, () => [false]));
    expect(asked.permissions.check?.()).toBe(false);
    expect(asked.permissions.device?.()).toBe(false);
  });

  it('lets no page lead anywhere else', () => {
    let openWindow = (): unknown => ({ action: 'allow' });
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => unknown) => (openWindow = handler),
    });
    app.emit('web-contents-created', {}, contents);
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      const preventDefault = vi.fn<() => void>();
      contents.emit(event, { preventDefault });
      expect(preventDefault, event).toHaveBeenCalledOnce();
    }
    expect(openWindow()).toEqual({ action: 'deny' });
  });
});

describe('its scheme', () => {
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const handler = asked.pages.get('app');
    if (handler === undefined) throw new Error('the scheme has no handler');
    return await handler(new Request(address, init));
  };

  it('serves the screens under the policy of the house', async () => {
    const response = await ask('app://bundle/');
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
    expect((await ask(address)).status).toBe(404);
  });

  it('turns away other names, other origins and calls that are not ours', async () => {
    const call = {
      method: 'POST',
      body: '{"json":{}}',
      headers: { 'content-type': 'application/json', 'x-lotline': '1' },
    };
    expect((await ask('app://other/')).status).toBe(403);
    expect((await ask('app://bundle.evil.example/')).status).toBe(403);
    expect(
      (
        await ask('app://bundle/rpc/people/whoAmI', {
          ...call,
          headers: { ...call.headers, origin: 'https://evil.example' },
        })
      ).status,
    ).toBe(403);
    expect(
      (await ask('app://bundle/rpc/people/whoAmI', { ...call, headers: { 'content-type': 'application/json' } }))
        .status,
    ).toBe(403);
    expect((await ask('app://bundle/rpc/people/whoAmI', { ...call, method: 'PUT' })).status).toBe(404);
    expect((await ask('app://bundle/rpc/people/whoAmI')).status).toBe(404);
  });

  it('answers the calls of its page, and takes its files', async () => {
    const headers = { 'content-type': 'application/json', 'x-lotline': '1', origin: 'app://bundle' };
    const answer = await ask('app://bundle/rpc/people/whoAmI', { method: 'POST', body: '{"json":{}}', headers });
    expect(await answer.json()).toMatchObject({ json: { host: 'electron' } });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const opened = await ask('app://bundle/upload', { method: 'POST', headers });
    expect(await opened.json()).toEqual({ upload: expect.stringMatching(/^[\w-]{30,}$/) });
  });
});

describe('its message port', () => {
  const page = { url: 'app://bundle/', parent: null };

  it('answers the page of its window', async () => {
    const { ours, theirs } = newChannel();
    ipcMain.emit('lotline:connect', { ports: [ours], senderFrame: page });
    expect(await askBy(theirs, ['people', 'whoAmI'], {})).toMatchObject({ host: 'electron' });
    theirs.close();
  });

  it('gives a page no way to name files of this computer', async () => {
    const { ours, theirs } = newChannel();
    ipcMain.emit('lotline:connect', { ports: [ours], senderFrame: page });
    await expect(
      askBy(theirs, ['exchange', 'preview'], { source: { kind: 'path', path: '/etc' } }),
    ).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    theirs.close();
  });

  it.each([
    ['a frame inside the page', { url: 'app://bundle/', parent: {} }],
    ['a page of another name', { url: 'app://other/', parent: null }],
    ['a page of the web', { url: 'https://bundle/', parent: null }],
    ['a page that is gone', null],
  ])('does not listen to %s', async (_name, senderFrame) => {
    const { ours, theirs } = newChannel();
    const start = vi.spyOn(ours, 'start');
    ipcMain.emit('lotline:connect', { ports: [ours], senderFrame });
    expect(start).not.toHaveBeenCalled();
    expect(ours.listenerCount('message')).toBe(0);
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

  it('is built as one CommonJS file that asks for electron alone', async () => {
    const built = await readFile(await buildPreload(join(folder, 'preload')), 'utf8');
    expect(built.match(/require\(([^)]*)\)/g)).toEqual([expect.stringContaining('electron')]);
    expect(built).not.toMatch(/^import |^export /m);
  });
});

describe('finding Electron', () => {
  const desk = (name: string) => ({ hasDisplay: true, isRoot: false, folder: join(folder, name) });

  it('sees the binary that the package names, without importing the package', async () => {
    const pack = desk('electron').folder;
    await mkdir(join(pack, 'dist'), { recursive: true });
    await writeFile(join(pack, 'install.js'), 'process.exit(1)');
    expect(await findElectron(desk('electron'))).toEqual({ why: expect.stringContaining('could not be fetched') });
    await writeFile(join(pack, 'dist', 'electron'), '');
    await writeFile(join(pack, 'path.txt'), 'electron');
    expect(await findElectron(desk('electron'))).toEqual({ path: join(pack, 'dist', 'electron') });
  });

  it('uses what the installer fetches', async () => {
    const pack = desk('fetched').folder;
    await mkdir(join(pack, 'dist'), { recursive: true });
    await writeFile(
      join(pack, 'install.js'),
      "const { writeFileSync } = require('node:fs'); writeFileSync(__dirname + '/dist/electron', ''); writeFileSync(__dirname + '/path.txt', 'electron');",
    );
    expect(await findElectron(desk('fetched'))).toEqual({ path: join(pack, 'dist', 'electron') });
  });

  it('waits for the installer a few seconds and no longer', { timeout: 20_000 }, async () => {
    await mkdir(desk('slow').folder);
    await writeFile(join(desk('slow').folder, 'install.js'), 'setTimeout(() => {}, 60_000)');
    const started = Date.now();
    expect(await findElectron(desk('slow'))).toMatchObject({ why: expect.any(String) });
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('does not try where no window can be', async () => {
    expect(await findElectron({ ...desk('electron'), hasDisplay: false })).toEqual({ why: 'there is no display' });
    expect(await findElectron({ ...desk('electron'), isRoot: true })).toEqual({ why: 'it does not run as root' });
  });
});

describe('the end', () => {
  it('closes the store before the program is gone', async () => {
    app.emit('window-all-closed');
    await expect.poll(() => asked.quits).toBe(2);
    expect(asked.exits).toEqual([]);
  });

  it('comes at once where the program is open already', async () => {
    vi.resetModules();
    asked.isFirst = false;
    const before = asked.windows.length;
    await runMain(join(folder, 'second.lotline'));
    expect(asked.windows).toHaveLength(before);
    expect(asked.quits).toBe(3);
  });

  it('says why a store cannot be opened', async () => {
    vi.resetModules();
    asked.isFirst = true;
    await writeFile(join(folder, 'foreign.lotline'), 'a letter, much longer than sixteen bytes');
    await runMain(join(folder, 'foreign.lotline'));
    await expect.poll(() => asked.errors.length).toBe(1);
    expect(asked.errors).toEqual([['Lotline cannot open', expect.stringContaining('is not a Lotline store')]]);
    expect(asked.exits).toEqual([1]);
  });
});
