import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareScreens } from '#main/app/screens.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const electronPackage = join(root, 'node_modules', 'electron');
/** Longer than this nobody waits for a window that may never come. */
const longestFetchMs = 5000;

export type FoundElectron = { path: string } | { why: string };

/** What a window needs of the computer, and the folder of the electron package. */
export type Desk = { hasDisplay: boolean; isRoot: boolean; folder: string };

function thisDesk(): Desk {
  const { platform, env } = process;
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  return { hasDisplay, isRoot: platform === 'linux' && process.getuid?.() === 0, folder: electronPackage };
}

/**
 * Where Electron's binary is, fetched by its own installer when it is missing and quickly to be had; or why it
 * cannot be used. Never imports the package: that alone would start a download.
 */
export async function findElectron({ hasDisplay, isRoot, folder }: Desk = thisDesk()): Promise<FoundElectron> {
  if (!hasDisplay) return { why: 'there is no display' };
  if (isRoot) return { why: 'it does not run as root' };
  const there = binary(folder);
  if (there !== undefined) return { path: there };
  await fetchBinary(folder);
  const fetched = binary(folder);
  return fetched === undefined ? { why: 'its program is not here and could not be fetched' } : { path: fetched };
}

/** The binary that the package names once its installer is done. */
function binary(folder: string): string | undefined {
  const named = join(folder, 'path.txt');
  const path = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8').trim()) : '';
  return path !== '' && existsSync(path) ? path : undefined;
}

/** Runs the package's installer, and ends it when it takes too long. */
function fetchBinary(folder: string): Promise<void> {
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return Promise.resolve();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      timeout: longestFetchMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}

/** Opens the window on a store and answers Electron's exit status. Electron runs the sources as Node does; only the preload is built. */
export async function runElectron(
  path: string,
  { file, isDemo, say }: { file: string; isDemo: boolean; say: (line: string) => void },
): Promise<number> {
  await prepareScreens(say);
  const preload = await buildPreload();
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const args = [main, `--store=${file}`, `--preload=${preload}`, ...(isDemo ? ['--demo'] : [])];
  return await new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}

/** A sandboxed preload must be CommonJS. Answers where it lies. */
export async function buildPreload(outDir: string = join(root, 'out', 'preload')): Promise<string> {
  const { build } = await import('vite');
  const entry = fileURLToPath(new URL('./preload.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      lib: { entry, formats: ['cjs'], fileName: () => 'preload.cjs' },
      rollupOptions: { external: ['electron'] },
    },
  });
  return join(outDir, 'preload.cjs');
}
