import { describe, expect, it } from 'vitest';
import { asPage, buildPlantApp, codeOf, refusalOf } from '../support/app.ts';
import { buildFolder, csvFiles, where } from '../support/exportFiles.ts';
import { masters, on, plantWith, row } from '../support/plantTables.ts';

describe('the faults of an import', () => {
  it('are all told, by file and by row, each file’s own before those that follow, and nothing is written', async () => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    const faults = await plant.faults({
      products: [
        { code: 'NEW', name: 'New', unit: 'kg', lot_tracking: 'sometimes' },
        { code: 'OLD', name: '', unit: 'kg' },
        { code: 'OK', name: 'Fine', unit: 'kg' },
        { code: 'OK', name: 'Twice', unit: 'kg' },
      ],
      locations: [{ code: 'YARD', site: 'MAIN', kind: 'meadow' }],
      lots: [
        { product: 'NOWHERE', lot: 'L1' },
        { product: 'MILK', lot: 'L1', expires_on: '2026-02-30' },
        { product: 'SALT', lot: 'L1' },
        { product: 'OIL', lot: 'L1', sublot: 'S1' },
        { product: 'OIL', lot: 'L2', supplier: 'NOBODY' },
      ],
      movements: [
        row('receipt', 'GHOST L1', 1, on(5)),
        row('receipt', 'NEW L1', 1, on(5)),
        row('receipt', 'OIL O1', '0', on(5)),
        row('receipt', 'OIL O1', 1, on(5), { partner: '', to: 'CELLAR' }),
        row('shipment', 'OIL O1', 5, on(6)),
        row('receipt', 'MILK', 1, on(4)),
      ],
      serial_links: [{ work_order: 'WO-1', parent_product: 'GHOST', component_product: 'OIL', quantity: '-1' }],
    });
    expect(where(faults)).toEqual([
      'products.csv 2 lot_tracking VALIDATION',
      'products.csv 3 name VALIDATION',
      'products.csv 5 code DUPLICATE',
      'locations.csv 2 kind VALIDATION',
      'lots.csv 3 expires_on VALIDATION',
      'lots.csv 2 product NOT_FOUND',
      'lots.csv 4 lot VALIDATION',
      'lots.csv 5 sublot VALIDATION',
      'lots.csv 6 supplier NOT_FOUND',
      'movements.csv 4 quantity VALIDATION',
      'movements.csv 5 partner VALIDATION',
      'movements.csv 2 product NOT_FOUND',
      'movements.csv 7 lot LOT_REQUIRED',
      'serial_links.csv 2 quantity VALIDATION',
    ]);
    for (const fault of faults) {
      expect(Object.keys(fault).sort()).toEqual(['code', 'column', 'file', 'message', 'row']);
      expect(fault.message).toMatch(/^[A-Z“].{12,}[.]$/su);
    }
    expect(plant.contentDigest()).toBe(before);
    const { rows } = await plant.ask('audit.list', {});
    expect(rows.map(({ operation, outcome, code }) => `${operation} ${outcome} ${code}`)).toEqual([
      'exchange.import refused IMPORT_REJECTED',
      'exchange.import done ',
    ]);
  });

  it('are a thousand at most, the first ones', async () => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    const movements = Array.from({ length: 1200 }, (_, index) =>
      row('receipt', 'OIL O1', index % 2 === 0 ? 'x' : 1, on(5), index % 2 === 0 ? {} : { to: 'CELLAR' }),
    );
    const faults = await plant.faults({ movements });
    expect(faults).toHaveLength(1000);
    expect(where(faults.slice(0, 2))).toEqual([
      'movements.csv 2 quantity VALIDATION',
      'movements.csv 4 quantity VALIDATION',
    ]);
    expect(where(faults.slice(600, 602))).toEqual(['movements.csv 3 to NOT_FOUND', 'movements.csv 5 to NOT_FOUND']);
    expect(plant.contentDigest()).toBe(before);
  });

  it('of the last row of five thousand undo the rows before it', async () => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    const movements = Array.from({ length: 5_000 }, (_, index) => row('receipt', `OIL O${index % 100}`, 1, on(5)));
    movements[4_999] = row('receipt', 'OIL O1', 1, on(6), { to: 'CELLAR' });
    expect(where(await plant.faults({ movements }))).toEqual(['movements.csv 5001 to NOT_FOUND']);
    expect(plant.contentDigest()).toBe(before);
  });

  it('of a column name or a file name are told, so that no data is lost by a slip', async () => {
    await using plant = await buildPlantApp();
    const files = {
      ...csvFiles({ partners: [{ code: 'C9', name: 'Nine', kind: 'customer' }] }),
      'product.csv': 'code\n',
    };
    expect(where(await plant.faultsOf(files))).toEqual(['product.csv 1  VALIDATION']);
    const typo = { 'partners.csv': 'code,name,kind,e-mail\nC9,Nine,customer,x@y.example\n' };
    expect(where(await plant.faultsOf(typo))).toEqual(['partners.csv 1 e-mail VALIDATION']);
    expect(plant.rows("select 1 from partner where code = 'C9'")).toEqual([]);
  });

  it('of a folder that is not there, is empty or is something else', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder({ 'readme.txt': 'no export' });
    const places = {
      [`${folder.path}/away`]: 'NOT_FOUND',
      [folder.path]: 'FILE_TYPE',
      [`${folder.path}/readme.txt`]: 'FILE_TYPE',
    };
    for (const [path, code] of Object.entries(places)) {
      const { code: refused, details } = await refusalOf(
        plant.ask('exchange.import', { source: { kind: 'path', path } }),
      );
      expect([refused, details['errors']]).toMatchObject(['IMPORT_REJECTED', [{ row: 1, column: '', code }]]);
    }
    const page = asPage(plant.me);
    expect(
      await codeOf(plant.ask('exchange.import', { source: { kind: 'path', path: folder.path } }, { as: page })),
    ).toBe('PATH_REFUSED');
    expect(await codeOf(plant.ask('exchange.import', { source: { kind: 'upload', upload: 'gone' } }))).toBe(
      'NOT_FOUND',
    );
  });

  it('of what cannot be true: a serial twice, a lot missing, tracking that does not fit', async () => {
    await using plant = await buildPlantApp();
    const movements = [
      row('receipt', 'MOTOR #7', 1, on(5)),
      row('receipt', 'MOTOR #7', 1, on(5), { to: 'STORE2' }),
      row('receipt', 'MILK', 1, on(6)),
      row('receipt', 'SALT S1', 1, on(6)),
      row('receipt', 'OIL #1', 1, on(6)),
      row('transfer', 'PUMP', 1, on(6)),
      row('consumption', 'MILK', 1, on(7), { from: 'DOCK' }),
    ];
    expect(where(await plant.faults({ movements }))).toEqual([
      'movements.csv 3 serial SERIAL_IN_USE',
      'movements.csv 4 lot LOT_REQUIRED',
      'movements.csv 5 lot VALIDATION',
      'movements.csv 6 serial VALIDATION',
      'movements.csv 7 serial VALIDATION',
      'movements.csv 8 lot LOT_REQUIRED',
    ]);
  });
});

describe('the findings of an import', () => {
  it('list what happened although it should not have, and are imported all the same', async () => {
    await using plant = await buildPlantApp();
    const movements = [
      row('receipt', 'MILK L1', 10, on(5)),
      row('receipt', 'MILK L2', 10, on(5), { status: 'R' }),
      row('receipt', 'MOTOR #7', 1, on(5), { status: 'Q' }),
      row('receipt', 'SALT', 1, on(5), { status: 'R1' }),
      row('shipment', 'MILK L1', 1, on(15)),
      row('shipment', 'MILK L1', 1, on(16), { document: 'DN-9' }),
      row('consumption', 'MILK L2', 1, on(6), { status_from: 'R' }),
      row('shipment', 'MOTOR #7', 1, on(6), { status_from: 'Q' }),
      row('consumption', 'SALT', 1, on(6), { status_from: 'R1' }),
      row('scrap', 'MILK L1', 8, on(20)),
      row('shipment', 'MILK L2', 1, on(6), { status_from: 'R', id: 'W1' }),
      {
        ...row('shipment', 'MILK L2', 1, on(20), { id: 'W2', reverses: 'W1' }),
        from: '',
        status_from: '',
        to: 'STORE',
        status: 'R',
      },
    ];
    const { findings, ...counts } = await plant.take({ movements });
    expect(counts).toMatchObject({ movements: 12 });
    expect(where(findings)).toEqual([
      'movements.csv 6 lot VALIDATION',
      'movements.csv 7 lot EXPIRED_LOT',
      'movements.csv 8 status_from STATUS_FORBIDS',
      'movements.csv 9 status_from STATUS_FORBIDS',
      'movements.csv 10 status_from STATUS_FORBIDS',
      'movements.csv 12 status_from STATUS_FORBIDS',
    ]);
    expect(findings.map(({ message }) => message).slice(0, 4)).toEqual([
      expect.stringMatching(/^DN-1: MILK lot L1 was to be tested again on 2026-01-10 and was shipped on 2026-01-15, /),
      'DN-9: MILK lot L1 had expired when it was shipped.',
      'WO-1: MILK lot L2 was in status R when it was consumed.',
      'DN-1: MOTOR serial 7 was in status Q when it was shipped.',
    ]);
    expect(await plant.take({ movements })).toMatchObject({ movements: 0, findings: [] });
  });
});

describe('a dry run', () => {
  it('answers what the import would, and writes nothing at all', async () => {
    await using plant = await buildPlantApp();
    const good = plantWith([
      row('receipt', 'MILK L1', 10, on(5), { status: 'R' }),
      row('shipment', 'MILK L1', 1, on(6), { status_from: 'R' }),
    ]);
    await using folder = await buildFolder(csvFiles(good));
    const before = [plant.contentDigest(), plant.app.store.head()];
    const source = { kind: 'path' as const, path: folder.path };
    const preview = await plant.ask('exchange.preview', { source });
    expect([plant.contentDigest(), plant.app.store.head()]).toEqual(before);
    expect(preview.errors).toEqual([]);
    expect(await plant.ask('exchange.import', { source })).toEqual(preview.result);
    expect(preview.result).toMatchObject({ movements: 2, alreadyPresent: 17, findings: [{ code: 'STATUS_FORBIDS' }] });
  });

  it('answers the faults an import would be refused with', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder(
      csvFiles({ movements: [row('shipment', 'MILK L1', 1, on(5)), row('receipt', 'GHOST', 1, on(5))] }),
    );
    const source = { kind: 'path' as const, path: folder.path };
    const { result, errors } = await plant.ask('exchange.preview', { source });
    expect(result).toBeNull();
    const { details } = await refusalOf(plant.ask('exchange.import', { source }));
    expect(details['errors']).toEqual(errors);
    expect(where(errors)).toEqual(['movements.csv 2 quantity INSUFFICIENT_QTY', 'movements.csv 3 product NOT_FOUND']);
  });

  it('works on a store another program writes to', async () => {
    await using plant = await buildPlantApp();
    await plant.reopen('read');
    await using folder = await buildFolder(csvFiles({ ...masters, movements: [row('receipt', 'MILK L1', 1, on(5))] }));
    const { result } = await plant.ask('exchange.preview', { source: { kind: 'path', path: folder.path } });
    expect(result).toMatchObject({ movements: 1, alreadyPresent: 17 });
    expect(await codeOf(plant.ask('exchange.import', { source: { kind: 'path', path: folder.path } }))).toBe(
      'STORE_READ_ONLY',
    );
    expect(await plant.stock()).toEqual([]);
  });
});

describe('serial links', () => {
  const made = [
    row('receipt', 'MOTOR #M1', 1, on(5)),
    row('receipt', 'MOTOR #M2', 1, on(5)),
    row('receipt', 'CHIP L1', 5, on(5)),
    row('receipt', 'OIL O1', 5, on(5)),
    row('consumption', 'MOTOR #M1', 1, on(6, '08:00')),
    row('consumption', 'MOTOR #M2', 1, on(6, '09:00')),
    row('consumption', 'CHIP L1 #C1', 1, on(6, '10:00')),
    row('consumption', 'OIL O1', 2, on(6, '11:00')),
    row('output', 'PUMP #P1', 1, on(7)),
    row('output', 'PUMP #P2', 1, on(7)),
    row('consumption', 'OIL O1', 1, on(6), { work_order: 'WO-2' }),
    row('output', 'CAKE K2', 1, on(7), { work_order: 'WO-2' }),
  ];
  const link = (parent: string, component: string, more = {}) => {
    const [parentProduct = '', parentSerial = ''] = parent.split(' #');
    const [goods = '', componentSerial = ''] = component.split(' #');
    const [componentProduct = '', componentLot = ''] = goods.split(' ');
    return {
      work_order: 'WO-1',
      parent_product: parentProduct,
      parent_serial: parentSerial,
      component_product: componentProduct,
      component_lot: componentLot,
      component_serial: componentSerial,
      quantity: '1',
      ...more,
    };
  };

  it('fill blank parts from the order’s own rows, and bear the time of the consumption', async () => {
    await using plant = await buildPlantApp();
    const links = [
      link('PUMP #P1', 'MOTOR #M1'),
      link('PUMP #P2', 'MOTOR #M2'),
      link('PUMP #P1', 'CHIP'),
      link('PUMP #P1', 'OIL'),
      link('CAKE', 'OIL', { work_order: 'WO-2' }),
    ];
    expect(await plant.take({ movements: made, serial_links: links })).toMatchObject({ serialLinks: 5 });
    expect(
      plant.rows(
        `select l.work_order as "order", u.serial as parent, c.lot || c.serial as component, l.at / 1000000 - unixepoch('2026-01-06') as at
         from serial_link l join unit u on u.id = l.parent_unit_id join unit c on c.id = l.component_unit_id order by l.id`,
      ),
    ).toEqual([
      { order: 'WO-1', parent: 'P1', component: 'M1', at: 8 * 3600 },
      { order: 'WO-1', parent: 'P2', component: 'M2', at: 9 * 3600 },
      { order: 'WO-1', parent: 'P1', component: 'L1C1', at: 10 * 3600 },
      { order: 'WO-1', parent: 'P1', component: 'O1', at: 11 * 3600 },
      { order: 'WO-2', parent: '', component: 'O1', at: 8 * 3600 },
    ]);
    const traced = await plant.ask('trace.get', {
      roots: [{ product: 'MOTOR', serial: 'M2' }],
      direction: 'downstream',
    });
    expect(traced.units.map(({ serial, depth }) => `${serial} ${depth}`)).toEqual(['M2 0', 'P2 1']);
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('that fit several units, or none, are faults', async () => {
    await using plant = await buildPlantApp();
    const links = [
      link('PUMP', 'MOTOR #M1'),
      link('PUMP #P1', 'MOTOR'),
      link('PUMP #P9', 'MOTOR #M1'),
      link('PUMP #P1', 'MOTOR #M9'),
      link('PUMP #P1', 'CHIP L9'),
      link('PUMP #P1', 'MOTOR #M1', { work_order: 'WO-9' }),
      link('GHOST #P1', 'MOTOR #M1'),
      link('PUMP #P1', 'SALT'),
      link('MOTOR #M1', 'PUMP #P1'),
    ];
    const faults = await plant.faults({ movements: made, serial_links: links });
    expect(where(faults).map((fault) => fault.slice('serial_links.csv '.length))).toEqual([
      '2 parent_product VALIDATION',
      '3 component_product VALIDATION',
      '4 parent_serial NOT_FOUND',
      '5 component_serial NOT_FOUND',
      '6 component_lot NOT_FOUND',
      '7 parent_serial NOT_FOUND',
      '7 component_serial NOT_FOUND',
      '8 parent_product NOT_FOUND',
      '9 component_product NOT_FOUND',
      '10 parent_serial NOT_FOUND',
      '10 component_serial NOT_FOUND',
    ]);
    expect(await plant.stock()).toEqual([]);
  });

  it('take what was undone only where nothing that stands fits', async () => {
    await using plant = await buildPlantApp();
    const used = row('consumption', 'MOTOR #M1', 1, on(6), { id: 'M1' });
    const ends = { from: '', status_from: '', to: 'STORE', status: 'A' };
    const undone = { ...used, ...ends, at: on(6, '09:00'), id: 'M2', reverses: 'M1' };
    const movements = [row('receipt', 'MOTOR #M1', 1, on(5)), used, undone, row('output', 'PUMP #P1', 1, on(7))];
    await plant.take({ movements, serial_links: [link('PUMP #P1', 'MOTOR')] });
    const other = [row('receipt', 'MOTOR #M2', 1, on(8)), row('consumption', 'MOTOR #M2', 1, on(9))];
    await plant.take({ movements: other, serial_links: [link('PUMP', 'MOTOR', { quantity: '1.0', parent_lot: '' })] });
    const linked = 'select u.serial from serial_link l join unit u on u.id = l.component_unit_id order by l.id';
    expect(plant.rows<{ serial: string }>(linked).map(({ serial }) => serial)).toEqual(['M1', 'M2']);
  });
});
