import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecall } from '#main/features/recalls/recallLists.queries.ts';
import { RecallSurvey } from '#main/features/recalls/recallSurvey.queries.ts';
import { viewOfLists } from '#main/features/recalls/recallView.ts';
import { recallViewOf } from '#main/features/recalls/recalls.answer.ts';
import { readMarks } from '#main/features/trace/feed.queries.ts';
import { applyUpdates, readUpdates } from '#main/features/trace/trace.updates.ts';
import { UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { indexOf, walkPlant } from '../support/askPlant.ts';
import { adjust, plantOf, receive } from '../support/movements.ts';
import type { PlantStore } from '../support/plantStore.ts';
import { type Happening, RandomPlant } from '../support/randomPlant.ts';

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

/** Both ways to a page of a recall: out of the complete lists, and by the index with the page's own rows. */
function expectSamePages(plant: PlantStore, roots: readonly UnitRow[], index: ReturnType<typeof indexOf>): void {
  const lists = readRecall(plant.db, walkPlant(plant, roots, { direction: 'downstream', index }));
  const walk = index.walk({ roots: roots.map(({ id }) => id), direction: 'downstream' });
  const survey = new RecallSurvey(plant.db, index, roots, walk);
  for (const slice of slices) expect(recallViewOf(survey.view(slice))).toEqual(recallViewOf(viewOfLists(lists, slice)));
}

describe('a page of a recall', () => {
  it('is the same from the index as cut out of the complete answer', () => {
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
        expectSamePages(plant.store, units, indexOf(plant.store));
      }),
      { numRuns: 60, interruptAfterTimeLimit: 12_000 },
    );
  });

  it('lists adjustments that cancel out, and none that were undone', () => {
    const plant = plantOf(receive('MILK M1', 10, 1), adjust('MILK M1', 3, 2), adjust('MILK M1', -3, 3));
    plant.reverse(plant.move(adjust('MILK M1', 5, 4)), 5);
    const index = indexOf(plant);
    const [milk] = allUnits(plant);
    if (milk === undefined) throw new Error('the plant has no unit');
    const survey = new RecallSurvey(plant.db, index, [milk], index.walk({ roots: [milk.id], direction: 'downstream' }));
    const { page, counts } = survey.view({ offset: 0, limit: 10 });
    expect(page.adjustments.map(({ quantity }) => quantity)).toEqual([3_000_000, -3_000_000]);
    expect(counts.adjustments).toBe(2);
  });
});
