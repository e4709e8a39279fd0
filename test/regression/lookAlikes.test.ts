import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/exchange/contract.ts';
import { buildPlantApp } from '../support/app.ts';
import type { Cells, ExportTables } from '../support/exportFiles.ts';
import { on, row } from '../support/plantTables.ts';

const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ file, row: at, column, code }) => `${file} ${at} ${column} ${code}`);

/** What each import in turn tells. */
async function tell(...exports: ExportTables[]): Promise<string[][]> {
  await using plant = await buildPlantApp();
  const all: string[][] = [];
  for (const tables of exports) all.push(told((await plant.take(tables)).findings));
  return all;
}

const lots = (...names: string[]): Cells[] => names.map((lot) => ({ product: 'MILK', lot }));
const receive = (goods: Cells): Cells => ({ ...row('receipt', 'MILK L1', 1, on(5)), ...goods });

describe('a lot that looks like another one', () => {
  const twins = ['B\u20118', 'B\u20138', '\uff22-8', '\u0412-8', 'B-\u00a08', 'B-08', 'b-8.'];

  it('is told of whichever of them comes first, in one import at both, or in two', async () => {
    expect(await tell({ lots: lots('B-8', ...twins) })).toEqual([
      ['B-8', ...twins].map((_twin, n) => `lots.csv ${n + 2} lot DUPLICATE`),
    ]);
    for (const twin of twins) {
      expect(await tell({ lots: lots('B-8') }, { lots: lots(twin) })).toEqual([[], ['lots.csv 2 lot DUPLICATE']]);
      expect(await tell({ lots: lots(twin) }, { lots: lots('B-8') })).toEqual([[], ['lots.csv 2 lot DUPLICATE']]);
    }
  });

  it('is told of once, at the movement where only movements name it', async () => {
    const [first, second, third] = await tell(
      { movements: [receive({ lot: 'B-8' })] },
      { movements: [receive({ lot: 'B\u22128' }), receive({ lot: 'B\u22128', at: on(6) })] },
      { lots: lots('B-8', 'B\u22128'), movements: [receive({ lot: 'B\u22128', at: on(7) })] },
    );
    expect([first, second, third]).toEqual([[], ['movements.csv 2 lot DUPLICATE'], []]);
  });

  it('is said with the numbers of the signs that nobody can see', async () => {
    await using plant = await buildPlantApp();
    const [first, second] = (await plant.take({ lots: lots('B-8', 'B\u20118') })).findings;
    expect(second?.message).toMatch(
      /^Lot B\u20118 of MILK looks like lot B-8, which is there too \(the one has U\+2011\)\. .* The other one is in row 2 of lots\.csv\.$/,
    );
    expect(first?.message).toMatch(
      /^Lot B-8 of MILK looks like lot B\u20118, which is there too \(the other has U\+2011\)\. .* The other one is in row 3 of lots\.csv\.$/,
    );
  });
});

it('a lot with what a barcode puts before it is told beside the lot alone', async () => {
  const told = ['lots.csv 3 lot DUPLICATE'];
  expect(await tell({ lots: lots('K-80', '10K-80') })).toEqual([['lots.csv 2 lot DUPLICATE', ...told]]);
  expect(await tell({ lots: lots('10K-80') }, { lots: lots('1012', 'K-80', '12') })).toEqual([[], told]);
});

it('lots without their accents, or with a letter that is read as a digit, are told of once each', async () => {
  const words = ['SÜSS-3', 'SUSS-3', 'SUESS-3', 'SUSE-3'];
  expect(await tell({ lots: lots(...words, 'KB-41', 'K8-41', 'K9-41') })).toEqual([
    [2, 3, 4, 6, 7].map((row) => `lots.csv ${row} lot DUPLICATE`),
  ]);
  expect(await tell({ lots: lots('SUSS-3', 'SÜSS-3') }, { lots: lots('SUESS-3') })).toEqual([
    ['lots.csv 2 lot DUPLICATE', 'lots.csv 3 lot DUPLICATE'],
    ['lots.csv 2 lot DUPLICATE'],
  ]);
});

describe('a code or a name of any column', () => {
  const plain: ExportTables = {
    products: [{ code: 'P-A', name: 'Rye Flour', unit: 'box', category: 'DRY-1' }],
    partners: [{ code: 'K-A', name: 'North Mill', kind: 'supplier', country: 'Germany' }],
    locations: [{ code: 'H-A', name: 'Cold Hall', site: 'NORTH_2', kind: 'storage' }],
    lots: [{ product: 'MILK', lot: 'Q-A', manufacturer: 'Dairy 1', manufacturer_lot: '77/O1', reference: 'C-007' }],
    movements: [
      receive({ lot: 'Q-A', quantity: '9' }),
      row('consumption', 'MILK Q-A', 1, on(6), {
        work_order: 'WO-9',
        document: 'DOC 9',
        run: 'A1',
        equipment: 'OVEN-1',
      }),
    ],
  };
  const other: ExportTables = {
    products: [{ code: 'P-B', name: 'RYE FLOUR', unit: 'b0x', category: 'DRY1' }],
    partners: [{ code: 'K-B', name: 'North-Mill', kind: 'supplier', country: 'GERMANY' }],
    locations: [{ code: 'H-B', name: 'C\u043eld Hall', site: 'NORTH-2', kind: 'storage' }],
    lots: [
      { product: 'MILK', lot: 'Q-B', manufacturer: 'Dairy 1', manufacturer_lot: '77/01', reference: 'C-7' },
      { product: 'MILK', lot: 'Q-C', manufacturer: 'DAIRY-1', manufacturer_lot: '77/O1' },
    ],
    movements: [
      row('consumption', 'MILK Q-A', 1, on(7), {
        work_order: 'WO-9',
        document: 'DOC-9',
        run: 'A-1',
        equipment: 'OVEN 1',
      }),
      row('consumption', 'MILK Q-A', 1, on(8), { work_order: 'WO-8', document: 'DOC 9', run: 'A-1' }),
    ],
  };
  const columns = [
    ['products.csv', ['name', 'category', 'unit']],
    ['partners.csv', ['name', 'country']],
    ['locations.csv', ['name', 'site']],
    ['lots.csv', ['manufacturer_lot', 'reference']],
  ] as const;
  const inRow = (row: number, manufacturerRow: number): string[] => [
    ...columns.flatMap(([file, names]) => names.map((name) => `${file} ${row} ${name} DUPLICATE`)),
    `lots.csv ${manufacturerRow} manufacturer DUPLICATE`,
  ];

  it('is compared within its column, in one import or with what the store holds', async () => {
    const movements = (row: number) =>
      ['document', 'equipment', 'run'].map((name) => `movements.csv ${row} ${name} DUPLICATE`);
    const [first, second, third] = await tell(plain, other, other);
    expect([first, third]).toEqual([[], []]);
    expect(second?.toSorted()).toEqual([...inRow(2, 3), ...movements(2)].toSorted());
    const both = Object.fromEntries(
      (['products', 'partners', 'locations', 'lots', 'movements'] as const).map((file) => [
        file,
        [...(plain[file] ?? []), ...(other[file] ?? [])],
      ]),
    );
    const [all] = await tell(both);
    expect(all?.toSorted()).toEqual([...inRow(2, 2), ...inRow(3, 4), ...movements(3), ...movements(4)].toSorted());
  });

  it('is not compared with what its own record bore before', async () => {
    const renamed = (name: string, unit: string, code = 'P-A'): ExportTables => ({
      products: [{ code, name, unit }],
    });
    expect(
      await tell(renamed('Rye Flour', 'box'), renamed('RYE FLOUR', 'BOX'), renamed('Barley', 'BOX', 'P-B'), {
        products: [{ code: 'P-A', name: 'RyeFlour', unit: 'Box' }],
      }),
    ).toEqual([[], [], [], ['products.csv 2 unit DUPLICATE']]);
  });
});

describe('other codes that look like another one', () => {
  it('are serials of one product, a range told once', async () => {
    const motor = (serial: string, at = 5) => ({ ...row('receipt', 'MOTOR', 1, on(at)), serial });
    expect(await tell({ movements: [motor('M-10'), motor('M-1O'), motor('M\u201310')] })).toEqual([
      [2, 3, 4].map((at) => `movements.csv ${at} serial DUPLICATE`),
    ]);
    expect(await tell({ movements: [motor('M-1O')] }, { movements: [motor('M-10', 6)] })).toEqual([
      [],
      ['movements.csv 2 serial DUPLICATE'],
    ]);
    const dock = row('receipt', 'PUMP', 8, on(5), { to: 'DOCK' });
    const stow = (serial: string) => row('put-away', 'PUMP', 4, on(6), { serial });
    expect(await tell({ movements: [dock, stow('P-1..P-4'), stow('P\u20101..P\u20104')] })).toEqual([
      ['movements.csv 3 serial DUPLICATE', 'movements.csv 4 serial DUPLICATE'],
    ]);
    // Of different products they are different anyway.
    const other = { ...row('receipt', 'CHIP L1', 1, on(5)), serial: '' };
    const issued = { ...row('shipment', 'CHIP L1', 1, on(6)), serial: 'M-1O' };
    expect(await tell({ movements: [motor('M-10'), other, issued] })).toEqual([[]]);
  });

  it("are a supplier's lots, compared with those of the same supplier", async () => {
    const of = (lot: string, supplier: string, supplierLot: string): Cells => ({
      product: 'MILK',
      lot,
      supplier,
      supplier_lot: supplierLot,
    });
    expect(await tell({ lots: [of('A', 'S1', '77-O1'), of('B', 'S2', '77-01'), of('C', 'S1', '77-01')] })).toEqual([
      ['lots.csv 2 supplier_lot DUPLICATE', 'lots.csv 4 supplier_lot DUPLICATE'],
    ]);
    const later = { lots: [of('B', 'S1', '77\u2013O1'), of('C', 'S1', '77-O1')] };
    expect(await tell({ lots: [of('A', 'S1', '77-O1')] }, later, later)).toEqual([
      [],
      ['lots.csv 2 supplier_lot DUPLICATE'],
      [],
    ]);
    // A lot that turns out to be of another supplier comes among that one's.
    const moved = { lots: [of('A', 'S2', '')] };
    expect(await tell({ lots: [of('A', 'S1', '77-O1'), of('B', 'S2', '77-01')] }, moved, moved)).toEqual([
      [],
      ['lots.csv 2 supplier_lot DUPLICATE'],
      [],
    ]);
  });

  it('are work orders: what went into the one did not come out of the other', async () => {
    const used = row('consumption', 'MILK L1', 1, on(6), { work_order: 'WO-10' });
    const made = row('output', 'CAKE C1', 1, on(7), { work_order: 'W0-1O' });
    const receipt = row('receipt', 'MILK L1', 5, on(5));
    expect(await tell({ movements: [receipt, used, made] })).toEqual([
      ['movements.csv 3 work_order DUPLICATE', 'movements.csv 4 work_order DUPLICATE'],
    ]);
    expect(await tell({ movements: [receipt, used] }, { movements: [made] }, { movements: [made] })).toEqual([
      [],
      ['movements.csv 2 work_order DUPLICATE'],
      [],
    ]);
  });

  it('are products, partners and locations', async () => {
    const [first, second] = await tell(
      {
        products: [
          { code: 'FLOUR-1', name: 'Flour', unit: 'kg' },
          { code: 'FLOUR\u20101', name: 'Flour', unit: 'kg' },
        ],
        partners: [{ code: '\u0421-7', name: 'Shop', kind: 'customer' }],
        locations: [{ code: 'BAY 1', site: 'MAIN', kind: 'storage' }],
      },
      {
        partners: [{ code: 'C-7', name: 'Shop', kind: 'customer' }],
        locations: [
          { code: 'BAY1', site: 'MAIN', kind: 'storage' },
          { code: 'BAY 1', site: 'MAIN', kind: 'storage' },
        ],
      },
    );
    expect(first).toEqual(['products.csv 2 code DUPLICATE', 'products.csv 3 code DUPLICATE']);
    expect(second).toEqual(['partners.csv 2 code DUPLICATE', 'locations.csv 2 code DUPLICATE']);
  });

  it.each([
    ['S/5', 'HALL-S', 'HALL-5'],
    ['O/0', 'HALL-O7', 'HALL-07'],
    ['I/1/l', 'HALL-I', 'HALL-l'],
    ['a Cyrillic letter with an accent of its own', '\u0410\u0300-7', '\u00c0-7'],
    ['a Cherokee letter', '\u13a0\u13c0-7', 'DG-7'],
  ])('are told in every column that names a record (%s)', async (_what, one, other) => {
    const both = [one, other];
    const receipt = row('receipt', 'MILK L1', 9, on(5));
    const uses = both.map((order) => row('consumption', 'MILK L1', 1, on(6), { work_order: order }));
    const tables: ExportTables = {
      products: both.map((code) => ({ code, name: 'Rye', unit: 'kg' })),
      partners: both.map((code) => ({ code, name: 'Mill', kind: 'supplier' })),
      locations: both.map((code) => ({ code, site: 'MAIN', kind: 'storage' })),
      lots: lots(...both),
      movements: [receipt, ...uses],
    };
    expect(await tell(tables)).toEqual([
      [
        ...['products.csv 2 code', 'products.csv 3 code', 'partners.csv 2 code', 'partners.csv 3 code'],
        ...['locations.csv 2 code', 'locations.csv 3 code', 'lots.csv 2 lot', 'lots.csv 3 lot'],
        ...['movements.csv 3 work_order', 'movements.csv 4 work_order'],
      ].map((where) => `${where} DUPLICATE`),
    ]);
  });
});
