import { describe, expect, it } from 'vitest';
import { buildApp, buildPlantApp, type TestApp } from '../support/app.ts';
import { type Cells, type ExportTables, where } from '../support/exportFiles.ts';
import { on, plantWith, row } from '../support/plantTables.ts';

const lotsOf = (plant: TestApp): string[] =>
  plant
    .rows<Record<string, string | null>>(
      'select p.code, l.lot, l.sublot, l.expires_on as expires, l.use_by_on as useBy, l.retest_on as retest from lot l join product p on p.id = l.product_id order by 1, 2, 3',
    )
    .map(
      (lot) =>
        `${lot['code']} ${lot['lot']}${lot['sublot'] === '' ? '' : `/${lot['sublot']}`} ${lot['expires'] ?? '-'} ${lot['useBy'] ?? '-'} ${lot['retest'] ?? '-'}`,
    );

/** The units a movement takes from and gives to, in short, in journal order. */
const sidesOf = (plant: TestApp): string[] =>
  plant
    .rows<Record<string, string>>(
      `select m.kind, f.lot || f.sublot || f.serial as taken, t.lot || t.sublot || t.serial as given, m.quantity / 1000000.0 as quantity
       from movement m join unit f on f.id = m.from_unit_id join unit t on t.id = m.to_unit_id order by m.id`,
    )
    .map((one) => `${one['kind']} ${one['taken']}→${one['given']} ${one['quantity']}`);

/** Imports movements into the small plant and answers the places of the faults. */
const faultsOf = async (plant: TestApp, movements: Cells[], more: ExportTables = {}): Promise<string[]> =>
  where(await plant.faults({ movements, ...more }));

describe('an import takes over', () => {
  it('every file, and says how many rows it wrote', async () => {
    await using plant = await buildApp();
    const tables = plantWith(
      [
        row('receipt', 'MOTOR #M1', 1, on(5)),
        row('consumption', 'MOTOR #M1', 1, on(6)),
        row('output', 'CAKE K1', 2, on(7)),
      ],
      {
        lots: [{ product: 'MILK', lot: 'L1' }],
        serial_links: [{ work_order: 'WO-1', parent_product: 'CAKE', component_product: 'MOTOR', quantity: '1' }],
      },
    );
    const counts = {
      products: 9,
      partners: 4,
      locations: 4,
      lots: 1,
      movements: 3,
      serialLinks: 1,
      alreadyPresent: 0,
      findings: [],
    };
    expect(await plant.take(tables)).toEqual(counts);
    expect(await plant.take(tables)).toEqual({
      products: 0,
      partners: 0,
      locations: 0,
      lots: 0,
      movements: 0,
      serialLinks: 0,
      alreadyPresent: 22,
      findings: [],
    });
    expect(plant.verify()).toMatchObject({ ok: true, entries: 2 });
  });

  it('lots that only movements name, with dates counted from the first of them where they are', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      lots: [
        { product: 'MILK', lot: 'GIVEN', expires_on: '2026-12-31' },
        { product: 'MILK', lot: 'MADE', manufactured_on: '2025-12-20' },
        { product: 'MILK', lot: 'STILL' },
      ],
      movements: [
        row('transfer', 'MILK LATE', 1, on(9)),
        row('receipt', 'MILK LATE', 1, '2026-01-05T23:30:00-05:00'),
        row('receipt', 'MILK GIVEN', 1, on(5)),
        row('receipt', 'MILK MADE', 1, on(5)),
        row('receipt', 'OIL O1', 1, on(5)),
        row('receipt', 'CHEESE C1/S2', 1, on(5)),
      ],
    });
    expect(lotsOf(plant)).toEqual([
      'CHEESE C1/S2 - - -',
      'MILK GIVEN 2026-12-31 2026-01-17 2026-01-10',
      'MILK LATE 2026-01-15 2026-01-17 2026-01-10',
      'MILK MADE 2025-12-30 2026-01-01 2025-12-25',
      'MILK STILL - - -',
      'OIL O1 - - -',
    ]);
  });

  it('what it decided stands: derived dates, whatever comes to light later', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [row('receipt', 'MILK L1', 1, on(5))] });
    await plant.take({
      products: [{ code: 'MILK', name: 'Milk', unit: 'kg', lot_tracking: 'mandatory', shelf_life_days: '99' }],
      lots: [{ product: 'MILK', lot: 'L1', manufactured_on: '2025-12-01', reference: 'R-1' }],
      movements: [row('receipt', 'MILK L1', 1, on(3))],
    });
    expect(lotsOf(plant)).toEqual(['MILK L1 2026-01-15 2026-01-17 2026-01-10']);
    await plant.take({ lots: [{ product: 'MILK', lot: 'L1', expires_on: '2026-01-20' }] });
    expect(lotsOf(plant)).toEqual(['MILK L1 2026-01-20 2026-01-17 2026-01-10']);
    expect(plant.rows('select manufactured_on as made, reference from lot')).toEqual([
      { made: '2025-12-01', reference: 'R-1' },
    ]);
  });

  it('a put-away that names a lot as the assignment of the dock’s stock without one', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'MILK', 10, on(5), { to: 'DOCK' }),
        row('put-away', 'MILK L1', 6, on(5)),
        row('receipt', 'MILK L2', 5, on(5), { to: 'DOCK' }),
        row('put-away', 'MILK L2', 5, on(6)),
        row('put-away', 'MILK L3', 4, on(6)),
        row('receipt', 'OIL', 8, on(5)),
        row('assign', 'OIL O1', 3, on(6)),
      ],
    });
    expect(await plant.stock()).toEqual([
      'MILK L1 @ STORE A = 6',
      'MILK L2 @ STORE A = 5',
      'MILK L3 @ STORE A = 4',
      'OIL @ STORE A = 5',
      'OIL O1 @ STORE A = 3',
    ]);
    expect(sidesOf(plant)).toEqual([
      'receipt → 10',
      'put-away →L1 6',
      'receipt L2→L2 5',
      'receipt → 8',
      'put-away L2→L2 5',
      'put-away →L3 4',
      'assign →O1 3',
    ]);
  });

  it('a lot with sublots, and names the sublot at put-away', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'CHEESE C1', 10, on(5), { to: 'DOCK' }),
        row('put-away', 'CHEESE C1/S1', 4, on(6)),
        row('put-away', 'CHEESE C1/S2', 6, on(6)),
        row('shipment', 'CHEESE C1/S2', 1, on(7)),
      ],
    });
    expect(await plant.stock()).toEqual(['CHEESE C1/S1 @ STORE A = 4', 'CHEESE C1/S2 @ STORE A = 5']);
    const wrong = [
      row('shipment', 'CHEESE C1', 1, on(8)),
      row('receipt', 'OIL O1/S1', 1, on(8)),
      row('receipt', 'CHEESE', 1, on(8)),
    ];
    expect(await faultsOf(plant, wrong)).toEqual([
      'movements.csv 2 sublot LOT_REQUIRED',
      'movements.csv 3 sublot VALIDATION',
      'movements.csv 4 lot LOT_REQUIRED',
    ]);
  });

  it('serials named on issue: stock without them, one piece a row out, back into their lot', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'CHIP L1', 5, on(5)),
        row('consumption', 'CHIP L1 #1', 1, on(6)),
        row('shipment', 'CHIP L1 #2', 1, on(6)),
        row('customer-return', 'CHIP L1 #2', 1, on(7)),
        row('production-return', 'CHIP L1 #1', 1, on(7)),
        row('consumption', 'CHIP L1 #3', 1, on(8)),
      ],
    });
    expect(await plant.stock()).toEqual(['CHIP L1 @ STORE A = 4']);
    expect(sidesOf(plant)).toEqual([
      'receipt L1→L1 5',
      'consumption L1→L11 1',
      'shipment L1→L12 1',
      'customer-return L12→L1 1',
      'production-return L11→L1 1',
      'consumption L1→L13 1',
    ]);
    const wrong = [
      row('receipt', 'CHIP L1 #9', 1, on(9)),
      row('shipment', 'CHIP L1', 1, on(9)),
      row('shipment', 'CHIP L1 #9', 2, on(9)),
      row('shipment', 'CHIP L1 #3', 1, on(9)),
    ];
    expect(await faultsOf(plant, wrong)).toEqual([
      'movements.csv 4 quantity VALIDATION',
      'movements.csv 2 serial VALIDATION',
      'movements.csv 3 serial VALIDATION',
      'movements.csv 5 serial SERIAL_IN_USE',
    ]);
  });

  it('serials received and issued: one a row, blank only at a dock', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'MOTOR', 2, on(5), { to: 'DOCK' }),
        row('receipt', 'MOTOR #M3', 1, on(5), { to: 'DOCK' }),
        row('put-away', 'MOTOR #M1', 1, on(6)),
        row('put-away', 'MOTOR #M2', 1, on(6)),
        row('put-away', 'MOTOR #M3', 1, on(6)),
      ],
    });
    expect(await plant.stock()).toEqual([
      'MOTOR #M1 @ STORE A = 1',
      'MOTOR #M2 @ STORE A = 1',
      'MOTOR #M3 @ STORE A = 1',
    ]);
    const wrong = [
      row('receipt', 'MOTOR', 1, on(7)),
      row('receipt', 'MOTOR #M4..M6', 3, on(7)),
      row('transfer', 'MOTOR #M1', 2, on(7)),
    ];
    expect(await faultsOf(plant, wrong)).toEqual([
      'movements.csv 4 quantity VALIDATION',
      'movements.csv 2 serial VALIDATION',
      'movements.csv 3 serial VALIDATION',
    ]);
  });

  it('a range of serials as so many units, each findable, known again as one row', async () => {
    await using plant = await buildPlantApp();
    const movements = [
      row('receipt', 'PUMP', 101, on(5), { to: 'DOCK' }),
      row('put-away', 'PUMP #A0001..A0100', 100, on(6)),
      row('put-away', 'PUMP #A0101..A0101', 1, on(6)),
      row('shipment', 'PUMP #A0010..A0012', 3, on(7)),
    ];
    expect(await plant.take({ movements })).toMatchObject({ movements: 4, alreadyPresent: 0 });
    expect(plant.rows("select count(*) as n, count(distinct serial) as serials from unit where serial <> ''")).toEqual([
      { n: 101, serials: 101 },
    ]);
    const { rows, total } = await plant.ask('movements.listBalances', { limit: 500 });
    expect([total, rows[0]?.serial, rows.at(-1)?.serial, new Set(rows.map(({ quantity }) => quantity))]).toEqual([
      98,
      'A0001',
      'A0101',
      new Set(['1']),
    ]);
    expect((await plant.ask('dossier.get', { product: 'PUMP', serial: 'A0042' })).stock).toMatchObject([
      { location: 'STORE', quantity: '1' },
    ]);
    expect(
      (await plant.ask('movements.list', { unit: { product: 'PUMP', serial: 'A0011' } })).rows.map(({ kind }) => kind),
    ).toEqual(['shipment', 'put-away']);
    expect(await plant.take({ movements })).toMatchObject({ movements: 0, alreadyPresent: 4 });
    const wrong = [
      row('put-away', 'PUMP #B1..B5', 4, on(8)),
      row('put-away', 'PUMP #B5..B1', 5, on(8)),
      row('put-away', 'PUMP #B1..C5', 5, on(8)),
      row('put-away', 'PUMP #B01..B5', 5, on(8)),
      row('put-away', 'PUMP #B000001..B100001', 100_001, on(8)),
      row('receipt', 'PUMP #B1', 1, on(8), { to: 'DOCK' }),
    ];
    expect(await faultsOf(plant, wrong)).toEqual([
      'movements.csv 2 quantity VALIDATION',
      ...[3, 4, 5, 6].map((fault) => `movements.csv ${fault} serial VALIDATION`),
      'movements.csv 7 serial VALIDATION',
    ]);
  });
});

describe('balances hold after all rows of one instant', () => {
  it('whatever the order of its rows, and whatever the order of times in the file', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('shipment', 'OIL O1', 5, on(9)),
        row('shipment', 'OIL O1', 5, on(5)),
        row('transfer', 'OIL O1', 5, on(5), { from: 'STORE2', to: 'STORE' }),
        row('receipt', 'OIL O1', 5, on(5), { to: 'STORE2' }),
        row('receipt', 'OIL O1', 5, on(8)),
      ],
    });
    expect(await plant.stock()).toEqual([]);
    const fault = await plant.faults({
      movements: [row('shipment', 'OIL O2', 5, on(10)), row('receipt', 'OIL O2', 5, on(10, '08:01'))],
    });
    expect(fault).toMatchObject([{ file: 'movements.csv', row: 2, column: 'quantity', code: 'INSUFFICIENT_QTY' }]);
    expect(fault[0]?.message).toMatch(/OIL lot O2 at STORE in status A would fall to -5 at 2026-01-10T08:00:00Z/);
  });

  it('with one moment written in two zones being one instant', async () => {
    await using plant = await buildPlantApp();
    const movements = [
      row('shipment', 'OIL O1', 5, '2026-01-05T10:00:00+02:00'),
      row('receipt', 'OIL O1', 5, '2026-01-05T03:00:00-05:00'),
    ];
    expect(await plant.take({ movements })).toMatchObject({ movements: 2 });
  });

  it('and one missing receipt is one fault, not one for every later row', async () => {
    await using plant = await buildPlantApp();
    const movements = [5, 6, 7, 8].map((day) => row('shipment', 'OIL O1', 1, on(day)));
    const faults = await faultsOf(plant, [
      row('shipment', 'OIL O2', 4, on(5)),
      row('receipt', 'OIL O2', 4, on(6)),
      row('shipment', 'OIL O2', 4, on(7)),
      ...movements.slice(0, 1),
    ]);
    expect(faults).toEqual(['movements.csv 2 quantity INSUFFICIENT_QTY', 'movements.csv 5 quantity INSUFFICIENT_QTY']);
  });
});
