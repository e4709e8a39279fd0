import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../support/browser.ts';
import { median, type Report, show } from './measure.ts';

const root = join(import.meta.dirname, '..', '..');
const goal = { goal: '12', wanted: '≤ 1.5 s for 100,000' };

/**
 * From the command, npm's own part included, to the first rows of a store's list of lots, in a browser that runs already.
 * A first start finds what npm ci makes, and nothing that an earlier start left; a later one does. Every start has an
 * address of its own, so that no browser has the screens at hand.
 */
export async function timeStarting(report: Report, file: string, rounds: number): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    report.say({ ...goal, what: 'starting, to the first list', measured: 'no browser is here', verdict: 'not run' });
    return;
  }
  const browser = await chromium.launch({ executablePath, args: browserFlags() });
  try {
    await build();
    // A browser's own first page is none of ours.
    await timeStart(browser, file, `${file}-home`);
    for (const [what, isFirst] of [
      ['the first start', true],
      ['a later start', false],
    ] as const) {
      const starts: Start[] = [];
      for (let round = 0; round < rounds; round += 1) {
        if (isFirst) {
          rmSync(`${file}-home`, { recursive: true, force: true });
          await build();
        }
        starts.push(await timeStart(browser, file, `${file}-home`));
      }
      const ms = median(starts.map(({ shown }) => shown));
      const [least, most] = [Math.min, Math.max].map((of) => of(...starts.map(({ shown }) => shown)));
      const measured = `${show(ms)} (${show(least ?? 0)} to ${show(most ?? 0)}; listening after ${show(median(starts.map(({ up }) => up)))})`;
      report.check({ ...goal, what: `${what}, to the first list`, measured }, ms <= 1500);
    }
  } finally {
    await browser.close();
    rmSync(`${file}-home`, { recursive: true, force: true });
  }
}

const piped = ({ stdout }: ChildProcess): Readable => stdout ?? Readable.from([]);

/** The npm that runs the bench, else the one on the path. */
function npm(args: readonly string[], options: SpawnOptions): ChildProcess {
  const path = process.env['npm_execpath'];
  return path === undefined
    ? spawn('npm', args, { cwd: root, shell: process.platform === 'win32', ...options })
    : spawn(process.execPath, [path, ...args], { cwd: root, ...options });
}

/** What npm ci does behind the packages: screens and program are built anew, and nothing else is left of them. */
async function build(): Promise<void> {
  const building = npm(['run', '-s', 'prepare'], { stdio: ['ignore', 'ignore', 'inherit'] });
  await new Promise((resolve) => building.once('exit', resolve));
}

/** Milliseconds from the start of the program to its address, and to the first row drawn. */
type Start = { up: number; shown: number };

async function timeStart(browser: Browser, file: string, home: string): Promise<Start> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  // What npm start runs where no window can be, without opening a browser of its own.
  const child = npm(['run', '-s', 'lotline', '--', 'serve', '--until-stdin-ends', '--store', file], {
    // It may say as much as it likes: a program that ends says why.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, XDG_CACHE_HOME: home, XDG_DATA_HOME: home },
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: piped(child) }).on('line', (line) => line.startsWith('http://') && resolve(line));
      void gone.then(() => reject(new Error('Lotline ended before it printed an address.')));
    });
    const up = performance.now() - start;
    await page.goto(address);
    // The page takes its key out of the address first.
    await page.waitForFunction(() => !window.location.hash.startsWith('#key='));
    await page.evaluate(() => {
      window.location.hash = '#/lots';
    });
    await page.locator('tr[data-index="0"] td a').first().waitFor();
    return { up, shown: performance.now() - start };
  } finally {
    await context.close();
    // The program ends with its input, however many shells npm put between.
    child.stdin?.end();
    await gone;
  }
}
