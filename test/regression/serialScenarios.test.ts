import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { on, posted } from '../support/plantTables.ts';

/** Acceptance scenarios of serials, under their numbers. */
const numbersOf = async (plant: TestApp, from: Parameters<typeof plan>[1]) =>
  (await plan(plant, from)).numbers.map(({ number, quantity }) => `${number} ${quantity}`);
const plan = (plant: TestApp, from: { first: string; count: number } | { count: number } | { text: string }) =>
  plant.ask('numbering.plan', { product: 'MOTOR', of: 'serials', from });

const whereIs = async (plant: TestApp, serial: string) => {
  const { rows } = await plant.ask('serials.list', { text: serial });
  return rows.map(({ location, customer }) => location || customer);
};

describe('serials', () => {
  it('S12: one that is delivered is with its customer; returned, it is back in its location, one piece', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    expect(await whereIs(plant, '7')).toEqual(['STORE']);
    await plant.post('shipment', 'MOTOR #7', 1, on(6));
    expect(await whereIs(plant, '7')).toEqual(['C1']);
    expect(await plant.ask('serials.get', { product: 'MOTOR', serial: '7' })).toMatchObject({ where: 'customer' });
    await plant.post('customer-return', 'MOTOR #7', 1, on(7));
    expect(await whereIs(plant, '7')).toEqual(['STORE']);
    expect(await plant.stock('MOTOR')).toEqual(['MOTOR #7 @ STORE A = 1']);
  });

  it('S22: five from a first number, one piece each; what lies unnamed at the dock stays as it is', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR', 3, on(5), { to: 'DOCK' });
    expect(await numbersOf(plant, { first: '001', count: 5 })).toEqual(['001 1', '002 1', '003 1', '004 1', '005 1']);
    const { numbers } = await plan(plant, { first: '001', count: 5 });
    await plant.postAll(numbers.map(({ number }) => ['receipt', `MOTOR #${number}`, 1, on(6)]));
    expect(await plant.stock('MOTOR')).toEqual([
      'MOTOR @ DOCK A = 3',
      ...['001', '002', '003', '004', '005'].map((serial) => `MOTOR #${serial} @ STORE A = 1`),
    ]);
  });

  it.each([
    ['S24: a first number without a digit', { first: 'code-xxx', count: 3 }],
    ['S24: a count of none', { first: '001', count: 0 }],
  ])('%s is refused, and makes none', async (_scenario, from) => {
    await using plant = await buildPlantApp();
    const { numbers, issues } = await plan(plant, from);
    expect([numbers.length, issues.length]).toEqual([0, 1]);
  });

  it('S25: blank rows of a pasted list make nothing', async () => {
    await using plant = await buildPlantApp();
    expect(await numbersOf(plant, { text: '\n001\n\n   \n002\n' })).toEqual(['001 1', '002 1']);
  });

  it('S26: four in a line are trimmed, and keep their inner blanks', async () => {
    await using plant = await buildPlantApp();
    const { numbers } = await plan(plant, { text: ' _TS1, _TS2 , _TS3  , _TS4 - 2021' });
    expect(numbers.map(({ number }) => number)).toEqual(['_TS1', '_TS2', '_TS3', '_TS4 - 2021']);
  });

  it('S28: none is there without a movement, nor is its location written otherwise', async () => {
    await using plant = await buildPlantApp();
    const serial = { product: 'MOTOR', serial: '7' };
    const service = { ...serial, kind: 'repair', doneOn: '2026-01-05', done: 'new seal' };
    expect(await codeOf(plant.send('serials.recordService', service))).toBe('NOT_FOUND');
    expect(await codeOf(plant.send('serials.reportMissing', { ...serial, reason: 'not here' }))).toBe('NOT_FOUND');
    expect((await plant.ask('serials.list', {})).total).toBe(0);
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    // No operation takes a location for it.
    expect(await codeOf(plant.send('serials.recordService', { ...service, location: 'STORE2' }))).toBe('VALIDATION');
    expect(await whereIs(plant, '7')).toEqual(['STORE']);
  });

  it('S32: of two lots of ten, those of the second are its own ten, and none is issued with the other lot', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      products: [
        { code: 'GEAR', name: 'Gear', unit: 'EA', lot_tracking: 'mandatory', serial_tracking: 'received-issued' },
      ],
    });
    const of = (lot: string, first: number) =>
      Array.from({ length: 10 }, (_, index) => `GEAR ${lot} #${String(first + index).padStart(2, '0')}`);
    await plant.postAll([...of('B1', 1), ...of('B2', 11)].map((goods) => ['receipt', goods, 1, on(5)]));
    const { rows } = await plant.ask('serials.list', { lot: 'B2', sort: 'serial' });
    expect(rows.map(({ lot, serial }) => `GEAR ${lot} #${serial}`)).toEqual(of('B2', 11));
    const wrong = posted('shipment', 'GEAR B1 #11', 1, on(6));
    expect(['SERIAL_IN_USE', 'INSUFFICIENT_QTY']).toContain(
      await codeOf(plant.ask('movements.post', { movements: [wrong] })),
    );
    await plant.postAll(of('B2', 11).map((goods) => ['shipment', goods, 1, on(6)]));
    expect((await plant.stock('GEAR')).length).toBe(10);
    expect((await plant.ask('serials.list', { lot: 'B1', where: ['plant'] })).total).toBe(10);
  });

  it('S35: one that went out on a document goes out on no second one', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'MOTOR #7', 1, on(5)],
      ['shipment', 'MOTOR #7', 1, on(6), { document: 'DN-1' }],
    ]);
    const again = posted('shipment', 'MOTOR #7', 1, on(7), { document: 'DN-2' });
    expect(await codeOf(plant.ask('movements.post', { movements: [again] }))).toBe('INSUFFICIENT_QTY');
    expect((await plant.ask('movements.list', { document: 'DN-2' })).total).toBe(0);
  });

  it('S36: of a document with a row that cannot be, nothing is posted and no serial is left behind', async () => {
    await using plant = await buildPlantApp();
    const movements = [
      posted('receipt', 'MOTOR #7', 1, on(5), { document: 'GRN-9' }),
      posted('receipt', 'MOTOR #8', 2, on(5), { document: 'GRN-9' }),
    ];
    const before = plant.contentDigest();
    expect(await codeOf(plant.ask('movements.post', { movements }))).toBe('VALIDATION');
    expect(plant.contentDigest()).toBe(before);
    expect((await plant.ask('serials.list', {})).total).toBe(0);
  });

  it('S37: a component that was produced and used up is used up no second time, until the first is undone', async () => {
    await using plant = await buildPlantApp();
    await plant.post('output', 'MOTOR #7', 1, on(5), { work_order: 'WO-0' });
    const used = await plant.post('consumption', 'MOTOR #7', 1, on(6));
    const again = () => plant.post('consumption', 'MOTOR #7', 1, '2026-06-01T12:00:00Z', { work_order: 'WO-2' });
    expect(await codeOf(again())).toBe('INSUFFICIENT_QTY');
    await plant.ask('movements.reverse', { movements: [used], reason: 'built into another' });
    await again();
    expect(await plant.ask('serials.get', { product: 'MOTOR', serial: '7' })).toMatchObject({ where: 'used' });
  });

  it('S39: one that was produced, taken apart and produced again is the same, without a doubt', async () => {
    await using plant = await buildPlantApp();
    const made = await plant.post('output', 'PUMP #P1', 1, on(5));
    await plant.ask('movements.reverse', { movements: [made], reason: 'taken apart' });
    expect(await plant.stock('PUMP')).toEqual([]);
    const reply = await plant.ask('movements.post', {
      movements: [posted('output', 'PUMP #P1', 1, '2026-06-01T12:00:00Z')],
    });
    expect(reply.findings ?? []).toEqual([]);
    expect(await plant.stock('PUMP')).toEqual(['PUMP #P1 @ STORE A = 1']);
  });

  it('S40: the next by the pattern leaves out one that was given by hand; the day of the year stands in it', async () => {
    await using plant = await buildPlantApp();
    const rule = { level: 'product' as const, code: 'MOTOR', lotPattern: '', serialPattern: 'TEST/{DDD}-{##}' };
    await plant.ask('numbering.saveRule', { ...rule, uniqueness: '', reason: 'as on the plates' });
    expect(await numbersOf(plant, { count: 1 })).toEqual(['TEST/152-01 1']);
    await plant.postAll([
      ['receipt', 'MOTOR #TEST/152-01', 1, on(5)],
      ['receipt', 'MOTOR #TEST/152-02', 1, on(5)],
    ]);
    expect(await numbersOf(plant, { count: 2 })).toEqual(['TEST/152-03 1', 'TEST/152-04 1']);
  });

  it('one belongs to one lot and is in one place, whatever comes', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    expect(await refusalOf(plant.post('receipt', 'MOTOR #7', 1, on(6), { to: 'STORE2' }))).toMatchObject({
      code: 'SERIAL_IN_USE',
    });
    await plant.post('transfer', 'MOTOR #7', 1, on(7));
    expect(await plant.stock('MOTOR')).toEqual(['MOTOR #7 @ STORE2 A = 1']);
  });
});
