import { definePolicy, type Origin, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed, refused } from '#shared/kernel/errors.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { formatExpired, judgeHappened, judgeIssue } from '#shared/movements/issue.ts';
import {
  bringsBackReleased,
  comesReleased,
  judgeImportedStatus,
  judgePostedStatus,
  mayUndoDecision,
  type StatusesThere,
} from '#shared/movements/postedStatus.ts';
import { LotBook, type LotKey } from './lots.actions.ts';
import { decidedLots, type GoodsKey, loadStatuses, lotKey, nothingDecided } from './statuses.queries.ts';

/**
 * Goods that have expired go to no customer, into no production and nowhere but aside. What is undone was a mistake. A lot's
 * dates are those that its unit of work has come to by then: movements before this one may have begun its shelf life.
 * Goods that came in expired lie here all the same, so that only an import tells of them.
 */
export const issuedGoods = definePolicy({
  name: 'issued goods',
  gather: (movement) => lotOf(movement),
  async load(work, lots) {
    const book = LotBook.of(work);
    await book.load(lots);
    return lots.map((lot) => [lot, () => book.datesOf(...lot)]);
  },
  judge(movement, lots, { origin }) {
    if (movement.isReversal) return allowed;
    const { kind, from, to, at, offsetMinutes, renames } = movement;
    const [lot] = lotOf(movement);
    const dates = lot === undefined ? undefined : lots.get(lot)?.();
    const judge = origin === 'imported' ? judgeHappened : judgeIssue;
    const verdict = judge({
      kind,
      from,
      to,
      renames,
      on: dateOf(at, offsetMinutes),
      expiresOn: dates?.expiresOn ?? null,
      useByOn: dates?.useByOn ?? null,
    });
    if (verdict.ok || origin !== 'imported') return verdict;
    const goods = unitMessage({ ...movement, product: movement.product.code, serial: movement.rowSerial });
    return refused(verdict.code, formatExpired({ ...movement, goods }), { column: 'lot' });
  },
});

const lotOf = ({ lot, sublot, product }: PlannedMovement): LotKey[] =>
  lot === '' || product.lotTracking === 'none' ? [] : [[product.id, lot, sublot]];

/**
 * A status is decided by those who may, signed, on the page of the goods. The owner of the file, until people are set
 * up, records what was decided elsewhere, and so does an import; but not what was decided here already.
 */
export const postedStatus = definePolicy({
  name: 'posted status',
  gather: (movement, { origin, byPerson }) =>
    byPerson && asks[origin](movement) ? [[...goodsOf(movement), origin] as const] : [],
  async load(work, keys) {
    const known: [(typeof keys)[number], StatusesThere][] = [];
    for (const key of keys) {
      const [product, lot, sublot, serial, origin] = key;
      const isAsked = origin === 'posted' || (await isDecided(work, product, lot));
      const [found] = isAsked ? await loadStatuses(work, [[product, lot, sublot, serial]]) : [];
      known.push([key, found?.[1] ?? nothingDecided]);
    }
    return known;
  },
  judge(movement, statuses, { origin, byPerson }) {
    if (!byPerson || origin === 'decided') return allowed;
    const there = () => statuses.get([...goodsOf(movement), origin]) ?? nothingDecided;
    if (origin === 'posted') return judgePostedStatus(movement, there);
    const goods = unitMessage({ ...movement, product: movement.product.code, serial: movement.rowSerial });
    return judgeImportedStatus(movement, goods, there);
  },
});

const asks: Readonly<Record<Origin, (movement: PlannedMovement) => boolean>> = {
  posted: (movement) => comesReleased(movement) || bringsBackReleased(movement),
  imported: mayUndoDecision,
  decided: () => false,
};

const goodsOf = ({ product, lot, sublot, serial }: PlannedMovement): GoodsKey => [product.id, lot, sublot, serial];

/** What was decided here before an import: it decides nothing itself. */
const decidedBefore = new WeakMap<Work, ReadonlySet<string>>();

async function isDecided(work: Work, product: number, lot: string): Promise<boolean> {
  const known = decidedBefore.get(work) ?? (await decidedLots(work));
  decidedBefore.set(work, known);
  // A serial may leave its lot out.
  return lot === '' ? known.size > 0 : known.has(lotKey(product, lot));
}
