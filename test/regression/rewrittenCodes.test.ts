import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOf, exportFiles } from '#shared/exchange/columns.ts';
import { buildPlantApp } from '../support/app.ts';
import { buildFolder, buildPlant, type Cells, csvFiles, readTable, recordsOf, where } from '../support/exportFiles.ts';
import { masters, on, row } from '../support/plantTables.ts';

/** Every column of text there is, with a row of its file. */
const textColumns = exportFiles.flatMap((file) =>
  columnsOf(file)
    .filter(({ spec }) => spec.type === 'code' || spec.type === 'text')
    .map(({ name, spec }) => ({ file, name, isCode: spec.type === 'code', cells: buildPlant()[file]?.[0] ?? {} })),
);

/** Columns whose codes are numbered as the world numbers them, or that only count. */
const shapeless = ['country', 'email', 'phone', 'gtin', 'gln', 'line'];

describe('a text that another program rewrote', () => {
  it.each(textColumns)('is a fault in $file, column $name', async ({ file, name, cells }) => {
    for (const text of ['7.30021E+11', '="007"', '#N/A', '\\N', '(null)']) {
      const { faults } = await readTable(file, recordsOf(file, [{ ...cells, [name]: text }]));
      expect(where(faults)).toContain(`${file}.csv 2 ${name} VALIDATION`);
      expect(faults.find(({ column }) => column === name)?.message).toMatch(/^“.*” .+\. .+\.$/);
    }
  });

  it.each(textColumns.filter(({ isCode }) => isCode))(
    'is a finding in $file, column $name, where it may be meant',
    async ({ file, name, cells }) => {
      for (const text of ['73002.0', '7.5E9', 'Null']) {
        const { faults, findings } = await readTable(file, recordsOf(file, [{ ...cells, [name]: text }]));
        // Other rules may have their say: a receipt comes from no place, whatever its name.
        expect(faults.filter(({ message }) => message.startsWith('“'))).toEqual([]);
        expect(findings).toMatchObject([{ row: 2, column: name }]);
      }
    },
  );

  it('is told once for all its rows, and not without end', async () => {
    const rows = Array.from(
      { length: 90 },
      (_, at): Cells => ({ product: 'RYE', lot: `${100 + (at % 30)}.0`, sublot: `S${at}` }),
    );
    const { findings } = await readTable('lots', recordsOf('lots', rows));
    expect(findings).toHaveLength(21);
    expect(findings[0]?.message).toContain('in 3 rows: 2, 32, 62.');
    expect(findings[20]).toMatchObject({
      row: 22,
      message: 'And 30 more cells of the column like these, in rows 22–31, 52–61, 82–91.',
    });
  });
});

describe('lots of a product that may go without', () => {
  const oil = { code: 'LINSEED', name: 'Linseed oil', unit: 'kg', lot_tracking: 'optional' };
  const receipts = (lots: string[]) => ({
    ...masters,
    products: [...(masters.products ?? []), oil],
    movements: lots.map((lot, at) => row('receipt', `LINSEED ${lot}`, 5, on(5), { id: `R${at}`, lot })),
  });

  it('never become one by an exponent, and zeros are not lost in quotes', async () => {
    await using plant = await buildPlantApp();
    const faults = await plant.faultsOf(csvFiles(receipts(['7.30021E+11', '="0071"', 'NULL', 'L-9'])));
    expect(where(faults)).toEqual([2, 3, 4].map((at) => `movements.csv ${at} lot VALIDATION`));
    expect(faults[0]?.message).toContain('Export the column as text');
  });

  it('that may be meant are imported, and listed with what to look at', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder(csvFiles(receipts(['30021.0', '30021', '1E5'])));
    const { movements, findings } = await plant.ask('exchange.import', {
      source: { kind: 'path', path: join(folder.path) },
    });
    expect(movements).toBe(3);
    expect(findings.filter(({ message }) => message.includes('data frame'))).toMatchObject([
      { file: 'movements.csv', row: 2, column: 'lot', code: 'VALIDATION' },
    ]);
  });
});

describe('a code that only the rest of its column shows to be rewritten', () => {
  const numbered = (...cells: Cells[]) => readTable('lots', recordsOf('lots', cells));

  it('is told in every column of codes, whichever comes first', async () => {
    for (const { file, name, cells } of textColumns.filter(({ isCode, name: of }) => isCode && !shapeless.includes(of)))
      for (const order of [
        ['7', '5.0'],
        ['5.0', '7'],
      ]) {
        const rows = order.map((text, at): Cells => ({ ...cells, id: `X${at}`, [name]: text }));
        const known = new Set(columnsOf(file).map((column) => column.name));
        const fitting = rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column))),
        );
        const { findings } = await readTable(file, recordsOf(file, fitting));
        expect(findings, `${file} ${name}`).toMatchObject([{ row: 2 + order.indexOf('5.0'), column: name }]);
        expect(findings[0]?.message).toMatch(/^“5\.0” ends like a number .* It is taken as it stands\.$/);
      }
  });

  it('is judged by the lots of its own product first', async () => {
    const rye = ['2026-01-05', '2026-01-06', '2026-01-07'].map((lot) => ({ product: 'RYE', lot }));
    const oil = ['L-1', 'L-2', '07.01.2026'].map((lot) => ({ product: 'OIL', lot }));
    const { findings } = await numbered(...rye, ...oil);
    expect(findings).toMatchObject([{ row: 7, column: 'lot', message: expect.stringContaining('others beside it') }]);
  });

  it('is told with all its rows, and beside what is told at once', async () => {
    const { findings } = await numbered(
      { product: 'RYE', lot: '12.345', sublot: 'A' },
      { product: 'RYE', lot: '98.0' },
      { product: 'RYE', lot: '4711' },
      { product: 'RYE', lot: '12.345', sublot: 'B' },
    );
    expect(findings.map(({ row: at }) => at)).toEqual([3, 2]);
    expect(findings[1]?.message).toContain('in 2 rows: 2, 5.');
  });

  it('of another file or another import is found by what it looks like', async () => {
    await using plant = await buildPlantApp();
    const goods = { product: 'MILK' };
    await plant.take({ lots: [{ ...goods, lot: '512' }] });
    const movements = [row('receipt', 'MILK 512.0', 5, on(5)), row('receipt', "MILK 512'", 5, on(5))];
    const { findings } = await plant.take({ movements });
    expect(findings.filter(({ code }) => code === 'DUPLICATE').map(({ row: at }) => at)).toEqual([2, 3]);
  });
});

describe('a mark nobody sees', () => {
  it.each(['\ufeffL-1', 'L-1\u200b', 'L\u2060-1', 'L-1\u3164', 'L-1\ufe0f', '\u061cL-1', 'L\u{e0031}-1', 'L-1\u180e'])(
    'in a code is a fault, wherever it stands (%j)',
    async (lot) => {
      const { faults } = await readTable('lots', recordsOf('lots', [{ product: 'RYE', lot }]));
      expect(where(faults)).toEqual(['lots.csv 2 lot VALIDATION']);
    },
  );

  it.each(['❤️', '1️⃣', '👩🏽‍🔬', 'e\u0301'])('is none in %s', async (lot) => {
    const { faults } = await readTable('lots', recordsOf('lots', [{ product: 'RYE', lot }]));
    expect(faults).toEqual([]);
  });
});
