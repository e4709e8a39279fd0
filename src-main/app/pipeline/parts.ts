import type { Database } from 'better-sqlite3';
import type { Handlers, Outbox, QueryContext, SetUp, Uploads } from '#main/context/context.ts';
import type { Store } from '#main/store/store.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import type { Clock } from '../clock.ts';
import type { Jobs } from '../jobs.ts';

/** What the steps of the pipeline work with; each takes of it what it needs. */
export type BusParts = {
  store: Store;
  handlers: Handlers;
  clock: Clock;
  jobs: Jobs;
  uploads: Uploads;
  outbox: Outbox;
  verify: QueryContext['verify'];
  appVersion: string;
  setUp: SetUp;
  passwords: QueryContext['passwords'];
  newId: () => string;
  /** The trace index in the state that a connection sees. */
  trace: (db: Database) => Promise<TraceIndex>;
  /** Called with every commit, before the reply is sent. */
  committed: () => Promise<void>;
  log: (error: unknown, operation: string) => void;
};
