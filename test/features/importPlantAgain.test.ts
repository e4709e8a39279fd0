import { describe, expect, it } from 'vitest';
import { buildApp, buildPlantApp, type TestApp } from '../support/app.ts';
import { type Cells, type ExportTables, where } from '../support/exportFiles.ts';
import { masters, on, plantWith, row } from '../support/plantTables.ts';

const faultsOf = async (plant: TestApp, tables: ExportTables): Promise<string[]> => where(await plant.faults(tables));

/** What an entry changed, in short: "product MILK: name Milk→Whole milk". */
async function changesOf(plant: TestApp, seq: number): Promise<string[]> {
  const { changes } = await plant.ask('audit.get', { seq });
  return changes.map(
    ({ record, key, version, fields }) =>
      `${record} ${key} v${version}: ${fields.map(({ field, before, after }) => `${field} ${before}→${after}`).join(', ')}`,
  );
}

describe('a row met again', () => {
  it('is known by its id: the same content is skipped, another is a fault, in the file and against the store', async () => {
    await using plant = await buildPlantApp();
    const receipt = row('receipt', 'OIL O1', 10, on(5), { id: 'M1', unit_cost: '1.5', reason: 'first' });
    expect(await plant.take({ movements: [receipt, { ...receipt }] })).toMatchObject({
      movements: 1,
      alreadyPresent: 1,
    });
    const sameInOtherWords = { ...receipt, at: '2026-01-05T09:00:00+01:00', quantity: '10.000', unit_cost: '1.50' };
    expect(await plant.take({ movements: [sameInOtherWords] })).toMatchObject({ movements: 0, alreadyPresent: 1 });
    const changes: Cells[] = [
      { quantity: '11' },
      { at: on(6) },
      { lot: 'O2' },
      { reason: 'second' },
      { unit_cost: '' },
      { document: 'GRN-2' },
      { partner: 'S2' },
      { line: '1' },
    ];
    const known = changes.map((_, index) => ({ ...receipt, id: `K${index}` }));
    await plant.take({ movements: known });
    const changed = changes.map((change, index) => ({ ...known[index], ...change }));
    expect((await faultsOf(plant, { movements: changed })).sort()).toEqual(
      changes.map((_, index) => `movements.csv ${index + 2} id CONFLICT`),
    );
    const other = row('receipt', 'OIL O1', 1, on(7), { id: 'M2' });
    expect(await faultsOf(plant, { movements: [other, { ...other, quantity: '2' }] })).toEqual([
      'movements.csv 3 id DUPLICATE',
    ]);
    expect(await plant.stock()).toEqual(['OIL O1 @ STORE A = 90']);
  });

  it('without an id is known by its content and by being the n-th of its like, so that a growing export comes daily', async () => {
    await using plant = await buildPlantApp();
    const twice = row('receipt', 'OIL O1', 10, on(5));
    const day1 = [twice, twice];
    const day2 = [...day1, row('shipment', 'OIL O1', 4, on(6)), twice];
    const day3 = [...day2, row('shipment', 'OIL O1', 4, on(6))];
    const taken: unknown[] = [];
    for (const movements of [day1, day1, day2, day3, day3]) {
      const result = await plant.take(plantWith(movements, { lots: [{ product: 'OIL', lot: 'O1' }] }));
      taken.push([result.movements, result.alreadyPresent]);
    }
    const known = 9 + 4 + 4;
    expect(taken).toEqual([
      [2, known],
      [0, known + 1 + 2],
      [2, known + 1 + 2],
      [1, known + 1 + 4],
      [0, known + 1 + 5],
    ]);
    expect(await plant.stock()).toEqual(['OIL O1 @ STORE A = 22']);
  });

  it('another way of writing its time, its number or its blanks is the same row', async () => {
    await using plant = await buildPlantApp();
    const receipt = row('receipt', 'OIL O1', '1.5', on(5));
    await plant.take({ movements: [receipt] });
    const again = { ...receipt, at: '2026-01-05T10:00+02:00', quantity: '01.500000', lot: ' O1 ', reason: '' };
    expect(await plant.take({ movements: [again] })).toMatchObject({ movements: 0, alreadyPresent: 1 });
    expect(await plant.take({ movements: [{ ...receipt, reason: 'else' }] })).toMatchObject({ movements: 1 });
  });

  it('with an id is not the row without one', async () => {
    await using plant = await buildPlantApp();
    const receipt = row('receipt', 'OIL O1', 1, on(5));
    await plant.take({ movements: [receipt] });
    expect(await plant.take({ movements: [{ ...receipt, id: 'M1' }] })).toMatchObject({ movements: 1 });
    expect(await plant.take({ movements: [receipt, { ...receipt, id: 'M1' }] })).toMatchObject({
      movements: 0,
      alreadyPresent: 2,
    });
    expect(await plant.stock()).toEqual(['OIL O1 @ STORE A = 2']);
  });

  it('keeps what an earlier import decided: an assignment stands when more unnamed goods came since', async () => {
    await using plant = await buildPlantApp();
    const first = [row('receipt', 'MILK', 10, on(5), { to: 'DOCK' }), row('put-away', 'MILK L1', 10, on(6))];
    await plant.take({ movements: first });
    await plant.take({ movements: [...first, row('receipt', 'MILK L1', 3, on(5), { to: 'DOCK' })] });
    expect(await plant.stock()).toEqual(['MILK L1 @ DOCK A = 3', 'MILK L1 @ STORE A = 10']);
  });

  it('of the links is known by its content', async () => {
    await using plant = await buildPlantApp();
    const link = { work_order: 'WO-1', parent_product: 'CAKE', component_product: 'SALT', quantity: '1' };
    const movements = [
      row('receipt', 'SALT', 5, on(5)),
      row('consumption', 'SALT', 2, on(6)),
      row('output', 'CAKE K1', 1, on(7)),
    ];
    expect(await plant.take({ movements, serial_links: [link, link] })).toMatchObject({ serialLinks: 2 });
    expect(await plant.take({ movements, serial_links: [link, link] })).toMatchObject({
      serialLinks: 0,
      alreadyPresent: 5,
    });
    expect(await plant.take({ serial_links: [link, link, link] })).toMatchObject({ serialLinks: 1, alreadyPresent: 2 });
  });
});

describe('a new code that a spreadsheet rewrote', () => {
  const receipts = (...goods: string[]): Cells[] =>
    goods.map((one, at) => row('receipt', one, 1, on(5, `08:${10 + at}`), { document: `GRN-${at}` }));
  const told = async (plant: TestApp, tables: ExportTables): Promise<string[]> => {
    const { findings } = await plant.take(tables);
    return findings.map(
      ({ file, row: line, column, message }) => `${file} ${line} ${column} ${/“(.*?)”/.exec(message)?.[1] ?? message}`,
    );
  };

  it('is told by those of its kind that the store holds, where a later export has no others', async () => {
    await using plant = await buildPlantApp();
    const before = plantWith(
      receipts(
        'OIL 00451',
        'OIL 00452',
        'MILK L-17',
        'MILK L-18',
        'CAKE 10031',
        'CAKE 10032',
        'MOTOR #0007',
        'MOTOR #0008',
      ),
      { lots: [1, 2].map((n) => ({ product: 'MILK', lot: `L-${n}`, supplier: 'S1', supplier_lot: `00080${n}` })) },
    );
    before.products = [
      ...(before.products ?? []),
      ...['0100', '0101'].map((code) => ({ code, name: code, unit: 'kg' })),
    ];
    expect(await told(plant, before)).toEqual([]);
    const after = {
      products: [{ code: '99', name: 'Ninety-nine', unit: 'kg' }],
      lots: [{ product: 'MILK', lot: '2026-03-01', supplier: 'S1', supplier_lot: '803' }],
      movements: receipts('OIL 453', 'CAKE 1E4', 'MOTOR #9', 'OIL 454', 'OIL 00455', 'MILK L-19', 'CAKE 10033'),
    };
    expect(await told(plant, after)).toEqual([
      'products.csv 2 code 99',
      'lots.csv 2 lot 2026-03-01',
      'lots.csv 2 supplier_lot 803',
      'movements.csv 2 lot 453',
      'movements.csv 3 lot 1E4',
      'movements.csv 4 serial 9',
      'movements.csv 5 lot 454',
    ]);
    expect(await told(plant, after)).toEqual(['movements.csv 2 lot 453', 'movements.csv 5 lot 454']);
  });

  it('is told once where its column shows it too, and as the twin of a code that it looks like', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: receipts('OIL 00451', 'OIL 00452') });
    const { findings } = await plant.take({ movements: receipts('OIL 00453', 'OIL 00454', 'OIL 455', 'OIL 451') });
    expect(findings.map(({ row: line, code, message }) => [line, code, message.split(':')[0]])).toEqual([
      [4, 'VALIDATION', '“455” is shorter than the numbers beside it, which have 5 digits and begin with zeros'],
      [5, 'VALIDATION', '“451” is shorter than the numbers beside it, which have 5 digits and begin with zeros'],
      [5, 'DUPLICATE', expect.stringMatching(/^Lot 451 of OIL looks like lot 00451/)],
    ]);
  });

  it('may have the looks of others that were there, or be the first of its product', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: receipts('OIL 00451', 'OIL 453', 'MILK 2026-03-01', 'MILK 2026-03-02', 'CAKE L1') });
    expect(
      await told(plant, { movements: receipts('MILK 2026-03-03', 'CAKE 2026-03-01', 'MOTOR #12', 'OIL L-9') }),
    ).toEqual([]);
  });
});

describe('a record met again', () => {
  it('with changed attributes is updated, and the audit trail says from what to what', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [{ product: 'MILK', lot: 'L1', supplier: 'S1', supplier_lot: 'X-1' }] });
    const result = await plant.take({
      products: [
        {
          code: 'MILK',
          name: 'Whole milk',
          unit: 'kg',
          lot_tracking: 'mandatory',
          shelf_life_days: '9',
          use_by_days: '12',
          retest_days: '5',
          standard_cost: '2.75',
        },
      ],
      partners: [{ code: 'C1', name: 'Corner Shop', kind: 'both', email: 'orders@corner.example' }],
      locations: [{ code: 'STORE', name: 'Cold store', site: 'MAIN', kind: 'storage' }],
      lots: [{ product: 'MILK', lot: 'L1', supplier: 'S2', supplier_lot: 'X-1', expires_on: '2026-03-01' }],
    });
    expect(result).toMatchObject({ products: 1, partners: 1, locations: 1, lots: 1, alreadyPresent: 0 });
    expect(await changesOf(plant, 3)).toEqual([
      'product MILK v2: name Milk→Whole milk, shelfLifeDays 10→9, standardCost 25000→27500',
      'partner C1 v2: kind customer→both, email →orders@corner.example',
      'place STORE v2: name →Cold store',
      'lot MILK / L1 v2: supplier S1→S2, expiresOn →2026-03-01',
    ]);
    const { entry, changesTotal, movements } = await plant.ask('audit.get', { seq: 3 });
    expect([entry.operation, entry.outcome, changesTotal, movements]).toEqual(['exchange.import', 'done', 4, 0]);
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('keeps the values of columns the export does not have, and of cells it leaves blank', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      partners: [{ code: 'C1', name: 'Corner Shop', kind: 'customer', email: 'a@b.example', phone: '1' }],
    });
    await plant.take({
      lots: [
        {
          product: 'MILK',
          lot: 'L1',
          supplier: 'S1',
          supplier_lot: 'X-1',
          reference: 'R',
          expires_on: '2026-03-01',
          best_before_on: '2026-02-01',
        },
      ],
    });
    const lean = await plant.take({
      products: [{ code: 'MILK', name: 'Milk', unit: 'kg', lot_tracking: '', shelf_life_days: '', expiry_status: '' }],
      partners: [{ code: 'C1', name: 'Corner Shop', kind: 'customer', email: '' }],
      lots: [
        { product: 'MILK', lot: 'L1', supplier: '', supplier_lot: '', expires_on: '' },
        { product: 'MILK', lot: 'L1B', supplier: 'S2', supplier_lot: 'X-2' },
      ],
    });
    expect(lean).toMatchObject({ products: 0, partners: 0, lots: 1, alreadyPresent: 3 });
    expect(plant.rows("select lot_tracking, shelf_life_days, standard_cost from product where code = 'MILK'")).toEqual([
      { lot_tracking: 'mandatory', shelf_life_days: 10, standard_cost: 25_000 },
    ]);
    expect(plant.rows("select email, phone from partner where code = 'C1'")).toEqual([
      { email: 'a@b.example', phone: '1' },
    ]);
    expect(
      plant.rows(
        "select supplier_id is null as none, supplier_lot, reference, expires_on, best_before_on from lot where lot = 'L1'",
      ),
    ).toEqual([
      { none: 0, supplier_lot: 'X-1', reference: 'R', expires_on: '2026-03-01', best_before_on: '2026-02-01' },
    ]);
  });

  it('may not change how stock is kept once it has moved, and may before', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'OIL O1', 1, on(5)],
      ['receipt', 'CAKE K1', 1, on(5)],
      ['receipt', 'MOTOR #7', 1, on(5)],
      ['consumption', 'POWER', 1, on(5)],
      ['receipt', 'MILK L1', 1, on(5)],
    ]);
    const wrong: [Cells, string][] = [
      [{ code: 'OIL', name: 'Oil', unit: 'kg', lot_tracking: 'mandatory', stock_managed: 'yes' }, 'lot_tracking'],
      [
        {
          code: 'CAKE',
          name: 'Cake',
          unit: 'EA',
          lot_tracking: 'mandatory',
          serial_tracking: 'global',
          stock_managed: 'yes',
        },
        'serial_tracking',
      ],
      [
        { code: 'MOTOR', name: 'Motor', unit: 'EA', serial_tracking: 'received-issued', stock_managed: 'no' },
        'stock_managed',
      ],
      [{ code: 'POWER', name: 'Power', unit: 'MWh', stock_managed: 'no' }, 'unit'],
    ];
    const faults = await plant.faults({ products: wrong.map(([product]) => product) });
    expect(where(faults)).toEqual(wrong.map(([, column], index) => `products.csv ${index + 2} ${column} CONFLICT`));
    expect(faults[0]?.message).toMatch(/^OIL has movements, so its lot tracking cannot change; it stays optional/);
    const free = [
      { code: 'SALT', name: 'Salt', unit: 'g', lot_tracking: 'mandatory' },
      { code: 'MILK', name: 'Whole milk', unit: 'kg', lot_tracking: 'mandatory' },
    ];
    expect(await plant.take({ products: free })).toMatchObject({ products: 2 });
  });
});

describe('rows dated before the last movement of the store', () => {
  it('are checked against every later balance, and what holds is taken', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'OIL O1', 10, on(5)),
        row('shipment', 'OIL O1', 8, on(10)),
        row('receipt', 'OIL O1', 10, on(20)),
      ],
    });
    const tooMuch = await plant.faults({
      movements: [row('receipt', 'SALT', 1, on(6)), row('shipment', 'OIL O1', 3, on(7))],
    });
    expect(tooMuch).toMatchObject([{ row: 3, column: 'quantity', code: 'INSUFFICIENT_QTY' }]);
    expect(tooMuch[0]?.message).toMatch(/would fall to -1 at 2026-01-10/);
    await plant.take({
      movements: [
        row('shipment', 'OIL O1', 2, on(7)),
        row('shipment', 'OIL O1', 3, on(8)),
        row('receipt', 'OIL O1', 3, on(8)),
      ],
    });
    expect(await plant.stock()).toEqual(['OIL O1 @ STORE A = 10']);
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('name goods as they lay then: a delivery and its put-away that come late, in one instant', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [row('receipt', 'SALT', 1, on(25))] });
    await plant.take({
      movements: [
        row('receipt', 'MILK', 10, on(5), { to: 'DOCK' }),
        row('put-away', 'MILK L1', 6, on(5)),
        row('put-away', 'MILK L2', 4, on(5)),
      ],
    });
    expect(await plant.stock('MILK')).toEqual(['MILK L1 @ STORE A = 6', 'MILK L2 @ STORE A = 4']);
  });

  it('put no serial in two locations', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'MOTOR #7', 1, on(5)),
        row('shipment', 'MOTOR #7', 1, on(10)),
        row('receipt', 'SALT', 1, on(25)),
      ],
    });
    for (const day of [7, 12])
      expect(await faultsOf(plant, { movements: [row('receipt', 'MOTOR #7', 1, on(day))] })).toEqual([
        'movements.csv 2 serial SERIAL_IN_USE',
      ]);
  });

  it('come to the same stock and the same dates as if they had come in time, movement by movement', async () => {
    const movements = [
      row('receipt', 'MILK', 10, on(5), { to: 'DOCK' }),
      row('put-away', 'MILK L1', 10, on(6)),
      row('receipt', 'CHIP L1', 5, on(6)),
      row('consumption', 'MILK L1', 4, on(7)),
      row('consumption', 'CHIP L1 #1', 1, on(7)),
      row('output', 'CAKE K1', 3, on(8)),
      row('shipment', 'CAKE K1', 2, on(9)),
    ];
    await using inTime = await buildPlantApp();
    await inTime.take({ movements });
    await using late = await buildPlantApp();
    await late.take({ movements: [row('receipt', 'SALT', 1, on(25)), row('scrap', 'SALT', 1, on(25))] });
    for (const days of [movements.slice(0, 3), movements.slice(3, 5), movements.slice(5)])
      await late.take({ movements: days });
    expect(await late.stock()).toEqual(await inTime.stock());
    const dates = 'select lot, sublot, expires_on, use_by_on, retest_on from lot order by product_id, lot';
    expect(late.rows(dates)).toEqual(inTime.rows(dates));
  });
});

describe('an import in two parts', () => {
  it('comes to the same stock as in one', async () => {
    const movements = Array.from({ length: 40 }, (_, index) =>
      index % 4 === 3
        ? row('shipment', `OIL O${index % 3}`, 1, on(5 + Math.floor(index / 3)))
        : row('receipt', `OIL O${index % 3}`, 2, on(5 + Math.floor(index / 4))),
    );
    await using whole = await buildApp();
    await whole.take({ ...masters, movements });
    await using parts = await buildApp();
    await parts.take({ ...masters, movements: movements.slice(0, 20) });
    await parts.take({ ...masters, movements });
    expect(await parts.stock()).toEqual(await whole.stock());
  });
});
