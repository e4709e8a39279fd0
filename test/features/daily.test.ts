import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { buildDecided, release } from '../support/decided.ts';
import { setUpPeople } from '../support/people.ts';
import { row } from '../support/plantTables.ts';

/** A day of June 2026: the store was made on its first. */
const june = (day: number, time = '08:00'): string => `2026-06-${String(day).padStart(2, '0')}T${time}:00Z`;

/** Milk lasts 10 days from its receipt, is to be used within 12 and tested again after 5. */
const milk = (plant: TestApp, lot: string, day: number, more = {}) =>
  plant.post('receipt', `MILK ${lot}`, 8, june(day), more);
const at = (plant: TestApp, day: number): void => plant.clock.set(june(day, '06:00'));
const entriesOf = async (plant: TestApp) =>
  (await plant.ask('audit.list', { operation: 'daily.moveLot' })).rows.toReversed();
const reasons = (plant: TestApp) =>
  plant
    .rows<{ text: string }>("select reason as text from movement where kind = 'status' order by id")
    .map(({ text }) => text);

/** The clock says a day long after the last, and somebody says that it is right. */
async function comesTo(plant: TestApp, day: number): Promise<void> {
  at(plant, day);
  await plant.ask('daily.confirmDay', { day: june(day).slice(0, 10) });
}

async function buildPlant(day: number): Promise<TestApp> {
  const plant = await buildPlantApp();
  await comesTo(plant, day);
  return plant;
}

describe('the daily job', () => {
  it('retest before expiry: a lot in quarantine that expires is rejected', async () => {
    await using plant = await buildPlant(2);
    await milk(plant, 'L1', 1);
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 8']);
    at(plant, 6);
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE Q = 8']);
    at(plant, 11);
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE Q = 8']);
    at(plant, 12);
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE R = 8']);
    expect(reasons(plant)).toEqual(['The lot was due for retest on 2026-06-06.', 'The lot expired on 2026-06-11.']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('is one line of the trail for each lot, by itself and no person, and writes nothing a second time', async () => {
    await using plant = await buildPlant(20);
    await plant.postAll([
      ['receipt', 'MILK L1', 5, june(1)],
      ['receipt', 'MILK L1', 3, june(1), { to: 'STORE2', status: 'Q' }],
      ['receipt', 'MILK L2', 4, june(2), { status: 'R' }],
      ['receipt', 'MILK L3', 4, june(18)],
    ]);
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual([
      'MILK L1 @ STORE R = 5',
      'MILK L1 @ STORE2 R = 3',
      'MILK L2 @ STORE R = 4',
      'MILK L3 @ STORE A = 4',
    ]);
    const entries = await entriesOf(plant);
    expect(entries.map(({ person, outcome }) => [person, outcome])).toEqual([['Daily job', 'done']]);
    const [entry] = plant.rows<{ body: string }>("select body from audit_entry where operation = 'daily.moveLot'");
    expect(entry?.body).toContain('"role":"daily job"');
    const { seq } = plant.app.store.head();
    expect((await plant.ask('daily.due', {})).total).toBe(0);
    await plant.app.lookAtDay();
    await plant.reopen();
    await plant.app.lookAtDay();
    expect(plant.app.store.head().seq).toBe(seq);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('takes sublots, which have the dates of their lot where they have none, and serials of a lot along', async () => {
    await using plant = await buildPlantApp();
    await comesTo(plant, 25);
    const unit = { code: 'UNIT', name: 'Unit', unit: 'EA', lot_tracking: 'mandatory', serial_tracking: 'global' };
    await plant.take({
      products: [unit],
      lots: [
        { product: 'CHEESE', lot: 'K1', expires_on: '2026-06-20' },
        { product: 'CHEESE', lot: 'K1', sublot: 'B', expires_on: '2026-08-10' },
        { product: 'UNIT', lot: 'C1', expires_on: '2026-06-20' },
      ],
      movements: [
        row('receipt', 'CHEESE', 4, june(5), { lot: 'K1', sublot: 'A', id: 'M1' }),
        row('receipt', 'CHEESE', 4, june(5), { lot: 'K1', sublot: 'B', id: 'M2' }),
        row('receipt', 'UNIT', 3, june(5), { lot: 'C1', serial: 'N1..N3', id: 'M3' }),
      ],
    });
    await plant.app.lookAtDay();
    const stock = await plant.stock();
    expect(stock).toContain('CHEESE K1/A @ STORE R = 4');
    expect(stock).toContain('CHEESE K1/B @ STORE A = 4');
    expect(stock.filter((one) => one.startsWith('UNIT'))).toEqual(
      ['N1', 'N2', 'N3'].map((serial) => `UNIT C1 #${serial} @ STORE R = 1`),
    );
    expect(await entriesOf(plant)).toHaveLength(2);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('takes what was split off tested goods for tested, and what was split off before for what it is', async () => {
    await using plant = await buildPlant(2);
    await milk(plant, 'L1', 1);
    const from = { product: 'MILK', lot: 'L1', location: 'STORE', status: 'A' };
    await plant.ask('lots.split', { ...from, rows: [{ lot: 'EARLY', quantity: '1' }] });
    at(plant, 6);
    await plant.app.lookAtDay();
    await plant.post('status', 'MILK L1', 7, june(6, '06:00'));
    await plant.ask('lots.split', { ...from, rows: [{ lot: 'N1', quantity: '3' }] });
    await plant.ask('lots.split', { ...from, lot: 'N1', rows: [{ lot: 'N2', quantity: '1' }] });
    at(plant, 7);
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual([
      'MILK EARLY @ STORE Q = 1',
      ...['MILK L1 @ STORE A = 4', 'MILK N1 @ STORE A = 2', 'MILK N2 @ STORE A = 1'],
    ]);
    const { rows } = await plant.ask('daily.list', {});
    expect(rows.map(({ lot, what }) => [lot?.lot, what])).toEqual(
      ['EARLY', 'L1', 'N1', 'N2'].map((lot) => [lot, 'expiry']),
    );
  });

  it('does as of a day that is past what was due by then, and of one to come nothing but tell', async () => {
    await using plant = await buildPlant(20);
    await milk(plant, 'L1', 1);
    const ahead = await plant.ask('daily.due', { asOf: '2026-07-01' });
    expect(ahead).toMatchObject({ isAhead: true, total: 1, rows: [{ product: 'MILK', lot: 'L1' }] });
    expect(await codeOf(plant.ask('daily.moveLot', { product: 'MILK', lot: 'L1', asOf: '2026-07-01' }))).toBe(
      'VALIDATION',
    );
    await plant.ask('daily.moveLot', { product: 'MILK', lot: 'L1', asOf: '2026-06-05' });
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 8']);
    expect(await plant.ask('daily.moveLot', { product: 'MILK', lot: 'L1', asOf: '2026-06-11' })).toMatchObject({
      quantity: '8',
      statusFrom: 'A',
      statusTo: 'Q',
    });
    expect(await codeOf(plant.ask('daily.moveLot', { product: 'NONE', lot: 'L1' }))).toBe('NOT_FOUND');
  });

  it('sends goods to retest once: whoever released them on the day or later has tested them', async () => {
    await using plant = await buildPlant(6);
    await milk(plant, 'L1', 1);
    await plant.app.lookAtDay();
    at(plant, 8);
    await plant.post('status', 'MILK L1', 8, june(7));
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 8']);
    at(plant, 12);
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE R = 8']);
  });

  it('leaves alone what has no date (S46), what is gone, and what its product wants kept', async () => {
    await using plant = await buildPlant(20);
    const [milkRow] = [{ code: 'MILK', name: 'Milk', unit: 'kg', lot_tracking: 'mandatory' }];
    await plant.take({ products: [{ ...milkRow, expiry_status: 'Q', retest_status: 'Q2' }] });
    await milk(plant, 'L1', 1);
    await plant.post('receipt', 'OIL O1', 5, june(1));
    await milk(plant, 'L2', 1);
    await plant.post('scrap', 'MILK L2', 8, june(2));
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE Q = 8', 'OIL O1 @ STORE A = 5']);
  });

  it('may do nothing else, needs the right of those who decide where a person asks, and is nobody who can sign in', async () => {
    await using set = await buildDecided();
    const { plant, people, quentin } = set;
    for (const session of [people.warehouse, people.viewer, people.administrator])
      expect(await codeOf(plant.ask('daily.moveLot', { product: 'OIL', lot: 'O1' }, { as: session }))).toBe(
        'FORBIDDEN',
      );
    expect(await plant.ask('daily.moveLot', { product: 'OIL', lot: 'O1' }, { as: quentin })).toMatchObject({
      quantity: '0',
    });
    expect(
      await codeOf(plant.ask('people.logIn', { user: 'daily job', password: 'x' }, { as: plant.app.open() })),
    ).not.toBe('done');
    expect(release.product).toBe('OIL');
  });

  it('goes on where people are set up, though nobody is there', async () => {
    await using plant = await buildPlant(20);
    await milk(plant, 'L1', 1);
    await setUpPeople(plant);
    await plant.app.lookAtDay();
    expect(plant.rows('select status from balance')).toEqual([{ status: 'R' }]);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });
});
