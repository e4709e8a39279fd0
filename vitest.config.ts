import { defineConfig } from 'vitest/config';

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

// Vitest wants its configuration as the default export.
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: slow, testTimeout: 30_000, hookTimeout: 30_000 },
      },
      {
        extends: true,
        test: { name: 'slow', include: slow, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
