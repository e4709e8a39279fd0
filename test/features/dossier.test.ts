import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

let plant: TestApp;

/** Nothing here writes, so that one plant serves all. */
beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take({
    lots: [
      { product: 'MILK', lot: 'L-100', supplier: 'S1', supplier_lot: 'VE-66318', manufactured_on: '2026-01-02' },
      { product: 'MILK', lot: 'L-101', supplier: 'S2', supplier_lot: 'VE-66318' },
      { product: 'CHEESE', lot: 'C-1', sublot: 'A', expires_on: '2026-05-01' },
      { product: 'CHEESE', lot: 'C-1', sublot: 'B' },
    ],
    movements: [
      row('receipt', 'MILK L-100', 10, on(5), { document: 'GRN-100', unit_cost: '3' }),
      row('transfer', 'MILK L-100', 4, on(6), { status: 'Q' }),
      row('receipt', 'CHEESE C-1/A', 1, on(5)),
      row('receipt', 'CHEESE C-1/B', 2, on(5)),
      row('receipt', 'MOTOR #SN-000123', 1, on(5)),
      row('receipt', 'CHIP L-100', 3, on(5)),
      row('shipment', 'CHIP L-100 #CH-9', 1, on(6), { document: 'DN-100' }),
      row('receipt', 'OIL 50%_a', 1, on(5)),
    ],
  });
});

afterAll(() => plant[Symbol.asyncDispose]());

describe('the page of a unit', () => {
  it('of a lot gives where it came from, its dates and where it lies', async () => {
    expect(await plant.ask('dossier.get', { product: 'MILK', lot: 'L-100' })).toEqual({
      unit: { product: 'MILK', lot: 'L-100', sublot: '', serial: '' },
      supplier: 'S1',
      supplierLot: 'VE-66318',
      manufacturedOn: '2026-01-02',
      expiresOn: '2026-01-12',
      expiresWith: '',
      retestOn: '2026-01-07',
      useByOn: '2026-01-14',
      stock: [
        { location: 'STORE', kind: 'storage', status: 'A', quantity: '6', unitCost: '3', held: '' },
        { location: 'STORE2', kind: 'storage', status: 'Q', quantity: '4', unitCost: '3', held: '' },
      ],
      holds: [],
      inspections: [],
      nonconformances: [],
    });
  });

  it('of a lot without sublot is all of it', async () => {
    expect((await plant.ask('dossier.get', { product: 'CHEESE', lot: 'C-1' })).stock).toMatchObject([
      { quantity: '3' },
    ]);
    expect((await plant.ask('dossier.get', { product: 'CHEESE', lot: 'C-1', sublot: 'B' })).stock).toMatchObject([
      { quantity: '2' },
    ]);
  });

  it('of a serial named alone brings its lot along, also when it is no longer here', async () => {
    const page = await plant.ask('dossier.get', { product: 'CHIP', serial: 'CH-9' });
    expect([page.unit, page.stock]).toEqual([{ product: 'CHIP', lot: 'L-100', sublot: '', serial: 'CH-9' }, []]);
    expect((await plant.ask('dossier.get', { product: 'MOTOR', serial: 'SN-000123' })).stock).toMatchObject([
      { location: 'STORE', quantity: '1' },
    ]);
  });

  it('of a lot that never moved is there, and of what is nowhere is not', async () => {
    expect(await plant.ask('dossier.get', { product: 'MILK', lot: 'L-101' })).toMatchObject({
      supplier: 'S2',
      stock: [],
      expiresOn: '',
    });
    const nowhere = [
      { product: 'MILK', lot: 'L-1' },
      { product: 'WINE', lot: 'L-100' },
      { product: 'MILK', lot: 'L-100', serial: '1' },
      { product: 'CHEESE', lot: 'C-1', sublot: 'Z' },
      { product: 'MILK' },
    ];
    for (const unit of nowhere)
      expect(await codeOf(plant.ask('dossier.get', unit)), JSON.stringify(unit)).toBe('NOT_FOUND');
  });
});

describe('finding', () => {
  const labels = async (plant: TestApp, text: string, limit = 20): Promise<string[]> =>
    (await plant.ask('dossier.find', { text, limit })).hits.map(
      ({ kind, label, unit }) => `${kind} ${label}${unit === null ? '' : ` (${unit.product})`}`,
    );

  it('goes by how a number begins, exact ones first', async () => {
    expect(await labels(plant, 'L-100')).toEqual(['lot L-100 (CHIP)', 'lot L-100 (MILK)']);
    expect(await labels(plant, 'L-10')).toEqual(['lot L-100 (CHIP)', 'lot L-100 (MILK)', 'lot L-101 (MILK)']);
    expect(await labels(plant, ' L-100 ')).toHaveLength(2);
    expect(await labels(plant, 'C-1')).toEqual(['lot C-1 / A (CHEESE)', 'lot C-1 / B (CHEESE)']);
    expect(await labels(plant, 'GRN-1')).toEqual(['document GRN-1', 'document GRN-100']);
    expect(await labels(plant, 'MOT')).toEqual(['product MOTOR']);
    expect(await labels(plant, 'C1')).toEqual(['partner C1']);
  });

  it('a supplier’s lot finds itself, by each supplier who uses the number, and every lot that came under it', async () => {
    const { hits } = await plant.ask('dossier.find', { text: 'VE-66318' });
    const bears = { as: 'supplierLot', number: 'VE-66318' };
    expect(hits.map(({ label, detail, bears }) => [label, detail, bears])).toEqual([
      ['VE-66318', 'S1 Meadow Dairy', null],
      ['VE-66318', 'S2 Hill Farm', null],
      ['L-100', 'MILK Milk', bears],
      ['L-101', 'MILK Milk', bears],
    ]);
  });

  it('a serial is found by its last digits too, a supplier’s lot by its middle', async () => {
    expect(await labels(plant, '0123')).toEqual(['serial SN-000123 (MOTOR)']);
    expect(await labels(plant, '123')).toEqual(['serial SN-000123 (MOTOR)']);
    expect(await labels(plant, 'SN-')).toEqual(['serial SN-000123 (MOTOR)']);
    expect(await labels(plant, '6631')).toEqual([
      'supplierLot VE-66318',
      'supplierLot VE-66318',
      'lot L-100 (MILK)',
      'lot L-101 (MILK)',
    ]);
  });

  it('takes no notice of letter case, in any alphabet', async () => {
    expect(await labels(plant, 'sn-0001')).toEqual(['serial SN-000123 (MOTOR)']);
    expect(await labels(plant, 've-66318')).toHaveLength(4);
    expect(await labels(plant, 'grn-100')).toEqual(['document GRN-100']);
    await using other = await buildPlantApp();
    await other.take({ products: [{ code: 'MARMELADE', name: 'Äpfel-Marmelade', unit: 'EA' }] });
    for (const text of ['äpfel', 'ÄPFEL', 'Äpfel-m', 'marmelade', 'l-marm'])
      expect(await labels(other, text), text).toEqual(['product MARMELADE']);
  });

  it('goes by the names of products and partners, each once', async () => {
    expect(await labels(plant, 'corner')).toEqual(['partner C1']);
    expect(await labels(plant, 'hall')).toEqual(['partner C2']);
    expect(await labels(plant, 'motor')).toEqual(['product MOTOR']);
    expect(await labels(plant, 'il')).toEqual(['product MILK', 'product OIL', 'partner S2']);
  });

  it('gives the very number first, then what begins so, then what holds it', async () => {
    await using other = await buildPlantApp();
    await other.take({
      lots: ['X9', 'AX9', 'X91', 'x90'].map((lot) => ({ product: 'OIL', lot })),
      partners: [{ code: 'X9', name: 'Nine', kind: 'customer' }],
    });
    const found = ['lot X9 (OIL)', 'partner X9', 'lot x90 (OIL)', 'lot X91 (OIL)', 'lot AX9 (OIL)'];
    expect(await labels(other, 'x9')).toEqual(found);
    expect(await labels(other, 'X9', 3)).toEqual(found.slice(0, 3));
  });

  it('takes every character for itself, and gives no more than asked', async () => {
    expect(await labels(plant, '50%_')).toEqual(['lot 50%_a (OIL)']);
    for (const text of ['%', '_', "' or 1=1 --", '\\', '*']) expect(await labels(plant, text), text).toEqual([]);
    expect(await labels(plant, 'L', 2)).toHaveLength(2);
    expect(await codeOf(plant.ask('dossier.find', { text: '' }))).toBe('VALIDATION');
  });
});
