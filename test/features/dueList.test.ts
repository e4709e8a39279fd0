import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';

/** A day of June 2026: the store was made on its first. */
const june = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T08:00:00Z`;

describe('the list of what falls due', () => {
  it('has each lot that lies here and is not rejected once, by the day, with the work it means', async () => {
    await using plant = await buildPlantApp();
    plant.clock.set(june(4));
    await plant.postAll([
      ['receipt', 'MILK L2', 4, june(2)],
      ['receipt', 'MILK L1', 5, june(1)],
      ['receipt', 'MILK L1', 3, june(1), { status: 'Q', to: 'QUAR' }],
      ['receipt', 'MILK L3', 4, june(1), { status: 'Q', to: 'QUAR' }],
      ['receipt', 'MILK L4', 4, june(1), { status: 'R', to: 'QUAR' }],
      ['receipt', 'OIL O1', 5, june(1)],
    ]);
    const { total, rows } = await plant.ask('daily.list', {});
    expect(total).toBe(3);
    const said = rows.map(({ lot, due, what, work, released, quarantine }) =>
      [lot?.lot, due, what, work, released?.amount ?? '', quarantine?.amount ?? ''].join(' '),
    );
    expect(said).toEqual([
      'L1 2026-06-06 retest retest 5 3',
      'L2 2026-06-07 retest retest 4 ',
      'L3 2026-06-11 expiry decide  4',
    ]);
    expect((await plant.ask('daily.list', { work: ['decide'] })).total).toBe(1);
    expect((await plant.ask('daily.list', { due: '..2026-06-06' })).total).toBe(1);
  });
});
