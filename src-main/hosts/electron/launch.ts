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

/**
 * Where Electron's binary is, fetched by its own installer when it is missing and quickly to be had; or why it
 * cannot be used. Never imports the package: that alone would start a download.
 */
export async function findElectron(folder: string = electronPackage): Promise<FoundElectron> {
  const { platform, env } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return { why: 'there is no display' };
  if (platform === 'linux' && process.getuid?.() === 0) return { why: 'it does not run as root' };
  const there = binary(folder);
  if (there !== undefined) return { path: there };
  await fetchBinary(folder);
  const fetched = binary(folder);
  return fetched === undefined ? { why: 'its program is not here and could not be fetched' } : { path: fetched };
}

/** The binary as the package's own index.js finds it. */
function binary(folder: string): string | undefined {
  const named = join(folder, 'path.txt');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist');
  const name = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : process.env['ELECTRON_OVERRIDE_DIST_PATH']
      ? 'electron'
      : '';
  return name !== '' && existsSync(join(dist, name)) ? join(dist, name) : undefined;
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
