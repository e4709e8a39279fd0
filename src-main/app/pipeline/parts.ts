import type { Database } from 'better-sqlite3';
import type { Services } from '#main/context/context.ts';
import type { Feature } from '#main/context/feature.ts';
import type { Store } from '#main/store/store.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import type { OpeningCheck } from '../openingCheck.ts';
import type { Clock } from '../clock.ts';
import type { Jobs } from '../jobs.ts';
import type { Operations } from '../operations.ts';

/** What the program offers to features that need it; the pipeline adds what is different in every call. */
export type SharedServices = Omit<
  Services,
  'policies' | 'session' | 'signsWithUser' | 'rehearse' | 'readOnly' | 'suspect' | 'readToSign'
>;

/** What the steps of the pipeline work with; each takes of it what it needs. */
export type BusParts = {
  store: Store;
  features: readonly Feature[];
  operations: Operations;
  services: SharedServices;
  clock: Clock;
  jobs: Jobs;
  appVersion: string;
  newId: () => string;
  /** Whether what decisions rest on holds in the file, as it was when it was opened. */
  opening: Pick<OpeningCheck, 'insist' | 'insistOnLinks'>;
  /** The trace index in the state that a connection sees. */
  trace: (db: Database) => Promise<TraceIndex>;
  log: (error: unknown, operation: string) => void;
};
