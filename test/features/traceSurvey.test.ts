import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarks } from '#main/features/trace/feed/feed.queries.ts';
import { tracePageOf, traceViewOf } from '#main/features/trace/trace.answer.ts';
import { readTrace } from '#main/features/trace/traceLists.queries.ts';
import { TraceSurvey } from '#main/features/trace/traceSurvey.queries.ts';
import { applyUpdates, readUpdates } from '#main/features/trace/feed/updates.ts';
import { resolveUnits, UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { type Direction, directions } from '#shared/trace/vocabulary.ts';
import { indexOf, unitNamed, walkPlant } from '../support/askPlant.ts';
import { countOf } from '../support/counts.ts';
import { make, plantOf, receive, ship, use } from '../support/movements.ts';
import type { Movement, PlantStore } from '../support/plantStore.ts';
import { type Happening, RandomPlant } from '../support/randomPlant.ts';

/** Everything but serial links, with which a trace is read whole. */
const withoutLinks = Array.from({ length: 18 }, (_, what) => what).filter((what) => what !== 15 && what !== 16);
const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom(...withoutLinks),
  a: fc.nat(11),
  b: fc.nat(11),
  c: fc.nat(11),
  day: fc.integer({ min: 1, max: 28 }),
});
const story = fc.array(happening, { minLength: 10, maxLength: 90, size: 'max' });

type Index = ReturnType<typeof indexOf>;
type Question = { roots: readonly UnitRow[]; direction: Direction; dated: boolean };

function surveyOf(plant: PlantStore, { roots, direction, dated }: Question, index: Index): TraceSurvey | undefined {
  const ids = roots.map(({ id }) => id);
  return TraceSurvey.of(plant.db, index, {
    roots: ids,
    direction,
    ordering: 'natural',
    walk: index.walk({ roots: ids, direction, dated }),
  });
}

/** Every page of so many rows is the one cut out of the complete answer, asked for in order and in reverse. */
function expectSamePages(plant: PlantStore, question: Question, index: Index, limit: number): void {
  const lists = readTrace(plant.db, walkPlant(plant, question.roots, { ...question, index, ordering: 'natural' }));
  const { units, runs, receipts, shipments, breaks } = traceViewOf(plant.db, lists, { offset: 0, limit: 1 }).counts;
  const pages = Math.max(1, Math.ceil(Math.max(units, runs, receipts, shipments, breaks) / limit));
  const offsets = Array.from({ length: pages + 1 }, (_, page) => page * limit);
  for (const inTurn of [offsets, offsets.toReversed()]) {
    const survey = surveyOf(plant, question, index);
    for (const offset of inTurn) {
      const page = survey?.page({ offset, limit });
      expect(page && tracePageOf(page)).toEqual(traceViewOf(plant.db, lists, { offset, limit }));
    }
  }
}

const allUnits = ({ db }: PlantStore): UnitRow[] => {
  const book = new UnitBook(db);
  const ids = db.prepare<[], number>('select id from unit order by id').pluck().all();
  book.load(ids);
  return ids.map((id) => book.unit(id));
};

const questionsOf = (roots: readonly UnitRow[]): Question[] =>
  directions.flatMap((direction) => [false, true].map((dated) => ({ roots, direction, dated })));

describe('a page of a wide trace', () => {
  it('is the same from the index as cut out of the complete answer, whatever happened in the plant', () => {
    fc.assert(
      fc.property(
        story,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (happenings, every, limit) => {
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
          if (units.length === 0) return;
          for (const unit of units)
            for (const question of questionsOf([unit])) expectSamePages(plant.store, question, index, limit);
          for (const question of questionsOf(units))
            expectSamePages(plant.store, question, indexOf(plant.store), limit);
        },
      ),
      { numRuns: countOf('LOTLINE_TRACE_RUNS') },
    );
  });

  it('has the rows of a large plant in order, many of one moment among them', () => {
    const plant = plantOf(...largePlant(300));
    const index = indexOf(plant);
    const [pulp, last] = ['PULP P1', 'JAR J299'].map((name) => resolveUnits(plant.db, [unitNamed(name)]));
    for (const question of questionsOf(pulp ?? [])) expectSamePages(plant, question, index, 64);
    for (const question of questionsOf(last ?? [])) expectSamePages(plant, question, index, 3);
  });

  it('counts shipments of one lot to one customer one by one, those undone not', () => {
    const plant = plantOf(receive('MILK M1', 20, 1), use('WO-1', 'MILK M1', 5, 2), make('WO-1', 'JAR J1', 9, 3));
    const index = indexOf(plant);
    let marks = readMarks(plant.db);
    const [milk] = [resolveUnits(plant.db, [unitNamed('MILK M1')])];
    const question: Question = { roots: milk, direction: 'downstream', dated: false };
    const shipments = (): number[] => {
      const updates = readUpdates(plant.db, marks);
      applyUpdates(index, updates);
      marks = updates.marks;
      expectSamePages(plant, question, index, 2);
      return [index, indexOf(plant)].map(
        (each) => surveyOf(plant, question, each)?.page({ offset: 0, limit: 1 })?.counts.shipments ?? -1,
      );
    };
    const first = plant.move(ship('JAR J1', 2, 4));
    const second = plant.move(ship('JAR J1', 2, 4));
    expect(shipments()).toEqual([2, 2]);
    plant.move(ship('JAR J1', 1, 5, { partner: 'C2' }));
    expect(shipments()).toEqual([3, 3]);
    plant.reverse(first, 6);
    expect(shipments()).toEqual([2, 2]);
    plant.reverse(second, 6);
    expect(shipments()).toEqual([1, 1]);
    plant.move(ship('JAR J1', 3, 7));
    expect(shipments()).toEqual([2, 2]);
  });

  it('is left to the complete answer where serial links say what was built into what', () => {
    const plant = plantOf(receive('PUMP #1', 1, 1), use('WO-1', 'PUMP #1', 1, 2), make('WO-1', 'SKID S1', 1, 3));
    const question: Question = {
      roots: resolveUnits(plant.db, [unitNamed('PUMP #1')]),
      direction: 'downstream',
      dated: false,
    };
    expect(surveyOf(plant, question, indexOf(plant))).toBeInstanceOf(TraceSurvey);
    plant.link({ workOrder: 'WO-1', component: unitNamed('PUMP #1'), parent: unitNamed('SKID S1') });
    expect(surveyOf(plant, question, indexOf(plant))).toBeUndefined();
  });
});

/** One lot of pulp goes into so many jars with glue nobody tracks; each is shipped once or several times, some before others are made. */
function largePlant(jars: number): Movement[] {
  const moments = Array.from({ length: 28 }, (_, day) => day + 1);
  const dayOf = (jar: number, more: number): number => moments[Math.min(27, 2 + Math.floor(jar / 20) + more)] ?? 28;
  return [
    receive('PULP P1', 3 * jars, 1),
    receive('SALT A1', jars, 2),
    ...Array.from({ length: 7 }, (_, mix): Movement[] => [
      use(`MX-${mix}`, 'PULP P1', 2, 1),
      make(`MX-${mix}`, `MIX M${mix}`, jars, 2),
    ]).flat(),
    ...Array.from({ length: jars }, (_, jar): Movement[] => {
      const order = `WO-${jar}`;
      const lot = `JAR J${jar}`;
      return [
        use(order, jar % 3 === 0 ? 'PULP P1' : `MIX M${jar % 7}`, 1, dayOf(jar, 0)),
        ...(jar % 5 === 0 ? [use(order, 'SALT A1', 1, dayOf(jar, 0))] : []),
        make(order, lot, 20, dayOf(jar, 0)),
        ...Array.from({ length: jar % 4 }, (_unused, times) =>
          ship(lot, 2, dayOf(jar, times % 2), { partner: `C${jar % 9}`, document: `DN-${jar % 11}` }),
        ),
      ];
    }).flat(),
  ];
}
