import { describe, expect, it } from 'vitest';
import { compareCodes } from '#shared/kernel/natural.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { idsInOrder, type NaturalOrder, prepareOrder } from '../support/lists.ts';
import { on, row } from '../support/plantTables.ts';

const codes = ['B-100', 'B-9', 'b-3', 'B-10', 'B-1', 'B-2'];
const inOrder = ['B-1', 'B-2', 'b-3', 'B-9', 'B-10', 'B-100'];
const byNumber: NaturalOrder = { table: 'lot', rows: 'true', joins: '', codes: ['t.lot', 't.supplier_lot'] };

const numbersOf = (plant: TestApp): string[] => {
  const names = new Map(
    plant.rows<{ id: number; lot: string }>('select id, lot from lot').map(({ id, lot }) => [id, lot]),
  );
  return [...idsInOrder(plant.app.store.reader().db, byNumber)].map((id) => names.get(id) ?? '');
};

describe('a list of codes', () => {
  it('stands as people look for them, however it is filtered and whatever is listed', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      partners: codes.map((code) => ({ code, name: `Farm ${code}`, kind: 'supplier' })),
      products: codes.map((code) => ({ code, name: `Jam ${code}`, unit: 'EA', lot_tracking: 'mandatory' })),
      lots: codes.flatMap((code) => [
        { product: 'OIL', lot: code, supplier: code, supplier_lot: code },
        { product: code, lot: 'X' },
      ]),
      movements: codes.map((code) => row('receipt', `MOTOR #${code}`, 1, on(5))),
    });
    const lots = async (question: object) => (await plant.ask('lots.list', { limit: 500, ...question })).rows;
    for (const filter of [{}, { product: 'oil' }, { text: 'b-' }]) {
      const numbers = (await lots({ sort: 'lot', ...filter })).map(({ lot }) => lot).filter((lot) => lot !== 'X');
      expect(numbers).toEqual(inOrder);
    }
    expect((await lots({ sort: '-lot', product: 'oil' })).map(({ lot }) => lot)).toEqual(inOrder.toReversed());
    expect((await lots({ sort: 'supplier', product: 'oil' })).map(({ supplier }) => supplier)).toEqual(inOrder);
    expect((await lots({ sort: 'supplierLot', supplier: 'farm' })).map(({ supplierLot }) => supplierLot)).toEqual(
      inOrder,
    );
    expect((await lots({ sort: 'product', text: 'X' })).map(({ product }) => product)).toEqual(inOrder);
    for (const sort of ['serial', 'product'] as const)
      expect((await plant.ask('serials.list', { sort })).rows.map(({ serial }) => serial)).toEqual(inOrder);
    const { hits } = await plant.ask('dossier.find', { text: 'b-', limit: 50 });
    for (const kind of ['lot', 'serial', 'supplierLot', 'product', 'partner'])
      expect(
        [...new Set(hits.filter((hit) => hit.kind === kind && hit.label !== 'X').map(({ label }) => label))],
        kind,
      ).toEqual(inOrder);
  });

  it('is kept, and takes up what was added or changed since', async () => {
    await using plant = await buildPlantApp();
    const add = (lots: string[], supplierLot = '') =>
      plant.take({ lots: lots.map((lot) => ({ product: 'OIL', lot, supplier: 'S1', supplier_lot: supplierLot })) });
    await add(Array.from({ length: 300 }, (_, n) => `N-${(n * 7) % 300}`));
    await prepareOrder(plant.app.store.reader().db, byNumber);
    const all = Array.from({ length: 300 }, (_, n) => `N-${n}`);
    expect(numbersOf(plant)).toEqual(all);
    // One before all, one behind, some in between, as a few more among many.
    await add(['A-1', 'Z-1', 'N-7a', 'n-7', 'N-299.5']);
    const more = [...all, 'A-1', 'Z-1', 'N-7a', 'n-7', 'N-299.5'];
    expect(numbersOf(plant)).toEqual(more.toSorted(compareCodes));
    await add(Array.from({ length: 400 }, (_, n) => `M-${400 - n}`));
    expect(numbersOf(plant)).toHaveLength(705);
    expect(numbersOf(plant)).toEqual(numbersOf(plant).toSorted(compareCodes));

    const sorted = async () => (await plant.ask('lots.list', { sort: 'supplierLot', supplier: 's1', limit: 500 })).rows;
    await add(['A-1'], 'SL-2');
    await add(['Z-1'], 'SL-10');
    expect((await sorted()).slice(0, 2).map(({ supplierLot }) => supplierLot)).toEqual(['SL-2', 'SL-10']);
    await add(['A-1'], 'SL-20');
    expect((await sorted()).slice(0, 2).map(({ supplierLot }) => supplierLot)).toEqual(['SL-10', 'SL-20']);
  });
});
