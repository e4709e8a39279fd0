import { msg } from '#shared/kernel/message.ts';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LotlineError } from '#shared/kernel/errors.ts';

/** One file of the built screens, in memory. */
export type Asset = { bytes: Uint8Array<ArrayBuffer>; type: string; hashed: boolean };
/** The built screens by their path, such as "/assets/index-1a2b.js". What is not in here is not served. */
export type Screens = ReadonlyMap<string, Asset>;

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'out', 'renderer');
const sources = ['src-renderer', 'src-shared', 'electron.vite.config.ts', 'package-lock.json'];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * The headers of every answer to a window or browser: nothing from elsewhere is loaded, framed, guessed or passed on.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
};

/** The answer to a request for a page or its parts; undefined when there is no such part. */
export function answerAsset(screens: Screens, path: string): Response | undefined {
  const asset = screens.get(path === '/' ? '/index.html' : path);
  if (asset === undefined) return undefined;
  const headers = { ...securityHeaders, 'content-type': asset.type, 'content-length': String(asset.bytes.length) };
  // A hashed name never means other content; everything else is requested anew.
  return new Response(asset.bytes, {
    headers: asset.hashed ? { ...headers, 'cache-control': 'private, max-age=31536000, immutable' } : headers,
  });
}

/** Reads built screens whole, so that no address is ever turned into a path. */
export function readScreens(folder: string = built): Screens {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(folder.length).replaceAll('\\', '/');
      const type = types[extname(entry.name)];
      return type === undefined
        ? []
        : [[path, { bytes: readFileSync(file), type, hashed: path.startsWith('/assets/') }] as const];
    }),
  );
}

/**
 * The screens, built first where they are missing or older than their sources. `say` is called when that takes a
 * moment.
 */
export async function prepareScreens(say: (line: string) => void): Promise<Screens> {
  if (areScreensOutdated()) {
    say('Building the screens, which takes a few seconds …');
    await build();
  }
  return readScreens();
}

/** Whether the screens are to be built before they are shown. */
export const areScreensOutdated = (): boolean => isOutdated(join(built, 'index.html'), sources);

/** Whether one of the sources is newer than what was built of them, or nothing was. A packaged program has no sources. */
export function isOutdated(file: string, names: readonly string[]): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return newest(names.map((name) => join(root, name))) > made;
}

const newest = (paths: readonly string[]): number => Math.max(0, ...paths.map((path) => newestBelow(path)));

function newestBelow(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  // A restored file may have an old modification time; the time of its last change of state cannot be set.
  const changed = Math.max(found.mtimeMs, found.ctimeMs);
  return found.isDirectory() ? Math.max(changed, newest(readdirSync(path).map((name) => join(path, name)))) : changed;
}

/** Builds into a folder of its own, then swaps: a program that starts at the same time finds the old screens or the new. */
async function build(): Promise<void> {
  const [fresh, old] = [`${built}-${process.pid}`, `${built}-${process.pid}-old`];
  try {
    await buildParts({ renderer: fresh });
    if (existsSync(built)) renameSync(built, old);
    renameSync(fresh, built);
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds parts of the program, each into a folder, in a process of its own: a build changes what its process is set to. */
export async function buildParts(parts: Readonly<Record<string, string>>): Promise<void> {
  if (!existsSync(join(root, 'node_modules', 'electron-vite')))
    throw new LotlineError(
      'INTERNAL',
      msg`Lotline is not built, and the tool that builds it is missing. Run "npm ci" first.`,
    );
  const wanted = Object.entries(parts).map(([part, folder]) => `${part}=${folder}`);
  const failure = await run(join(root, 'scripts', 'build.ts'), wanted);
  if (failure !== undefined) throw new LotlineError('INTERNAL', msg`Lotline could not be built. ${failure}`);
}

/** Runs a script; returns its output when it failed. */
function run(script: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (status) => resolve(status === 0 ? undefined : output.trim().slice(-2000)));
  });
}
