import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database, { type Database as Handle } from 'better-sqlite3';
import { type App, createApp } from '#main/app/createApp.ts';
import { features } from '#main/app/features.ts';
import type { Feature } from '#main/context/feature.ts';
import type { Session } from '#main/app/session.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';

export type ModelProduct = {
  code: string;
  lots: 'none' | 'optional' | 'mandatory' | 'lot-sublot';
  serials: 'none' | 'on-issue' | 'received-issued' | 'global';
  stockManaged: boolean;
  shelfLifeDays: number | null;
};

const product = (
  code: string,
  lots: ModelProduct['lots'],
  serials: ModelProduct['serials'],
  more: Partial<ModelProduct> = {},
): ModelProduct => ({
  code,
  lots,
  serials,
  stockManaged: true,
  shelfLifeDays: null,
  ...more,
});

/** One product for each way of tracking. */
export const modelProducts: readonly ModelProduct[] = [
  product('FLOUR', 'mandatory', 'none'),
  product('MILK', 'mandatory', 'none', { shelfLifeDays: 1 }),
  product('SALT', 'optional', 'none'),
  product('CREAM', 'lot-sublot', 'none'),
  product('BOX', 'none', 'none'),
  product('GOLD', 'none', 'none'),
  product('WATER', 'none', 'none', { stockManaged: false }),
  product('PUMP', 'none', 'received-issued'),
  product('VALVE', 'mandatory', 'received-issued'),
  product('LAMP', 'none', 'global'),
  product('METER', 'mandatory', 'on-issue'),
  product('BULB', 'none', 'on-issue'),
];

export const modelLocations: readonly { code: string; kind: string }[] = [
  { code: 'DOCK', kind: 'dock' },
  { code: 'DOCK2', kind: 'dock' },
  { code: 'STORE', kind: 'storage' },
  { code: 'LINE', kind: 'production' },
  { code: 'SHIP', kind: 'shipping' },
  { code: 'QUAR', kind: 'quarantine' },
  { code: 'WASTE', kind: 'reject' },
];

export const modelPartners: readonly string[] = ['SUP', 'CUS'];

export type ModelReply = { ok: true; reply: unknown } | { ok: false; code: string; message: string; errors: string[] };

/** Reads and writes what Lotline is, for the model's runs: one store file, a clock that is told the time, ids that are counted. */
export class ModelPlant implements AsyncDisposable {
  readonly folder: string;
  readonly file: string;
  /** What the clock says, in microseconds. */
  now = Date.UTC(2026, 2, 2, 6) * 1000;
  app!: App;
  me!: Session;
  /** A connection of the test's own, which only looks. */
  db!: Handle;
  /** Run after every opening: a planted bug goes in here. */
  readonly #opened: (plant: ModelPlant) => Promise<void>;
  readonly #features: readonly Feature[];
  #ids = 0;

  private constructor(opened: (plant: ModelPlant) => Promise<void>, some: readonly Feature[]) {
    this.#features = some;
    this.folder = mkdtempSync(join(tmpdir(), 'lotline-model-'));
    this.file = join(this.folder, 'plant.lotline');
    this.#opened = opened;
  }

  /** A new store with the products, places and partners above. */
  static async build(
    opened: (plant: ModelPlant) => Promise<void> = async () => undefined,
    some: readonly Feature[] = features,
  ): Promise<ModelPlant> {
    const plant = new ModelPlant(opened, some);
    await plant.#open('create');
    const taken = await plant.take('masters', {
      'products.csv': csv(
        ['code', 'name', 'unit', 'lot_tracking', 'serial_tracking', 'stock_managed', 'shelf_life_days'],
        modelProducts.map((one) => [
          one.code,
          `Product ${one.code}`,
          'EA',
          one.lots,
          one.serials,
          one.stockManaged ? 'yes' : 'no',
          String(one.shelfLifeDays ?? ''),
        ]),
      ),
      'locations.csv': csv(
        ['code', 'site', 'kind'],
        modelLocations.map((one) => [one.code, 'MAIN', one.kind]),
      ),
      'partners.csv': csv(
        ['code', 'name', 'kind'],
        modelPartners.map((code) => [code, `Partner ${code}`, 'both']),
      ),
    });
    if (!taken.ok) throw new Error(`the model's plant was refused: ${taken.message}`);
    return plant;
  }

  /** Runs an operation; a refusal is an answer too. Anything that is no coded error is thrown on. */
  async call(operation: string, input: unknown, commandId?: string): Promise<ModelReply> {
    try {
      return { ok: true, reply: await this.app.call(this.me, { operation, input, commandId }) };
    } catch (error) {
      if (!isLotlineError(error)) throw error;
      const errors = error.details['errors'];
      // An import's faults stand there, each with a code.
      const codes = Array.isArray(errors) ? (errors as { code: string }[]).map(({ code }) => code) : [];
      return { ok: false, code: error.code, message: error.message, errors: codes };
    }
  }

  /** Imports files from a folder of their own; the folder stays, so that the very command can be sent again. */
  async take(name: string, files: Record<string, string>): Promise<ModelReply> {
    return await this.call('exchange.import', this.importInput(name, files), `import-${name}`);
  }

  /** Lays an export down and answers the input that imports it. */
  importInput(name: string, files: Record<string, string>): unknown {
    const path = join(this.folder, name);
    mkdirSync(path, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    return { source: { kind: 'path', path } };
  }

  /** Ends the program and starts it again. */
  async restart(): Promise<void> {
    this.db.close();
    await this.app.close();
    await this.#open('write');
  }

  /** Everything the product itself can check, told as sentences; none when all is well. */
  verify(): string[] {
    return verifyStore(this.db, () => undefined).problems.map(({ code, message }) => `${code}: ${message}`);
  }

  /** SHA-256 of all that is stored but what differs from run to run: the store's own paths. */
  digest(): string {
    const digest = createHash('sha256');
    for (const sql of contents) {
      for (const row of this.db.prepare(sql).raw().iterate()) digest.update(JSON.stringify(row));
    }
    return digest.digest('hex');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.db.close();
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #open(mode: 'create' | 'write'): Promise<void> {
    this.app = await createApp({
      file: this.file,
      mode,
      host: 'test',
      clock: { now: () => this.now, elapsed: () => this.now, offsetMinutes: () => 0 },
      newId: () => `id-${(this.#ids += 1)}`,
      features: this.#features,
    });
    this.me = this.app.open();
    await waiveDisk(this.app);
    this.db = new Database(this.file, { readonly: true });
    await this.#opened(this);
  }
}

/** Commits no longer wait for the disk: a model's run asks what is written, the crash runs ask whether it stays. */
async function waiveDisk(app: App): Promise<void> {
  const db = await app.store.work((work) => work.db);
  db.pragma('synchronous = off');
}

/** A CSV text; no cell here holds a comma, a quote or a line break. */
export const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((cells) => `${cells.join(',')}\n`).join('');

const contents = [
  ...['product', 'partner', 'place', 'lot', 'unit', 'run', 'balance', 'movement', 'serial_link', 'record_version'].map(
    (table) => `select * from ${table} order by id`,
  ),
  "select seq, at, person, command_id, operation, outcome, json_extract(body, '$.code'), json_extract(body, '$.journals') from audit_entry order by seq",
];
