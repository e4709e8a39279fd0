/**
 * How often each thing is tried that is tried by count or by chance: in `npm test`, and in `npm run soak`, which is for
 * a release. Fewer tries show the same kinds; only how often each comes differs.
 */
export const counts = {
  /** Kills of a writing program (test/store/crash.slow.test.ts), and cuts of its log. */
  LOTLINE_CRASH_KILLS: { test: 3, soak: 2000 },
  LOTLINE_LOG_CUTS: { test: 4, soak: 200 },
  /** Places where the disk is full, and sizes no file may outgrow. */
  LOTLINE_FULL_PLACES: { test: 10, soak: 600 },
  LOTLINE_FULL_FILES: { test: 6, soak: 200 },
  /** Damaged files: bits in live records, bits anywhere, cut ends, swapped pages, stores opened for writing. */
  LOTLINE_FLIPS: { test: 120, soak: 3000 },
  LOTLINE_STRAY_FLIPS: { test: 40, soak: 1500 },
  LOTLINE_TRUNCATIONS: { test: 6, soak: 200 },
  LOTLINE_PAGE_SWAPS: { test: 5, soak: 100 },
  LOTLINE_DAMAGED_OPENINGS: { test: 2, soak: 60 },
  /** Places of each kind of tampering, and seeds of honest stores. */
  LOTLINE_TAMPER_PLACES: { test: 2, soak: 50 },
  /** Changes of single values of a store, of some 11,500 there are. */
  LOTLINE_SWEEP_CHANGES: { test: 160, soak: 100_000 },
  LOTLINE_HONEST_SEEDS: { test: 2, soak: 60 },
  LOTLINE_VERIFY_ENTRIES: { test: 20_000, soak: 1_000_000 },
  LOTLINE_BACKUPS: { test: 3, soak: 120 },
  /** Steps before which a program is killed that brings a store up, or restores one. */
  LOTLINE_MIGRATION_KILLS: { test: 3, soak: 200 },
  LOTLINE_RESTORE_KILLS: { test: 2, soak: 200 },
  LOTLINE_MODEL_SEEDS: { test: 3, soak: 500 },
  /** Seeds of random work of a quality office: decisions, holds, dates and days. */
  LOTLINE_GOODS_SEEDS: { test: 2, soak: 200 },
  /** Seeds of random work of inspectors. */
  LOTLINE_INSPECTION_SEEDS: { test: 2, soak: 200 },
  /** Lots of the generated plant whose store is compared with a known one; both counts have one. */
  LOTLINE_LEDGER_LOTS: { test: 1000, soak: 34_000 },
  /** Runs of a property: the index fed piece by piece, the pages of a recall and of a trace, the two formats of an export. */
  LOTLINE_FEED_RUNS: { test: 20, soak: 600 },
  LOTLINE_RECALL_RUNS: { test: 20, soak: 600 },
  LOTLINE_TRACE_RUNS: { test: 20, soak: 200 },
  LOTLINE_FORMAT_RUNS: { test: 8, soak: 200 },
  /** Right plants with rows broken at random, of each demo. */
  LOTLINE_BROKEN_RUNS: { test: 6, soak: 600 },
} as const;

export type Count = keyof typeof counts;

/** What the environment says, which is how `npm run soak` asks for more; else the count of `npm test`. */
export const countOf = (name: Count): number => Number(process.env[name] ?? counts[name].test);
