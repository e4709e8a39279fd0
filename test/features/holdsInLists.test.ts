import { describe, expect, it } from 'vitest';
import { buildHeldPlant, type HeldPlant, type HoldTarget } from '../support/heldPlant.ts';
import { on } from '../support/plantTables.ts';

/** What the list says of each lot that is on hold. */
async function held(plant: HeldPlant, question: { held?: ('whole' | 'part')[] } = {}): Promise<string[]> {
  const { rows, total } = await plant.ask('lots.list', { ...question, sort: 'lot', limit: 500 });
  expect(total).toBe(rows.length);
  return rows.flatMap((lot) =>
    lot.held === '' ? [] : [`${[lot.lot, lot.sublot].filter(Boolean).join('/')} ${lot.held}`],
  );
}

describe('the list of holds', () => {
  it('says how much each is on just now, in one unit of measure alone, and of how many lots and serials', async () => {
    await using plant = await buildHeldPlant();
    const { set } = await plant.hold([
      { product: 'OIL', lot: 'O1' },
      { product: 'CHEESE', lot: 'L1' },
      { supplier: 'S1' },
      { product: 'PUMP', serialFrom: 'P-09', serialTo: 'P-11' },
      { location: 'LINE' },
    ]);
    const listed = async () => {
      const { rows } = await plant.ask('holds.list', {});
      return rows
        .toReversed()
        .map(({ quantity, units }) => [quantity && `${quantity.amount} ${quantity.unit}`.trim(), units]);
    };
    expect(await listed()).toEqual([
      ['48 kg', 1],
      ['100 kg', 2],
      [null, 11],
      ['3 EA', 3],
      ['0', 0],
    ]);
    await plant.lift(set.slice(0, 1));
    expect((await listed())[0]).toEqual([null, null]);
  });
});

describe('the list of lots', () => {
  const kinds: [what: string, target: HoldTarget, says: string[]][] = [
    ['a lot', { product: 'OIL', lot: 'O1' }, ['O1 whole']],
    ['a lot with its sublots', { product: 'CHEESE', lot: 'L1' }, ['L1/S1 whole', 'L1/S2 whole']],
    ['a sublot', { product: 'CHEESE', lot: 'L1', sublot: 'S1' }, ['L1/S1 whole']],
    ["a supplier's deliveries", { supplier: 'S2' }, ['O2 whole']],
    ['the output of an order', { workOrder: 'WO-1' }, ['K1 whole']],
    ['a location where part of it lies', { location: 'STORE2' }, ['O1 part', 'O3 whole']],
    [
      'a window of days',
      { location: 'STORE', receivedFrom: '2026-01-05', receivedTo: '2026-01-06' },
      ['K1 whole', 'K2 whole', 'L1/S2 whole'],
    ],
  ];

  it.each(kinds)('says which are on hold, and finds them: %s', async (_what, target, says) => {
    await using plant = await buildHeldPlant();
    await plant.postAll([['transfer', 'OIL O1', 5, on(10)]]);
    expect(await held(plant)).toEqual([]);
    expect((await plant.ask('lots.list', { held: ['whole', 'part'] })).total).toBe(0);
    const { act } = await plant.hold([target]);
    expect(await held(plant)).toEqual(says);
    expect(await held(plant, { held: ['whole', 'part'] })).toEqual(says);
    const ofPart = says.filter((one) => one.endsWith('part'));
    expect(await held(plant, { held: ['part'] })).toEqual(ofPart);
    await plant.lift([act]);
    expect(await held(plant)).toEqual([]);
    expect((await plant.ask('lots.list', { held: ['whole', 'part'] })).total).toBe(0);
  });

  it('follows what moves: nothing of it is held any more where the rest went', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([['transfer', 'OIL O1', 5, on(10)]]);
    await plant.hold([{ location: 'STORE2', product: 'OIL' }]);
    expect(await held(plant)).toEqual(['O1 part', 'O3 whole']);
    await plant.postAll([['scrap', 'OIL O1', 5, on(11), { from: 'STORE2' }]]);
    expect(await held(plant)).toEqual(['O3 whole']);
  });

  it('says it in its workbook too', async () => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    const preview = await plant.ask('reports.preview', {
      report: 'lots',
      parameters: { question: { held: ['whole'] }, columns: ['lot', 'held'] },
    });
    expect(JSON.stringify(preview)).toContain('On hold');
  });
});

describe('a hold before it is set', () => {
  it('names what lies here that it would take, each unit in its own measure', async () => {
    await using plant = await buildHeldPlant();
    const preview = async (target: HoldTarget) =>
      (await plant.ask('holds.preview', { targets: [target] }, { as: plant.quality })).targets[0];
    expect(await preview({ supplier: 'S2' })).toMatchObject({
      total: 1,
      units: [{ product: 'OIL', lot: 'O2', quantity: '50', unitOfMeasure: 'kg' }],
    });
    const serials = await preview({ product: 'PUMP', serialFrom: 'P-09', serialTo: 'P-12' });
    expect(serials?.units.map(({ serial, quantity, unitOfMeasure }) => [serial, quantity, unitOfMeasure])).toEqual([
      ['P-09', '1', 'EA'],
      ['P-10', '1', 'EA'],
      ['P-11', '1', 'EA'],
      ['P-12', '1', 'EA'],
    ]);
    expect((await preview({ location: 'STORE' }))?.total).toBe(13);
  });
});
