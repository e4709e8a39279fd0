import { lastMovement } from '#main/features/movements/returns.queries.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { maySayAgain, minuteOf } from '#shared/movements/bookedTwice.ts';
import { type BookingRow, bookingsAround, type TwinRow, twinsAfter } from './bookedTwice.queries.ts';
import type { IssueLog } from './issueLog.ts';
import { RewrittenRows } from './rewrittenRows.ts';

/**
 * Reports movements that were booked once more, since the export numbers its rows anew, has no ids or writes its rows
 * otherwise than before. A row is recognised by its id, or without one by all its values.
 *
 * Two rows of one line of a document that are equal to the letter, except for the id, are reported wherever they are:
 * an honest plant may book so, and the rows do not show which it is. Rows that differ in anything else and are side
 * by side in one export, with ids or without, are two: a line came in two halves, in two lots, or for two reasons.
 * But where an earlier import took a row that this export no longer has, a new one that may be the same is reported
 * (`maySayAgain`, `RewrittenRows`). Identical rows without a line are never reported: a document may name the same goods several
 * times.
 */
export class BookedTwice {
  readonly #work: Work;
  readonly #faults: IssueLog;
  /** Whether the store holds a row without an id that the export does not have, by the row's key. */
  readonly #isMissing: (key: Buffer) => boolean;
  readonly #lastBefore: number;
  /** The minute of the store's last movement: what is later repeats nothing of an earlier import. */
  readonly #lastMinute: number;
  #mayRepeat = false;
  /** The rows of the movements that are new, from the first of them on. */
  readonly #rows: number[] = [];
  readonly #rewritten: RewrittenRows;
  /** By the number of a movement whether the export has the row with its id again. */
  #known: Uint8Array | undefined;

  constructor(work: Work, faults: IssueLog, store: { lastAt: number; isMissing: (key: Buffer) => boolean }) {
    this.#work = work;
    this.#faults = faults;
    this.#isMissing = store.isMissing;
    this.#lastBefore = lastMovement(work);
    this.#lastMinute = minuteOf(store.lastAt);
    this.#rewritten = new RewrittenRows(work, { lastBefore: this.#lastBefore, lastAt: store.lastAt });
  }

  note(posted: PostedMovement): void {
    const { id, draft } = posted;
    if (id <= this.#lastBefore) return;
    this.#rewritten.note(posted);
    this.#rows[id - this.#lastBefore - 1] = draft.row;
    if (minuteOf(draft.at) <= this.#lastMinute) this.#mayRepeat = true;
  }

  /** Notes that the export has again the row with an id that made a movement. */
  noteKnown(movement: number): void {
    this.#known ??= new Uint8Array(this.#lastBefore + 1);
    this.#known[movement] = 1;
  }

  /** To be called when all is written, whatever was reversed in which order. */
  async lookBack(): Promise<void> {
    const reported = new Set<number>();
    for (const twin of await twinsAfter(this.#work, this.#lastBefore)) {
      reported.add(twin.id);
      this.#report(twin, sameMessage(twin));
    }
    if (this.#mayRepeat) await this.#lookBackOnRepeated(reported);
    for (const { now, text } of await this.#rewritten.find((row) => this.#isGone(row)))
      if (!reported.has(now.id)) this.#report(now, text);
  }

  async #lookBackOnRepeated(reported: Set<number>): Promise<void> {
    const until = (this.#lastMinute + 1) * 60_000_000;
    const around = await bookingsAround(this.#work, { after: this.#lastBefore, until });
    for (const likes of Map.groupBy(around, (row) => row.likes).values()) {
      const gone = new Gone(likes.filter((row) => row.id <= this.#lastBefore && this.#isGone(row)));
      for (const now of likes.filter(({ id }) => id > this.#lastBefore && !reported.has(id))) {
        const before = gone.likely(now).find((one) => maySayAgain(now, one));
        if (before === undefined) continue;
        reported.add(now.id);
        this.#report(now, againMessage(now, before));
      }
    }
  }

  /** Whether the export does not have the row that made a movement again. */
  #isGone({ id, externalId, rowKey }: Pick<BookingRow, 'id' | 'externalId' | 'rowKey'>): boolean {
    return externalId === null ? this.#isMissing(rowKey) : this.#known?.[id] !== 1;
  }

  #report({ id, externalId, line }: Pick<BookingRow, 'id' | 'externalId' | 'line'>, text: Message): void {
    const row = this.#rows[id - this.#lastBefore - 1] ?? 0;
    const column = externalId !== null ? 'id' : line === '' ? 'document' : 'line';
    this.#faults.addFinding('movements', { row, column, code: 'DUPLICATE', text });
  }
}

/** Movements of like goods, by their serials and lots, so that those of thousands of others are not looked at. */
class Gone {
  readonly #all: readonly BookingRow[];
  readonly #byLot: Map<string, BookingRow[]>;
  readonly #bySerial: Map<string, BookingRow[]>;

  constructor(all: readonly BookingRow[]) {
    this.#all = all;
    this.#byLot = Map.groupBy(all, ({ toLot }) => toLot);
    this.#bySerial = Map.groupBy(all, ({ toSerial }) => toSerial);
  }

  /** Those that may be of the goods of a movement. */
  likely({ toLot, toSerial }: BookingRow): readonly BookingRow[] {
    const [named, name] = toSerial === '' ? [this.#byLot, toLot] : [this.#bySerial, toSerial];
    return name === '' ? this.#all : [...(named.get(name) ?? []), ...(named.get('') ?? [])];
  }
}

function sameMessage({ document, line, externalId, firstExternalId, ...goods }: TwinRow): Message {
  return externalId === null || firstExternalId === null
    ? msg`${document}, line ${line}: ${unitMessage(goods)} is booked twice, by two rows that say the same. If it happened once, leave this row out, or undo one of the two.`
    : msg`${document}, line ${line}: movement ${externalId} says the same as movement ${firstExternalId} under another id. If it happened once, undo one of the two by a reversing row.`;
}

function againMessage({ document, line }: BookingRow, before: BookingRow): Message {
  const [quantity, at] = [formatQuantity(before.quantity), formatMoment(before.at)];
  const where = line === '' ? document : msg`${document}, line ${line}`;
  return msg`${where}: an earlier import booked ${quantity} of ${unitMessage(before)} at ${at} from a row that this export no longer has. If this row says the same once more, leave it out, or undo one of the two.`;
}
