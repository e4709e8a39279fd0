import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import type { Work } from '#main/store/work.ts';
import type { HoldValues } from '#shared/holds/records.ts';
import { asksOrigin, type Came, isFrom } from '#shared/holds/scope.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed } from '#shared/kernel/errors.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { type Unit, unitMessage } from '#shared/kernel/unit.ts';
import { judgeImportedOnHold, judgeOnHold } from '#shared/movements/onHold.ts';
import { activeHolds, type ActiveHolds } from './activeHolds.queries.ts';
import { cameOf } from './origins.queries.ts';
import { sourcesOf } from './splits.queries.ts';
import { unitsNamed, unitsOfGoods } from './units.queries.ts';

/** Goods by their names; or that such goods came in, with how. */
type GoodsKey = readonly [product: string, lot: string, sublot: string, serial: string];
type CameKey = readonly [...GoodsKey, supplier: string, workOrder: string, on: string];
type Key = GoodsKey | CameKey;

/**
 * Goods on hold go nowhere where they could be used, whatever their status. Imported is what happened: before a hold was
 * set, nothing was wrong with it.
 */
export const goodsOnHold = definePolicy({
  name: 'goods on hold',
  gather: (movement): Key[] => {
    if (mayBeHeld(movement)) return [goodsOf(movement)];
    const { kind, isReversal, from, to, partner, workOrder, at, offsetMinutes } = movement;
    if (isReversal || from !== null || to === null || (kind !== 'receipt' && kind !== 'output')) return [];
    const how = kind === 'receipt' ? ([partner?.code ?? '', ''] as const) : (['', workOrder] as const);
    return [[...goodsOf(movement), ...how, dateOf(at, offsetMinutes)]];
  },
  async load(work, keys): Promise<[Key, readonly HoldValues[]][]> {
    const active = await activeHolds(work, work.db);
    const coming = keys.filter(isCame);
    const goods = keys.filter((key) => !isCame(key));
    const found = active.all.length === 0 ? new Map<Key, HoldValues[]>() : await holdsOn(work, active, goods, coming);
    return keys.map((key) => [key, found.get(key) ?? []]);
  },
  judge(movement, holds, { origin }) {
    if (!mayBeHeld(movement)) return allowed;
    const { product, rowSerial, document, from, at } = movement;
    const goods = unitMessage({ ...movement, product: product.code, serial: rowSerial });
    for (const hold of holds.get(goodsOf(movement)) ?? []) {
      if (hold.location !== '' && hold.location !== from?.code) continue;
      if (origin === 'imported' && at < hold.setAt) continue;
      const verdict =
        origin === 'imported'
          ? judgeImportedOnHold({ movement, document, goods }, hold)
          : judgeOnHold(movement, goods, hold);
      if (!verdict.ok) return verdict;
    }
    return allowed;
  },
});

/** What comes in is held once it is here, and what is undone was never done, but for what a customer gave back. */
const mayBeHeld = ({ kind, from, to, isReversal }: PlannedMovement): boolean =>
  isReversal ? kind === 'customer-return' && to === null : from !== null;

const goodsOf = ({ product, lot, sublot, serial }: PlannedMovement): GoodsKey => [product.code, lot, sublot, serial];

const isCame = (key: Key): key is CameKey => key.length > 4;

/** The holds that are on goods wherever they lie. */
async function holdsOn(
  work: Work,
  active: ActiveHolds,
  goods: readonly Key[],
  coming: readonly CameKey[],
): Promise<Map<Key, HoldValues[]>> {
  const units = await unitsOfGoods(work, goods.map(unitOf));
  const sources = await sourcesOfGoods(work, units);
  const named = goods.map((key, index) => {
    const all = units[index] ?? [];
    const lots = [...all, ...(sources[index] ?? [])];
    return { key, units: all, holds: [...new Set(lots.flatMap((unit) => active.naming(unit)))] };
  });
  const asking = named.filter(({ holds }) => holds.some(asksOrigin));
  if (asking.length > 0) {
    const before = await cameOf(
      work,
      asking.map((one) => one.units),
    );
    const now = Map.groupBy(coming, (key) => textOf(...key.slice(0, 4)));
    for (const [index, one] of asking.entries()) {
      const came = now.get(textOf(...one.key)) ?? [];
      one.holds = one.holds.filter((hold) =>
        isFrom(hold, [
          ...(before[index] ?? []),
          ...came.map(([, , , , supplier, workOrder, on]): Came => ({ supplier, workOrder, on })),
        ]),
      );
    }
  }
  return new Map(named.map(({ key, holds }) => [key, holds]));
}

/** What goods were split off or merged from: a hold on that is on them. */
async function sourcesOfGoods(work: Work, goods: readonly (readonly Unit[])[]): Promise<Unit[][]> {
  const found = await unitsNamed(work, goods.flat());
  const sources = await sourcesOf(
    work,
    Array.from(found.values(), ({ id }) => id),
  );
  const of = ({ product, lot, sublot, serial }: Unit): Unit[] =>
    sources.get(found.get(textOf(product, lot, sublot, serial))?.id ?? 0) ?? [];
  return goods.map((units) => units.flatMap(of));
}

const unitOf = ([product, lot, sublot, serial]: Key): Unit => ({ product, lot, sublot, serial });
const textOf = (...parts: readonly string[]): string => parts.join(partSeparator);
