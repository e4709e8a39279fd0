import type { Database } from 'better-sqlite3';
import { runOnHex, versionText } from '#main/store/chain.ts';
import { hexOf } from '#main/store/tail.ts';
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

/** The digest is in hex; null where a damaged row has something else in its place. */
type JournalRow = { id: number; entrySeq: number; digest: string | null };

/** Walks one journal in step with the entries that sealed it, from where an entry before the first of them left it. */
abstract class JournalWalk<T extends JournalRow> {
  /** In hex. */
  #digest: string;
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
    this.#digest = start.digest;
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
    return this.#digest;
  }

  upTo(seq: number, mark: EntryMark): void {
    let found = 0;
    let told = false;
    let row = this.#row;
    for (; row !== undefined && row.id <= mark.last; row = this.#rows.next()) {
      found += 1;
      const digest = runOnHex(this.#digest, this.textOf(row));
      const wrong =
        row.id !== this.#nextId
          ? missingBefore
          : row.entrySeq !== seq
            ? ofAnotherEntry
            : digest !== row.digest || this.isShifted(row)
              ? changed
              : undefined;
      if (wrong !== undefined && !told) {
        told = true;
        this.#tell(seq, row.id, wrong);
      }
      // Going on from the stored digest finds every further change instead of calling all that follows changed.
      this.#digest = row.digest ?? digest;
      this.#nextId = row.id + 1;
    }
    this.#row = row;
    const standsAsSealed = found === mark.count && this.#digest === mark.digest;
    if (!told && !standsAsSealed) this.#tell(seq, mark.last, besideChanged);
    // What the entry sealed is what the next one went on from.
    if (!standsAsSealed) this.#digest = mark.digest;
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

type MovementRow = JournalRow & { text: string };

export class MovementWalk extends JournalWalk<MovementRow> {
  constructor(db: Database, { say, step, start }: Walking) {
    const rows = new Slices<MovementRow>(db, selectMovements, { after: start.last, keyOf: ({ id }) => id, step });
    super(rows, start, { say, code: 'MOVEMENT_CHANGED', word: (id) => msg`movement ${id}` });
  }

  protected override textOf(row: MovementRow): string {
    return row.text;
  }
}

const joined = (separator: string, parts: readonly string[]): string =>
  `concat_ws('${separator}', ${parts.map((part) => `coalesce(${part}, '')`).join(', ')})`;

const unitText = (unit: string, product: string): string =>
  joined('\u001e', [`${product}.code`, `${unit}.lot`, `${unit}.sublot`, `${unit}.serial`]);

/**
 * The text of a movement as ledger/movementText.ts has it, put together by the database: of a million rows, so many
 * columns take longer to be handed over than all the rest. What is missing is blank, which no product's code is.
 */
const textOfMovement = joined('\u001f', [
  ...['m.id', 'm.entry_seq', 'm.at', 'm.offset_minutes', 'm.recorded_at', 'm.kind', 'm.document', 'm.line'],
  ...[unitText('f', 'pf'), unitText('t', 'pt'), 'm.quantity', 'a.code', 'b.code', 'm.status_from', 'm.status_to'],
  ...['r.work_order', 'r.run', 'm.equipment', 'q.code', 'm.unit_cost', 'm.reason', 'm.evidence', 'm.person'],
  ...['m.workstation', 'm.external_id', hexOf('m.row_key'), 'm.row_start', 'm.reverses_id'],
]);

// Left joins, so that a movement whose unit, place or run was removed is reported as changed, not passed over.
const selectMovements = `select m.id, m.entry_seq as "entrySeq", ${hexOf('m.digest')} as digest, ${textOfMovement} as text
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

const selectVersions = `select id, entry_seq as "entrySeq", record, record_key as key, version, content, ${hexOf('digest')} as digest from record_version
  where id > ? order by id limit ?`;
