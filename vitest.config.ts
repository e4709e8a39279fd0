import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that work on whole stores, start hosts, draw documents or kill processes: `npm test` runs them, `npm run check` does not. */
const slow = [
  'test/app/**/*.test.ts',
  'test/features/**/*.test.ts',
  'test/documents/**/*.test.ts',
  'test/regression/**/*.test.ts',
  'test/hosts/**/*.test.ts',
  'test/story/**/*.test.ts',
  'test/**/*crash*.test.ts',
  'test/**/*.slow.test.ts',
];

/** Tests that put a stand-in in a module's place, which every later file of the same process would get too. */
const alone = ['test/hosts/electron*.test.ts'];

/** A busy machine takes its time; only what hangs is ended. */
const patiently = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

/** Longer files are begun first, since they take longer; these take long though they are short. */
const longest = ['hosts/contract', 'ledger/model.slow', 'ledger/modelPlanted.slow', 'store/crash.slow'];

/** No worker is left alone with a long file at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(`${name}.test.ts`));
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project.name).values();
    return [...projects].flatMap((sorted) => [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]);
  }
}

// Vitest wants its configuration as the default export.
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // Files share nothing but modules, which are loaded once in each of the two processes instead of once a file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Programs and workers that tests start compile nothing twice.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'lotline-test-code') },
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: slow, ...patiently },
      },
      {
        extends: true,
        test: { name: 'slow', include: slow, exclude: alone, ...patiently },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, isolate: true, ...patiently },
      },
    ],
  },
});
