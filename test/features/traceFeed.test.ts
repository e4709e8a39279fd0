import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlows } from '#main/features/trace/flows.queries.ts';
import { readMarks } from '#main/features/trace/feed/feed.queries.ts';
import { applyUpdates, readUpdates } from '#main/features/trace/feed/updates.ts';
import { balanceOf, noFlow } from '#shared/recalls/figures.ts';
import { directions } from '#shared/trace/vocabulary.ts';
import { indexOf } from '../support/askPlant.ts';
import { countOf } from '../support/counts.ts';
import { naiveTrace } from '../support/naiveTrace.ts';
import type { PlantStore } from '../support/plantStore.ts';
import { type Happening, RandomPlant } from '../support/randomPlant.ts';

const runs = countOf('LOTLINE_FEED_RUNS');

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.nat(17),
  a: fc.nat(11),
  b: fc.nat(11),
  c: fc.nat(11),
  day: fc.integer({ min: 1, max: 28 }),
});
const story = fc.array(happening, { minLength: 10, maxLength: 70, size: 'max' });

const unitsOf = (plant: PlantStore): number[] =>
  plant.db.prepare<[], number>('select id from unit order by id').pluck().all();

function walksOf(index: ReturnType<typeof indexOf>, unit: number) {
  return directions.flatMap((direction) =>
    [false, true].map((dated) => {
      const { units, depths, runs, moments } = index.walk({ roots: [unit], direction, dated });
      const reached = Array.from(units, (id, place) => [id, depths[place], moments?.[place]]);
      return {
        direction,
        dated,
        reached: reached.sort(([a = 0], [b = 0]) => a - b),
        runs: Array.from(runs).sort((a, b) => a - b),
      };
    }),
  );
}

const linesOf = (index: ReturnType<typeof indexOf>, unit: number) =>
  index
    .linesOf(unit)
    .filter((line) => line.amount !== 0)
    .sort((a, b) => a.figureKind - b.figureKind || a.reference - b.reference);

describe('the index read from a store', () => {
  it('reaches what the rules say, at the depths and moments they say', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        const plant = new RandomPlant();
        for (const draw of happenings) plant.happen(draw);
        const index = indexOf(plant.store);
        for (const root of unitsOf(plant.store)) {
          for (const { direction, dated, reached } of walksOf(index, root)) {
            const expected = [...naiveTrace(plant.store, root, { direction, dated })].map(
              ([unit, { depth, moment }]) => [unit, depth, dated ? moment : undefined],
            );
            expect({ root, direction, dated, reached }).toEqual({
              root,
              direction,
              dated,
              reached: expected.sort(([a = 0], [b = 0]) => a - b),
            });
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('fed piece by piece is the one built at once, figures included', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 9 }), (happenings, every) => {
        const plant = new RandomPlant();
        const { db } = plant.store;
        const fed = indexOf(plant.store);
        let marks = readMarks(db);
        happenings.forEach((draw, place) => {
          plant.happen(draw);
          if (place % every !== 0 && place !== happenings.length - 1) return;
          const updates = readUpdates(db, marks);
          applyUpdates(fed, updates);
          marks = updates.marks;
        });
        const built = indexOf(plant.store);
        expect(fed.edgeCount).toBe(built.edgeCount);
        for (const unit of unitsOf(plant.store)) {
          expect(walksOf(fed, unit)).toEqual(walksOf(built, unit));
          expect(linesOf(fed, unit)).toEqual(linesOf(built, unit));
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('the figures of any unit', () => {
  it('say what is on hand', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        const plant = new RandomPlant();
        for (const draw of happenings) plant.happen(draw);
        const { db } = plant.store;
        const spans = unitsOf(plant.store).map((id) => ({
          id,
          since: Number.NEGATIVE_INFINITY,
          until: Number.POSITIVE_INFINITY,
        }));
        const { flows } = readFlows(db, spans);
        const onHand = db
          .prepare<[number], bigint>('select coalesce(sum(quantity), 0) from balance where unit_id = ?')
          .safeIntegers()
          .pluck();
        for (const { id } of spans)
          expect({ id, onHand: balanceOf(flows.get(id) ?? noFlow()) }).toEqual({ id, onHand: onHand.get(id) });
      }),
      { numRuns: runs },
    );
  });
});
