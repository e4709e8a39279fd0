import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/dates.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, plantWith, row } from '../support/plantTables.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  const lots = ['L-10', 'L-2', 'L-1'].map((lot, n) => ({
    product: 'MILK',
    lot,
    expires_on: ['2026-05-01', '2026-04-01', '2026-06-01'][n] ?? '',
  }));
  await plant.take(
    plantWith(
      lots.map(({ lot }, n) =>
        row('receipt', `MILK ${lot}`, 10 + n, on(5 + n), {
          id: `M${n}`,
          document: ['D-10', 'D-2', 'D-2'][n] ?? '',
          partner: 'S1',
          status: ['A', 'A', 'Q'][n] ?? '',
        }),
      ),
      { lots },
    ),
  );
});
afterAll(() => plant[Symbol.asyncDispose]());

describe('a list of what a plant has thousands of', () => {
  it('says of each product what lies here by status, its last lot and what expires next', async () => {
    const { rows, total } = await plant.ask('products.listWithStock', {});
    expect(rows).toHaveLength(total);
    expect(rows.find(({ code }) => code === 'MILK')).toMatchObject({
      released: { amount: '21' },
      quarantine: { amount: '12' },
      rejected: null,
      nextExpiry: '2026-04-01',
    });
    const stocked = rows.filter(({ released, quarantine, rejected }) => released ?? quarantine ?? rejected);
    expect(stocked.map(({ code }) => code)).toEqual(['MILK']);
  });

  it('sorts codes as people count, blanks last both ways, and by amounts', async () => {
    const numbers = async (sort: '' | 'number' | '-number') =>
      (await plant.ask('movements.listDocuments', { sort })).rows.map(({ number }) => number);
    expect(await numbers('number')).toEqual(['D-2', 'D-10']);
    expect(await numbers('-number')).toEqual(['D-10', 'D-2']);
    // The one begun last comes first.
    expect(await numbers('')).toEqual(['D-2', 'D-10']);
    for (const sort of ['released', '-released', 'nextExpiry', '-nextExpiry'] as const)
      expect((await plant.ask('products.listWithStock', { sort })).rows[0]?.code).toBe('MILK');
  });

  it('filters by text as the store does, by choices and by dates, and pages what fits', async () => {
    const codes = async (question: object) =>
      (await plant.ask('products.listWithStock', question)).rows.map(({ code }) => code);
    expect(await codes({ text: 'mi-lk' })).toEqual(['MILK']);
    expect(await codes({ nextExpiry: '2026-04-01..2026-04-01' })).toEqual(['MILK']);
    expect(await codes({ nextExpiry: '2026-04-02..' })).toEqual([]);
    const all = await codes({});
    expect(all.length).toBeGreaterThan(2);
    expect([...(await codes({ limit: 2 })), ...(await codes({ limit: 500, offset: 2 }))]).toEqual(all);
    const { rows } = await plant.ask('partners.listWithDeliveries', { kind: ['supplier'] });
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(0);
    for (const one of kinds) expect(one).toContain('supplier');
  });

  it('names the lots of a document and what lies at a location, and when a partner delivered last', async () => {
    const { rows } = await plant.ask('movements.listDocuments', { number: 'D-2', partner: 'S1' });
    expect(rows).toMatchObject([{ number: 'D-2', kind: 'receipt', partner: 'S1', movements: 2, lots: { more: 0 } }]);
    expect(rows[0]?.lots.first.map(({ lot }) => lot)).toEqual(['L-2', 'L-1']);
    const { rows: locations } = await plant.ask('locations.listWithStock', { status: ['Q'] });
    expect(locations).toMatchObject([{ units: 3, status: ['A', 'Q'], lies: { more: 0 } }]);
    const { rows: lying } = await plant.ask('movements.listBalances', { location: locations[0]?.code ?? '' });
    expect(lying.map(({ lot }) => lot)).toHaveLength(3);
    const { rows: partners } = await plant.ask('partners.listWithDeliveries', { sort: '-lastReceipt' });
    expect(partners[0]).toMatchObject({ code: 'S1', lastShipment: '' });
    expect(partners[0]?.lastReceipt).not.toBe('');
  });

  it('is a workbook with the columns and the rows that were chosen', async () => {
    const table = async (parameters: object) => {
      const { report } = await plant.ask('reports.preview', { report: 'documents', parameters: { ...parameters } });
      return report.sections[0];
    };
    const whole = await table({ question: { sort: 'number', kind: ['receipt'] }, columns: ['kind', 'lots'] });
    expect(whole?.columns.map(({ header }) => header)).toEqual(['Document', 'Movement', 'Lots']);
    expect(whole?.rows).toEqual([
      ['D-2', 'Receipt', 'MILK L-2, MILK L-1'],
      ['D-10', 'Receipt', 'MILK L-10'],
    ]);
    const chosen = await table({ question: {}, columns: ['movements'], only: ['"D-10"'] });
    expect(chosen?.rows).toEqual([['D-10', 1]]);
  });

  it('goes along indexes where it is long: sorts, filters and finds documents by what their first movement says', async () => {
    const numbers = async (question: object) =>
      (await plant.ask('movements.listDocuments', question)).rows.map(({ number }) => number);
    expect(await numbers({ sort: 'at' })).toEqual(['D-10', 'D-2']);
    expect(await numbers({ sort: '-at' })).toEqual(['D-2', 'D-10']);
    expect(await numbers({ sort: 'movements' })).toEqual(['D-10', 'D-2']);
    expect(await numbers({ sort: 'workOrder' })).toEqual(['D-10', 'D-2']);
    const [day] = on(6).split('T');
    expect(await numbers({ at: `${day}..${day}` })).toEqual(['D-2']);
    expect(await numbers({ at: `..${addDays(day ?? '', -1)}`, kind: ['receipt'] })).toEqual(['D-10']);
    // D-2 goes on after that day, and began on it.
    expect(await numbers({ at: `${addDays(day ?? '', 1)}..` })).toEqual([]);
    expect(await numbers({ kind: ['shipment'] })).toEqual([]);
    expect(await numbers({ text: 'd 10' })).toEqual(['D-10']);
    expect(await numbers({ text: 's1', sort: '-number', limit: 1, offset: 1 })).toEqual(['D-2']);
    expect(await numbers({ partnerName: 'no such partner' })).toEqual([]);
  });

  it('tells what was written since', async () => {
    await plant.take(
      plantWith([row('receipt', 'MILK L-11', 5, on(20), { id: 'M9', document: 'D-3', partner: 'S1' })], {
        lots: [{ product: 'MILK', lot: 'L-11' }],
      }),
    );
    const [last] = (await plant.ask('movements.listDocuments', {})).rows;
    expect(last).toMatchObject({ number: 'D-3', movements: 1 });
    const receipt = (await plant.ask('partners.listWithDeliveries', { code: 'S1' })).rows[0]?.lastReceipt;
    expect(receipt).toBe(last?.at);
    // What bears a known document goes on with it, also where it is dated before.
    const more = [
      row('receipt', 'MILK L-1', 1, on(19), { id: 'M10', document: 'D-2', partner: 'S1' }),
      row('scrap', 'MILK L-1', 1, on(21), { id: 'M11', document: 'D-4' }),
    ];
    await plant.take({ movements: more });
    const { rows, total } = await plant.ask('movements.listDocuments', { sort: '-movements' });
    expect(rows.map(({ number, movements }) => `${number} ${movements}`)).toEqual([
      'D-2 3',
      'D-4 1',
      'D-3 1',
      'D-10 1',
    ]);
    expect(total).toBe(4);
    expect((await plant.ask('partners.listWithDeliveries', { code: 'S1' })).rows[0]?.lastReceipt).toBe(receipt);
    expect((await plant.ask('products.listWithStock', { code: 'MILK' })).rows[0]?.lastLot?.lot).toBe('L-11');
  });
});
