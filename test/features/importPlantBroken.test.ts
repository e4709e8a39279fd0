import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '#shared/exchange/columns.ts';
import { buildApp, buildPlantApp } from '../support/app.ts';
import { countOf } from '../support/counts.ts';
import { csvText, where } from '../support/exportFiles.ts';
import { on, row, undoing } from '../support/plantTables.ts';

type Demo = 'food' | 'device';

/** A file of a demo plant, line by line and cell by cell. */
const cellsOf = (plant: Demo, name: string): string[][] =>
  readFileSync(`resources/demo/${plant}/${name}.csv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );

const files = Object.fromEntries(
  (['food', 'device'] as const).map((plant) => [
    plant,
    Object.fromEntries(
      exportFiles.flatMap((name) => {
        const isThere = plant === 'device' || name !== 'serial_links';
        return isThere ? [[name, cellsOf(plant, name)] as const] : [];
      }),
    ),
  ]),
);

/** What a person may break of a row so that the row itself shows it. */
const breaks = {
  at: '2026-13-45T00:00:00Z',
  kind: 'shipmnt',
  product: 'NOBODYS-1',
  quantity: '-3',
  from: 'CELLAR-9',
  to: 'CELLAR-9',
  partner: 'NOBODY',
  id: 'that of another row',
} as const;
// Object.keys forgets the keys' type.
const columns = Object.keys(breaks) as (keyof typeof breaks)[];
type Broken = { column: keyof typeof breaks; place: number; other: number };
const broken: fc.Arbitrary<Broken> = fc.record({
  column: fc.constantFrom(...columns),
  place: fc.nat(2400),
  other: fc.nat(2400),
});

/** The files of a demo with rows broken, and which rows those are. */
function breakRows(plant: Demo, all: readonly Broken[]): { texts: Record<string, string>; rows: Set<number> } {
  const rows = new Set<number>();
  const tables = { ...files[plant] };
  const movements = (tables['movements'] ?? []).map((cells) => [...cells]);
  const [header = []] = movements;
  for (const { column, place, other } of all) {
    const at = 1 + (place % (movements.length - 1));
    const cells = movements[at] ?? [];
    const cell = header.indexOf(column);
    // A cell that is blank is no partner or location that could be wrong.
    if (cells[cell] === '' || rows.has(at + 1)) continue;
    const another = 1 + (other % (movements.length - 1));
    if (column === 'id') {
      if (another === at) continue;
      rows.add(another + 1);
      cells[cell] = movements[another]?.[cell] ?? '';
    } else cells[cell] = breaks[column];
    rows.add(at + 1);
  }
  const texts = Object.entries({ ...tables, movements }).map(([name, cells]) => [`${name}.csv`, csvText(cells)]);
  return { texts: Object.fromEntries(texts), rows };
}

describe('a right plant with some rows broken', () => {
  it.each(['food', 'device'] as const)('has no fault but in those rows (%s)', async (plant) => {
    await using app = await buildApp();
    await fc.assert(
      fc.asyncProperty(fc.array(broken, { minLength: 1, maxLength: 6 }), async (all) => {
        const { texts, rows } = breakRows(plant, all);
        if (rows.size === 0) return;
        const faults = await app.faultsOf(texts);
        expect(faults.filter(({ file, row: at }) => file !== 'movements.csv' || !rows.has(at))).toEqual([]);
      }),
      { numRuns: countOf('LOTLINE_BROKEN_RUNS') },
    );
  });
});

describe('a movement that is undone', () => {
  const short = row('shipment', 'CAKE K1', 1, on(4));
  const used = row('consumption', 'OIL O1', 10, on(6), { id: 'M-1' });
  const booked = [
    row('receipt', 'OIL O1', 10, on(5)),
    used,
    undoing(used, { at: on(7) }),
    row('shipment', 'OIL O1', 10, on(8)),
  ];

  it('is undone too where something else is wrong before', async () => {
    await using plant = await buildPlantApp();
    expect(where(await plant.faults({ movements: [short, ...booked] }))).toEqual([
      'movements.csv 2 quantity INSUFFICIENT_QTY',
    ]);
    // In parts of a thousand rows, which are read and written one by one.
    const between = Array.from({ length: 1500 }, () => row('receipt', 'SALT', 1, on(6, '09:00')));
    const movements = [short, ...booked.slice(0, 2), ...between, ...booked.slice(2)];
    expect(where(await plant.faults({ movements }))).toEqual(['movements.csv 2 quantity INSUFFICIENT_QTY']);
    // A piece is where it was.
    const sent = row('shipment', 'MOTOR #7', 1, on(6), { id: 'M-1' });
    const piece = [
      row('receipt', 'MOTOR #7', 1, on(5)),
      sent,
      undoing(sent, { at: on(7) }),
      row('shipment', 'MOTOR #7', 1, on(8)),
      row('receipt', 'MOTOR #7', 1, on(9)),
    ];
    expect(where(await plant.faults({ movements: [short, ...piece] }))).toEqual([
      'movements.csv 2 quantity INSUFFICIENT_QTY',
      'movements.csv 7 serial SERIAL_IN_USE',
    ]);
  });

  it('whose row has a fault counts there the row that undoes it, and what is short then', async () => {
    await using plant = await buildPlantApp();
    const movements = booked.map((cells) => (cells === used ? { ...used, to: 'X' } : cells));
    const faults = await plant.faults({ movements });
    expect(where(faults)).toEqual(['movements.csv 3 to VALIDATION']);
    expect(faults[0]?.message).toMatch(/ One row that depends on it was not judged\.$/);
  });

  it('is asked for by its id, whatever else is wrong', async () => {
    await using plant = await buildPlantApp();
    const movements = [short, ...booked.map((cells) => (cells === used ? { ...used, id: 'M-2' } : cells))];
    expect(where(await plant.faults({ movements }))).toEqual([
      'movements.csv 2 quantity INSUFFICIENT_QTY',
      'movements.csv 5 reverses NOT_FOUND',
    ]);
  });
});

describe('a row of an unknown product', () => {
  it('counts what its lot is short of, and where it names none what is short of goods without a lot', async () => {
    await using plant = await buildPlantApp();
    const movements = [
      row('receipt', 'NOBODYS-1 K1', 10, on(5), { to: 'DOCK' }),
      row('put-away', 'CAKE K1', 10, on(6)),
      row('shipment', 'CAKE K2', 1, on(6)),
    ];
    expect(where(await plant.faults({ movements }))).toEqual([
      'movements.csv 2 product NOT_FOUND',
      'movements.csv 4 quantity INSUFFICIENT_QTY',
    ]);
    const unnamed = [row('receipt', 'NOBODYS-1', 10, on(5), { to: 'DOCK' }), row('put-away', 'OIL O1', 10, on(6))];
    expect(where(await plant.faults({ movements: unnamed }))).toEqual(['movements.csv 2 product NOT_FOUND']);
  });
});

describe('goods that are short', () => {
  it('name the rows that took as much before: their lot may be wrong', async () => {
    await using plant = await buildApp();
    const { texts } = breakRows('food', []);
    const movements = texts['movements.csv']?.replace(/^(.*DN-7165,3,JAM-APR),JA-1052,/m, '$1,JA-1053,') ?? '';
    const faults = await plant.faultsOf({ ...texts, 'movements.csv': movements });
    expect(where(faults)).toEqual(['movements.csv 2138 quantity INSUFFICIENT_QTY']);
    expect(faults[0]?.message).toMatch(/ Row 2063 took just as much of it before: check its lot\.$/);
  });
});
