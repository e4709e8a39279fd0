import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { counts } from '../test/support/counts.ts';

/**
 * `npm run soak`: the tests that count, with the counts of a release instead of those of every run. Takes hours. A share
 * of them is done with `npm run soak -- 0.1`; names of test files after it run only those. Every state of every screen is
 * looked at in light, in the dark, in narrow and wide windows.
 */
const environment = {
  /** How long each of the model's runs is; a share of the seeds does not shorten them. */
  LOTLINE_MODEL_COMMANDS: '1000',
  /** Nothing is left out because it passed before. */
  LOTLINE_ALWAYS: '1',
} as const;

const files = [
  'test/store/crash.slow.test.ts',
  'test/store/fullDisk.slow.test.ts',
  'test/store/damage.slow.test.ts',
  'test/store/bringUp.slow.test.ts',
  'test/features/auditTamper.slow.test.ts',
  'test/features/auditHonest.slow.test.ts',
  'test/features/auditSweep.slow.test.ts',
  'test/features/auditSpeed.slow.test.ts',
  'test/features/backups.test.ts',
  'test/features/traceFeed.test.ts',
  'test/features/recallView.test.ts',
  'test/features/exchange/readExport.test.ts',
  'test/hosts/cliRestoreCrash.test.ts',
  'test/hosts/electronPackage.test.ts',
  'test/house/rules.test.ts',
  'test/ledger/model.slow.test.ts',
  'test/ledgerStore/wholeStores.slow.test.ts',
];

const [share = '1', ...named] = process.argv.slice(2);
const part = Number(share);
if (!(part > 0)) throw new Error('Write a share such as 0.1, or nothing for all.');
const scaled = Object.fromEntries(
  Object.entries(counts).map(([name, { soak }]) => [name, String(Math.max(1, Math.round(soak * part)))]),
);
Object.assign(process.env, environment, scaled);

const tool = (name: string, args: readonly string[]): boolean =>
  spawnSync(process.execPath, [join(import.meta.dirname, '..', 'node_modules', name), ...args], { stdio: 'inherit' })
    .status === 0;

const isSpec = (name: string): boolean => name.endsWith('.spec.ts');
const units = named.length === 0 ? files : named.filter((name) => !isSpec(name));
// The states of the screens are not counted: a share leaves none of them out.
const screens = named.length === 0 ? ['test/screens'] : named.filter(isSpec);
const passed = [
  units.length === 0 || tool('vitest/vitest.mjs', ['run', ...units]),
  screens.length === 0 || tool('@playwright/test/cli.js', ['test', ...screens]),
];
process.exitCode = passed.every(Boolean) ? 0 : 1;
