import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { setUpPeople, signature } from '../support/people.ts';
import { on, row } from '../support/plantTables.ts';

/** What the tests of other programs show of quantities, lots and dates, as it is here. */

const june = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T08:00:00Z`;
const whereaboutsOf = async (plant: TestApp) =>
  (await plant.ask('movements.listBalances', { product: 'OIL' })).rows
    .filter(({ lot }) => lot === 'A')
    .map(({ location, quantity }) => `${location} ${quantity}`);

describe('quantities and lots', () => {
  it('S01: what lies of a product is what lies of each lot, and of none', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'OIL L1', 5, on(2)],
      ['receipt', 'OIL L2', 10, on(2)],
      ['receipt', 'OIL', 3, on(2)],
      ['shipment', 'OIL L2', 2, on(3)],
    ]);
    expect(await plant.stock()).toEqual(['OIL @ STORE A = 3', 'OIL L1 @ STORE A = 5', 'OIL L2 @ STORE A = 8']);
    const { rows } = await plant.ask('products.listWithStock', { code: 'OIL' });
    expect(rows[0]?.released).toEqual({ amount: '16', unit: 'kg' });
  });

  it('S04: lots are added to goods without one; a lot that is there is that lot, and the rest stays without', async () => {
    await using plant = await buildPlantApp();
    await plant.ask('lots.create', { rows: [{ product: 'OIL', lot: '02' }] });
    await plant.post('receipt', 'OIL', 10, on(2));
    await plant.postAll([
      ['assign', 'OIL 01', 2, on(3)],
      ['assign', 'OIL 02', 1, on(3)],
    ]);
    expect(await plant.stock()).toEqual(['OIL @ STORE A = 7', 'OIL 01 @ STORE A = 2', 'OIL 02 @ STORE A = 1']);
    await plant.post('assign', 'OIL 03', 7, on(4));
    expect(await plant.stock()).toEqual(['OIL 01 @ STORE A = 2', 'OIL 02 @ STORE A = 1', 'OIL 03 @ STORE A = 7']);
    const { rows } = await plant.ask('lots.list', { product: 'OIL' });
    expect(rows.map(({ lot }) => lot).toSorted()).toEqual(['01', '02', '03']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('S06: what came to the dock as one lot is not put away as another', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 10, on(2), { to: 'DOCK' });
    const other = await refusalOf(plant.post('put-away', 'MILK L2', 10, on(3)));
    expect([other.code, other.message]).toEqual(['INSUFFICIENT_QTY', expect.stringContaining('L2')]);
    await plant.post('put-away', 'MILK L1', 10, on(3));
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 10']);
  });

  it('S07: a count in storage names the lot, scan by scan', async () => {
    await using plant = await buildPlantApp();
    expect(await codeOf(plant.post('adjustment', 'MILK', 1, on(2)))).toBe('LOT_REQUIRED');
    await plant.post('adjustment', 'MILK L1', 1, on(2));
    await plant.post('adjustment', 'MILK L1', 1, on(2, '08:01'));
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 2']);
  });

  it('S11: a lot is where it lies: at one location, at several, and at one again', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL A', 10, on(2));
    expect(await whereaboutsOf(plant)).toEqual(['STORE 10']);
    await plant.post('receipt', 'OIL A', 10, on(2), { to: 'QUAR' });
    expect(await whereaboutsOf(plant)).toEqual(['QUAR 10', 'STORE 10']);
    await plant.post('transfer', 'OIL A', 10, on(3), { to: 'QUAR' });
    expect(await whereaboutsOf(plant)).toEqual(['QUAR 20']);
  });

  it('S13: a pasted list is read as numbers with their quantities, one where none is said', async () => {
    await using plant = await buildPlantApp();
    const { numbers, issues } = await plant.ask('numbering.plan', {
      product: 'MILK',
      of: 'lots',
      from: { text: 'aze;2\nqsd;4\nwxc' },
    });
    expect(issues).toEqual([]);
    expect(numbers.map(({ number, quantity }) => `${number} ${quantity}`)).toEqual(['aze 2', 'qsd 4', 'wxc 1']);
  });

  it('S15: a product without lots gets none, neither made nor with its goods', async () => {
    await using plant = await buildPlantApp();
    const made = await refusalOf(plant.ask('lots.create', { rows: [{ product: 'SALT', lot: 'L1' }] }));
    expect(made).toMatchObject({ code: 'VALIDATION', details: { faults: [{ row: 0, field: 'product' }] } });
    expect(await codeOf(plant.post('receipt', 'SALT L1', 1, on(2)))).toBe('VALIDATION');
    expect(await plant.stock()).toEqual([]);
  });

  it('S16: a lot that is numbered here has what came, and no more goes out', async () => {
    await using plant = await buildPlantApp();
    const rule = { level: 'product', code: 'MILK', lotPattern: 'B-{###}', serialPattern: '', uniqueness: '' } as const;
    await plant.ask('numbering.saveRule', { ...rule, reason: 'so the labels have it' });
    await plant.post('receipt', 'MILK', 100, on(2));
    const taken = await refusalOf(plant.post('shipment', 'MILK B-001', 5000, on(3)));
    expect(taken.code).toBe('INSUFFICIENT_QTY');
    expect(await plant.stock()).toEqual(['MILK B-001 @ STORE A = 100']);
  });

  it('S18: a receipt that is undone leaves the lot as it was', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 10, on(2));
    const id = await plant.post('receipt', 'MILK L1', 90, on(3));
    await plant.ask('movements.reverse', { movements: [id], reason: 'booked by mistake' });
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 10']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });
});

describe('what a lot holds', () => {
  it('S09: all lines of a document together move no more of a lot, nor does a count find more', async () => {
    await using plant = await buildPlantApp();
    const { qualityManager, warehouse: as } = await setUpPeople(plant);
    const hold = (lotCapacity: string, version: number) =>
      plant.ask(
        'products.edit',
        {
          ...{ code: 'OIL', version, change: { lotCapacity }, reason: 'so much a barrel holds' },
          signature: signature('qualityManager', 'approved'),
        },
        { as: qualityManager },
      );
    await plant.postAll([['receipt', 'OIL L1', 9, on(2)]], { as });
    await hold('3', 1);
    const ship = (...quantities: number[]) =>
      plant.postAll(
        quantities.map((quantity): Parameters<TestApp['postAll']>[0][number] => [
          'shipment',
          'OIL L1',
          quantity,
          on(3),
        ]),
        { as },
      );
    const refused = await refusalOf(ship(4));
    expect(refused).toMatchObject({ code: 'VALIDATION', details: { column: 'quantity', movement: 0 } });
    expect(refused.message).toContain(
      'DN-1 moves 4 kg of OIL lot L1, which holds 3 kg at most. Name another lot for the rest.',
    );
    expect(await refusalOf(ship(2, 2))).toMatchObject({ details: { movement: 1 } });
    const [first = 0] = await ship(2);
    // Also over what the document moved before, but for what was undone.
    expect(await codeOf(ship(2))).toBe('VALIDATION');
    await plant.ask('movements.reverse', { movements: [first], reason: 'loaded by mistake' }, { as });
    await ship(3);
    await hold('2', 2);
    // What an export says has happened: it is taken over, and reported.
    const taken = await plant.take(
      {
        movements: [
          row('shipment', 'OIL L1', 1, on(5), { document: 'DN-7' }),
          row('shipment', 'OIL L1', 2, on(5), { document: 'DN-7' }),
          row('shipment', 'OIL L1', 1, on(5), { document: 'DN-8' }),
        ],
      },
      { as: qualityManager },
    );
    expect(taken.findings.filter(({ column }) => column === 'quantity')).toMatchObject([
      {
        row: 3,
        code: 'VALIDATION',
        message: expect.stringContaining('DN-7 moves 3 kg of OIL lot L1, which holds 2 kg at most.'),
      },
    ]);
    const count = (quantity: number) =>
      plant.postAll([['adjustment', 'OIL L2', quantity, on(4), { status: 'Q' }]], { as });
    expect(await codeOf(count(3))).toBe('VALIDATION');
    await count(2);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });
});

describe('dates', () => {
  it('S45: goods that have expired hold up a delivery, by name, and the rest goes without them', async () => {
    await using plant = await buildPlantApp();
    // Milk lasts 10 days.
    await plant.take({ lots: [{ product: 'MILK', lot: 'FRESH', expires_on: '2026-12-31', use_by_on: '2026-12-31' }] });
    await plant.postAll([
      ['receipt', 'MILK OLD', 5, on(2)],
      ['receipt', 'MILK FRESH', 5, on(2)],
    ]);
    plant.clock.set('2026-06-01T12:00:00Z');
    type Shipment = Parameters<TestApp['postAll']>[0][number];
    const good: Shipment = ['shipment', 'MILK FRESH', 1, june(1)];
    const old: Shipment = ['shipment', 'MILK OLD', 1, june(1)];
    const both = await refusalOf(plant.postAll([good, old]));
    expect(both).toMatchObject({ code: 'EXPIRED_LOT', details: { movement: 1 } });
    expect(await codeOf(plant.postAll([old]))).toBe('EXPIRED_LOT');
    await plant.postAll([good]);
    expect(await plant.stock()).toEqual(['MILK FRESH @ STORE A = 4', 'MILK OLD @ STORE A = 5']);
  });

  it('S46: a lot of goods that expire whose expiry was taken away goes out', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 100, on(2));
    const { qualityManager, warehouse } = await setUpPeople(plant);
    const ship = () => plant.postAll([['shipment', 'MILK L1', 10, june(1)]], { as: warehouse });
    expect(await codeOf(ship())).toBe('EXPIRED_LOT');
    await plant.ask(
      'lots.changeDates',
      {
        ...{ product: 'MILK', lot: 'L1', version: 1, dates: { expiresOn: '', useByOn: '' } },
        ...{ reason: 'it was frozen', signature: signature('qualityManager', 'approved') },
      },
      { as: qualityManager },
    );
    await ship();
    const { rows } = await plant.ask('movements.listBalances', { product: 'MILK' }, { as: warehouse });
    expect(rows.map(({ lot, quantity }) => `${lot} ${quantity}`)).toEqual(['L1 90']);
  });

  it('S48: a lot that is made ahead counts from the day it is made on, not from the day it comes', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [{ product: 'MILK', lot: 'L1', manufactured_on: '2026-01-20' }] });
    await plant.post('receipt', 'MILK L1', 1, on(25));
    expect(await plant.ask('lots.getDates', { product: 'MILK', lot: 'L1' })).toMatchObject({
      expiresOn: '2026-01-30',
    });
  });
});

describe('the box finds a location', () => {
  it('by its code and by its name, beside what else bears it', async () => {
    await using plant = await buildPlantApp();
    const hits = async (text: string) =>
      (await plant.ask('dossier.find', { text, limit: 10 })).hits.map(({ kind, label }) => `${kind} ${label}`);
    expect(await hits('DOCK')).toEqual(['location DOCK']);
    expect(await hits('store')).toEqual(['location STORE', 'location STORE2']);
    await plant.take({ locations: [{ code: 'K-1', site: 'MAIN', kind: 'storage', name: 'Cold room' }] });
    expect(await hits('cold room')).toEqual(['location K-1']);
  });
});
