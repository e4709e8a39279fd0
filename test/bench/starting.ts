import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../support/browser.ts';
import { median, type Report, show } from './measure.ts';

const root = join(import.meta.dirname, '..', '..');
const goal = { goal: '12', wanted: '≤ 1.5 s for 100,000' };

/**
 * From starting the program on a store to the first rows of its list of lots, in a browser that runs already. A first
 * start has nothing compiled before, a later one has. Every start has an address of its own, so that no browser has
 * the screens at hand.
 */
export async function timeStarting(report: Report, file: string, rounds: number): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    report.say({ ...goal, what: 'starting, to the first list', measured: 'no browser is here', verdict: 'not run' });
    return;
  }
  const browser = await chromium.launch({ executablePath, args: browserFlags() });
  try {
    // The screens are built, where they are not, before anything is timed.
    await timeStart(browser, file, `${file}-home`);
    for (const [what, isFirst] of [
      ['the first start', true],
      ['a later start', false],
    ] as const) {
      const starts: Start[] = [];
      for (let round = 0; round < rounds; round += 1) {
        if (isFirst) rmSync(`${file}-home`, { recursive: true, force: true });
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

/** Milliseconds from the start of the program to its address, and to the first row drawn. */
type Start = { up: number; shown: number };

async function timeStart(browser: Browser, file: string, home: string): Promise<Start> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, 'src-main', 'start.ts'), 'cli', 'serve', '--store', file],
    // Nothing is written to its input, and it may say as much as it likes: a program that ends says why.
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, XDG_CACHE_HOME: home, XDG_DATA_HOME: home },
    },
  );
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('http://') && resolve(line));
      void gone.then(() => reject(new Error('Lotline ended before it printed an address.')));
    });
    const up = performance.now() - start;
    await page.goto(`${address}#/lots`);
    await page.locator('tr[data-index="0"] td a').first().waitFor();
    return { up, shown: performance.now() - start };
  } finally {
    await context.close();
    child.kill('SIGTERM');
    await gone;
  }
}
