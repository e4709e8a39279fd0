import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { foundInTurn } from '../support/foundInTurn.ts';
import { on, posted, row } from '../support/plantTables.ts';

const cheese = (sublot: string, more: Cells): Cells => ({ product: 'CHEESE', lot: 'C1', sublot, ...more });
const oil = (more: Cells): Cells => ({ product: 'OIL', lot: 'O1', ...more });
const received = row('receipt', 'CHEESE C1/S1', 9, on(2));
const shipped = row('shipment', 'CHEESE C1/S1', 1, on(8));
const used = row('consumption', 'CHEESE C1/S1', 1, on(9));

describe('a sublot without dates of its own', () => {
  const lots = [cheese('', { expires_on: '2026-01-07' })];
  const movements = [received, shipped, used];

  it('has expired when its lot has, whatever comes first', async () => {
    const both = ['movements.csv 3 lot EXPIRED_LOT', 'movements.csv 4 lot EXPIRED_LOT'];
    expect(await foundInTurn({ lots, movements })).toEqual([both]);
    expect(await foundInTurn({ lots }, { movements })).toEqual([[], both]);
    expect(await foundInTurn({ lots: [...lots, cheese('S1', {})], movements })).toEqual([both]);
    const atLot = Array.from({ length: 2 }, () => 'lots.csv 2 expires_on EXPIRED_LOT');
    expect(await foundInTurn({ movements }, { lots }, { lots })).toEqual([[], atLot, []]);
    // The rows are in the later export too, and the lot was known before.
    expect(await foundInTurn({ lots: [cheese('', {})], movements }, { lots, movements })).toEqual([[], both]);
  });

  it('has not where it has its own, and has again when only its own are early', async () => {
    const own = cheese('S1', { expires_on: '2026-02-01' });
    expect(await foundInTurn({ lots: [...lots, own], movements })).toEqual([[]]);
    expect(await foundInTurn({ movements, lots: [own] }, { lots })).toEqual([[], []]);
    expect(
      await foundInTurn({ movements, lots: [own] }, { lots: [...lots, cheese('S1', { expires_on: '2026-01-08' })] }),
    ).toEqual([[], ['lots.csv 3 expires_on EXPIRED_LOT']]);
  });

  it('is refused on the screen, shipped or released, when its lot has expired', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots, movements: [received, row('receipt', 'CHEESE C1/S2', 5, on(2), { status: 'Q' })] });
    const out = plant.ask('movements.post', { movements: [posted('shipment', 'CHEESE C1/S1', 1, on(8))] });
    await expect(out).rejects.toMatchObject({ code: 'EXPIRED_LOT' });
    const inTime = plant.ask('movements.post', { movements: [posted('shipment', 'CHEESE C1/S1', 1, on(7))] });
    await expect(inTime).resolves.toBeDefined();
    const goods = { product: 'CHEESE', lot: 'C1', sublot: 'S2', statusFrom: 'Q', statusTo: 'A' };
    expect(await plant.ask('lots.previewStatus', goods)).toMatchObject({ code: 'EXPIRED_LOT' });
  });

  it('is not made before its lot, whatever comes first', async () => {
    const made = [cheese('', { manufactured_on: '2026-01-05' })];
    expect(await foundInTurn({ lots: made, movements })).toEqual([['movements.csv 2 at VALIDATION']]);
    expect(await foundInTurn({ movements }, { lots: made })).toEqual([[], ['lots.csv 2 manufactured_on VALIDATION']]);
    expect(await foundInTurn({ lots: [...made, cheese('S1', { manufactured_on: '2026-01-01' })], movements })).toEqual([
      [],
    ]);
  });

  it('counts its shelf life from its lot, and takes no date that its lot has', async () => {
    const products = [
      { code: 'CHEESE', name: 'Cheese', unit: 'kg', lot_tracking: 'lot-sublot', shelf_life_days: '30' },
    ];
    expect(await foundInTurn({ products, lots, movements })).toEqual([
      ['movements.csv 3 lot EXPIRED_LOT', 'movements.csv 4 lot EXPIRED_LOT'],
    ]);
    const made = [cheese('', { manufactured_on: '2025-12-09' })];
    expect(await foundInTurn({ products, lots: made, movements })).toEqual([['movements.csv 4 lot EXPIRED_LOT']]);
    expect(await foundInTurn({ lots: made, movements }, { products })).toEqual([
      [],
      ['products.csv 2 shelf_life_days EXPIRED_LOT'],
    ]);
  });

  it('contradicts its lot by a date of its own, told where the later row stands', async () => {
    const made = cheese('', { manufactured_on: '2026-01-05' });
    const own = cheese('S1', { expires_on: '2026-01-04' });
    expect(await foundInTurn({ lots: [made, own] })).toEqual([['lots.csv 3 expires_on VALIDATION']]);
    expect(await foundInTurn({ lots: [own, made] })).toEqual([['lots.csv 3 expires_on VALIDATION']]);
    expect(await foundInTurn({ lots: [own], movements: [] }, { lots: [made] }, { lots: [own, made] })).toEqual([
      [],
      ['lots.csv 2 expires_on VALIDATION'],
      [],
    ]);
  });
});

describe('goods that had expired when they came in', () => {
  const lots = [oil({ expires_on: '2026-01-05' })];
  it.each(['receipt', 'output'] as const)('are told of by %s, whatever comes first', async (kind) => {
    const movements = [row(kind, 'OIL O1', 5, on(5)), row(kind, 'OIL O1', 5, on(6))];
    expect(await foundInTurn({ lots, movements })).toEqual([['movements.csv 3 lot EXPIRED_LOT']]);
    expect(await foundInTurn({ movements }, { lots }, { lots, movements })).toEqual([
      [],
      ['lots.csv 2 expires_on EXPIRED_LOT'],
      [],
    ]);
    await using plant = await buildPlantApp();
    const { findings } = await plant.take({ lots: [oil({ use_by_on: '2026-01-05' })], movements });
    expect(findings[0]?.message).toMatch(/OIL lot O1 had expired when it was (received|made)\.$/);
  });

  it('are taken over, found and sent back by a customer without a word', async () => {
    const out = row('shipment', 'OIL O1', 5, on(5));
    const kinds = [row('opening', 'OIL O2', 5, on(6)), row('adjustment', 'OIL O1', 5, on(6))];
    const movements = [row('receipt', 'OIL O1', 50, on(2)), out, ...kinds, row('customer-return', 'OIL O1', 5, on(7))];
    const two = [...lots, oil({ lot: 'O2', expires_on: '2026-01-05' })];
    expect(await foundInTurn({ lots: two, movements })).toEqual([[]]);
  });

  it('are not told of where the receipt was undone before the day was known', async () => {
    const wrong = row('receipt', 'OIL O1', 5, on(6), { id: 'IN' });
    const undo = { ...wrong, at: on(7), from: 'STORE', status_from: 'A', to: '', status: '', id: 'U', reverses: 'IN' };
    expect(await foundInTurn({ movements: [wrong, undo] }, { lots })).toEqual([[], []]);
  });
});

describe('goods that came without a lot and got one later', () => {
  const came = (quantity: number, day: number) => row('receipt', 'CAKE', quantity, on(day), { to: 'DOCK' });
  const stow = (lot: string, quantity: number, day: number) => row('put-away', `CAKE ${lot}`, quantity, on(day));
  const cake = (more: Cells): Cells => ({ product: 'CAKE', lot: 'K1', ...more });
  const lots = [cake({ expires_on: '2026-01-05' })];

  it('had expired when they came, received or made, whatever comes first', async () => {
    const movements = [came(5, 6), stow('K1', 5, 8)];
    expect(await foundInTurn({ lots, movements: [came(5, 5), stow('K1', 5, 8)] })).toEqual([[]]);
    expect(await foundInTurn({ lots, movements }, { lots, movements })).toEqual([
      ['movements.csv 3 lot EXPIRED_LOT'],
      [],
    ]);
    expect(await foundInTurn({ lots, movements: movements.slice(0, 1) }, { movements: movements.slice(1) })).toEqual([
      [],
      ['movements.csv 2 lot EXPIRED_LOT'],
    ]);
    expect(await foundInTurn({ movements }, { lots }, { lots: [cake({ expires_on: '2026-01-04' })] })).toEqual([
      [],
      ['lots.csv 2 expires_on EXPIRED_LOT'],
      [],
    ]);
    expect(await foundInTurn({ movements }, { lots: [cake({ use_by_on: '2026-01-05' })] })).toEqual([
      [],
      ['lots.csv 2 use_by_on EXPIRED_LOT'],
    ]);
    const made = [row('output', 'OIL', 5, on(6)), row('assign', 'OIL O1', 5, on(8))];
    expect(await foundInTurn({ lots: [oil({ expires_on: '2026-01-05' })], movements: made })).toEqual([
      ['movements.csv 3 lot EXPIRED_LOT'],
    ]);
  });

  it('may be those that had come before where they lay together, but no more', async () => {
    const mixed = [came(4, 5), came(6, 6)];
    expect(await foundInTurn({ lots, movements: [...mixed, stow('K1', 4, 8), stow('K2', 6, 8)] })).toEqual([[]]);
    expect(await foundInTurn({ lots, movements: [...mixed, stow('K1', 3, 8), stow('K1', 2, 9)] })).toEqual([
      ['movements.csv 5 lot EXPIRED_LOT'],
    ]);
    const opened = row('opening', 'CAKE', 4, on(7), { to: 'DOCK' });
    expect(await foundInTurn({ lots, movements: [opened, stow('K1', 4, 8)] })).toEqual([[]]);
  });

  it('are judged by their sublot, and not where the receipt or the name was undone', async () => {
    const ofCheese = [cheese('', { expires_on: '2026-01-05' }), cheese('B', { expires_on: '2026-02-05' })];
    const named = (sublot: string) => [
      row('receipt', 'CHEESE', 5, on(6), { to: 'DOCK' }),
      row('assign', 'CHEESE C1', 5, on(7), { from: 'DOCK', to: 'DOCK' }),
      row('put-away', `CHEESE C1/${sublot}`, 5, on(8)),
    ];
    expect(await foundInTurn({ lots: ofCheese, movements: named('A') })).toEqual([['movements.csv 4 lot EXPIRED_LOT']]);
    expect(await foundInTurn({ lots: ofCheese, movements: named('B') })).toEqual([[]]);
    const wrong = { ...stow('K1', 5, 8), id: 'N' };
    const undo = { ...wrong, at: on(9), from: 'STORE', to: 'DOCK', id: 'U', reverses: 'N' };
    const movements = [came(5, 6), wrong, undo, stow('K2', 5, 10)];
    expect(await foundInTurn({ lots, movements })).toEqual([[]]);
    const late = { ...came(5, 6), id: 'L' };
    const gone = { ...late, at: on(7), from: 'DOCK', status_from: 'A', to: '', status: '', id: 'G', reverses: 'L' };
    const rest = [came(5, 5), stow('K1', 5, 8)];
    expect(await foundInTurn({ lots, movements: [late, gone, ...rest] })).toEqual([[]]);
    // What came in time is undone later.
    const right = { ...came(5, 5), id: 'R' };
    const undone = { ...right, at: on(9), from: 'DOCK', status_from: 'A', to: '', status: '', id: 'V', reverses: 'R' };
    expect(await foundInTurn({ lots, movements: [right, late, stow('K1', 5, 8)] }, { movements: [undone] })).toEqual([
      [],
      ['movements.csv 2 lot EXPIRED_LOT'],
    ]);
  });

  it('were here before they were made, whatever comes first', async () => {
    const made = [cake({ manufactured_on: '2026-01-06' })];
    const movements = [came(5, 4), stow('K1', 5, 8)];
    expect(await foundInTurn({ lots: made, movements: [came(5, 6), stow('K1', 5, 8)] })).toEqual([[]]);
    expect(await foundInTurn({ lots: made, movements })).toEqual([['movements.csv 3 lot VALIDATION']]);
    expect(await foundInTurn({ movements }, { lots: made }, { lots: made, movements })).toEqual([
      [],
      ['lots.csv 2 manufactured_on VALIDATION'],
      [],
    ]);
    const mixed = [came(5, 4), came(5, 6)];
    expect(await foundInTurn({ lots: made, movements: [...mixed, stow('K1', 5, 8)] })).toEqual([[]]);
    // What gets its name before it was made is told once.
    expect(await foundInTurn({ lots: made, movements: [came(5, 4), stow('K1', 5, 4)] })).toEqual([
      ['movements.csv 3 at VALIDATION'],
    ]);
  });
});

describe('dates of a lot that contradict each other', () => {
  it.each(['best_before_on', 'use_by_on', 'retest_on'])('are told: %s after the day it expires', async (column) => {
    const late = [oil({ expires_on: '2026-02-01', [column]: '2026-02-02' })];
    expect(await foundInTurn({ lots: late })).toEqual([[`lots.csv 2 ${column} VALIDATION`]]);
    expect(await foundInTurn({ lots: [oil({ expires_on: '2026-02-01', [column]: '2026-02-01' })] })).toEqual([[]]);
    // Each alone in an import of its own, in either order.
    const [first, second] = [[oil({ expires_on: '2026-02-01' })], [oil({ [column]: '2026-02-02' })]];
    expect(await foundInTurn({ lots: first }, { lots: second }, { lots: late })).toEqual([
      [],
      [`lots.csv 2 ${column} VALIDATION`],
      [],
    ]);
    expect(await foundInTurn({ lots: second }, { lots: first })).toEqual([[], [`lots.csv 2 ${column} VALIDATION`]]);
  });

  it('are told when the day it was made moves behind the one it expires on', async () => {
    const made = (day: string) => ({ lots: [oil({ manufactured_on: day })] });
    const both = [oil({ manufactured_on: '2026-01-01', expires_on: '2026-02-01' })];
    expect(await foundInTurn({ lots: both }, made('2026-02-01'), made('2026-02-02'), made('2026-02-02'))).toEqual([
      [],
      [],
      ['lots.csv 2 expires_on VALIDATION'],
      [],
    ]);
  });
});

describe('a later record of a lot whose goods have moved', () => {
  const known = { supplier_lot: 'AX-31', manufactured_on: '2026-01-01', expires_on: '2026-06-20' };
  const movements = [row('receipt', 'OIL O1', 9, on(2)), row('shipment', 'OIL O1', 1, on(8))];

  it('says what it was and what it is, once', async () => {
    const changed = { supplier_lot: 'AX-99', manufactured_on: '2025-01-01', expires_on: '2028-06-20' };
    const later = { lots: [oil(changed)] };
    expect(await foundInTurn({ lots: [oil(known)], movements }, later, later)).toEqual([
      [],
      ['supplier_lot', 'manufactured_on', 'expires_on'].map((column) => `lots.csv 2 ${column} CONFLICT`),
      [],
    ]);
    await using plant = await buildPlantApp();
    await plant.take({ lots: [oil(known)], movements });
    const { findings } = await plant.take(later);
    expect(findings.find(({ column }) => column === 'supplier_lot')?.message).toContain(
      "OIL O1 was the supplier's lot AX-31 and is AX-99 now",
    );
  });

  it.each<[string, Cells, Cells]>([
    ['brings what was not known', {}, known],
    ['says the same once more', known, known],
    ['spells it otherwise', known, { supplier_lot: 'ax31' }],
    ['says nothing', known, {}],
    ['corrects a day', known, { manufactured_on: '2025-12-29', expires_on: '2026-07-01' }],
    ['gives a longer life after a test', known, { expires_on: '2026-12-20', retest_on: '2026-09-01' }],
  ])('is none where it %s', async (_, before, after) => {
    const told = await foundInTurn({ lots: [oil(before)], movements }, { lots: [oil(after)] });
    expect(told.flat().filter((one) => one.endsWith('CONFLICT'))).toEqual([]);
  });

  it('is none where nothing has moved', async () =>
    expect(await foundInTurn({ lots: [oil(known)] }, { lots: [oil({ supplier_lot: 'AX-99' })] })).toEqual([[], []]));
});

it('a supplier’s lot that is the supplier’s code stands in the wrong column', async () => {
  const lots = [oil({ supplier: 'S1', supplier_lot: 'S1' })];
  expect(await foundInTurn({ lots }, { lots })).toEqual([['lots.csv 2 supplier_lot VALIDATION'], []]);
  expect(await foundInTurn({ lots: [oil({ supplier: 'S1', supplier_lot: 'O1' })] })).toEqual([[]]);
});
