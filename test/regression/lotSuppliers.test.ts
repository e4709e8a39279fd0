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

describe('goods that came without a lot and got one later', () => {
  const dock = (partner: string, quantity: number, goods = 'MILK', day = 2, more: Cells = {}) =>
    row('receipt', goods, quantity, on(day), { partner, to: 'DOCK', ...more });
  const stow = (goods: string, quantity: number, day = 5, more: Cells = {}) =>
    row('put-away', goods, quantity, on(day), { document: 'PA-1', ...more });
  const milk = (supplier: string, lot = 'M1'): Cells => ({ product: 'MILK', lot, supplier });
  const atRow = (at: number) => `movements.csv ${at} lot CONFLICT`;
  const atRecord = 'lots.csv 2 supplier CONFLICT';

  it('are told under a lot of another supplier, whatever comes first, and once', async () => {
    const lots = [milk('S1')];
    const [came, named] = [dock('S2', 10), stow('MILK M1', 10)];
    const movements = [came, named];
    expect(await foundInTurn({ lots, movements: [dock('S1', 10), named] })).toEqual([[]]);
    expect(await foundInTurn({ lots, movements }, { lots, movements })).toEqual([[atRow(3)], []]);
    expect(await foundInTurn({ lots, movements: [came] }, { movements: [named] }, { lots })).toEqual([
      [],
      [atRow(2)],
      [],
    ]);
    expect(await foundInTurn({ movements }, { lots }, { lots, movements })).toEqual([[], [atRecord], []]);
    const oil = [row('receipt', 'OIL', 5, on(2), { partner: 'S2' }), row('assign', 'OIL O1', 5, on(3))];
    expect(await foundInTurn({ lots: [{ product: 'OIL', lot: 'O1', supplier: 'S1' }], movements: oil })).toEqual([
      [atRow(3)],
    ]);
  });

  it('are told with how much may be right', async () => {
    await using plant = await buildPlantApp();
    const movements = [dock('S1', 4), dock('S2', 6), stow('MILK M1', 7)];
    const { findings } = await plant.take({ lots: [milk('S1')], movements });
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^PA-1 names 7 of .* MILK lot M1, whose record names S1, but at most 4 of them/),
    ]);
  });

  it('may be those of either supplier where they lay together, but of each no more than came', async () => {
    const lots = [milk('S1'), milk('S2', 'M2'), milk('S1', 'M3')];
    const mixed = [dock('S1', 10), dock('S2', 10, 'MILK', 3)];
    expect(await foundInTurn({ lots, movements: [...mixed, stow('MILK M2', 10), stow('MILK M1', 10)] })).toEqual([[]]);
    expect(await foundInTurn({ lots, movements: [...mixed, stow('MILK M1', 11)] })).toEqual([[atRow(4)]]);
    // All lots of one supplier together.
    expect(await foundInTurn({ lots, movements: [...mixed, stow('MILK M1', 6), stow('MILK M3', 6, 6)] })).toEqual([
      [atRow(5)],
    ]);
    // What came before the others did, or lay elsewhere, is not mixed with them.
    const apart = [dock('S1', 10), stow('MILK M2', 10, 3), dock('S2', 10, 'MILK', 4), stow('MILK M1', 10)];
    expect(await foundInTurn({ lots, movements: apart })).toEqual([[atRow(3), atRow(5)]]);
    const moved = [
      row('receipt', 'OIL', 9, on(2), { partner: 'S1' }),
      row('transfer', 'OIL', 9, on(3)),
      row('receipt', 'OIL', 9, on(4), { partner: 'S2' }),
      row('assign', 'OIL O1', 9, on(5)),
    ];
    const oil = (supplier: string) => [{ product: 'OIL', lot: 'O1', supplier }];
    expect(await foundInTurn({ lots: oil('S1'), movements: moved })).toEqual([[atRow(5)]]);
    expect(await foundInTurn({ lots: oil('S2'), movements: moved })).toEqual([[]]);
  });

  it('are nobody’s where they were taken over, found, made or sent back', async () => {
    const lots = [milk('S1')];
    const more = { to: 'DOCK' };
    const movements = [
      row('opening', 'MILK', 3, on(1), more),
      row('adjustment', 'MILK', 3, on(2), { ...more, reason: 'count' }),
      row('customer-return', 'MILK', 3, on(2), more),
      dock('S2', 5),
      stow('MILK M1', 9),
    ];
    const [found] = await foundInTurn({ lots, movements });
    expect(found?.filter((one) => one.includes('CONFLICT'))).toEqual([]);
    const [beyond] = await foundInTurn({ lots, movements: movements.with(4, stow('MILK M1', 10)) });
    expect(beyond).toContain(atRow(6));
  });

  it('are told of two suppliers under a lot whose record names nobody', async () => {
    const two = [dock('S1', 6), dock('S2', 10)];
    expect(await foundInTurn({ movements: [...two, stow('MILK M1', 10), stow('MILK M2', 6)] })).toEqual([[]]);
    expect(await foundInTurn({ movements: [...two, stow('MILK M1', 16)] })).toEqual([[atRow(4)]]);
    expect(await foundInTurn({ movements: [...two, stow('MILK M1', 8), stow('MILK M1', 8, 6)] })).toEqual([[atRow(5)]]);
    expect(
      await foundInTurn(
        { movements: [dock('S1', 6), stow('MILK M1', 6, 3)] },
        { movements: [dock('S2', 6, 'MILK', 4), stow('MILK M1', 6)] },
      ),
    ).toEqual([[], [atRow(3)]]);
    // Or of one that was received under its lot.
    const outright = row('receipt', 'MILK M1', 5, on(6), { partner: 'S2' });
    expect(await foundInTurn({ movements: [dock('S1', 6), stow('MILK M1', 6), outright] })).toEqual([[atRow(3)]]);
    expect(await foundInTurn({ movements: [dock('S1', 6), stow('MILK M1', 6)] }, { movements: [outright] })).toEqual([
      [],
      [atRow(2)],
    ]);
    expect(await foundInTurn({ movements: [dock('S2', 6), stow('MILK M1', 6), outright] })).toEqual([[]]);
  });

  it('are told by their sublot, named at once or in two steps, and by their serials', async () => {
    const cheese = (sublot: string, supplier: string): Cells => ({ product: 'CHEESE', lot: 'C1', sublot, supplier });
    const lots = [cheese('', 'S1'), cheese('B', 'S2')];
    const came = dock('S2', 9, 'CHEESE');
    const assign = row('assign', 'CHEESE C1', 9, on(3), { from: 'DOCK', to: 'DOCK' });
    expect(await foundInTurn({ lots, movements: [came, stow('CHEESE C1/A', 9)] })).toEqual([[atRow(3)]]);
    expect(await foundInTurn({ lots, movements: [came, stow('CHEESE C1/B', 9)] })).toEqual([[]]);
    expect(await foundInTurn({ lots, movements: [came, assign, stow('CHEESE C1/B', 9)] })).toEqual([[]]);
    expect(await foundInTurn({ lots, movements: [came, assign, stow('CHEESE C1/A', 9)] })).toEqual([[atRow(4)]]);
    const products = [{ code: 'UNIT', name: 'Unit', unit: 'EA', lot_tracking: 'mandatory', serial_tracking: 'global' }];
    const ofUnit = [{ product: 'UNIT', lot: 'U1', supplier: 'S1' }];
    const units = [dock('S2', 3, 'UNIT'), stow('UNIT U1', 3, 5, { serial: 'A1..A3' })];
    expect(await foundInTurn({ products, lots: ofUnit, movements: units })).toEqual([[atRow(3)]]);
  });

  it('are told anew when what made it right is undone, and no more when what made it wrong is', async () => {
    const lots = [milk('S1')];
    const undo = (undone: Cells, more: Cells): Cells => ({
      ...undone,
      at: on(9),
      id: 'U',
      reverses: undone['id'] ?? '',
      ...more,
    });
    const gone = { from: 'DOCK', status_from: 'A', to: '', status: '' };
    const [right, wrong] = [dock('S1', 10, 'MILK', 2, { id: 'R' }), dock('S2', 10, 'MILK', 2, { id: 'W' })];
    const named = stow('MILK M1', 10, 5, { id: 'N' });
    expect(await foundInTurn({ lots, movements: [right, wrong, named] }, { movements: [undo(right, gone)] })).toEqual([
      [],
      [atRow(2)],
    ]);
    expect(await foundInTurn({ lots, movements: [right, wrong, undo(wrong, { ...gone, at: on(3) }), named] })).toEqual([
      [],
    ]);
    const back = undo(named, { from: 'STORE', to: 'DOCK', status_from: 'A', status: 'A' });
    expect(await foundInTurn({ lots, movements: [wrong, named, back, stow('MILK M2', 10, 10)] })).toEqual([[]]);
  });

  it('are told on the screen too, which posts them', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [milk('S1')], movements: [dock('S2', 10)] });
    const { findings } = await plant.ask('movements.post', { movements: [posted('put-away', 'MILK M1', 10, on(5))] });
    expect(findings).toEqual([
      { movement: 0, column: 'lot', code: 'CONFLICT', message: expect.stringContaining('whose record names S1') },
    ]);
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

  it('is told where its record comes to say so later, at that row and once', async () => {
    const kind = (code: string, name: string, now: string) => ({ partners: [{ code, name, kind: now }] });
    const [meadow, shop] = [
      (now: string) => kind('S1', 'Meadow Dairy', now),
      (now: string) => kind('C1', 'Corner Shop', now),
    ];
    const shipped = row('shipment', 'OIL O1', 2, on(4), { id: 'OUT' });
    const told = ['partners.csv 2 kind CONFLICT'];
    const movements = [from('S1'), shipped];
    expect(await foundInTurn({ movements }, meadow('customer'), meadow('customer'), meadow('both'))).toEqual([
      [],
      told,
      [],
      [],
    ]);
    expect(await foundInTurn({ movements }, shop('both'), shop('supplier'))).toEqual([[], [], told]);
    const newer = { ...meadow('customer'), movements: [from('S1', 'OIL O1', 8)] };
    expect(await foundInTurn({ movements }, newer)).toEqual([[], [...told, 'movements.csv 2 partner CONFLICT']]);
    expect(await foundInTurn({ lots: [oil('S1')] }, meadow('customer'))).toEqual([[], told]);
    // It never delivered, only what is right stands, or what stood was undone.
    const back = {
      ...shipped,
      id: 'U',
      reverses: 'OUT',
      to: 'STORE',
      status: 'A',
      from: '',
      status_from: '',
      at: on(6),
    };
    expect(await foundInTurn({ movements: [from('S2')] }, meadow('customer'))).toEqual([[], []]);
    expect(await foundInTurn({ movements: [...movements, back] }, shop('supplier'))).toEqual([[], []]);
    expect(await foundInTurn({ movements: [from('C1')] }, shop('supplier'))).toEqual([
      ['movements.csv 2 partner CONFLICT'],
      [],
    ]);
  });
});
