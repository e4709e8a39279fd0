import { describe, expect, it } from 'vitest';
import { droppedOf } from '#main/features/recalls/recalls.answer.ts';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import { recallOf, shortOf, unitNamed } from '../support/askPlant.ts';
import { make, plantOf, receive, ship, use } from '../support/movements.ts';

/** Milk M1 was in the base before suspect sugar came to it: what was made and sent by then cannot hold any. */
const earlyAndLate = () =>
  plantOf(
    receive('MILK M1', 100, 1),
    use('WO-1', 'MILK M1', 50, 2),
    make('WO-1', 'BASE B1', 50, 3),
    use('WO-2', 'BASE B1', 10, 4),
    make('WO-2', 'YOG EARLY', 10, 5),
    ship('YOG EARLY', 10, 6, { partner: 'C-EARLY' }),
    receive('SUGAR S1', 10, 7),
    use('WO-3', 'SUGAR S1', 10, 8),
    make('WO-3', 'BASE B1', 10, 9),
    use('WO-4', 'BASE B1', 10, 10),
    make('WO-4', 'YOG LATE', 10, 11),
    ship('YOG LATE', 10, 12, { partner: 'C-LATE' }),
  );

describe('what of a recall was not possible in time', () => {
  it('is counted against the wide scope: its units and the customers who got only those', () => {
    const plant = earlyAndLate();
    const roots = resolveUnits(plant.db, [unitNamed('SUGAR S1')]);
    const [wide, possible] = [false, true].map((dated) => recallOf(plant, roots, { dated }));
    if (wide === undefined || possible === undefined) throw new Error('a recall is missing');
    const dropped = droppedOf(wide.beyond(possible, { offset: 0, limit: 10 }));
    expect(dropped.units.rows.map(shortOf)).toEqual(['YOG EARLY']);
    expect(dropped.customers.rows.map(({ customer }) => customer)).toEqual(['C-EARLY']);
  });
});
