import type { z } from 'zod';
import type { Message } from '#shared/kernel/message.ts';
import type { ReportBody, ReportFrame } from '#shared/kernel/reportModel.ts';
import type { DocumentFormat, ReportGroup } from '#shared/reports/vocabulary.ts';
import type { Job } from '#shared/jobs/contract.ts';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import type { IssuedDocumentValues } from '#shared/reports/records.ts';
import type { SchemaInput, SchemaOutput } from './schemas.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import type { Meaning } from '#shared/kernel/signature.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import type { CommandMeta, OperationMeta, SignedCommandMeta, SigningField } from '#shared/kernel/operation.ts';
import type { Verification } from '#shared/audit/contract.ts';
import type { Fault, Finding } from '#shared/exchange/contract.ts';
import type { Contract, Inputs, Outputs } from '#shared/contract.ts';
import type { Given, Position } from '#shared/signing/positions.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import type { Json } from '#shared/kernel/errors.ts';
import type { RecordKind } from '#shared/kernel/record.ts';
import type { Separation } from '#shared/security/separation.ts';
import type { Anchor } from '#main/store/anchor.ts';
import type { Policies } from '#main/ledgerStore/policy.ts';
import type { Verify } from '#main/store/backup.ts';
import type { OpenStore, Reader, Store } from '#main/store/store.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import type { TraceIndex } from '#main/trace/index.ts';

export type HostName = 'cli' | 'http' | 'electron' | 'test';

/** Who speaks: the file's owner until people are set up, nobody, a person, one who must unlock or change the password first, the program itself. */
export type AuthState = Outputs['people']['whoAmI']['authState'];

/** Who acts, from where, and what they may do just now. Made anew for every call; operations only read it. */
export type Actor = {
  authState: AuthState;
  person: { id: string; name: string };
  /** The roles in one text, as entries and signatures keep it. */
  role: string;
  roles: readonly string[];
  permissions: readonly Permission[];
  /** What the roles would allow, but no qualification that is in force. */
  lapsed: readonly Permission[];
  session: string;
  host: HostName;
  workstation: string;
  /** Whether this host's person may name files of this computer (a browser page may not). */
  readsPaths: boolean;
};

/** What a proof was given for: which of a person's passwords, and which version of who they are. */
export type ProvenAccount = { password: number; version: number };

/** Who proved to be who they are, whether it is the person who asks, and what they say they do. */
export type Signer = {
  by: Position['by'];
  person: { id: string; name: string };
  account: ProvenAccount;
  role: string;
  meaning: Meaning;
  comment: string;
};

/** A signer in the position that is part of the signature's code. */
export type PlacedSigner = Omit<Signer, 'by' | 'account'> & { position: number };

/** A record by its kind and the name the journal knows it by. */
export type NamedRecord = { kind: RecordKind; name: string };

/** What somebody is about to sign, from what is recorded at that moment. Its German is among the texts. */
export type ToSign = {
  /** What is signed, in whole words and with its numbers. */
  sentence: Message;
  /** The records whose values the signer relies on; another version of any between reading and signing refuses. */
  reads: readonly NamedRecord[];
  /** What else was read, such as where goods lie; any difference refuses as well. */
  facts?: Json;
  /** The meanings that fit, where not all of the contract's do. */
  meanings?: readonly Meaning[];
  /** Why a second person signs as witness, unless one person may act alone here. */
  witness?: Separation;
  /**
   * Where an act is signed in several sittings, each a command of its own: all its positions, and who stood in some of
   * them before (`signaturesOn`). The person who asks signs in the first that is open.
   */
  sittings?: { positions: readonly Position[]; given: readonly Given[] };
};

/** What a signed command answers: its reply, and what was signed. The records are the signed one first, then those it rests on. */
export type SignedReply<Reply> = { reply: Reply; signed: readonly [NamedRecord, ...NamedRecord[]] };

/**
 * A signed command. `toSign` only reads: it is asked before somebody signs, and once more within the unit of work, where a
 * different answer refuses the command. `within` then does it; the signatures are written after it, by the pipeline alone.
 */
export type SignedHandler<Input, Reply, N extends Need = never> = {
  toSign: (input: Input, context: QueryContext) => Promise<ToSign>;
  within: (input: Input, context: CommandContext<N>) => Promise<SignedReply<Reply>>;
};

/** What is changed of the session, once the command is done. */
export type SessionChanges = {
  /**
   * `account` is what the person was proven by: with another password, or once disabled, the session is over. The first
   * administrator is set up by the command itself.
   */
  enter(person: { id: string; name: string; account?: ProvenAccount }): void;
  /** The person of this session has another password, by its number, and goes on in it; in no other. */
  changePassword(number: number): void;
  leave(): void;
  /** Goes on as the owner of the file, in a demo. */
  becomeOwner(): void;
  lock(): void;
};

/** The one-time code of the first administrator. */
export type SetUp = {
  /** Makes a new code and shows it; answers it where the window that asks is this computer's own. */
  show(host: HostName): string;
  fits(code: string): boolean;
  spend(): void;
};

/** A running piece of work: its progress, and whether it was asked to stop. */
export type RunningJob = {
  signal: AbortSignal;
  progress(phase: string, done: number, total: number): void;
};

/** Files a screen handed over, by the id it was given for them. */
export type Uploads = {
  filesOf(id: string): { name: string; path: string }[];
  /** What was found wrong or unread where the files lay. */
  besideOf(id: string): { faults: readonly Fault[]; findings: readonly Finding[] };
  /** The backup that was handed over. */
  backupOf(id: string): { name: string; path: string };
  /** The file to be attached that was handed over. */
  attachedOf(id: string): { name: string; path: string };
  /** The workbook with rows for a grid that was handed over. */
  tableOf(id: string): { name: string; path: string };
  drop(id: string): Promise<void>;
};

/** Of which report a document was made, and what it says, for the register. */
export type DocumentMade = Pick<
  IssuedDocumentValues,
  'report' | 'question' | 'format' | 'language' | 'locale' | 'zone' | 'parts'
>;

/** A backup that was unpacked and verified beside the store; `path` is how the trail of the restored store names it. */
export type UnpackedBackup = { draft: string; path: string; store: string; seq: number; hash: string; sha256: string };

/** What the open store is to give way to, who asked for that and why. */
export type GivingWay = { backup: UnpackedBackup; actor: Actor; reason: string };

/** How the store of a host with screens gives way to a backup, once the command that verified it has been answered. */
export type GivesWay = {
  /** @throws LotlineError CONFLICT while other work is running, which would be cut off */
  insistOnIdle(): void;
  giveWay(to: GivingWay): void;
};

/** Documents that were drawn, each for the session that asked, until they are fetched. */
export type Spool = {
  /** A place for a new document. */
  place(): Promise<{ document: string; path: string }>;
  keep(drawn: DrawnDocument, where: { path: string; session: string; made?: DocumentMade }): void;
  /** @throws LotlineError NOT_FOUND when it is gone, or another session's. */
  drawn(document: string, session: string): DrawnDocument;
  /** Of which report it was made; undefined for what is none, such as a backup. */
  made(document: string): DocumentMade | undefined;
  release(document: string): void;
};

export type JobList = {
  list(): Job[];
  /** What runs under an id, and the user name of who started it; "" for the program itself. */
  find(id: string): { operation: string; starter: string } | undefined;
  cancel(id: string): boolean;
};

/** What every operation gets. */
export type Context = {
  actor: Actor;
  now: Moment;
  /** Minutes the site's clock is ahead of UTC just now. */
  offsetMinutes: number;
  /** Typed questions, all to one state of the store; within a unit of work they see what it wrote. */
  read: Read;
  reader: Reader;
  job: RunningJob;
  /** The trace index as of the state this operation sees. Walk it at once: later it may be ahead. */
  trace: () => Promise<TraceIndex>;
};

/** What one or two features need beside: a feature names what it needs, and its operations get that and no more. */
export type Services = {
  /** What features allow to be posted, and what not: for the writers of stock. */
  policies: Policies;
  /** The trace index, which follows the journal. */
  traceIndex: { committed(): Promise<void> };
  uploads: Uploads;
  spool: Spool;
  /** The reports of all features. */
  reports: ReportCatalogue;
  /** Runs work as a command would and undoes it: what an import would do, without doing it. */
  rehearse: <T>(job: (work: Work) => Promise<T>) => Promise<T>;
  /** Does it beside this thread for imports; undefined where features are held to policies that no other thread knows. */
  previewWorker: URL | undefined;
  jobs: JobList;
  /** The full check, held against the anchors known here and those that were named. */
  verify: (job: RunningJob, named: readonly Anchor[]) => Promise<Verification>;
  session: SessionChanges;
  setUp: SetUp;
  /** Whether the next signature needs the user name too. */
  signsWithUser: boolean;
  /** For new passwords: their cost where the program was told another than the site's setting, and chance. */
  passwords: { cost: number | undefined; newSalt: () => Buffer };
  operations: readonly ({ name: string } & OperationMeta)[];
  /** The full check of any file, and what a copy of the store is opened with. */
  copies: { verify: Verify } & Pick<OpenStore, 'entities' | 'newId'> & Pick<Store, 'heldFile'>;
  storeFile: string;
  /** Undefined where the host ends with the store: there a store is restored while nobody has it open. */
  givesWay: GivesWay | undefined;
  /** The store's path, for a worker that opens it anew. @throws LotlineError STORE_READ_ONLY where it leads elsewhere by now */
  pathInPlace: () => string;
  /** Why the store can only be read; "" where it can be written. */
  readOnly: Message | '';
  /** What was found wrong with the store; "" where nothing was. */
  suspect: Message | '';
  appVersion: string;
  /** What a command's signatures would say, as the caller would read it. */
  readToSign: (asked: Inputs['signing']['prepare'], context: Context) => Promise<PreparedSignature>;
};
export type Need = keyof Services;

export type QueryContext<N extends Need = never> = Context & Pick<Services, N>;

/** What a report is made from: one state of the store, and how it is written. */
export type ReportView = QueryContext<'pathInPlace'> & {
  frame: ReportFrame;
  format: DocumentFormat;
  /** Between two parts of long reading: says how far it is, and ends it where that is asked. */
  step: (done: number, total: number) => Promise<void>;
};

/** What a report declares of itself. */
export type ReportHead = {
  /** Its title, what it answers, and the sentence with its blanks are texts at `reports.catalogue.NAME`. */
  name: string;
  group: ReportGroup;
  /** What whoever asks for it must be allowed. */
  permission: Permission;
  /** All of them, unless said otherwise: CSV is for what is a table of rows. */
  formats?: readonly DocumentFormat[];
  /** The screen where its parameters are put together, where they are more than blanks in a sentence. */
  screen?: string;
  /** The screen where its records come from, for whoever finds none. */
  comesFrom?: string;
};

/** A report as the catalogue has it; `parameters` are as its schema reads them. */
export type Report = Required<ReportHead> & {
  parameters: z.ZodObject;
  make(parameters: Record<string, unknown>, view: ReportView): Promise<ReportBody>;
};

/** All reports there are, and the one that is asked for. */
export type ReportCatalogue = {
  all: readonly Report[];
  /**
   * A report by its name, with its parameters as its schema reads them.
   * @throws LotlineError NOT_FOUND, VALIDATION, and what keeps the one who asks from it
   */
  choose(name: string, parameters: unknown, actor: Actor): { report: Report; parameters: Record<string, unknown> };
};

/** What a command gets beside: the one transaction it writes in. */
export type CommandContext<N extends Need = never> = QueryContext<N> & { work: Work };

/**
 * A command that has slow work to do, such as a password's digest, before it takes the one writing connection. It
 * either goes on within the unit of work, or answers at once, where nothing can be written. `discard` is called last,
 * whatever became of it.
 */
export type Prepared<Reply> =
  | { reply: Reply }
  | { within: (context: CommandContext) => Promise<Reply>; discard?: () => void };

/** A signed command as the pipeline sees it. */
export type AnySignedHandler = SignedHandler<unknown, unknown>;

export type FeatureName = keyof Contract;
type Definition<P> = P extends { '~orpc': infer D } ? D : never;
type MetaOf<P> = Definition<P> extends { meta: infer M extends OperationMeta } ? M : never;

/** One handler: parsed input in, reply out. */
export type Handler<P, N extends Need = never> =
  MetaOf<P> extends SignedCommandMeta
    ? SignedHandler<Omit<SchemaOutput<P>, SigningField>, SchemaInput<P>, N>
    : MetaOf<P> extends CommandMeta
      ?
          | ((input: SchemaOutput<P>, context: CommandContext<N>) => Promise<SchemaInput<P>>)
          | {
              before: (input: SchemaOutput<P>, context: QueryContext<N>) => Promise<Prepared<SchemaInput<P>>>;
              /** What it does to the session is part of its answer: an answer of before alone would be untrue. */
              changesSession?: true;
            }
      : (input: SchemaOutput<P>, context: QueryContext<N>) => Promise<SchemaInput<P>>;

/** The commands or queries of a feature, as their files declare them; leaving one out does not compile. */
export type CommandsIn<C, N extends Need = never> = {
  [O in keyof C as MetaOf<C[O]> extends CommandMeta ? O : never]: Handler<C[O], N>;
};
export type QueriesIn<C, N extends Need = never> = {
  [O in keyof C as MetaOf<C[O]> extends CommandMeta ? never : O]: Handler<C[O], N>;
};
export type CommandsOf<F extends FeatureName, N extends Need = never> = CommandsIn<Contract[F], N>;
export type QueriesOf<F extends FeatureName, N extends Need = never> = QueriesIn<Contract[F], N>;
