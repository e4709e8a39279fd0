import type { Job } from '#shared/jobs/contract.ts';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import type { SchemaInput, SchemaOutput } from './schemas.ts';
import type { Role } from '#shared/kernel/roles.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import type { CommandMeta, OperationMeta } from '#shared/kernel/operation.ts';
import type { Contract } from '#shared/contract.ts';
import type { Reader } from '#main/store/store.ts';
import type { Work } from '#main/store/work.ts';
import type { TraceIndex } from '#main/trace/index.ts';

export type HostName = 'cli' | 'http' | 'electron' | 'test';

/** Who is asking, from where. Hosts make it once per session; operations only read it. */
export type Asking = {
  person: { id: string; name: string };
  role: Role;
  session: string;
  host: HostName;
  workstation: string;
  /** Whether this host's person may name files of this computer (a browser page may not). */
  readsPaths: boolean;
};

/** A running piece of work: where it stands, and whether it was asked to stop. */
export type RunningJob = {
  signal: AbortSignal;
  progress(phase: string, done: number, total: number): void;
};

/** Files a screen handed over, by the id it was given for them. */
export type Uploads = {
  filesOf(id: string): { name: string; path: string }[];
  drop(id: string): Promise<void>;
};

/** Documents that were drawn, each for the session that asked, until they are fetched. */
export type Outbox = {
  /** A place for a new document. */
  place(): Promise<{ document: string; path: string }>;
  keep(drawn: DrawnDocument, where: { path: string; session: string }): void;
  /** @throws LotlineError NOT_FOUND when it is gone, or another session's. */
  drawn(document: string, session: string): DrawnDocument;
  release(document: string): void;
};

export type JobList = { list(): Job[]; cancel(id: string): boolean };

/** What every operation gets. */
export type QueryContext = {
  asking: Asking;
  now: Moment;
  /** Minutes the site's clock is ahead of UTC just now. */
  offsetMinutes: number;
  reader: Reader;
  job: RunningJob;
  /** The trace index, up to date with the last committed movement. */
  trace: () => Promise<TraceIndex>;
  uploads: Uploads;
  outbox: Outbox;
  /** Runs work as a command would and undoes it: what an import would do, without doing it. */
  rehearse: <T>(job: (work: Work) => Promise<T>) => Promise<T>;
  jobs: JobList;
  storeFile: string;
  readOnly: string;
  appVersion: string;
};

/** What a command gets beside: the one transaction it writes in. */
export type CommandContext = QueryContext & { work: Work };

type Features = keyof Contract;
type Definition<P> = P extends { '~orpc': infer D } ? D : never;
type MetaOf<P> = Definition<P> extends { meta: infer M extends OperationMeta } ? M : never;

/** One handler: parsed input in, reply out. */
export type Handler<P> =
  MetaOf<P> extends CommandMeta
    ? (input: SchemaOutput<P>, context: CommandContext) => Promise<SchemaInput<P>>
    : (input: SchemaOutput<P>, context: QueryContext) => Promise<SchemaInput<P>>;

/** The handlers of a feature; leaving one out does not compile. */
export type FeatureHandlers<F extends Features> = { [O in keyof Contract[F]]: Handler<Contract[F][O]> };

/** The commands or queries of a feature alone, as their files declare them. */
export type CommandsOf<F extends Features> = {
  [O in keyof Contract[F] as MetaOf<Contract[F][O]> extends CommandMeta ? O : never]: Handler<Contract[F][O]>;
};
export type QueriesOf<F extends Features> = {
  [O in keyof Contract[F] as MetaOf<Contract[F][O]> extends CommandMeta ? never : O]: Handler<Contract[F][O]>;
};

export type Handlers = { [F in Features]: FeatureHandlers<F> };
