import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lotsInStock, readLotStock } from '#main/features/lots/lotStock.queries.ts';
import { lotSource } from '#main/features/lots/lotList.queries.ts';
import { type ListedLot, lotList } from '#shared/lots/vocabulary.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { listIds, listPage } from '../support/lists.ts';
import { on, plantWith, row } from '../support/plantTables.ts';
import { StaleView } from '../support/stores.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  const lots = Array.from({ length: 90 }, (_, n) => ({
    product: ['MILK', 'CAKE', 'CHEESE'][n % 3] ?? '',
    lot: `L${String((n * 37) % 90).padStart(3, '0')}`,
    sublot: n % 3 === 2 ? 'S1' : '',
    supplier: ['S1', 'S2', ''][n % 4] ?? '',
    supplier_lot: n % 5 === 0 ? '' : `SL-${(n * 13) % 40}`,
    expires_on: n % 7 === 0 ? '' : `2026-0${1 + (n % 9)}-1${n % 10}`,
    retest_on: n % 2 === 0 ? '' : `2026-03-0${1 + (n % 8)}`,
  }));
  const movements = lots
    .filter((_, n) => n % 2 === 0)
    .map(({ product, lot, sublot }, n) =>
      row('opening', `${product} ${lot}${sublot === '' ? '' : `/${sublot}`}`, 10 + n, on(5), {
        id: `M${n}`,
        status: ['A', 'Q', 'R'][n % 3] ?? 'A',
      }),
    );
  await plant.take(plantWith(movements, { lots }));
});
afterAll(() => plant[Symbol.asyncDispose]());

const ask = (question: Parameters<typeof plant.ask<'lots.list'>>[1]) =>
  plant.ask('lots.list', { limit: 500, ...question });
const all = async (): Promise<ListedLot[]> => (await ask({})).rows;

/** The text a sort goes by, "" where the row has none. */
const keys: Record<(typeof lotList.sorts)[number], (lot: ListedLot) => string> = {
  product: (lot) => lot.product,
  lot: (lot) => lot.lot,
  supplier: (lot) => lot.supplier,
  supplierLot: (lot) => lot.supplierLot,
  manufacturedOn: (lot) => lot.manufacturedOn,
  expiresOn: (lot) => lot.expiresOn,
  retestOn: (lot) => lot.retestOn,
};

describe('the list of lots', () => {
  it('has every lot, the one recorded last first, with what lies of it', async () => {
    const { total, rows } = await ask({});
    expect([total, rows.length]).toEqual([90, 90]);
    const stocked = await plant.stock();
    for (const lot of rows) {
      const name = `${lot.product} ${lot.lot}${lot.sublot === '' ? '' : `/${lot.sublot}`} @`;
      const line = stocked.find((one) => one.startsWith(name));
      expect(lot.onHand, name).toBe(line === undefined ? '0' : line.split(' = ')[1]);
      expect(lot.statuses, name).toEqual(line === undefined ? [] : [line.split(' ')[4]]);
    }
  });

  it.each(lotList.sorts)('sorts by %s with blanks last both ways', async (sort) => {
    const key = keys[sort];
    for (const by of [sort, `-${sort}`] as const) {
      const sorted = (await ask({ sort: by })).rows.map(key);
      const said = sorted.filter((text) => text !== '');
      const up = said.toSorted(compareCodes);
      expect(sorted, by).toEqual([...(by === sort ? up : up.toReversed()), ...sorted.filter((text) => text === '')]);
      expect(sorted.length).toBe(90);
    }
  });

  const filters: [Parameters<typeof ask>[0], (lot: ListedLot) => boolean][] = [
    [{ text: 'l01' }, ({ lot }) => lot.startsWith('L01')],
    [{ text: 'sl-1' }, ({ supplierLot }) => supplierLot.includes('SL-1')],
    [{ product: 'cake' }, ({ product }) => product === 'CAKE'],
    [{ supplier: 'hill' }, ({ supplier }) => supplier === 'S2'],
    [{ supplierLot: '3' }, ({ supplierLot }) => supplierLot.includes('3')],
    [{ expiresOn: '2026-03-01..2026-06-30' }, (l) => l.expiresOn >= '2026-03-01' && l.expiresOn <= '2026-06-30'],
    [{ expiresOn: '..2026-03-31' }, (l) => l.expiresOn !== '' && l.expiresOn <= '2026-03-31'],
    [{ retestOn: '2026-03-05..' }, (l) => l.retestOn >= '2026-03-05'],
    [{ onHand: ['yes'] }, ({ statuses }) => statuses.length > 0],
    [{ onHand: ['no'] }, ({ statuses }) => statuses.length === 0],
    [{ onHand: ['no', 'yes'] }, () => true],
    [{ status: ['Q', 'R'] }, ({ statuses }) => statuses.some((status) => status !== 'A')],
    [{ product: 'MILK', onHand: ['yes'], text: 'L0' }, (l) => l.product === 'MILK' && l.statuses.length > 0],
    [{ text: '%' }, () => false],
    [{ text: 'L0%1' }, () => false],
    // A separator of codes, and no sign that stands for any other.
    [{ text: 'L0_1' }, ({ lot }) => lot.startsWith('L01')],
    [{ text: 'L0__1' }, ({ lot }) => lot.startsWith('L01')],
  ];

  it.each(filters)('lets through what fits %o, counted, in every sort', async (question, fits) => {
    const wanted = (await all()).filter(fits);
    const nameOf = ({ product, lot, sublot }: ListedLot): string => `${product} ${lot} ${sublot}`;
    for (const sort of ['', 'expiresOn', '-supplier', 'product'] as const) {
      const { total, rows } = await ask({ ...question, sort });
      expect(total).toBe(wanted.length);
      expect(rows.map(nameOf).toSorted()).toEqual(wanted.map(nameOf).toSorted());
    }
  });

  it('gives the same rows in the same order by the way for few matches and by the way for many, on any page', async () => {
    const { db } = plant.app.store.reader();
    await readLotStock(db);
    const sorts = ['', ...lotList.sorts.flatMap((sort) => [sort, `-${sort}`])];
    for (const sort of sorts) {
      for (const filter of [{ product: 'c' }, { onHand: ['yes'] }, { expiresOn: '2026-02-01..' }]) {
        const question = { ...filter, sort };
        const few = listIds(db, lotSource, question);
        expect(listIds(db, lotSource, question, 0), sort).toEqual(few);
        for (const offset of [0, 1, 7, 30, 60]) {
          const page = { offset, limit: 20 };
          const expected = { total: few.length, ids: few.slice(offset, offset + 20) };
          expect(listPage(db, lotSource, question, page), `${sort} from ${offset}`).toEqual(expected);
        }
      }
      const whole = listIds(db, lotSource, { sort });
      for (const offset of [0, 1, 7, 30, 60, 89, 90])
        expect(listPage(db, lotSource, { sort }, { offset, limit: 20 }).ids).toEqual(whole.slice(offset, offset + 20));
    }
  });

  it('knows what moved since it was asked last, and lots that came', async () => {
    const found = async () => (await ask({ text: 'later', status: ['A'] })).total;
    expect(await found()).toBe(0);
    await plant.post('receipt', 'CAKE LATER', 5, on(8));
    expect(await found()).toBe(1);
    await plant.post('scrap', 'CAKE LATER', 5, on(9));
    expect(await found()).toBe(0);
    expect((await ask({ text: 'later', onHand: ['no'] })).total).toBe(1);
  });

  it('knows the stock for every question at once, and for none that sees an older state', async () => {
    const found = async () => (await ask({ text: 'after', onHand: ['yes'] })).total;
    expect(await Promise.all([found(), found(), found()])).toEqual([0, 0, 0]);
    await plant.app.store.view(async ({ db }) => {
      await readLotStock(db);
      const before = lotsInStock(db, (bits) => bits !== 0);
      await plant.post('receipt', 'CAKE AFTER', 5, on(8));
      expect(lotsInStock(db, (bits) => bits !== 0)).toEqual(before);
      expect(await Promise.all([found(), found()])).toEqual([1, 1]);
      expect(() => lotsInStock(db, (bits) => bits !== 0)).toThrow(StaleView);
      await expect(readLotStock(db)).rejects.toThrow(StaleView);
    });
    expect(await found()).toBe(1);
  });

  it('finds letters beyond ASCII in the state it sees, whatever others looked for', async () => {
    const found = async (text: string) => (await ask({ text })).rows.map(({ lot }) => lot);
    await plant.take({ lots: [{ product: 'CAKE', lot: 'WINE', supplier: 'S1', supplier_lot: 'ЛОЗА-1' }] });
    expect(await found('лоза')).toEqual(['WINE']);
    await plant.app.store.view(async ({ db }) => {
      const older = { onHand: [], status: [], sort: '', text: 'лоза' };
      expect(listIds(db, lotSource, older)).toHaveLength(1);
      await plant.take({ lots: [{ product: 'CAKE', lot: 'WINE', supplier: 'S1', supplier_lot: 'LOZA-1' }] });
      expect(await found('лоза')).toEqual([]);
      expect(listIds(db, lotSource, { ...older, text: 'ЛОЗА' })).toHaveLength(1);
    });
  });

  it('refuses a sort or a filter it does not have', async () => {
    for (const wrong of [{ sort: 'onHand' }, { colour: 'red' }, { status: ['X'] }, { expiresOn: 'soon' }])
      expect(await codeOf(plant.send('lots.list', wrong))).toBe('VALIDATION');
  });
});
