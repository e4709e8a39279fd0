import { leastLifeOf } from '#main/features/partners/terms.queries.ts';
import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed, refused } from '#shared/kernel/errors.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { formatShortLife, judgeLife, lastGoodDay } from '#shared/partners/leastLife.ts';
import { LotBook, type LotKey } from './lots.actions.ts';

type Key = readonly [...LotKey, customer: string];

/** Goods go to a customer only while they last as long as it asks for. What was shipped all the same, an import tells of. */
export const leastLife = definePolicy({
  name: 'least life',
  gather: (movement) => shippedOf(movement),
  async load(work, keys) {
    const asked = keys.map((key) => [key, leastLifeOf(work.db, key[3])] as const);
    const book = LotBook.of(work);
    await book.load(
      asked.flatMap(([[product, lot, sublot], days]): LotKey[] => (days === null ? [] : [[product, lot, sublot]])),
    );
    return asked.map(([key, leastLifeDays]) => {
      const [product, lot, sublot] = key;
      const last = () => {
        const dates = leastLifeDays === null ? undefined : book.datesOf(product, lot, sublot);
        return dates === undefined ? undefined : lastGoodDay(dates);
      };
      return [key, { leastLifeDays, last }];
    });
  },
  judge(movement, known, { origin }) {
    const [key] = shippedOf(movement);
    const terms = key === undefined ? undefined : known.get(key);
    if (key === undefined || terms === undefined) return allowed;
    const { leastLifeDays, last } = terms;
    const shipped = {
      customer: key[3],
      on: dateOf(movement.at, movement.offsetMinutes),
      leastLifeDays,
      last: last(),
    };
    const verdict = judgeLife(shipped);
    if (verdict.ok || origin !== 'imported') return verdict;
    const goods = unitMessage({ ...movement, product: movement.product.code, serial: movement.rowSerial });
    return refused(verdict.code, formatShortLife(shipped, { document: movement.document, goods }), { column: 'lot' });
  },
});

/** What is undone was a mistake. */
const shippedOf = ({ kind, isReversal, product, lot, sublot, partner }: PlannedMovement): Key[] =>
  kind !== 'shipment' || isReversal || partner === null || lot === '' || product.lotTracking === 'none'
    ? []
    : [[product.id, lot, sublot, partner.code]];
