import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf } from '../support/app.ts';
import { before, importAsBefore } from '../support/oldSpellings.ts';
import { on, row } from '../support/plantTables.ts';

const nbsp = '\u00a0';

/** What an earlier version took over: a product, a partner, a location, a lot, a sublot, a serial and an order with such blanks. */
const old = {
  products: [
    { code: 'CREAM^S', name: 'Cream', unit: 'kg', category: 'Fresh~goods', lot_tracking: 'lot-sublot' },
    { code: 'VALVE', name: 'Valve', unit: 'EA', serial_tracking: 'global' },
  ],
  partners: [{ code: 'S^9', name: 'Old Farm', kind: 'supplier' }],
  locations: [{ code: 'COLD~1', site: 'MAIN', kind: 'storage' }],
  lots: [{ product: 'OIL', lot: 'R^1', supplier: 'S^9', supplier_lot: 'F~1' }],
  movements: [
    row('receipt', 'OIL', 10, on(5), { lot: 'R^1', document: 'GRN~7', partner: 'S^9', to: 'COLD~1' }),
    row('output', 'CREAM^S', 4, on(5), { lot: 'K^1', sublot: 'B~1', work_order: 'WO^4', id: 'M^1' }),
    row('receipt', 'VALVE', 1, on(5), { serial: 'V^8', id: 'M2' }),
  ],
};
/** The same as a file has it. */
const asFile: typeof old = JSON.parse(before(JSON.stringify(old)));

describe('codes that an earlier version made with other blanks', () => {
  it('are found, moved, decided on and verified as they are spelt', async () => {
    await using plant = await buildPlantApp();
    await importAsBefore(plant, old);
    const lot = `R${nbsp}1`;
    await plant.post('transfer', 'OIL', 1, on(6), { lot, from: 'COLD  1' });
    await plant.post('shipment', 'VALVE', 1, on(6), { serial: `V${nbsp}8` });
    expect(await plant.stock('OIL')).toEqual([`OIL ${lot} @ COLD  1 A = 9`, `OIL ${lot} @ STORE2 A = 1`]);
    expect((await plant.ask('movements.list', { unit: { product: 'OIL', lot } })).total).toBe(2);
    const { rows } = await plant.ask('lots.list', { text: 'r 1' });
    expect(rows.map((one) => one.lot)).toEqual([lot]);
    await plant.ask('recalls.simulate', { suspects: [{ product: 'OIL', lot }] });
    await plant.ask('recalls.simulate', { supplierLots: [{ supplier: `S${nbsp}9`, supplierLot: 'F  1' }] });
    expect(await plant.ask('products.get', { code: `CREAM${nbsp}S` })).toMatchObject({ category: 'Fresh  goods' });
    expect(await codeOf(plant.post('shipment', 'OIL', 1, on(7), { lot: 'R 1' }))).toBe('INSUFFICIENT_QTY');
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('are known again in a later export, as they were spelt', async () => {
    await using plant = await buildPlantApp();
    await importAsBefore(plant, old);
    const content = plant.contentDigest();
    const again = await plant.take(asFile);
    expect(again).toMatchObject({ products: 0, partners: 0, locations: 0, lots: 0, movements: 0, findings: [] });
    expect(plant.contentDigest()).toBe(content);
    const later = await plant.take({
      movements: [
        row('shipment', 'OIL', 3, on(8), { lot: `R${nbsp}1`, from: 'COLD  1', document: `DN${nbsp}${nbsp}1` }),
      ],
    });
    expect(later).toMatchObject({ movements: 1, findings: [] });
    expect(await plant.stock('OIL')).toEqual([`OIL R${nbsp}1 @ COLD  1 A = 7`]);
    expect((await plant.ask('movements.list', { document: 'DN 1' })).total).toBe(1);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('are told beside the same with plain blanks', async () => {
    await using plant = await buildPlantApp();
    await importAsBefore(plant, old);
    const { findings } = await plant.take({
      movements: [row('receipt', 'OIL', 3, on(8), { lot: 'R 1', id: 'M3' })],
    });
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'DUPLICATE',
        expect.stringMatching(/^Lot R 1 of OIL looks like lot R.1, which is there too \(the other has U\+00A0\)/),
      ],
    ]);
  });
});

describe('an import', () => {
  it('reads every blank of a code as one', async () => {
    await using plant = await buildPlantApp();
    const taken = await plant.take({
      lots: [{ product: 'OIL', lot: 'T\u2007 5' }],
      movements: [
        row('receipt', 'OIL', 1, on(5), { lot: 'T 5', id: 'A 1' }),
        row('receipt', 'OIL', 2, on(5), { lot: `T${nbsp}5`, id: 'A 2', reason: 'two  blanks' }),
        row('receipt', 'OIL', 4, on(5), { lot: 'T   5', id: `A${nbsp}3`, to: 'STORE ' }),
      ],
    });
    expect(taken.findings).toEqual([]);
    expect(await plant.stock()).toEqual(['OIL T 5 @ STORE A = 7']);
    expect((await plant.ask('movements.list', {})).rows.map(({ reason }) => reason)).toContain('two  blanks');
    const same = { lots: ['T 6', `T${nbsp}6`].map((lot) => ({ product: 'OIL', lot })) };
    expect(await plant.faults(same)).toMatchObject([{ code: 'DUPLICATE', row: 3, column: 'lot' }]);
    const ids = ['B 1', `B${nbsp}1`].map((id, at) => row('receipt', 'OIL', 1 + at, on(6), { lot: 'T 7', id }));
    expect(await plant.faults({ movements: ids })).toMatchObject([{ code: 'DUPLICATE', row: 3, column: 'id' }]);
  });

  it('refuses codes that hold what cannot be seen, with their cells', async () => {
    await using plant = await buildPlantApp();
    const unseen = ['\u061c', '\u3164', '\u{e0041}', '\ufffe', '\u2800', '\u200b', '\u202e', '\ue000', '\ufe0f'];
    const faults = await plant.faults({
      lots: unseen.map((sign, at) => ({ product: 'OIL', lot: `T${sign}${at}` })),
      partners: [{ code: 'P\u061c1', name: 'Nobody', kind: 'customer' }],
    });
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'code', 'VALIDATION'],
      ...unseen.map((_, at) => [at + 2, 'lot', 'VALIDATION']),
    ]);
  });
});
