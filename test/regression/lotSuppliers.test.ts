import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { foundInTurn } from '../support/foundInTurn.ts';
import { on, posted, row } from '../support/plantTables.ts';

const from = (partner: string, goods = 'OIL O1', day = 2, more: Cells = {}) =>
  row('receipt', goods, 5, on(day), { partner, ...more });
const oil = (supplier: string): Cells => ({ product: 'OIL', lot: 'O1', supplier });

describe('a lot that came from another supplier than its record names', () => {
  it('is told, whichever comes first, and once', async () => {
    const lots = [oil('S1')];
    const movements = [from('S2'), from('S2', 'OIL O1', 3)];
    expect(await foundInTurn({ lots, movements: [from('S1')] })).toEqual([[]]);
    expect(await foundInTurn({ lots, movements })).toEqual([['movements.csv 2 partner CONFLICT']]);
    expect(await foundInTurn({ lots }, { movements }, { lots, movements })).toEqual([
      [],
      ['movements.csv 2 partner CONFLICT'],
      [],
    ]);
    expect(await foundInTurn({ movements }, { lots }, { lots, movements })).toEqual([
      [],
      ['lots.csv 2 supplier CONFLICT'],
      [],
    ]);
  });

  it('is told with both suppliers and the document', async () => {
    await using plant = await buildPlantApp();
    const { findings } = await plant.take({ lots: [oil('S1')], movements: [from('S2')] });
    expect(findings[0]?.message).toMatch(/^GRN-1: OIL lot O1 came from S2, but its record names S1\. /);
  });

  it('is told when its record is changed, not when it is mended', async () => {
    expect(
      await foundInTurn(
        { lots: [oil('S1')], movements: [from('S1')] },
        { lots: [oil('S2')] },
        { lots: [oil('S1')] },
        { movements: [from('S2', 'OIL O1', 3)] },
        { lots: [oil('S2')] },
      ),
    ).toEqual([
      [],
      ['lots.csv 2 supplier CONFLICT'],
      [],
      ['movements.csv 2 partner CONFLICT'],
      ['lots.csv 2 supplier CONFLICT'],
    ]);
  });

  it('is none where the receipt was undone', async () => {
    const wrong = from('S2', 'OIL O1', 2, { id: 'IN' });
    const undo = { ...wrong, at: on(3), from: 'STORE', status_from: 'A', to: '', status: '', id: 'U', reverses: 'IN' };
    const movements = [wrong, undo, from('S1', 'OIL O1', 4)];
    expect(await foundInTurn({ lots: [oil('S1')], movements })).toEqual([[]]);
    expect(await foundInTurn({ movements }, { lots: [oil('S1')] })).toEqual([[], []]);
  });

  it('is judged by the record of its sublot, and by that of its lot where the sublot names nobody', async () => {
    const cheese = (sublot: string, supplier: string): Cells => ({ product: 'CHEESE', lot: 'C1', sublot, supplier });
    const movements = [from('S1', 'CHEESE C1/S1'), from('S2', 'CHEESE C1/S2')];
    expect(await foundInTurn({ lots: [cheese('', 'S1')], movements })).toEqual([['movements.csv 3 partner CONFLICT']]);
    expect(await foundInTurn({ lots: [cheese('', 'S1'), cheese('S2', 'S2')], movements })).toEqual([[]]);
    expect(await foundInTurn({ movements: [from('S2', 'CHEESE C1/S2')] }, { lots: [cheese('', 'S1')] })).toEqual([
      [],
      ['lots.csv 2 supplier CONFLICT'],
    ]);
  });

  it('is told of one that is received on the screen, which is posted', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [oil('S1')], movements: [from('S1')] });
    const received = posted('receipt', 'OIL O1', 5, on(3), { partner: 'S2' });
    const { findings } = await plant.ask('movements.post', { movements: [received] });
    expect(findings).toEqual([
      { movement: 0, column: 'partner', code: 'CONFLICT', message: expect.stringContaining('its record names S1') },
    ]);
    const right = posted('receipt', 'OIL O1', 5, on(3), { partner: 'S1' });
    expect(await plant.ask('movements.post', { movements: [right] })).not.toHaveProperty('findings');
  });
});

describe('a lot without a supplier in its record', () => {
  it('that two suppliers delivered is told at the second, in one import or in two', async () => {
    const two = [from('S1'), from('S2', 'OIL O1', 3), from('S1', 'OIL O1', 4), from('S2', 'OIL O1', 5)];
    expect(await foundInTurn({ movements: two })).toEqual([['movements.csv 3 partner CONFLICT']]);
    expect(await foundInTurn({ movements: [from('S1')] }, { movements: [from('S2', 'OIL O1', 1)] })).toEqual([
      [],
      ['movements.csv 2 partner CONFLICT'],
    ]);
    expect(await foundInTurn({ movements: [from('S1'), from('S2', 'OIL O2'), from('S2', 'MILK O1')] })).toEqual([[]]);
  });

  it('that two delivered and whose record then names the second is told of the first', async () => {
    const movements = [from('S1'), from('S2', 'OIL O1', 3)];
    expect(await foundInTurn({ movements }, { lots: [oil('S2')] }, { lots: [oil('S2')] })).toEqual([
      ['movements.csv 3 partner CONFLICT'],
      ['lots.csv 2 supplier CONFLICT'],
      [],
    ]);
    expect((await foundInTurn({ movements }, { lots: [oil('S1')] }))[1]).toEqual([]);
  });

  it('may be received without a lot, or without tracking, from anybody', async () => {
    const plain = [from('S1', 'SALT'), from('S2', 'SALT'), from('S1', 'OIL'), from('S2', 'OIL')];
    expect(await foundInTurn({ movements: plain })).toEqual([[]]);
  });
});

describe('a partner that is named as what it only is not', () => {
  const both = [{ code: 'S1', name: 'Meadow Dairy', kind: 'both' }];

  it('is told as the supplier and as the customer, at the first row of each', async () => {
    const movements = [
      from('C1'),
      from('C1', 'OIL O1', 3),
      row('supplier-return', 'OIL O1', 2, on(4), { partner: 'C1' }),
      row('shipment', 'OIL O1', 2, on(4), { partner: 'S2' }),
      row('customer-return', 'OIL O1', 1, on(5), { partner: 'S2' }),
      row('shipment', 'OIL O1', 2, on(5), { partner: 'C1' }),
    ];
    expect(await foundInTurn({ movements }, { movements })).toEqual([
      ['movements.csv 2 partner CONFLICT', 'movements.csv 5 partner CONFLICT'],
      [],
    ]);
  });

  it('is told as the supplier of a lot, by the row that says so', async () => {
    const lots = [oil('C1')];
    expect(await foundInTurn({ lots }, { lots })).toEqual([['lots.csv 2 supplier CONFLICT'], []]);
  });

  it('may be both, or be undone', async () => {
    const shipped = [from('S1'), row('shipment', 'OIL O1', 2, on(4), { partner: 'S1' })];
    expect(await foundInTurn({ partners: both, movements: shipped })).toEqual([[]]);
    const wrong = from('C1', 'OIL O2', 3, { id: 'W' });
    const undone = { ...wrong, id: 'U', reverses: 'W', from: 'STORE', status_from: 'A', to: '', status: '' };
    expect(await foundInTurn({ movements: [wrong, undone] })).toEqual([['movements.csv 2 partner CONFLICT']]);
  });
});
