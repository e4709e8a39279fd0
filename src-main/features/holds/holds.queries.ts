import type { QueriesOf } from '#main/context/context.ts';
import { askList } from '#main/store/lists.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { scopeOf } from '#shared/holds/scope.ts';
import { mostPreviewed } from '#shared/holds/vocabulary.ts';
import { activeHolds } from './activeHolds.queries.ts';
import { heldBy } from './holds.actions.ts';
import { type StockLine, stockOf } from './heldStock.queries.ts';
import { holdSource, listedHolds } from './holdList.queries.ts';
import { holdsOnGoods, liftedOnGoods } from './onGoods.queries.ts';

export const holdQueries: QueriesOf<'holds'> = {
  list: (question, context) => askList(holdSource, question, context),

  async onGoods(goods, context) {
    const { read, reader } = context;
    const on = await holdsOnGoods(read, reader.db, goods);
    const all = await listedHolds(read, context);
    const listed = new Map(all.map((hold) => [hold.number, hold]));
    const once = await liftedOnGoods(
      read,
      goods,
      all.filter(({ state }) => state === 'lifted'),
    );
    return {
      lifted: once.map(({ number, reason, setAt, setBy, liftedAt, liftReason }) => ({
        ...{ number, reason, setAt, setBy, liftedAt, liftReason },
      })),
      holds: on.flatMap(({ number, isPart }) => {
        const hold = listed.get(number);
        if (hold === undefined) return [];
        const { reason, setAt, setBy } = hold;
        return [{ number, reason, setAt, setBy, isPart }];
      }),
    };
  },

  async preview({ targets }, { read, reader }) {
    const active = await activeHolds(read, reader.db);
    const scopes = targets.map(scopeOf);
    const stock = await stockOf(read, scopes);
    return {
      targets: scopes.map((scope, index) => {
        const lines = stock[index] ?? [];
        return {
          held: heldBy(active, scope),
          unitOfMeasure: lines[0]?.unitOfMeasure ?? '',
          quantity: formatQuantity(lines.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n)),
          ...unitsOf(lines),
          lines: placesOf(lines),
        };
      }),
    };
  },
};

/** The lots and serials that lie here, each with all of it. */
function unitsOf(lines: readonly StockLine[]) {
  const units = [...Map.groupBy(lines, ({ unitId }) => unitId).values()];
  return {
    total: units.length,
    units: units.slice(0, mostPreviewed).flatMap((ofUnit) => {
      const [first] = ofUnit;
      if (first === undefined) return [];
      const { product, lot, sublot, serial, unitOfMeasure } = first;
      const quantity = formatQuantity(ofUnit.reduce((sum, line) => sum + BigInt(line.quantity), 0n));
      return [{ product, lot, sublot, serial, quantity, unitOfMeasure }];
    }),
  };
}

/** Where how much lies in which status; what is about to leave comes first. */
function placesOf(lines: readonly StockLine[]) {
  const places = new Map<string, { location: string; isLeaving: boolean; status: string; sum: bigint }>();
  for (const { location, locationKind, status, quantity } of lines) {
    const key = `${location} ${status}`;
    const place = places.get(key) ?? { location, isLeaving: locationKind === 'shipping', status, sum: 0n };
    places.set(key, { ...place, sum: place.sum + BigInt(quantity) });
  }
  return Array.from(places.values(), ({ sum, ...place }) => ({ ...place, quantity: formatQuantity(sum) })).toSorted(
    (a, b) => Number(b.isLeaving) - Number(a.isLeaving) || (a.location < b.location ? -1 : 1),
  );
}
