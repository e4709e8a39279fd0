import { describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { type Cells, type ExportTables, where } from '../support/exportFiles.ts';
import { on, row } from '../support/plantTables.ts';

/** Imports movements into the small plant and answers the places of the faults. */
const faultsOf = async (plant: TestApp, movements: Cells[], more: ExportTables = {}): Promise<string[]> =>
  where(await plant.faults({ movements, ...more }));

describe('a row that reverses another', () => {
  const receipt = row('receipt', 'OIL O1', 10, on(5), { id: 'M1' });
  const undo = (more: Cells = {}): Cells => ({
    ...row('receipt', 'OIL O1', 10, on(6), { id: 'M2', reverses: 'M1' }),
    from: 'STORE',
    status_from: 'A',
    to: '',
    status: '',
    ...more,
  });

  it('of its file, of its instant before or after it, or of the store undoes it', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [undo(), receipt] });
    expect(await plant.stock()).toEqual([]);
    expect(plant.rows('select id, reverses_id as undone from movement order by id')).toEqual([
      { id: 1, undone: null },
      { id: 2, undone: 1 },
    ]);

    const sameInstant = [undo({ at: on(7), id: 'M4', reverses: 'M3' }), { ...receipt, at: on(7), id: 'M3' }];
    await plant.take({ movements: sameInstant });
    expect(await plant.stock()).toEqual([]);

    await plant.take({ movements: [{ ...receipt, at: on(8), id: 'M5' }] });
    expect(await plant.stock()).toEqual(['OIL O1 @ STORE A = 10']);
    await plant.take({ movements: [undo({ at: on(9), id: 'M6', reverses: 'M5' })] });
    expect(await plant.stock()).toEqual([]);
    expect(await plant.take({ movements: [undo(), receipt, ...sameInstant] })).toMatchObject({
      movements: 0,
      alreadyPresent: 4,
    });
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('that is reversed already, that is a reversal itself, or that is not there is a fault', async () => {
    await using plant = await buildPlantApp();
    const again = (id: string, more: Cells) => undo({ id, ...more });
    const there = row('transfer', 'SALT', 1, on(5), { id: 'T1' });
    const back = { ...there, at: on(6), id: 'T2', reverses: 'T1', from: 'STORE2', to: 'STORE' };
    await plant.take({ movements: [receipt, undo(), row('receipt', 'SALT', 1, on(5)), there, back] });
    const wrong = [again('X', { at: on(7) }), { ...there, at: on(7), id: 'T3', reverses: 'T2' }];
    expect(await faultsOf(plant, wrong)).toEqual([
      'movements.csv 2 reverses ILLEGAL_TRANSITION',
      'movements.csv 3 reverses ILLEGAL_TRANSITION',
    ]);
    expect(await faultsOf(plant, [again('X', { reverses: 'NOWHERE' })])).toEqual([
      'movements.csv 2 reverses NOT_FOUND',
    ]);
    const before = { ...receipt, at: on(20), id: 'M7' };
    expect(await faultsOf(plant, [before, again('M8', { reverses: 'M7', at: on(19) })])).toEqual([
      'movements.csv 3 reverses NOT_FOUND',
    ]);
    expect(await faultsOf(plant, [again('X', { reverses: 'X' })])).toEqual(['movements.csv 2 reverses NOT_FOUND']);
  });

  it('twice in one instant is a fault, be the first of the file or of the store', async () => {
    await using plant = await buildPlantApp();
    const twice = [undo({ at: on(6), id: 'M2' }), undo({ at: on(6), id: 'M3', document: 'GRN-2' })];
    expect(await faultsOf(plant, [receipt, ...twice])).toEqual(['movements.csv 4 reverses ILLEGAL_TRANSITION']);
    expect(await faultsOf(plant, [{ ...receipt, at: on(6) }, ...twice])).toEqual([
      'movements.csv 4 reverses ILLEGAL_TRANSITION',
    ]);
    await plant.take({ movements: [receipt, row('receipt', 'OIL O1', 10, on(5), { id: 'OTHER' })] });
    expect(await faultsOf(plant, twice)).toEqual(['movements.csv 3 reverses ILLEGAL_TRANSITION']);
  });

  it('must be its exact opposite', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [receipt, row('receipt', 'OIL O2', 10, on(5))] });
    const wrong: [Cells, string][] = [
      [{ quantity: '9' }, 'quantity CONFLICT'],
      [{ lot: 'O2' }, 'lot CONFLICT'],
      [{ product: 'SALT', lot: '' }, 'product CONFLICT'],
      [{ from: 'STORE2' }, 'from CONFLICT'],
      [{ status_from: 'Q' }, 'status_from CONFLICT'],
      [{ kind: 'opening', partner: '' }, 'kind CONFLICT'],
    ];
    const movements = wrong.map(([cells], index) => undo({ id: `X${index}`, ...cells }));
    expect(await faultsOf(plant, movements)).toEqual(
      wrong.map(([, fault], index) => `movements.csv ${index + 2} ${fault}`),
    );
    const sameWay = { ...receipt, at: on(6), id: 'X', reverses: 'M1' };
    expect((await faultsOf(plant, [sameWay])).length).toBeGreaterThan(0);
  });

  it('of a range undoes every serial of it, and takes names back', async () => {
    await using plant = await buildPlantApp();
    const named = row('put-away', 'PUMP #A1..A3', 3, on(6), { id: 'P1' });
    const back = { ...named, at: on(7), id: 'P2', reverses: 'P1', from: 'STORE', to: 'DOCK' };
    await plant.take({ movements: [row('receipt', 'PUMP', 3, on(5), { to: 'DOCK' }), named] });
    await plant.take({ movements: [back] });
    expect(await plant.stock()).toEqual(['PUMP @ DOCK A = 3']);
    await plant.take({ movements: [row('put-away', 'PUMP #A1..A3', 3, on(8), { id: 'P3' })] });
    expect(await plant.stock()).toEqual(['PUMP #A1 @ STORE A = 1', 'PUMP #A2 @ STORE A = 1', 'PUMP #A3 @ STORE A = 1']);
    const part = { ...back, at: on(9), id: 'P4', reverses: 'P3', serial: 'A1..A2', quantity: '2' };
    expect(await faultsOf(plant, [part])).toEqual(['movements.csv 2 reverses CONFLICT']);
  });

  it('may leave the fault-giving balance out: what was undone in time does not count', async () => {
    await using plant = await buildPlantApp();
    const wrongWay = row('shipment', 'OIL O9', 3, on(5), { id: 'W1' });
    const mended = { ...wrongWay, id: 'W2', reverses: 'W1', from: '', status_from: '', to: 'STORE', status: 'A' };
    await plant.take({ movements: [wrongWay, mended] });
    expect(await plant.stock()).toEqual([]);
    expect(plant.rows('select count(*) as n from movement')).toEqual([{ n: 2 }]);
  });
});
