import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '#main/app/clock.ts';
import { Bus } from '#main/app/bus.ts';
import { type App, createApp } from '#main/app/createApp.ts';
import { operationNamed, operations } from '#main/app/operations.ts';
import { Session } from '#main/app/session.ts';
import type { HostName } from '#main/context/context.ts';
import type { Feature } from '#main/context/feature.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import type { OpenStore } from '#main/store/store.ts';
import type { Verification } from '#shared/audit/contract.ts';
import type { Inputs, Outputs } from '#shared/contract.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import type { DemoPlant, Fault, ImportResult } from '#shared/exchange/contract.ts';
import { type Moment, parseMoment } from '#shared/kernel/dates.ts';
import { type ErrorCode, type ErrorDetails, isLotlineError } from '#shared/kernel/errors.ts';
import { buildFolder, type Cells, csvFiles, type ExportTables } from './exportFiles.ts';
import { masters, posted, postedRow } from './plantTables.ts';
import { copyPrepared } from './prepared.ts';

export { verifyInWorker } from '#main/app/verifyInWorker.ts';

/** A clock that stands still until it is told otherwise. */
export class TestClock implements Clock {
  moment: Moment;
  offset: number;
  /** Microseconds that the computer ran, whatever its clock was set to meanwhile. */
  ran = 0;

  constructor(at = '2026-06-01T12:00:00Z', offset = 0) {
    this.moment = momentOf(at);
    this.offset = offset;
  }

  now(): Moment {
    return this.moment;
  }

  elapsed(): number {
    return this.ran;
  }

  offsetMinutes(): number {
    return this.offset;
  }

  set(at: string): void {
    this.moment = momentOf(at);
  }
}

function momentOf(at: string): Moment {
  const moment = parseMoment(at);
  if (moment === undefined) throw new Error(`not a moment: ${at}`);
  return moment;
}

export type OperationName = { [F in keyof Inputs]: `${F & string}.${keyof Inputs[F] & string}` }[keyof Inputs];
type Of<All, N> = N extends `${infer F}.${infer O}`
  ? F extends keyof All
    ? O extends keyof All[F]
      ? All[F][O]
      : never
    : never
  : never;

export type AskOptions = { as?: Session; id?: string };
export type Refusal = { code: ErrorCode; message: string; details: ErrorDetails };

/** Passwords of tests are digested quickly: what they show does not depend on it. */
const passwordCost = 4;

/** Command ids never repeat, not even between a store and its copy, which another process may have made. */
const ownIds = randomUUID().slice(0, 8);
let ids = 0;

/** Lotline on a store of its own in a temporary folder: `await using plant = await buildApp()`. */
export class TestApp implements AsyncDisposable {
  readonly folder: string;
  readonly file: string;
  readonly clock: TestClock;
  readonly #host: HostName;
  app: App;
  me: Session;

  constructor(parts: { folder: string; file: string; clock: TestClock; host: HostName; app: App }) {
    this.folder = parts.folder;
    this.file = parts.file;
    this.clock = parts.clock;
    this.#host = parts.host;
    this.app = parts.app;
    this.me = parts.app.open();
  }

  /** Runs an operation as a screen would; a command gets a new id unless it is given one. */
  async ask<N extends OperationName>(
    operation: N,
    input: Of<Inputs, N>,
    options: AskOptions = {},
  ): Promise<Of<Outputs, N>> {
    const read = await this.#readToSign(operation, input, options.as);
    // The bus checked the reply against the very contract this type comes from.
    return (await this.send(operation, { ...input, ...read }, options)) as Of<Outputs, N>;
  }

  /** What a screen reads before it signs: the token. Where that is refused, so is the command itself, for the same reason. */
  async #readToSign(operation: string, input: object, as = this.me): Promise<{ token?: string }> {
    const { meta } = operationNamed(operation);
    if (!('signature' in meta) || 'token' in input) return {};
    const { signature: _own, witness: _second, ...signed } = { signature: {}, witness: {}, ...input };
    const asked = this.send('signing.prepare', { operation, input: signed, language: 'en' }, { as });
    // Of the very shape that the contract says.
    return await asked.then((reading) => ({ token: (reading as PreparedSignature).token })).catch(() => ({}));
  }

  /** As `ask`, for inputs and names the contract would not let through. */
  async send(
    operation: string,
    input: unknown,
    { as = this.me, id = this.newId() }: AskOptions = {},
  ): Promise<unknown> {
    return await this.app.call(as, { operation, input, commandId: id });
  }

  newId(): string {
    ids += 1;
    return `command-${ownIds}-${String(ids).padStart(6, '0')}`;
  }

  /** Posts one movement, written as in plantTables.ts; answers its id. */
  async post(...movement: Parameters<typeof posted>): Promise<number> {
    return (await this.postAll([movement]))[0] ?? 0;
  }

  async postAll(movements: Parameters<typeof posted>[], options: AskOptions = {}): Promise<number[]> {
    const { movements: ids } = await this.ask(
      'movements.post',
      { movements: movements.map((one) => posted(...one)) },
      options,
    );
    return ids;
  }

  /** Posts rows written as those of a file: for stories in which it does not matter how movements came. */
  async book(rows: Cells[]): Promise<void> {
    await this.ask('movements.post', { movements: rows.map(postedRow) });
  }

  /** Imports the tables as a folder of CSV files. */
  async take(tables: ExportTables, options: AskOptions = {}): Promise<ImportResult> {
    return await this.takeFiles(csvFiles(tables), options);
  }

  async takeFiles(files: Record<string, string | Buffer>, options: AskOptions = {}): Promise<ImportResult> {
    await using folder = await buildFolder(files);
    return await this.ask('exchange.import', { source: { kind: 'path', path: folder.path } }, options);
  }

  /** The faults for which an import of the tables is refused. */
  async faults(tables: ExportTables): Promise<Fault[]> {
    return await this.faultsOf(csvFiles(tables));
  }

  async faultsOf(files: Record<string, string | Buffer>): Promise<Fault[]> {
    const { code, details } = await refusalOf(this.takeFiles(files));
    if (code !== 'IMPORT_REJECTED') throw new Error(`refused with ${code}`);
    // The import command puts its faults there, in the contract's shape.
    return details['errors'] as unknown as Fault[];
  }

  /** SHA-256 of everything stored but the audit trail: equal before and after a refusal. */
  contentDigest(): string {
    const digest = createHash('sha256');
    const { db } = this.app.store.reader();
    for (const table of contentTables) {
      for (const row of db.prepare<[], unknown[]>(`select * from ${table} order by id`).raw().iterate())
        digest.update(JSON.stringify(row));
    }
    digest.update(JSON.stringify(db.prepare('select demo, movement_digest, version_digest from head').raw().all()));
    return digest.digest('hex');
  }

  /** The full check, in this thread: what `audit.verify` answers from a worker of its own. */
  verify(): Verification {
    return verifyStore(this.app.store.reader().db, () => {});
  }

  /** Rows of a question put straight to the store. */
  rows<T>(sql: string, ...parameters: unknown[]): T[] {
    return this.app.store
      .reader()
      .db.prepare<unknown[], T>(sql)
      .all(...parameters);
  }

  /** What lies where: "PRODUCT LOT/SUBLOT #SERIAL @ PLACE STATUS = QUANTITY". */
  async stock(product = ''): Promise<string[]> {
    const { rows } = await this.ask('movements.listBalances', { product, limit: 500 });
    return rows.map((row) => {
      const lot = row.lot === '' ? '' : ` ${row.lot}${row.sublot === '' ? '' : `/${row.sublot}`}`;
      return `${row.product}${lot}${row.serial === '' ? '' : ` #${row.serial}`} @ ${row.location} ${row.status} = ${row.quantity}`;
    });
  }

  /** Closes the store and opens it again, as a new start of the program does; `meanwhile` is done to its files. */
  async reopen(mode: OpenStore['mode'] = 'write', meanwhile = (): void => undefined): Promise<void> {
    await this.app.close();
    meanwhile();
    this.app = await createApp({ file: this.file, mode, host: this.#host, clock: this.clock, passwordCost });
    this.me = this.app.open();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const contentTables = [
  'product',
  'partner',
  'place',
  'lot',
  'unit',
  'run',
  'movement',
  'balance',
  'serial_link',
  'record_version',
];

type Opening = { clock?: TestClock; host?: HostName; features?: readonly Feature[] };

export async function buildApp({ clock = new TestClock(), host = 'test', ...own }: Opening = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-test-'));
  const file = join(folder, 'plant.lotline');
  const app = await createApp({ file, mode: 'create', host, clock, passwordCost, ...own });
  return new TestApp({ folder, file, clock, host, app });
}

/** As `buildApp`, with the records of the small plant (plantTables.ts) in it already: entry 1 is their import. */
export const buildPlantApp = (opening?: Opening): Promise<TestApp> =>
  openCopy('masters', async (plant) => void (await plant.take(masters)), opening);

/** As `buildApp`, with a demo plant in it already: entry 1 is its import. */
export const buildDemoApp = (demo: DemoPlant, opening?: Opening): Promise<TestApp> =>
  openCopy(`demo-${demo}`, async (plant) => void (await plant.ask('exchange.importDemo', { plant: demo })), opening);

/** Importing starts a worker; one import serves all tests of a run. */
async function openCopy(
  name: string,
  fill: (plant: TestApp) => Promise<void>,
  { clock = new TestClock(), host = 'test', ...own }: Opening = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-test-'));
  const file = join(folder, 'plant.lotline');
  await copyPrepared(`app-${name}.lotline`, file, async (made) => {
    await using plant = await buildApp();
    await fill(plant);
    await plant.app.close();
    copyFileSync(plant.file, made);
  });
  const app = await createApp({ file, mode: 'write', host, clock, passwordCost, ...own });
  return new TestApp({ folder, file, clock, host, app });
}

/** The coded refusal of a call; fails when it is not refused, or with anything but a code of the closed list. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    return { code: error.code, message: error.message, details: error.details };
  }
  throw new Error(`not refused, but answered ${JSON.stringify(answer)?.slice(0, 300)}`);
}

export const codeOf = async (call: Promise<unknown>): Promise<ErrorCode> => (await refusalOf(call)).code;

/** Another owner of the file at the same host, as another account of the system is. */
export const asPerson = ({ host, workstation, readsPaths }: Session, id: string, name = id): Session =>
  new Session({ id: `session of ${id}`, host, workstation, readsPaths, owner: { id, name } });

/** The same person where files of this computer cannot be named. */
export const asPage = ({ id, host, workstation, owner }: Session): Session =>
  new Session({ id, host, workstation, owner, readsPaths: false });

/** The same way in at another host. */
export const atHost = ({ id, workstation, owner, readsPaths }: Session, host: HostName): Session =>
  new Session({ id, host, workstation, owner, readsPaths });

/** A bus over the app's own store with these handlers instead of the product's, and what it writes to the log. */
export function busWith({ app, clock }: TestApp, handlers: Record<string, unknown>): { bus: Bus; logged: string[] } {
  const logged: string[] = [];
  const bus = new Bus({
    store: app.store,
    operations,
    // The few handlers a test calls; no other is asked for.
    features: Object.entries(handlers).map(([name, own]) => ({
      name,
      namespace: name,
      contract: {},
      needs: [],
      handlers: own as Feature['handlers'],
      policies: [],
      reactions: [],
      followers: [],
      reports: [],
    })),
    opening: { insistOnLinks: () => Promise.resolve(), insist: () => Promise.resolve() },
    services: {
      jobs: app.jobs,
      uploads: app.uploads,
      spool: app.spool,
      reports: {
        all: [],
        choose: () => {
          throw new Error('not asked');
        },
      },
      verify: () => Promise.reject(new Error('not asked')),
      setUp: { show: () => '', fits: () => false, spend: () => undefined },
      passwords: { cost: undefined, newSalt: () => Buffer.alloc(16) },
      operations: [],
      givesWay: undefined,
      copies: {
        heldFile: () => undefined,
        verify: () => Promise.reject(new Error('not asked')),
        entities: () => Promise.reject(new Error('not asked')),
        newId: () => 'an-id',
      },
      traceIndex: { committed: () => Promise.resolve() },
      storeFile: app.store.file,
      pathInPlace: () => app.store.file,
      previewWorker: undefined,
      appVersion: '0.0.0',
    },
    clock,
    jobs: app.jobs,
    appVersion: '0.0.0',
    newId: () => 'an-id',
    trace: () => Promise.reject(new Error('not asked')),
    log: (error, operation) => logged.push(`${operation}: ${String(error)}`),
  });
  return { bus, logged };
}
