import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take({
    lots: [{ product: 'MILK', lot: 'M1', supplier: 'S1', supplier_lot: '77' }],
    movements: [row('receipt', 'MILK M1', 40, on(3))],
  });
});
afterAll(() => plant[Symbol.asyncDispose]());

const known = { product: 'MILK', lot: 'M1' };
const knownLot = { supplier: 'S1', supplierLot: '77' };

describe('a recall of suspects of which nobody knows some', () => {
  it.each([false, true])(
    'answers about the others and names each of these, in one reply (dated: %s)',
    async (dated) => {
      const { unknown, ...view } = await plant.ask('recalls.view', {
        suspects: [{ product: 'MILK', lot: 'NO' }, known, { product: 'JAM', lot: 'J1' }, { product: 'JAM', lot: 'J2' }],
        supplierLots: [{ supplier: 'S1', supplierLot: '78' }, knownLot, { supplier: 'S9', supplierLot: '77' }],
        dated,
        leaveOutUnknown: true,
      });
      expect(unknown.map(({ list, place }) => `${list} ${place}`)).toEqual([
        'suspects 0',
        'suspects 2',
        'suspects 3',
        'supplierLots 0',
        'supplierLots 2',
      ]);
      expect(unknown.map(({ message }) => message)).toEqual([
        expect.stringContaining('MILK lot NO'),
        expect.stringContaining('no product JAM'),
        expect.stringContaining('no product JAM'),
        expect.stringContaining('lot 78 of supplier S1'),
        expect.stringContaining('no supplier S9'),
      ]);
      const { unknown: none, ...alone } = await plant.ask('recalls.view', {
        suspects: [known],
        supplierLots: [knownLot],
        dated,
      });
      expect(none).toEqual([]);
      expect(view).toEqual(alone);
      expect(view.affected.map(({ lot }) => lot)).toEqual(['M1']);
    },
  );

  it.each([false, true])('is about nothing where nobody knows any (dated: %s)', async (dated) => {
    const suspects = Array.from({ length: 1000 }, (_, n) => ({ product: 'MILK', lot: `NO-${n}` }));
    const view = await plant.ask('recalls.view', { suspects, dated, leaveOutUnknown: true });
    expect(view.unknown).toHaveLength(1000);
    expect(view.suspects).toEqual([]);
    expect(view.counts.affected).toBe(0);
  });

  it('is refused at the first of them where they are not to be left out', async () => {
    const suspects = [known, { product: 'MILK', lot: 'NO' }];
    for (const operation of ['recalls.view', 'recalls.simulate'] as const) {
      const { code, message } = await refusalOf(plant.ask(operation, { suspects }));
      expect(code).toBe('NOT_FOUND');
      expect(message).toContain('MILK lot NO');
    }
  });

  it('is refused where no suspect is named at all', async () => {
    expect((await refusalOf(plant.ask('recalls.view', { leaveOutUnknown: true }))).code).toBe('VALIDATION');
  });
});

describe('a recall of a supplier’s lot whose record names no supplier', () => {
  it('finds goods that came without a lot and got it later, where some of that supplier’s had come by then', async () => {
    await using named = await buildPlantApp();
    const dock = (partner: string, day: number, more = {}) =>
      row('receipt', 'MILK', 5, on(day), { partner, to: 'DOCK', ...more });
    const wrong = dock('S2', 2, { id: 'W' });
    await named.take({
      lots: [
        { product: 'MILK', lot: 'M1', supplier_lot: '77' },
        { product: 'CHEESE', lot: 'C1', sublot: 'A', supplier_lot: '77' },
      ],
      movements: [
        wrong,
        { ...wrong, at: on(3), id: 'U', reverses: 'W', from: 'DOCK', status_from: 'A', to: '', status: '' },
        dock('S1', 3),
        row('put-away', 'MILK M1', 5, on(4)),
        dock('S2', 5),
        row('receipt', 'CHEESE', 5, on(2), { to: 'DOCK' }),
        row('assign', 'CHEESE C1', 5, on(3), { from: 'DOCK', to: 'DOCK' }),
        row('put-away', 'CHEESE C1/A', 5, on(4)),
      ],
    });
    const recall = (supplier: string) =>
      named.ask('recalls.view', { suspects: [], supplierLots: [{ supplier, supplierLot: '77' }] });
    const { suspects } = await recall('S1');
    expect(suspects.map(({ product, lot }) => `${product} ${lot}`)).toEqual(['CHEESE C1', 'MILK M1']);
    // What of the other came was undone, or came later.
    expect(await refusalOf(recall('S2'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
