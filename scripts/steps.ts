import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { areScreensOutdated } from '#main/app/screens.ts';
import { isBundleCurrent } from './bundleState.mjs';
import { countShown, matrixOf, ranIn } from './controls/matrix.ts';
import { quickFolder } from './quickFolder.ts';
import { sourceFolders } from './sources.ts';
import { addTallies, formatTally, type Tally, tallyPlaywright, tallyVitest } from './tally.ts';

/** The steps that `npm run check` and `npm test` are made of. Each says what it does and comes back with its counts. */
const root = join(import.meta.dirname, '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const one = (name: string, passed: boolean): Tally => ({
  passed: passed ? 1 : 0,
  failures: passed ? [] : [name],
  notRun: [],
});

/**
 * Runs a package's own program under this Node, so that no shell and no shim is needed on any system. What it says is
 * shown as it comes, or kept.
 */
function runTool(
  program: string,
  args: string[],
  output: 'show' | 'keep',
  environment: Record<string, string> = {},
): Promise<{ passed: boolean; text: string }> {
  return new Promise((resolve) => {
    const stream = output === 'show' ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: ['ignore', stream, stream],
      env: { ...process.env, ...environment },
    });
    let text = '';
    for (const said of [child.stdout, child.stderr]) said?.setEncoding('utf8').on('data', (part) => (text += part));
    child.once('error', (error) => (text += String(error)));
    child.once('close', (status) => resolve({ passed: status === 0, text: text.trim() }));
  });
}

/** One check whose words matter only when it fails. */
async function check(name: string, program: string, args: string[]): Promise<Tally> {
  const begun = performance.now();
  const { passed, text } = await runTool(program, args, 'keep');
  if (!passed) say(text);
  say(`${name}: ${passed ? 'passed' : 'FAILED'} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return one(name, passed);
}

/** Types, lint with the folder rules, format. */
export async function staticChecks(): Promise<Tally> {
  const present = sourceFolders.filter((folder) => existsSync(join(root, folder)));
  return addTallies([
    await check('types', 'typescript/bin/tsc', ['-p', '.']),
    await check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...present]),
    await check('format', '@biomejs/biome/bin/biome', ['format', '--max-diagnostics=50']),
  ]);
}

/**
 * The desktop's main process and its preload, and, where `npm ci` did not just make them of these sources, the screens as
 * every host serves them and the program that serves them.
 */
export const buildProgram = (): Promise<Tally> =>
  check('build', '../scripts/build.ts', [
    'main=dist',
    'preload=dist/hosts/electron',
    ...(areScreensOutdated() ? ['renderer=out/renderer'] : []),
    ...(isBundleCurrent() ? [] : ['program=out/program']),
  ]);

/** Vitest's tests: all, or only those that need no host and no process of their own. */
export function unitTests(which: 'all' | 'fast'): Promise<Tally> {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf('vitest')}`];
  const args = ['run', ...report, ...(which === 'fast' ? ['--project', 'fast'] : [])];
  return reported('vitest', 'vitest/vitest.mjs', args, tallyVitest);
}

/** Whether docs/part-11.md says of every control what the tests of this run show. */
export function controlMatrix(): Tally {
  const file = reportOf('vitest');
  if (!existsSync(file)) return one('controls: the tests left no report', false);
  // The runner's own format; what is read of it is declared in matrix.ts.
  const report = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof ranIn>[0];
  const ran = ranIn(report, root.replaceAll('\\', '/'));
  const { all, shown } = countShown(ran);
  const page = join(root, 'docs', 'part-11.md');
  const isTrue = existsSync(page) && matrixOf(ran) === readFileSync(page, 'utf8');
  say(
    `controls: ${shown} of ${all} have passing tests; docs/part-11.md ${isTrue ? 'says so' : 'says something else: run npm run controls'}`,
  );
  return one('controls: docs/part-11.md says something else', isTrue);
}

/** The screens in a browser. */
export const screenTests = (browser: string): Promise<Tally> =>
  reported('playwright', '@playwright/test/cli.js', ['test', '--reporter=list,json'], tallyPlaywright, {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('playwright'),
  });

const reportOf = (name: string): string => join(root, 'test-results', `${name}.json`);

async function reported<Report>(
  name: string,
  program: string,
  args: string[],
  tally: (report: Report) => Tally,
  environment: Record<string, string> = {},
): Promise<Tally> {
  const file = reportOf(name);
  // The report of an earlier run must not be counted again.
  rmSync(file, { force: true });
  const { passed } = await runTool(program, args, 'show', { ...quickFolder(), ...environment });
  if (!existsSync(file)) {
    return one(`${name} left no report`, false);
  }
  // The tool's own format; what is read of it is declared in tally.ts.
  const counts = tally(JSON.parse(readFileSync(file, 'utf8')) as Report);
  if (passed || counts.failures.length > 0) return counts;
  return { ...counts, failures: [`${name} outside its tests; see above`] };
}

/** Says what failed and, as the last line, the counts, and ends with a status that is 0 only when nothing failed. */
export function finish(tallies: readonly Tally[]): void {
  const sum = addTallies(tallies);
  say('');
  for (const line of formatTally(sum)) say(line);
  process.exitCode = sum.failures.length === 0 ? 0 : 1;
}
