import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildParts, isOutdated, prepareScreens } from '#main/app/screens.ts';
import type { DemoPlant } from '#shared/exchange/vocabulary.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const electronPackage = join(root, 'node_modules', 'electron');
const sources = ['src-main', 'src-shared', 'electron.vite.config.ts', 'package-lock.json'];
/** The longest wait for a window that may never come. */
const longestFetchMs = 5000;
/** And not again at every start: where it could not be fetched, it most likely cannot be within the day. */
const tryAgainAfterMs = 24 * 3600 * 1000;

export type FoundElectron = { path: string } | { why: string };

/** What a window needs of the computer, the folder of the electron package, and whether its program may be fetched. */
export type Computer = { hasDisplay: boolean; isRoot: boolean; folder: string; mayFetch: boolean };

export function thisComputer(): Computer {
  const { platform, env } = process;
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  return {
    hasDisplay,
    isRoot: platform === 'linux' && process.getuid?.() === 0,
    folder: electronPackage,
    mayFetch: true,
  };
}

/**
 * Where Electron's binary is, fetched by its own installer when it is missing and quickly to be had; or why it
 * cannot be used. Never imports the package: that alone would start a download.
 */
export async function findElectron(
  { hasDisplay, isRoot, folder, mayFetch }: Computer = thisComputer(),
): Promise<FoundElectron> {
  if (!hasDisplay) return { why: 'there is no display' };
  if (isRoot) return { why: 'it does not run as root' };
  const there = binary(folder);
  if (there !== undefined) return { path: there };
  if (!mayFetch) return { why: 'its program is not here' };
  if (!failedLately(folder)) await fetchBinary(folder);
  const fetched = binary(folder);
  return fetched === undefined ? { why: 'its program is not here and could not be fetched' } : { path: fetched };
}

/** Lies in the package, so that another version of it is tried at once. */
const noteOfFailure = (folder: string): string => join(folder, 'not-fetched');

function failedLately(folder: string): boolean {
  const noted = statSync(noteOfFailure(folder), { throwIfNoEntry: false });
  return noted !== undefined && Math.abs(Date.now() - noted.mtimeMs) < tryAgainAfterMs;
}

function noteFailure(folder: string): void {
  try {
    writeFileSync(noteOfFailure(folder), '');
  } catch {
    // Where nothing can be noted, the next start tries again.
  }
}

/** The binary that the package names once its installer is done. */
function binary(folder: string): string | undefined {
  const named = join(folder, 'path.txt');
  const path = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8').trim()) : '';
  return path !== '' && existsSync(path) ? path : undefined;
}

/** Runs the package's installer, and ends it when it takes too long. Notes that it brought nothing. */
async function fetchBinary(folder: string): Promise<void> {
  await runInstaller(folder);
  if (binary(folder) === undefined) noteFailure(folder);
}

function runInstaller(folder: string): Promise<void> {
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

/** Opens the window on a store and answers Electron's exit status. */
export async function runElectron(
  path: string,
  { file, demo, say }: { file: string; demo: DemoPlant | undefined; say: (line: string) => void },
): Promise<number> {
  await prepareScreens(say);
  if (isOutdated(join(root, 'dist/hosts/electron/preload.cjs'), sources)) await buildDesktop();
  // The folder with package.json, which names the built main process: what the packaged program has too.
  const args = [root, `--store=${file}`, ...(demo === undefined ? [] : ['--demo', `--plant=${demo}`])];
  return await new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}

/**
 * Builds the main process and its preload into `folder`, which lies directly in the project. Takes a second; built
 * into a folder of its own, then swapped, so that a program that starts at the same time finds the old one or the new.
 */
export async function buildDesktop(folder: string = join(root, 'dist')): Promise<void> {
  const [fresh, old] = [`${folder}-${process.pid}`, `${folder}-${process.pid}-old`];
  try {
    await buildParts({ main: fresh, preload: join(fresh, 'hosts', 'electron') });
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
  } finally {
    for (const leftover of [fresh, old]) rmSync(leftover, { recursive: true, force: true });
  }
}
