import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeliveries, sortDeliveries } from '#main/features/recalls/recallDeliveries.queries.ts';
import { deliveriesOf, droppedOf, recallAnswerOf, recallViewOf } from '#main/features/recalls/recalls.answer.ts';
import { readMarks } from '#main/features/trace/feed/feed.queries.ts';
import { applyUpdates, readUpdates } from '#main/features/trace/feed/updates.ts';
import { UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import type { RecallDelivery } from '#shared/recalls/contract.ts';
import { indexOf, recallOf, walkPlant } from '../support/askPlant.ts';
import { countOf } from '../support/counts.ts';
import { adjust, plantOf, receive } from '../support/movements.ts';
import type { PlantStore } from '../support/plantStore.ts';
import { type Happening, RandomPlant } from '../support/randomPlant.ts';
import { readWholeRecall, viewOfWhole, wholeBeyond } from '../support/wholeRecall.ts';

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.nat(17),
  a: fc.nat(11),
  b: fc.nat(11),
  c: fc.nat(11),
  day: fc.integer({ min: 1, max: 28 }),
});
const story = fc.array(happening, { minLength: 10, maxLength: 70, size: 'max' });

const allUnits = ({ db }: PlantStore): UnitRow[] => {
  const book = new UnitBook(db);
  const ids = db.prepare<[], number>('select id from unit order by id').pluck().all();
  book.load(ids);
  return ids.map((id) => book.unit(id));
};

const slices = [
  { offset: 0, limit: 2 },
  { offset: 1, limit: 3 },
  { offset: 0, limit: 500 },
];

type Index = ReturnType<typeof indexOf>;

/** A recall as the program has it, and read whole out of the store. */
function bothWays(plant: PlantStore, roots: readonly UnitRow[], index: Index, dated = false) {
  const walked = walkPlant(plant, roots, { direction: 'downstream', dated, index, ordering: 'natural' });
  return { whole: readWholeRecall(plant.db, walked), recall: recallOf(plant, roots, { dated, index }) };
}

function expectSamePages(plant: PlantStore, roots: readonly UnitRow[], index: Index): void {
  for (const dated of [false, true]) {
    const { whole, recall } = bothWays(plant, roots, index, dated);
    for (const slice of slices)
      expect(recallViewOf(recall.view(slice))).toEqual(recallViewOf(viewOfWhole(whole, slice)));
    expect(recallAnswerOf(recall.whole())).toEqual(recallAnswerOf(whole));
  }
}

/** What each customer got adds up to the sums of the answer, from either side. */
function expectSameDeliveries(plant: PlantStore, roots: readonly UnitRow[], index: Index, dated: boolean): void {
  const { whole, recall } = bothWays(plant, roots, index, dated);
  const all = deliveriesOf(sortDeliveries(readDeliveries(plant.db, whole.affected), whole.book), whole.book);
  const everyone = recall.deliveries();
  expect(deliveriesOf(everyone.rows, everyone.book)).toEqual(all);
  const { customers } = recallAnswerOf(whole);
  expect(new Set(all.map(({ customer }) => customer))).toEqual(new Set(customers.map(({ customer }) => customer)));
  for (const { customer, shipped, returned, deliveries } of customers) {
    const { rows, book } = recall.deliveries(customer);
    const own = deliveriesOf(rows, book);
    expect(own).toEqual(all.filter((row) => row.customer === customer));
    expect(sumsOf(own, 'shipment')).toEqual(shipped);
    expect(sumsOf(own, 'customer-return')).toEqual(returned);
    const shipments = own.filter(({ kind }) => kind === 'shipment');
    expect([...new Set(shipments.map(({ document }) => document))].sort(compareCodes)).toEqual(deliveries);
  }
}

function sumsOf(rows: readonly RecallDelivery[], kind: RecallDelivery['kind']) {
  const sums = new Map<string, bigint>();
  for (const row of rows.filter((candidate) => candidate.kind === kind))
    sums.set(row.product, (sums.get(row.product) ?? 0n) + (parseQuantity(row.quantity) ?? 0n));
  return [...sums]
    .map(([product, sum]) => ({ product, quantity: formatQuantity(sum) }))
    .sort((a, b) => compareCodes(a.product, b.product));
}

/** From one scope to another, whichever way each is read. */
function expectSameDropped(plant: PlantStore, [from, to]: [UnitRow[], UnitRow[]], index: Index, dated = false): void {
  const [one, other] = [bothWays(plant, from, index), bothWays(plant, to, index, dated)];
  for (const slice of slices) {
    const dropped = droppedOf(wholeBeyond(one.whole, other.whole, slice));
    expect(droppedOf(one.recall.beyond(other.recall, slice))).toEqual(dropped);
    const others = new Set(other.whole.affected.map(({ id }) => id));
    expect(dropped.units.total).toBe(one.whole.affected.filter(({ id }) => !others.has(id)).length);
  }
}

describe('a page of a recall', () => {
  it('is the same from the index as cut out of the complete answer, deliveries and what drops out with it', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 30 }), (happenings, every) => {
        const plant = new RandomPlant();
        const { db } = plant.store;
        const index = indexOf(plant.store);
        let marks = readMarks(db);
        happenings.forEach((draw, place) => {
          plant.happen(draw);
          if (place % every !== 0 && place !== happenings.length - 1) return;
          const updates = readUpdates(db, marks);
          applyUpdates(index, updates);
          marks = updates.marks;
        });
        const units = allUnits(plant.store);
        for (const unit of units) expectSamePages(plant.store, [unit], index);
        const [first, ...rest] = units;
        if (first === undefined) return;
        for (const unit of units) expectSameDropped(plant.store, [[unit], [unit]], index, true);
        for (const dated of [false, true]) expectSameDeliveries(plant.store, units, index, dated);
        expectSameDropped(plant.store, [units, [first]], index);
        expectSameDropped(plant.store, [[first], rest], index);
        expectSameDropped(plant.store, [units, units], index, true);
        expectSamePages(plant.store, units, indexOf(plant.store));
      }),
      { numRuns: countOf('LOTLINE_RECALL_RUNS') },
    );
  });

  it('lists adjustments that cancel out, and none that were undone', () => {
    const plant = plantOf(receive('MILK M1', 10, 1), adjust('MILK M1', 3, 2), adjust('MILK M1', -3, 3));
    plant.reverse(plant.move(adjust('MILK M1', 5, 4)), 5);
    const index = indexOf(plant);
    const [milk] = allUnits(plant);
    if (milk === undefined) throw new Error('the plant has no unit');
    const { adjustments, counts } = recallOf(plant, [milk], { index }).view({ offset: 0, limit: 10 });
    expect(adjustments.map(({ quantity }) => quantity)).toEqual([3_000_000, -3_000_000]);
    expect(counts.adjustments).toBe(2);
  });
});
