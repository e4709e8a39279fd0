import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { foundInTurn } from '../support/foundInTurn.ts';
import { on, row } from '../support/plantTables.ts';

const made = (day: string, more: Cells = {}): Cells => ({ product: 'OIL', lot: 'O1', manufactured_on: day, ...more });
const received = row('receipt', 'OIL O1', 50, on(5));
const shipped = row('shipment', 'OIL O1', 5, on(8));

describe('a lot that moved before it was made', () => {
  it('is told once, whichever comes first', async () => {
    const lots = [made('2026-01-07')];
    expect(await foundInTurn({ lots, movements: [received, shipped] })).toEqual([['movements.csv 2 at VALIDATION']]);
    expect(await foundInTurn({ lots }, { movements: [received] }, { movements: [shipped] })).toEqual([
      [],
      ['movements.csv 2 at VALIDATION'],
      [],
    ]);
    expect(
      await foundInTurn({ movements: [received, shipped] }, { lots }, { lots, movements: [received, shipped] }),
    ).toEqual([[], ['lots.csv 2 manufactured_on VALIDATION'], []]);
  });

  it('is told with both days and the document', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [row('output', 'CAKE K1', 5, on(5))] });
    const { findings } = await plant.take({ lots: [{ product: 'CAKE', lot: 'K1', manufactured_on: '2026-01-09' }] });
    expect(findings[0]?.message).toMatch(
      /^WO-1: CAKE lot K1 was moved on 2026-01-05, before it was made, on 2026-01-09\. /,
    );
  });

  it('is told when its day moves behind the first movement, not when it moves on from there', async () => {
    expect(
      await foundInTurn(
        { lots: [made('2026-01-04')], movements: [received] },
        { lots: [made('2026-01-06')] },
        { lots: [made('2026-01-07')] },
        { lots: [made('2026-01-05')] },
      ),
    ).toEqual([[], ['lots.csv 2 manufactured_on VALIDATION'], [], []]);
  });

  it('is none where it moved on that very day, by the clock of any plant that may have written the time', async () => {
    expect(await foundInTurn({ lots: [made('2026-01-05')], movements: [received] })).toEqual([[]]);
    const at = (time: string) => foundInTurn({ lots: [made('2026-01-06')], movements: [{ ...received, at: time }] });
    // At night in UTC it is the next day farther east; with an offset the day is known.
    expect(await at('2026-01-05T22:30:00Z')).toEqual([[]]);
    expect(await at('2026-01-05T22:30:00+01:00')).toEqual([['movements.csv 2 at VALIDATION']]);
    expect(await at('2026-01-05T09:00:00Z')).toEqual([['movements.csv 2 at VALIDATION']]);
  });

  it('counts no movement that was undone', async () => {
    const undo = {
      ...row('receipt', 'OIL O1', 50, on(6), { id: 'B', reverses: 'A' }),
      from: 'STORE',
      status_from: 'A',
      to: '',
      status: '',
    };
    const movements = [{ ...received, id: 'A' }, undo, row('receipt', 'OIL O1', 50, on(9), { id: 'C' })];
    expect(await foundInTurn({ movements }, { lots: [made('2026-01-08')] })).toEqual([[], []]);
  });
});

describe('a shelf life that a later import gives', () => {
  const oil = (more: Cells): Cells => ({ code: 'OIL', name: 'Oil', unit: 'kg', lot_tracking: 'optional', ...more });

  it.each([
    ['shelf_life_days', 'the day it was made', [made('2026-01-01')]],
    ['use_by_days', 'its first movement', []],
  ])('tells by %s from %s what had left too late', async (column, _from, lots) => {
    const before = { lots, movements: [received, shipped, row('consumption', 'OIL O1', 5, on(20))] };
    const later = { products: [oil({ [column]: '10' })] };
    const [first, second, third] = await foundInTurn(before, later, later);
    expect([first, second, third]).toEqual([[], [`products.csv 2 ${column} EXPIRED_LOT`], []]);
    const [whole] = await foundInTurn({ ...later, ...before });
    expect(whole).toEqual(['movements.csv 4 lot EXPIRED_LOT']);
  });

  it('tells nothing of lots with a date, nor where it only changes', async () => {
    const dated = {
      lots: [made('2026-01-01', { expires_on: '2026-02-01', use_by_on: '2026-02-01' })],
      movements: [received, shipped],
    };
    expect(await foundInTurn(dated, { products: [oil({ shelf_life_days: '2' })] })).toEqual([[], []]);
    const open = { products: [oil({ shelf_life_days: '60' })], movements: [received, shipped] };
    expect(await foundInTurn(open, { products: [oil({ shelf_life_days: '2' })] })).toEqual([[], []]);
  });
});
