import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { createServer, mergeConfig, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askHost, askScheme, newFolder, root, runMain } from '../support/electron.ts';
import { app, asked } from '../support/electronStandIn.ts';

vi.mock('electron', () => import('../support/electronStandIn.ts'));

let folder: string;
let server: ViteDevServer;
let origin: string;
const policyOf = (response: Response): string => response.headers.get('content-security-policy') ?? '';

/** Starts the desktop host as `npm run dev` does: with the address of a server of the screens. */
async function startHost(name: string, isPackaged: boolean): Promise<void> {
  app.isPackaged = isPackaged;
  vi.stubEnv('ELECTRON_RENDERER_URL', origin);
  await runMain(folder, [...(isPackaged ? [] : ['.']), `--store=${join(folder, name)}`]);
  await vi.waitUntil(() => (asked.windows[0]?.addresses.length ?? 0) + asked.errors.length > 0, { timeout: 60_000 });
}

beforeAll(async () => {
  folder = await newFolder();
  const { config } = await resolveConfig({ root, logLevel: 'error' }, 'serve', 'development');
  // A port of its own, so that someone may be developing at the same time.
  const alone = { cacheDir: join(folder, 'vite'), server: { port: 0, strictPort: false } };
  server = await createServer(mergeConfig(config?.renderer ?? {}, alone));
  await server.listen();
  origin = new URL(server.resolvedUrls?.local[0] ?? '').origin;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  app.emit('window-all-closed');
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the window while screens are developed', () => {
  beforeAll(() => startHost('developed.lotline', false));

  it('shows its own address, and the screens as their sources stand behind it', async () => {
    expect(asked.errors).toEqual([]);
    expect(asked.windows.map(({ addresses }) => addresses)).toEqual([['app://bundle/']]);
    const page = await askScheme('app://bundle/');
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const html = await page.text();
    expect(html).toContain('<div id="root">');
    expect(html).toContain('/@vite/client');
    const [, entry = ''] = /src="\.?(\/[^"]*main\.tsx[^"]*)"/.exec(html) ?? [];
    const script = await askScheme(`app://bundle${entry}`);
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(await script.text()).toContain('"/app/App.tsx"');
    // With the hook by which a part is changed while it is shown.
    expect(await (await askScheme('app://bundle/app/App.tsx')).text()).toContain('import.meta.hot');
  });

  it('tells the page to hear of changes from the server itself', async () => {
    const client = await (await askScheme('app://bundle/@vite/client')).text();
    expect(client).toMatch(/"ws"/);
    expect(client).toMatch(/"localhost"/);
  });

  it('allows pages nothing more than that server and what its script writes into them', async () => {
    const policy = policyOf(await askScheme('app://bundle/'));
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'unsafe-inline'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
      "worker-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('asks no other server, whatever a path looks like', async () => {
    const actor = vi.spyOn(globalThis, 'fetch');
    for (const path of ['//elsewhere.example/x', '/\\elsewhere.example/x', '/https://elsewhere.example/x', '/@x:y/'])
      await askScheme(`app://bundle${path}`);
    expect(actor.mock.calls.map(([address]) => address instanceof URL && address.origin)).toEqual(
      Array(4).fill(origin),
    );
    actor.mockRestore();
  });

  it('still answers calls by its port, and files and drafts by itself', async () => {
    expect(await askHost(['people', 'whoAmI'], {})).toMatchObject({ host: 'electron' });
    const headers = { 'x-lotline': '1', origin: 'app://bundle' };
    expect((await askScheme('app://bundle/draft/x', { method: 'PUT', headers, body: '"y"' })).status).toBe(204);
    expect((await askScheme('app://bundle/', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await askScheme('app://bundle/upload', { method: 'POST' })).status).toBe(403);
  });
});

describe('a packaged program', () => {
  it('asks no server of screens, whatever stands in its environment', async () => {
    const actor = vi.spyOn(globalThis, 'fetch');
    vi.resetModules();
    asked.windows.length = 0;
    await startHost('packaged.lotline', true);
    const page = await askScheme('app://bundle/');
    expect(await page.text()).not.toContain('@vite');
    expect(policyOf(page)).not.toContain('unsafe-inline');
    expect(policyOf(page)).toContain("connect-src 'self';");
    expect(actor).not.toHaveBeenCalled();
    actor.mockRestore();
  });
});
