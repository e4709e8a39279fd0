import type { Database } from 'better-sqlite3';
import { type MovementFacts, movementText } from '#main/ledger/movementText.ts';
import { hex, runOn, versionText } from '#main/store/chain.ts';
import { inEnglish, type Message, msg } from '#shared/kernel/message.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { type Say, Slices, type Step } from './verifySteps.queries.ts';

/** Where a journal stood when an entry was sealed: its last row and the running digest there, in hex. */
export type JournalMark = { last: number; digest: string };
export type EntryMark = JournalMark & { count: number };

/** What is wrong with a row of a journal, and with which entry. */
type Wrong = (row: Message, seq: number) => Message;
const missingBefore: Wrong = (row, seq) => msg`What stood before ${row} is missing (entry ${seq}).`;
const ofAnotherEntry: Wrong = (row, seq) => msg`${row} names another entry (entry ${seq}).`;
const changed: Wrong = (row, seq) => msg`${row} was changed (entry ${seq}).`;
const besideChanged: Wrong = (row, seq) => msg`${row} or one beside it was removed, added or changed (entry ${seq}).`;
const withoutEntry: Wrong = (row) => msg`${row} stands in the journal without an entry.`;

type JournalRow = { id: number; entrySeq: number; digest: Buffer };

/** Walks one journal in step with the entries that sealed it, from where an entry before the first of them left it. */
abstract class JournalWalk<T extends JournalRow> {
  #digest: Uint8Array;
  /** The digest in hex, made when it is asked for: most entries leave a journal as it was. */
  #hex: string | undefined;
  readonly #rows: Slices<T>;
  #row: T | undefined;
  #nextId: number;
  readonly #say: Say;
  readonly #code: string;
  readonly #word: (id: number) => Message;

  constructor(
    rows: Slices<T>,
    start: JournalMark,
    { say, code, word }: { say: Say; code: string; word: (id: number) => Message },
  ) {
    this.#digest = Buffer.from(start.digest, 'hex');
    this.#nextId = start.last + 1;
    this.#rows = rows;
    this.#row = rows.next();
    this.#say = say;
    this.#code = code;
    this.#word = word;
  }

  protected abstract textOf(row: T): string;

  /** Whether a row says the same text in other parts. */
  protected isShifted(_row: T): boolean {
    return false;
  }

  get digestHex(): string {
    this.#hex ??= hex(this.#digest);
    return this.#hex;
  }

  upTo(seq: number, mark: EntryMark): void {
    let found = 0;
    let told = false;
    let row = this.#row;
    for (; row !== undefined && row.id <= mark.last; row = this.#rows.next()) {
      found += 1;
      const digest = runOn(this.#digest, this.textOf(row));
      const wrong =
        row.id !== this.#nextId
          ? missingBefore
          : row.entrySeq !== seq
            ? ofAnotherEntry
            : !Buffer.isBuffer(row.digest) || !digest.equals(row.digest) || this.isShifted(row)
              ? changed
              : undefined;
      if (wrong !== undefined && !told) {
        told = true;
        this.#tell(seq, row.id, wrong);
      }
      // Going on from the stored digest finds every further change instead of calling all that follows changed.
      this.#digest = Buffer.isBuffer(row.digest) ? row.digest : digest;
      this.#nextId = row.id + 1;
      this.#hex = undefined;
    }
    this.#row = row;
    const standsAsSealed = found === mark.count && this.digestHex === mark.digest;
    if (!told && !standsAsSealed) this.#tell(seq, mark.last, besideChanged);
    // What the entry sealed is what the next one went on from.
    if (!standsAsSealed) {
      this.#digest = Buffer.from(mark.digest, 'hex');
      this.#hex = undefined;
    }
  }

  /** Nothing may follow what the last entry sealed. */
  end(): void {
    if (this.#row !== undefined) this.#tell(0, this.#row.id, withoutEntry);
  }

  #tell(seq: number, id: number, wrong: Wrong): void {
    const where = this.#word(id);
    this.#say({ code: this.#code, seq, where: inEnglish(where), message: wrong(where, seq) });
  }
}

type Walking = { say: Say; step: Step; start: JournalMark };

type MovementRow = JournalRow & MovementFacts & Record<'fp' | 'fl' | 'fs' | 'fn' | 'tp' | 'tl' | 'ts' | 'tn', string>;

export class MovementWalk extends JournalWalk<MovementRow> {
  constructor(db: Database, { say, step, start }: Walking) {
    const rows = new Slices<MovementRow>(db, selectMovements, { after: start.last, keyOf: ({ id }) => id, step });
    super(rows, start, { say, code: 'MOVEMENT_CHANGED', word: (id) => msg`movement ${id}` });
  }

  protected override textOf(row: MovementRow): string {
    // Set on the row itself: a copy of so many columns for each of a million rows takes longer than all the rest.
    row.fromUnit = { product: row.fp, lot: row.fl, sublot: row.fs, serial: row.fn };
    row.toUnit = { product: row.tp, lot: row.tl, sublot: row.ts, serial: row.tn };
    return movementText(row);
  }
}

// Left joins, so that a movement whose unit, place or run was removed is reported as changed, not passed over.
const selectMovements = `select m.id, m.entry_seq as entrySeq, m.at, m.offset_minutes as offsetMinutes, m.recorded_at as recordedAt, m.kind, m.document,
    m.line, m.quantity, coalesce(a.code, '') as "from", coalesce(b.code, '') as "to", m.status_from as statusFrom, m.status_to as statusTo,
    coalesce(r.work_order, '') as workOrder, coalesce(r.run, '') as run, m.equipment, coalesce(q.code, '') as partner, m.unit_cost as unitCost,
    m.reason, m.evidence, m.person, m.workstation, m.external_id as externalId, m.row_key as rowKey, m.row_start as rowStart,
    m.reverses_id as reversesId, m.digest, null as fromUnit, null as toUnit, pf.code as fp, f.lot as fl, f.sublot as fs, f.serial as fn, pt.code as tp,
    t.lot as tl, t.sublot as ts, t.serial as tn
  from movement m left join unit f on f.id = m.from_unit_id left join product pf on pf.id = f.product_id
    left join unit t on t.id = m.to_unit_id left join product pt on pt.id = t.product_id
    left join place a on a.id = m.from_place_id left join place b on b.id = m.to_place_id left join run r on r.id = m.run_id
    left join partner q on q.id = m.partner_id
  where m.id > ? order by m.id limit ?`;

type VersionRow = JournalRow & { record: string; key: string; version: number; content: string };

export class VersionWalk extends JournalWalk<VersionRow> {
  constructor(db: Database, { say, step, start }: Walking) {
    const rows = new Slices<VersionRow>(db, selectVersions, { after: start.last, keyOf: ({ id }) => id, step });
    super(rows, start, { say, code: 'VERSION_CHANGED', word: (id) => msg`version ${id}` });
  }

  protected override textOf(row: VersionRow): string {
    return versionText(row);
  }

  /** Only a key has several parts: the rest of the text can then be divided in one way. */
  protected override isShifted({ record, content }: VersionRow): boolean {
    return record.includes(partSeparator) || content.includes(partSeparator);
  }
}

const selectVersions = `select id, entry_seq as entrySeq, record, record_key as key, version, content, digest from record_version
  where id > ? order by id limit ?`;
