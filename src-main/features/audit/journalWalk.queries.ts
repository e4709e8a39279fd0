import type { Database } from 'better-sqlite3';
import { type MovementFacts, movementText } from '#main/ledger/movementText.ts';
import { hex, noHash, runOn, versionText } from '#main/store/chain.ts';
import type { Problem } from '#shared/audit/contract.ts';

export type Progress = (phase: string, done: number, total: number) => void;
export type Say = (problem: Problem) => void;

/** A figure of progress is told every so many rows. */
export const progressEvery = 20_000;

type Mark = { count: number; last: number; digest: string };
type JournalRow = { id: number; entrySeq: number; digest: Buffer };

/** Walks one journal in step with the entries that sealed it. */
abstract class JournalWalk<T extends JournalRow> {
  #digest: Uint8Array = noHash;
  #rows: Iterator<T>;
  #row: T | undefined;
  #nextId = 1;
  readonly #say: Say;
  readonly #code: string;
  readonly #word: string;

  constructor(rows: Iterator<T>, say: Say, words: { code: string; word: string }) {
    this.#rows = rows;
    this.#say = say;
    this.#code = words.code;
    this.#word = words.word;
    this.#advance();
  }

  protected abstract textOf(row: T): string;
  protected onRow(_row: T): void {}

  get digestHex(): string {
    return hex(this.#digest);
  }

  upTo(seq: number, mark: Mark): void {
    let found = 0;
    let told = false;
    for (let row = this.#row; row !== undefined && row.id <= mark.last; row = this.#row) {
      found += 1;
      const digest = runOn(this.#digest, this.textOf(row));
      const wrong =
        row.id !== this.#nextId
          ? 'is missing before it'
          : row.entrySeq !== seq
            ? 'names another entry'
            : hex(digest) !== hex(row.digest)
              ? 'was changed'
              : undefined;
      if (wrong !== undefined && !told) {
        told = true;
        this.#tell(seq, row.id, wrong);
      }
      // Going on from the stored digest finds every further change instead of calling all that follows changed.
      this.#digest = row.digest;
      this.#nextId = row.id + 1;
      this.onRow(row);
      this.#advance();
    }
    if (!told && (found !== mark.count || (mark.count > 0 && hex(this.#digest) !== mark.digest))) {
      this.#tell(seq, mark.last, 'or one beside it was removed, added or changed');
    }
  }

  end(): void {
    if (this.#row !== undefined) this.#tell(0, this.#row.id, 'stands in the journal without an entry');
    this.#rows.return?.();
  }

  #advance(): void {
    const next = this.#rows.next();
    this.#row = next.done === true ? undefined : next.value;
  }

  #tell(seq: number, id: number, wrong: string): void {
    this.#say({
      code: this.#code,
      seq,
      where: `${this.#word} ${id}`,
      message: `${this.#word} ${id} ${wrong}${seq === 0 ? '' : ` (entry ${seq})`}.`,
    });
  }
}

type MovementRow = JournalRow &
  Omit<MovementFacts, 'fromUnit' | 'toUnit'> &
  Record<'fp' | 'fl' | 'fs' | 'fn' | 'tp' | 'tl' | 'ts' | 'tn', string>;

export class MovementWalk extends JournalWalk<MovementRow> {
  #done = 0;
  readonly #total: number;
  readonly #progress: Progress;

  constructor(db: Database, say: Say, progress: Progress) {
    super(db.prepare<[], MovementRow>(selectMovements).iterate(), say, { code: 'MOVEMENT_CHANGED', word: 'movement' });
    this.#total = count(db, 'movement');
    this.#progress = progress;
  }

  protected override textOf(row: MovementRow): string {
    return movementText({
      ...row,
      fromUnit: { product: row.fp, lot: row.fl, sublot: row.fs, serial: row.fn },
      toUnit: { product: row.tp, lot: row.tl, sublot: row.ts, serial: row.tn },
    });
  }

  protected override onRow(): void {
    this.#done += 1;
    if (this.#done % progressEvery === 0) this.#progress('movements', this.#done, this.#total);
  }
}

// Left joins, so that a movement whose unit, place or run was removed is told as changed, not passed over.
const selectMovements = `select m.id, m.entry_seq as entrySeq, m.at, m.offset_minutes as offsetMinutes, m.recorded_at as recordedAt, m.kind, m.document,
    m.line, m.quantity, coalesce(a.code, '') as "from", coalesce(b.code, '') as "to", m.status_from as statusFrom, m.status_to as statusTo,
    coalesce(r.work_order, '') as workOrder, coalesce(r.run, '') as run, m.equipment, coalesce(q.code, '') as partner, m.unit_cost as unitCost,
    m.reason, m.evidence, m.person, m.workstation, m.external_id as externalId, m.row_key as rowKey, m.row_start as rowStart,
    m.reverses_id as reversesId, m.digest, pf.code as fp, f.lot as fl, f.sublot as fs, f.serial as fn, pt.code as tp, t.lot as tl, t.sublot as ts,
    t.serial as tn
  from movement m left join unit f on f.id = m.from_unit_id left join product pf on pf.id = f.product_id
    left join unit t on t.id = m.to_unit_id left join product pt on pt.id = t.product_id
    left join place a on a.id = m.from_place_id left join place b on b.id = m.to_place_id left join run r on r.id = m.run_id
    left join partner q on q.id = m.partner_id
  order by m.id`;

type VersionRow = JournalRow & { record: string; key: string; version: number; content: string };

export class VersionWalk extends JournalWalk<VersionRow> {
  constructor(db: Database, say: Say) {
    const rows = db.prepare<[], VersionRow>(
      'select id, entry_seq as entrySeq, record, record_key as key, version, content, digest from record_version order by id',
    );
    super(rows.iterate(), say, { code: 'VERSION_CHANGED', word: 'version' });
  }

  protected override textOf(row: VersionRow): string {
    return versionText(row);
  }
}

export const count = (db: Database, table: 'audit_entry' | 'movement' | 'balance'): number =>
  db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;
