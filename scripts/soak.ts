import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run soak`: the tests that count, with the counts of a release instead of those of every run. Takes hours. A share
 * of them is done with `npm run soak -- 0.1`; names of test files after it run only those.
 */
const counts = {
  LOTLINE_CRASH_KILLS: 2000,
  LOTLINE_FULL_PLACES: 200,
  LOTLINE_FULL_FILES: 60,
  LOTLINE_FLIPS: 1000,
  LOTLINE_STRAY_FLIPS: 1000,
  LOTLINE_TRUNCATIONS: 100,
  LOTLINE_PAGE_SWAPS: 50,
  LOTLINE_TAMPER_PLACES: 50,
  LOTLINE_HONEST_SEEDS: 60,
  LOTLINE_VERIFY_ENTRIES: 1_000_000,
  LOTLINE_BACKUPS: 50,
  LOTLINE_MIGRATION_KILLS: 200,
  LOTLINE_RESTORE_KILLS: 200,
  LOTLINE_MODEL_SEEDS: 500,
  LOTLINE_MODEL_COMMANDS: 1000,
} as const;

const files = [
  'test/store/crash.slow.test.ts',
  'test/store/fullDisk.slow.test.ts',
  'test/store/damage.slow.test.ts',
  'test/store/bringUp.slow.test.ts',
  'test/features/auditTamper.slow.test.ts',
  'test/features/auditHonest.slow.test.ts',
  'test/features/auditSpeed.slow.test.ts',
  'test/features/backups.test.ts',
  'test/hosts/cliRestoreCrash.test.ts',
  'test/ledger/model.slow.test.ts',
];

const [share = '1', ...named] = process.argv.slice(2);
const part = Number(share);
if (!(part > 0)) throw new Error('Write a share such as 0.1, or nothing for all.');
const environment = Object.fromEntries(
  Object.entries(counts).map(([name, count]) => [name, String(Math.max(1, Math.round(count * part)))]),
);
const { status } = spawnSync(
  process.execPath,
  [
    join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...(named.length > 0 ? named : files),
  ],
  { stdio: 'inherit', env: { ...process.env, ...environment } },
);
process.exitCode = status ?? 1;
