import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { isWholeHours, type Rewritten, rewrittenIn, rewrittenWithin } from '#shared/movements/rewrittenRow.ts';
import { likelyRewritten, type ValuesRow, valuesOf } from './rewrittenRows.queries.ts';

export type Again = { now: ValuesRow; text: Message };

/** Rows of one export that are alike but for their time. */
type Alike = { id: number; at: number; times: number; last: number };

/**
 * Finds movements that may be booked once more because an export writes their rows in another way: all at other times,
 * since it was made for another zone or without the time of day; a line with another quantity or partner; a document
 * or its lines numbered otherwise. Only where the export no longer has the row that an earlier import took: rows that
 * are side by side are two, but for the two that say the same a whole number of hours apart.
 */
export class RewrittenRows {
  readonly #work: Work;
  readonly #lastBefore: number;
  readonly #lastAt: number;
  #first = Number.POSITIVE_INFINITY;
  /** Rows of one line of a document with a partner, by all they say but their time. */
  readonly #alike = new Map<string, Alike>();

  /** Lines of documents of which this export undoes a row: another one takes its place. */
  readonly #corrected = new Set<string>();

  constructor(work: Work, store: { lastBefore: number; lastAt: number }) {
    this.#work = work;
    this.#lastBefore = store.lastBefore;
    this.#lastAt = store.lastAt;
  }

  note({ id, draft, fromUnit, toUnit }: PostedMovement): void {
    const { at, line, partner, reverses, continuesRow } = draft;
    if (at <= this.#lastAt + rewrittenWithin) this.#first = Math.min(this.#first, at);
    if (reverses !== null) this.#corrected.add(`${draft.document}\u001f${line}`);
    if (line === '' || partner === null || reverses !== null || continuesRow) return;
    const ends = [draft.from?.id ?? '', draft.to?.id ?? '', draft.statusFrom, draft.statusTo, draft.equipment];
    const said = [draft.document, line, draft.kind, partner.id, draft.quantity, fromUnit.id, toUnit.id, ...ends];
    const key = said.join('\u001f');
    const known = this.#alike.get(key);
    if (known === undefined) this.#alike.set(key, { id, at, times: 1, last: id });
    else {
      known.times += 1;
      if (known.times === 2 && isWholeHours(at - known.at)) known.last = id;
    }
  }

  async find(isGone: (row: ValuesRow) => boolean): Promise<Again[]> {
    return [...(await this.#sideBySide()), ...(await this.#ofEarlierImports(isGone))];
  }

  async #sideBySide(): Promise<Again[]> {
    const pairs = [...this.#alike.values()].filter(({ id, last, times }) => times === 2 && last !== id);
    if (pairs.length === 0) return [];
    const all = await valuesOf(
      this.#work,
      pairs.flatMap(({ id, last }) => [id, last]),
    );
    const standing = new Map(all.map((one) => [one.id, one]));
    return pairs.flatMap(({ id, last }) => {
      const [before, now] = [standing.get(id), standing.get(last)];
      return before === undefined || now === undefined ? [] : [{ now, text: twiceMessage(now, before) }];
    });
  }

  async #ofEarlierImports(isGone: (row: ValuesRow) => boolean): Promise<Again[]> {
    if (this.#first > this.#lastAt + rewrittenWithin) return [];
    const until = this.#lastAt + rewrittenWithin + 1;
    const rows = await likelyRewritten(this.#work, { after: this.#lastBefore, since: this.#first, until });
    const before = rows.filter(({ id }) => id <= this.#lastBefore);
    const fresh = rows.filter(({ id, at }) => id > this.#lastBefore && at < until);
    const byLine = Map.groupBy(before, lineOf);
    const byTime = Map.groupBy(before, timeOf);
    const freshByLine = Map.groupBy(fresh, lineOf);
    const freshByTime = Map.groupBy(fresh, timeOf);
    return fresh.flatMap((now): Again[] => {
      if (this.#corrected.has(`${now.document}\u001f${now.line}`)) return [];
      const ofLine = { before: byLine.get(lineOf(now)) ?? [], fresh: freshByLine.get(lineOf(now)) ?? [] };
      const ofTime = { before: byTime.get(timeOf(now)) ?? [], fresh: freshByTime.get(timeOf(now)) ?? [] };
      for (const one of [...ofLine.before, ...ofTime.before]) {
        const what = isGone(one) ? rewrittenIn(now, one) : undefined;
        if (what === undefined || (what === 'time' && this.#isReported(now))) continue;
        if (what === 'time' && !isAllRewritten(now, { ...ofLine, what, isGone })) continue;
        if (what === 'spelling' && !isAllRewritten(now, { ...ofTime, what, isGone })) continue;
        return [{ now, text: messageOf(now, one, what) }];
      }
      return [];
    });
  }

  /** Whether an order that is a document itself reports what it did since: it does so hour by hour. */
  #isReported({ workOrder, document, at }: ValuesRow): boolean {
    return workOrder === document && at > this.#lastAt;
  }
}

type Alikes = {
  before: readonly ValuesRow[];
  fresh: readonly ValuesRow[];
  what: Rewritten;
  isGone: (row: ValuesRow) => boolean;
};

/** Whether each earlier row that a new one may be is gone, and has one of its own: else a line has further rows. */
function isAllRewritten(now: ValuesRow, { before, fresh, what, isGone }: Alikes): boolean {
  const likely = before.filter((one) => rewrittenIn(now, one) === what || (what === 'time' && isSame(now, one)));
  return (
    likely.every((one) => isGone(one) && fresh.some((again) => rewrittenIn(again, one) === what)) &&
    fresh.filter((again) => likely.some((one) => rewrittenIn(again, one) === what)).length >= likely.length
  );
}

const isSame = (one: ValuesRow, other: ValuesRow): boolean =>
  one.quantity === other.quantity && one.partner === other.partner;

const lineOf = ({ key, document, line }: ValuesRow): string => [key, document, line].join('\u001f');
const timeOf = ({ key, at, quantity, partner }: ValuesRow): string => [key, at, quantity, partner].join('\u001f');

const where = ({ document, line }: ValuesRow): MessageValue =>
  line === '' ? document : msg`${document}, line ${line}`;

function messageOf(now: ValuesRow, before: ValuesRow, what: Rewritten): Message {
  const [much, at, goods] = [formatQuantity(before.quantity), formatMoment(before.at), unitMessage(before)];
  if (what === 'quantity')
    return msg`${where(now)}: an earlier import booked ${much} of ${goods} at ${at} from a row that this export no longer has, and this row ${formatQuantity(now.quantity)}. If the line was corrected, undo the earlier movement by a reversing row.`;
  if (what === 'partner')
    return msg`${where(now)}: an earlier import booked ${much} of ${goods} with ${before.partner} at ${at} from a row that this export no longer has, and this row with ${now.partner}. If the line was corrected, undo the earlier movement by a reversing row.`;
  return msg`${where(now)}: an earlier import booked ${much} of ${goods} at ${at} as ${where(before)} from a row that this export no longer has. If this row says the same once more, leave it out, or undo one of the two.`;
}

function twiceMessage(now: ValuesRow, before: ValuesRow): Message {
  const [much, at, again] = [formatQuantity(now.quantity), formatMoment(before.at), formatMoment(now.at)];
  return msg`${where(now)}: ${much} of ${unitMessage(now)} is booked at ${at} and once more at ${again}, a whole number of hours apart and else the same. If it happened once, undo one of the two by a reversing row.`;
}
