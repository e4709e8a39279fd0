import { describe, expect, it } from 'vitest';
import type { Fault } from '#shared/exchange/contract.ts';
import { buildApp, buildPlantApp } from '../support/app.ts';
import { csvFiles, type ExportTables, where } from '../support/exportFiles.ts';
import { masters, on, plantWith, row } from '../support/plantTables.ts';

const movements = [
  row('receipt', 'OIL O1', 10, on(5)),
  row('receipt', 'MILK L1', 10, on(5)),
  row('shipment', 'OIL O1', 4, on(6)),
  row('shipment', 'MILK L1', 4, on(6)),
];
const files = csvFiles(plantWith(movements, { lots: [{ product: 'OIL', lot: 'O1' }] }));
/** The files with one of them changed. */
const broken = (name: string, change: (text: string) => string): Record<string, string> => ({
  ...files,
  [name]: change(files[name] ?? ''),
});
const counts = (faults: readonly Fault[]): (string | undefined)[] =>
  faults.map(({ message }) => /(\w+) rows? that depends? on it/.exec(message)?.[1]);

describe('what follows from a fault', () => {
  it('of a product’s row is counted there, and no row that names the product is a fault', async () => {
    await using plant = await buildApp();
    const faults = await plant.faultsOf(broken('products.csv', (text) => text.replace('optional', 'sometimes')));
    expect(where(faults)).toEqual(['products.csv 3 lot_tracking VALIDATION']);
    expect(counts(faults)).toEqual(['3']);
    expect(faults[0]?.message).toMatch(/ 3 rows that depend on it were not judged\.$/);
  });

  it('of an unknown column is counted at the header', async () => {
    await using plant = await buildApp();
    for (const [name, change] of [
      ['products.csv', (text: string) => text.replace('lot_tracking', 'lot_trackng')],
      ['products.csv', (text: string) => text.replace('code,', 'kode,')],
      ['locations.csv', (text: string) => text.trim().replaceAll(/^/gm, 'colour,')],
      ['movements.csv', (text: string) => text.replace('document', 'dokument')],
    ] as const) {
      const faults = await plant.faultsOf(broken(name, change));
      expect(faults.map(({ file, row: at }) => `${file} ${at}`)).toEqual(faults.map(() => `${name} 1`));
      expect(counts(faults).filter((count) => count !== undefined)).toEqual(
        name === 'movements.csv' ? [] : [name === 'products.csv' ? '5' : '4'],
      );
    }
  });

  it('of a file with a wrong name is counted there', async () => {
    await using plant = await buildApp();
    const { 'partners.csv': partners = '', ...others } = files;
    const faults = await plant.faultsOf({ ...others, 'partner.csv': partners });
    expect(where(faults)).toEqual(['partner.csv 1  VALIDATION']);
    expect(counts(faults)).toEqual(['4']);
  });

  it('of a place is counted there, short stock of the goods included', async () => {
    await using plant = await buildApp();
    const faults = await plant.faultsOf(
      csvFiles(
        plantWith(
          [
            row('receipt', 'OIL O1', 10, on(5), { to: 'STORE2' }),
            row('transfer', 'OIL O1', 10, on(6), { from: 'STORE2', to: 'STORE' }),
            row('shipment', 'OIL O1', 4, on(7)),
            row('shipment', 'OIL O2', 4, on(7)),
          ],
          {
            locations: (masters.locations ?? []).map((place) =>
              place['code'] === 'STORE2' ? { ...place, kind: 'shed' } : place,
            ),
          },
        ),
      ),
    );
    expect(where(faults)).toEqual(['locations.csv 4 kind VALIDATION', 'movements.csv 5 quantity INSUFFICIENT_QTY']);
    expect(counts(faults)).toEqual(['3', undefined]);
  });

  it('of a movement is counted there, and other goods are judged all the same', async () => {
    await using plant = await buildPlantApp();
    const faults = await plant.faults({
      movements: [
        row('receipt', 'OIL O1', '1,5', on(5)),
        row('shipment', 'OIL O1', 1, on(6)),
        row('shipment', 'OIL O2', 1, on(6)),
        row('receipt', 'CAKE K1', 1, on(5), { to: 'CELLAR' }),
        row('shipment', 'CAKE K1', 1, on(6)),
        row('shipment', 'CAKE K1', 1, on(7)),
      ],
    });
    expect(where(faults)).toEqual([
      'movements.csv 2 quantity VALIDATION',
      'movements.csv 4 quantity INSUFFICIENT_QTY',
      'movements.csv 5 to NOT_FOUND',
    ]);
    expect(counts(faults)).toEqual(['One', undefined, '2']);
  });

  it('of a serial’s movement concerns that serial alone', async () => {
    await using plant = await buildPlantApp();
    const faults = await plant.faults({
      movements: [
        row('receipt', 'MOTOR #7', 1, on(5)),
        row('receipt', 'MOTOR #8', 1, on(5)),
        row('shipment', 'MOTOR #7', 'one', on(6)),
        row('receipt', 'MOTOR #7', 1, on(7)),
        row('receipt', 'MOTOR #8', 1, on(7)),
      ],
    });
    expect(where(faults)).toEqual(['movements.csv 4 quantity VALIDATION', 'movements.csv 6 serial SERIAL_IN_USE']);
    expect(counts(faults)).toEqual(['One', undefined]);
  });

  it('is judged by the record the store holds, where it holds one', async () => {
    await using plant = await buildPlantApp();
    const faults = await plant.faults({
      products: [{ code: 'OIL', name: '', unit: 'kg', lot_tracking: 'optional' }],
      movements: [row('shipment', 'OIL O1', 1, on(6))],
    });
    expect(where(faults)).toEqual(['products.csv 2 name VALIDATION', 'movements.csv 2 quantity INSUFFICIENT_QTY']);
    expect(counts(faults)).toEqual([undefined, undefined]);
  });
});

describe('orders that want what a refused row brings', () => {
  const short = [
    row('shipment', 'SALT', 4, on(6), { document: 'DN-1' }),
    row('shipment', 'SALT', 4, on(7), { document: 'DN-2' }),
  ];

  it.each([
    [
      'names a lot where none is kept',
      [row('receipt', 'SALT L1', 10, on(5)), ...short],
      ['movements.csv 2 lot'],
      ['2'],
    ],
    ['misspells the product', [row('receipt', 'SATL', 10, on(5)), ...short], ['movements.csv 2 product'], ['2']],
    [
      'takes a piece back for another customer',
      [
        row('receipt', 'MOTOR #7', 1, on(4)),
        row('shipment', 'MOTOR #7', 1, on(5), { document: 'DN-1' }),
        row('customer-return', 'MOTOR #7', 1, on(6), { document: 'DN-1', partner: 'NOBODY' }),
        row('shipment', 'MOTOR #7', 1, on(6), { document: 'DN-2' }),
      ],
      ['movements.csv 4 partner'],
      ['One'],
    ],
    [
      'sends many pieces away at once, one of which comes again',
      [
        row('receipt', 'PUMP #P1..P3', 3, on(4)),
        row('shipment', 'PUMP #P1..P3', 3, on(5), { partner: 'NOBODY' }),
        row('receipt', 'PUMP #P2', 1, on(6)),
        row('receipt', 'PUMP #P3', 1, on(7)),
      ],
      ['movements.csv 3 partner'],
      ['2'],
    ],
    [
      'does not say which piece it sends away',
      [
        row('receipt', 'MOTOR #7', 1, on(4)),
        row('shipment', 'MOTOR #=NA()', 1, on(5), { serial: '#N/A' }),
        row('receipt', 'MOTOR #7', 1, on(6)),
      ],
      ['movements.csv 3 serial'],
      ['One'],
    ],
  ] as const)('are no faults of their own where it %s', async (_what, movements, told, counted) => {
    await using plant = await buildPlantApp();
    const faults = await plant.faults({ movements: [...movements] });
    expect(where(faults).map((place) => place.replace(/ \w+$/, ''))).toEqual(told);
    expect(counts(faults)).toEqual(counted);
  });

  it('are faults all the same where they want something else', async () => {
    await using plant = await buildPlantApp();
    const faults = await plant.faults({
      movements: [
        row('receipt', 'OIL O1', 10, on(5), { to: 'CELLAR' }),
        row('shipment', 'OIL O2', 1, on(6)),
        ...short,
        row('receipt', 'MOTOR #7', 1, on(4)),
        row('shipment', 'MOTOR #8', 'one', on(5)),
        row('receipt', 'MOTOR #7', 1, on(6)),
      ],
    });
    expect(where(faults)).toEqual([
      'movements.csv 7 quantity VALIDATION',
      'movements.csv 2 to NOT_FOUND',
      'movements.csv 3 quantity INSUFFICIENT_QTY',
      'movements.csv 4 quantity INSUFFICIENT_QTY',
      'movements.csv 5 quantity INSUFFICIENT_QTY',
      'movements.csv 8 serial SERIAL_IN_USE',
    ]);
    expect(counts(faults)).toEqual(faults.map(() => undefined));
  });
});

describe('a lot that expires before it was made', () => {
  const lot = { product: 'OIL', lot: 'O1', manufactured_on: '2026-03-01', expires_on: '2026-02-28' };

  it('is imported and listed, once', async () => {
    await using plant = await buildPlantApp();
    const { findings, lots } = await plant.take({
      lots: [lot, { ...lot, lot: 'O2', expires_on: '2026-03-01' }, { ...lot, lot: 'O3', retest_on: '2026-01-01' }],
    });
    expect([lots, where(findings)]).toEqual([
      3,
      ['lots.csv 2 expires_on VALIDATION', 'lots.csv 4 expires_on VALIDATION', 'lots.csv 4 retest_on VALIDATION'],
    ]);
    expect(findings[0]?.message).toBe('OIL O1 expires before it was made: 2026-02-28, made 2026-03-01.');
    expect((await plant.take({ lots: [lot] })).findings).toEqual([]);
  });

  it('is found too where the two dates come with different imports', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [{ ...lot, expires_on: '' }] });
    expect(where((await plant.take({ lots: [{ ...lot, manufactured_on: '' }] })).findings)).toEqual([
      'lots.csv 2 expires_on VALIDATION',
    ]);
  });
});

describe('a date that nobody can have meant', () => {
  const lot = { product: 'OIL', lot: 'O1' };

  it('is imported and listed, once: the day that an empty field reads as, and a year a century off', async () => {
    await using plant = await buildPlantApp();
    const lots = [
      { ...lot, manufactured_on: '1970-01-01', expires_on: '2026-08-01' },
      { ...lot, lot: 'O2', manufactured_on: '2026-01-01', expires_on: '2126-03-01' },
      { ...lot, lot: 'O3', best_before_on: '2199-12-31', retest_on: '2071-01-01' },
      { ...lot, lot: 'O4', expires_on: '1970-01-01', manufactured_on: '2026-03-01' },
    ];
    const movements = [row('receipt', 'OIL O1', 1, '1970-01-01T01:00:00+01:00'), row('receipt', 'OIL O2', 1, on(5))];
    const { findings } = await plant.take({ lots, movements });
    expect(
      findings.map(({ file, row: at, column, message }) => `${file} ${at} ${column} ${message.split(',')[0]}`),
    ).toEqual([
      'lots.csv 2 manufactured_on OIL O1 has the date 1970-01-01',
      'lots.csv 3 expires_on OIL O2 has the date 2126-03-01',
      'lots.csv 5 expires_on OIL O4 has the date 1970-01-01',
      'movements.csv 2 at GRN-1 is dated 1970-01-01T00:00:00Z',
    ]);
    expect((await plant.take({ lots, movements })).findings).toEqual([]);
  });
});

describe('goods that left after the day on which their lot was to be tested again', () => {
  const lot = { product: 'OIL', lot: 'O1', retest_on: '2026-01-10' };
  const receipt = row('receipt', 'OIL O1', 9, on(2));
  const release = row('status', 'OIL O1', 5, on(11), { document: 'QA-1' });
  const block = row('status', 'OIL O1', 5, on(9), { status_from: 'A', status: 'Q', document: 'QA-1' });
  const left = [
    row('shipment', 'OIL O1', 1, on(10)),
    row('consumption', 'OIL O1', 1, on(12)),
    row('scrap', 'OIL O1', 1, on(13)),
  ];
  const told = async (...exports: ExportTables[]): Promise<string[]> => {
    await using plant = await buildPlantApp();
    const all: string[] = [];
    for (const tables of exports)
      for (const { file, row: at, column, message } of (await plant.take(tables)).findings)
        all.push(`${file} ${at} ${column} ${message.split(' and no')[0]}`);
    return all;
  };
  const what = 'WO-1: OIL lot O1 was to be tested again on 2026-01-10 and was consumed on 2026-01-12,';

  it('are told, at the movement or at the lot whose day comes later', async () => {
    const movements = [receipt, ...left];
    expect(await told({ lots: [lot], movements }, { lots: [lot], movements })).toEqual([`movements.csv 4 lot ${what}`]);
    expect(await told({ movements }, { lots: [lot] }, { lots: [lot] })).toEqual([`lots.csv 2 retest_on ${what}`]);
  });

  it('are not where a release since that day shows the test, or the day is a later one by now', async () => {
    expect(await told({ lots: [lot], movements: [receipt, block, release, ...left] })).toEqual([]);
    expect(await told({ movements: [receipt, block, release, ...left] }, { lots: [lot] })).toEqual([]);
    expect(await told({ movements: [receipt, ...left] }, { lots: [{ ...lot, retest_on: '2026-07-10' }] })).toEqual([]);
    const early = [receipt, { ...block, at: on(3) }, { ...release, at: on(4) }, ...left];
    expect(await told({ lots: [lot], movements: early })).toEqual([`movements.csv 6 lot ${what}`]);
  });
});
