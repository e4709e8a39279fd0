import { describe, expect, it } from 'vitest';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { on } from '../support/plantTables.ts';

type Row = { lot: string; sublot: string; location: string; status: string; held: string };
const said = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ lot, sublot, location, held }) => (held === '' ? [] : [`${lot}${sublot} ${location} ${held}`]));

/** What the page of a product, of a location, and the tab of a recall say of what lies here. */
async function ofOil(plant: HeldPlant) {
  const oil = await plant.ask('movements.listBalances', { product: 'OIL' });
  const store = await plant.ask('movements.listBalances', { location: 'STORE2' });
  const recall = await plant.ask(
    'recalls.view',
    { suspects: [{ product: 'OIL', lot: 'O1' }], limit: 100 },
    { as: plant.quality },
  );
  return { product: said(oil.rows), location: said(store.rows), recall: said(recall.onHand) };
}

describe('goods on hold that lie here', () => {
  it('are said to be on hold beside their status, line by line', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([['transfer', 'OIL O1', 5, on(10)]]);
    expect(await ofOil(plant)).toEqual({ product: [], location: [], recall: [] });
    const { act } = await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    expect(await ofOil(plant)).toEqual({
      product: ['O1 STORE whole', 'O1 STORE2 whole'],
      location: ['O1 STORE2 whole'],
      recall: ['O1 STORE whole', 'O1 STORE2 whole'],
    });
    await plant.lift([act]);
    expect(await ofOil(plant)).toEqual({ product: [], location: [], recall: [] });
  });

  it('are told apart by where they lie and where they are from', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([['transfer', 'OIL O1', 5, on(10)]]);
    await plant.hold([{ location: 'STORE2', product: 'OIL' }, { supplier: 'S2' }, { workOrder: 'WO-1' }]);
    expect(await ofOil(plant)).toEqual({
      product: ['O1 STORE2 whole', 'O2 STORE whole', 'O3 STORE2 whole'],
      location: ['O1 STORE2 whole', 'O3 STORE2 whole'],
      recall: ['O1 STORE2 whole', 'K1 STORE whole'],
    });
    const { stock } = await plant.ask('dossier.get', { product: 'OIL', lot: 'O1' });
    expect(stock.map(({ location, held }) => [location, held])).toEqual([
      ['STORE', ''],
      ['STORE2', 'whole'],
    ]);
  });

  it('are partly on hold where several serials or sublots are shown as one', async () => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'CHEESE', lot: 'L1', sublot: 'S1' }]);
    const heldOf = async (sublot: string) =>
      (await plant.ask('dossier.get', { product: 'CHEESE', lot: 'L1', sublot })).stock.map(({ held }) => held);
    expect([await heldOf(''), await heldOf('S1'), await heldOf('S2')]).toEqual([['part'], ['whole'], ['']]);
  });

  it('were not on hold before', async () => {
    await using plant = await buildHeldPlant();
    const { act } = await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    const heldAt = async (asOf: string) => {
      const { rows } = await plant.ask('movements.listBalances', { product: 'OIL', asOf });
      const { stock } = await plant.ask('dossier.get', { product: 'OIL', lot: 'O1', asOf });
      return [said(rows), stock.map(({ held }) => held)];
    };
    const { rows } = await plant.ask('holds.list', {});
    const setAt = rows[0]?.setAt ?? '';
    expect(await heldAt('2026-01-20T12:00:00Z')).toEqual([[], ['']]);
    plant.clock.moment += 60_000_000;
    await plant.lift([act]);
    expect(await heldAt(setAt)).toEqual([['O1 STORE whole'], ['whole']]);
  });

  it.each([
    ['stockAsOf', { product: 'OIL', asOf: '2026-12-31' }],
    ['quarantine', { status: 'Q', product: 'OIL', asOf: '2026-12-31' }],
  ])('are marked in the report %s, which is as before where none are', async (report, parameters) => {
    await using plant = await buildHeldPlant();
    const preview = async () => JSON.stringify(await plant.ask('reports.preview', { report, parameters }));
    expect(await preview()).not.toContain('On hold');
    await plant.hold([{ location: 'STORE' }]);
    expect(await preview()).toContain('On hold');
  });

  it('are told to whom who may hold or lift, with the day of the oldest', async () => {
    await using plant = await buildHeldPlant();
    const told = async (as: HeldPlant['me']) =>
      (await plant.ask('today.list', { today: '2026-06-01' }, { as })).groups.flatMap(({ tasks }) =>
        tasks.flatMap((task) => (task.kind === 'holds' ? [[task.count, task.since]] : [])),
      );
    expect(await told(plant.quality)).toEqual([]);
    await plant.hold([
      { product: 'OIL', lot: 'O1' },
      { product: 'OIL', lot: 'O2' },
    ]);
    const { act } = await plant.hold([{ supplier: 'S1' }]);
    const { rows } = await plant.ask('holds.list', { sort: 'setAt' });
    expect(await told(plant.quality)).toEqual([[3, rows[0]?.setAt]]);
    expect(await told(plant.me)).toEqual([]);
    await plant.lift([act]);
    expect(await told(plant.quality)).toEqual([[2, rows[0]?.setAt]]);
  });
});
