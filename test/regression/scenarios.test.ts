import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

/** Acceptance scenarios of other programs' tests, told with this plant. */
const depths = (answer: { units: { product: string; lot: string; serial: string; depth: number }[] }): string[] =>
  answer.units.map(({ product, lot, serial, depth }) => `${depth} ${product} ${lot}${serial}`);

describe('quantities, places and lots', () => {
  it('Tryton: stock by lot, goods without a lot beside those with one', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 5, on(5));
    await plant.post('receipt', 'OIL L2', 10, on(5));
    await plant.post('receipt', 'OIL', 3, on(5));
    await plant.post('shipment', 'OIL L2', 2, on(6));
    expect(await plant.stock()).toEqual(['OIL @ STORE A = 3', 'OIL L1 @ STORE A = 5', 'OIL L2 @ STORE A = 8']);
    const { rows } = await plant.ask('movements.listBalances', { product: 'OIL' });
    expect(rows.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(16);
  });

  it('Odoo: a lot in one place, in two, and in one again', async () => {
    await using plant = await buildPlantApp();
    const places = async (): Promise<string[]> =>
      (await plant.ask('dossier.get', { product: 'CAKE', lot: 'A' })).stock.map(
        ({ location, quantity }) => `${location} ${quantity}`,
      );
    await plant.post('receipt', 'CAKE A', 10, on(5));
    expect(await places()).toEqual(['STORE 10']);
    await plant.post('receipt', 'CAKE A', 10, on(6), { to: 'STORE2' });
    expect(await places()).toEqual(['STORE 10', 'STORE2 10']);
    await plant.post('transfer', 'CAKE A', 10, on(7));
    expect(await places()).toEqual(['STORE2 20']);
  });

  it('Odoo: a serial delivered is with the customer; returned, it is back, one piece', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    await plant.post('shipment', 'MOTOR #7', 1, on(6));
    expect((await plant.ask('dossier.get', { product: 'MOTOR', serial: '7' })).stock).toEqual([]);
    const recall = await plant.ask('recalls.simulate', { suspects: [{ product: 'MOTOR', serial: '7' }] });
    expect(recall.customers).toMatchObject([
      { customer: 'C1', shipped: [{ product: 'MOTOR', quantity: '1' }], returned: [] },
    ]);
    await plant.post('customer-return', 'MOTOR #7', 1, on(7));
    expect(await plant.stock()).toEqual(['MOTOR #7 @ STORE A = 1']);
  });

  it('ERPNext: a lot for a product that has none is refused', async () => {
    await using plant = await buildPlantApp();
    expect(await codeOf(plant.post('receipt', 'SALT B1', 1, on(5)))).toBe('VALIDATION');
    expect(await plant.faults({ lots: [{ product: 'SALT', lot: 'B1' }] })).toMatchObject([
      { file: 'lots.csv', row: 2, column: 'lot', code: 'VALIDATION' },
    ]);
  });

  it('ERPNext: five thousand cannot be issued of a hundred, and the balance stays', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL B1', 100, on(5));
    expect(await refusalOf(plant.post('consumption', 'OIL B1', 5000, on(6)))).toMatchObject({
      code: 'INSUFFICIENT_QTY',
      message: expect.stringMatching(/-4900/),
    });
    expect(await plant.stock()).toEqual(['OIL B1 @ STORE A = 100']);
  });

  it('ERPNext: 22 split off a hundred leave 78, and the trace knows both', async () => {
    await using plant = await buildPlantApp();
    await plant.book([
      row('receipt', 'CAKE B1', 100, on(5)),
      row('consumption', 'CAKE B1', 22, on(6), { work_order: 'SPLIT-1' }),
      row('output', 'CAKE B1-A', 22, on(6), { work_order: 'SPLIT-1' }),
    ]);
    expect(await plant.stock()).toEqual(['CAKE B1 @ STORE A = 78', 'CAKE B1-A @ STORE A = 22']);
    expect(
      depths(await plant.ask('trace.get', { roots: [{ product: 'CAKE', lot: 'B1' }], direction: 'downstream' })),
    ).toEqual(['0 CAKE B1', '1 CAKE B1-A']);
  });

  it('ERPNext: ninety received and cancelled leave what there was', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL B1', 10, on(5));
    const before = await plant.stock();
    const id = await plant.post('receipt', 'OIL B1', 90, on(6));
    await plant.ask('movements.reverse', { movements: [id], reason: 'cancelled' });
    expect(await plant.stock()).toEqual(before);
    const recall = await plant.ask('recalls.simulate', { suspects: [{ product: 'OIL', lot: 'B1' }] });
    expect(recall.affected).toMatchObject([{ received: '10', onHand: '10' }]);
  });
});

describe('traces', () => {
  it('Tryton: up from the product to its component, down from the component to the product, by the order', async () => {
    await using plant = await buildPlantApp();
    await plant.book([
      row('receipt', 'MILK L1', 10, on(5)),
      row('consumption', 'MILK L1', 4, on(6)),
      row('output', 'CAKE K1', 2, on(7)),
    ]);
    const ask = (product: string, lot: string, direction: 'upstream' | 'downstream') =>
      plant.ask('trace.get', { roots: [{ product, lot }], direction });
    expect(depths(await ask('MILK', 'L1', 'downstream'))).toEqual(['0 MILK L1', '1 CAKE K1']);
    expect(depths(await ask('MILK', 'L1', 'upstream'))).toEqual(['0 MILK L1']);
    const up = await ask('CAKE', 'K1', 'upstream');
    expect([depths(up), up.runs.map(({ workOrder }) => workOrder)]).toEqual([['0 CAKE K1', '1 MILK L1'], ['WO-1']]);
    expect(depths(await ask('CAKE', 'K1', 'downstream'))).toEqual(['0 CAKE K1']);
    expect(up.receipts).toMatchObject([{ document: 'GRN-1', supplier: 'S1', quantity: '10' }]);
  });

  it('Tryton: a lot received and shipped shows both ends of its life line', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 10, on(5));
    await plant.post('shipment', 'OIL L1', 2, on(6));
    const { rows } = await plant.ask('movements.list', { unit: { product: 'OIL', lot: 'L1' } });
    expect(rows.map(({ kind, quantity }) => `${kind} ${quantity}`)).toEqual(['shipment 2', 'receipt 10']);
    const traced = await plant.ask('trace.get', { roots: [{ product: 'OIL', lot: 'L1' }], direction: 'downstream' });
    expect([traced.receipts.length, traced.shipments]).toMatchObject([
      1,
      [{ customer: 'C1', document: 'DN-1', quantity: '2' }],
    ]);
  });

  it('Odoo: two lots into fifteen, and the next fifteen afterwards', async () => {
    await using plant = await buildPlantApp();
    await plant.book([
      row('receipt', 'OIL B01', 10, on(5)),
      row('receipt', 'OIL B02', 5, on(5)),
      row('consumption', 'OIL B01', 10, on(6)),
      row('consumption', 'OIL B02', 5, on(6)),
      row('output', 'CAKE A', 15, on(6)),
      row('output', 'OIL B03', 15, on(7), { work_order: 'WO-2' }),
    ]);
    expect(await plant.stock()).toEqual(['CAKE A @ STORE A = 15', 'OIL B03 @ STORE A = 15']);
    expect(
      depths(await plant.ask('trace.get', { roots: [{ product: 'CAKE', lot: 'A' }], direction: 'upstream' })),
    ).toEqual(['0 CAKE A', '1 OIL B01', '1 OIL B02']);
  });

  it('ERPNext: a lot used for three serials is in all of them, and every lot of one component shows', async () => {
    await using plant = await buildPlantApp();
    await plant.book([
      row('receipt', 'OIL RM1', 10, on(5)),
      row('receipt', 'OIL RM2', 10, on(5)),
      row('consumption', 'OIL RM1', 3, on(6)),
      row('consumption', 'OIL RM2', 1, on(6)),
      ...[1, 2, 3].map((n) => row('output', `PUMP #F${n}`, 1, on(7))),
    ]);
    expect(
      depths(await plant.ask('trace.get', { roots: [{ product: 'OIL', lot: 'RM1' }], direction: 'downstream' })),
    ).toEqual(['0 OIL RM1', '1 PUMP F1', '1 PUMP F2', '1 PUMP F3']);
    expect(
      depths(await plant.ask('trace.get', { roots: [{ product: 'PUMP', serial: 'F2' }], direction: 'upstream' })),
    ).toEqual(['0 PUMP F2', '1 OIL RM1', '1 OIL RM2']);
    const { runs } = await plant.ask('trace.get', {
      roots: [{ product: 'PUMP', serial: 'F2' }],
      direction: 'upstream',
    });
    expect(runs[0]?.inputs.map(({ lot, quantity }) => `${lot} ${quantity}`)).toEqual(['RM1 3', 'RM2 1']);
  });

  it('OpenMes: a serial that was used nowhere has an empty impact, not an error; over levels it goes on', async () => {
    await using plant = await buildPlantApp();
    await plant.book([
      row('receipt', 'MOTOR #ALONE', 1, on(5)),
      row('receipt', 'MOTOR #M1', 1, on(5)),
      row('consumption', 'MOTOR #M1', 1, on(6)),
      row('output', 'PUMP #P1', 1, on(7)),
      row('consumption', 'PUMP #P1', 1, on(8), { work_order: 'WO-2' }),
      row('output', 'CAKE K1', 1, on(9), { work_order: 'WO-2' }),
      row('shipment', 'CAKE K1', 1, on(10), { partner: 'C2' }),
    ]);
    const alone = await plant.ask('recalls.simulate', { suspects: [{ product: 'MOTOR', serial: 'ALONE' }] });
    expect([alone.affected.length, alone.customers, alone.totals.accountedPercent]).toEqual([1, [], '100.00']);
    const deep = await plant.ask('recalls.simulate', { suspects: [{ product: 'MOTOR', serial: 'M1' }] });
    expect(deep.affected.map(({ product, depth }) => `${depth} ${product}`)).toEqual(['0 MOTOR', '1 PUMP', '2 CAKE']);
    expect(deep.customers.map(({ customer, deliveries }) => [customer, deliveries])).toEqual([['C2', ['DN-1']]]);
  });
});
