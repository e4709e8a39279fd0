import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countShown, matrixOf, ranIn } from './controls/matrix.ts';
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

/** Runs a package's own program under this Node, so that no shell and no shim is needed on any system. */
function runTool(program: string, args: string[], output: 'show' | 'keep', environment: Record<string, string> = {}) {
  const ended = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', output === 'show' ? 'inherit' : 'pipe', output === 'show' ? 'inherit' : 'pipe'],
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...environment },
  });
  if (ended.error !== undefined) say(String(ended.error));
  return { passed: ended.status === 0, text: `${ended.stdout ?? ''}${ended.stderr ?? ''}`.trim() };
}

/** One check whose words matter only when it fails. */
function check(name: string, program: string, args: string[]): Tally {
  const begun = performance.now();
  const { passed, text } = runTool(program, args, 'keep');
  if (!passed) say(text);
  say(`${name}: ${passed ? 'passed' : 'FAILED'} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return one(name, passed);
}

/** Types, lint with the folder rules, format. */
export function staticChecks(): Tally {
  const present = sourceFolders.filter((folder) => existsSync(join(root, folder)));
  return addTallies([
    check('types', 'typescript/bin/tsc', ['-p', '.']),
    check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...present]),
    check('format', '@biomejs/biome/bin/biome', ['format', '--max-diagnostics=50']),
  ]);
}

/** The desktop's main process, its preload, the screens as every host serves them, and the program that serves them. */
export const buildProgram = (): Tally =>
  addTallies([
    check('build', 'electron-vite/bin/electron-vite.js', ['build']),
    check('bundle', '../scripts/build.ts', ['program=out/program']),
  ]);

/** Vitest's tests: all, or only those that need no host and no process of their own. */
export function unitTests(which: 'all' | 'fast'): Tally {
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
export const screenTests = (browser: string): Tally =>
  reported('playwright', '@playwright/test/cli.js', ['test', '--reporter=list,json'], tallyPlaywright, {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('playwright'),
  });

const reportOf = (name: string): string => join(root, 'test-results', `${name}.json`);

function reported<Report>(
  name: string,
  program: string,
  args: string[],
  tally: (report: Report) => Tally,
  environment: Record<string, string> = {},
): Tally {
  const file = reportOf(name);
  // The report of an earlier run must not be counted again.
  rmSync(file, { force: true });
  const { passed } = runTool(program, args, 'show', environment);
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
