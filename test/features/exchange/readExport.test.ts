import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '#main/features/exchange/read/csvRecords.ts';
import { movementKey } from '#main/features/exchange/movementKey.ts';
import { readExport } from '#main/features/exchange/read/readExport.ts';
import { columnsOf, type ExportFile, exportFiles } from '#shared/exchange/columns.ts';
import { movementKinds } from '#shared/movements/vocabulary.ts';
import {
  buildFolder,
  buildPlant,
  buildReceipt,
  type Cells,
  csvFiles,
  csvText,
  readAll,
  readSheets,
  readTable,
  recordsOf,
  where,
  workbookOf,
} from '../../support/exportFiles.ts';
import { countOf } from '../../support/counts.ts';

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'A',
    'L-1',
    ' L-1 ',
    '00012',
    '1E5',
    '=1+1',
    'e\u0301',
    '😀',
    'a,b',
    'a"b',
    'two\nlines',
    '\u0001',
    '&#65;',
    '<b>&amp;',
    ']]>',
    '__proto__',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const words: Partial<Record<string, fc.Arbitrary<string>>> = {
  at: fc.constantFrom('2026-01-05T06:00:00Z', '2026-01-05T06:00:00+01:00', '2026-01-04T06:00:00Z', '2026-01-05'),
  kind: fc.constantFrom(...movementKinds, 'supplier', 'dock', 'x'),
  quantity: fc.constantFrom('1', '0.5', '0', '1,5', '100'),
  status: fc.constantFrom('A', 'Q1', '', 'Z'),
  status_from: fc.constantFrom('A', 'Q1', '', 'Z'),
  expires_on: fc.constantFrom('2026-01-31', '', '2026-02-30'),
};
const rowOf = (file: ExportFile): fc.Arbitrary<Cells> =>
  fc.record(
    Object.fromEntries(
      columnsOf(file).map(({ name, spec }) => [
        name,
        spec.type === 'days' || spec.type === 'cost' ? fc.constantFrom('1', '1.5', '') : (words[name] ?? text),
      ]),
    ),
  );

/** Moves the columns of a table about. */
const shuffled = (records: string[][], order: number[]): string[][] => {
  const places = records[0]?.map((_, place) => place).sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0)) ?? [];
  return records.map((record) => places.map((place) => record[place] ?? ''));
};

describe('the same data', () => {
  it.each(exportFiles)(
    'of %s gives the same rows and faults from CSV and from a workbook, in any order of columns',
    async (file) => {
      const order = fc.array(fc.nat(), { minLength: 21, maxLength: 21 });
      await fc.assert(
        fc.asyncProperty(
          fc.array(rowOf(file), { minLength: 1, maxLength: 5 }),
          order,
          fc.boolean(),
          async (rows, keys, sharesTexts) => {
            await using folder = await buildFolder({
              [`${file}.csv`]: csvText(shuffled(recordsOf(file, rows), keys), '\r\n'),
            });
            const records: string[][] = [];
            for await (const batch of csvRecords(join(folder.path, `${file}.csv`))) records.push(...batch.records);
            const [fromCsv, fromSheet] = [
              await readTable(file, records),
              await readSheets(workbookOf({ [file]: rows }, {}, sharesTexts)),
            ];
            expect(fromSheet.rows).toEqual(fromCsv.rows);
            expect(where(fromSheet.faults)).toEqual(where(fromCsv.faults).map((fault) => fault.replace('.csv', '')));
          },
        ),
        { numRuns: countOf('LOTLINE_FORMAT_RUNS') },
      );
    },
  );

  it('of a whole plant is the same from a folder and from a workbook', async () => {
    await using folder = await buildFolder(csvFiles(buildPlant()));
    await using other = await buildFolder({ 'plant.xlsx': workbookOf(buildPlant()) });
    const fromFolder = await readAll({ kind: 'path', path: folder.path });
    const fromWorkbook = await readAll({ kind: 'path', path: join(other.path, 'plant.xlsx') });
    expect(fromFolder.faults).toEqual([]);
    expect(fromWorkbook).toEqual(fromFolder);
  });
});

const manyMovements = (count: number): Cells[] =>
  Array.from({ length: count }, (_, index) =>
    buildReceipt({ id: `M${index}`, at: `2026-01-${String(28 - (index % 28)).padStart(2, '0')}T06:00:00Z` }),
  );

describe('events', () => {
  it('tell of each file that it begins, its rows in pieces, and that it ends', async () => {
    await using folder = await buildFolder(
      csvFiles({ movements: manyMovements(12_000), products: buildPlant().products ?? [] }),
    );
    const seen: string[] = [];
    const order: [number, number][] = [];
    for await (const event of readExport(
      { kind: 'path', path: folder.path },
      { signal: new AbortController().signal },
    )) {
      if (event.kind === 'source') seen.push('source');
      else if (event.kind === 'opened') seen.push(`opened ${event.file}: ${event.fields.join()}`);
      else seen.push(`${event.kind} ${event.file} ${event.kind === 'rows' ? event.rows.length : event.rows}`);
      if (event.kind === 'rows' && event.file === 'movements')
        for (const { at, row } of event.rows) order.push([at, row]);
    }
    expect(seen).toEqual([
      'opened products: code,name,unit,lotTracking,serialTracking',
      'rows products 2',
      'closed products 2',
      'opened movements: at,kind,document,product,lot,quantity,to,status,partner,id',
      ...Array.from({ length: 12 }, () => 'rows movements 1000'),
      'closed movements 12000',
    ]);
    expect(order).toEqual(order.toSorted(([at, row], [otherAt, otherRow]) => at - otherAt || row - otherRow));
  });

  it('bring the key of each movement along, and the same content in another file has the same', async () => {
    await using folder = await buildFolder(csvFiles({ movements: manyMovements(40) }));
    await using again = await buildFolder(csvFiles({ movements: manyMovements(40).toReversed() }));
    const keysIn = async (path: string): Promise<string[]> => {
      const keys: string[] = [];
      for await (const event of readExport({ kind: 'path', path }, { signal: new AbortController().signal })) {
        if (event.kind !== 'rows' || event.file !== 'movements') continue;
        for (const row of event.rows) {
          expect(row.key).toEqual(movementKey({ ...row, key: undefined }));
          keys.push(movementKey(row).toString('hex'));
        }
      }
      return keys.sort();
    };
    const keys = await keysIn(folder.path);
    expect(keys).toHaveLength(40);
    // The ids differ and are not content: as many kinds of row as there are days in the table.
    expect(new Set(keys).size).toBe(28);
    expect(await keysIn(again.path)).toEqual(keys);
  });

  it('name the keys of rows with faults, and say when a file was not read to its end', async () => {
    await using folder = await buildFolder({
      'products.csv': 'code,name,unit,shelf_life_days\nA,A,kg,x\nB,B,kg,\n',
      'partners.csv': 'code,name\n',
    });
    const closed = [];
    for await (const event of readExport(
      { kind: 'path', path: folder.path },
      { signal: new AbortController().signal },
    )) {
      if (event.kind === 'closed') closed.push(event);
    }
    expect(closed).toMatchObject([
      { file: 'products', rows: 1, faulty: [{ row: 2, key: 'A' }], isComplete: true },
      { file: 'partners', rows: 0, faultCount: 1, isComplete: false },
    ]);
  });
});

describe('reading', () => {
  const lots = (count: number): Cells[] =>
    Array.from({ length: count }, (_, index) => ({ product: 'MILK', lot: `L-${index}` }));

  it('does not run ahead of whoever takes the rows', async () => {
    await using folder = await buildFolder(csvFiles({ lots: lots(150_000) }));
    let [done, total] = [0, 1];
    const progress = (_: ExportFile, doneNow: number, totalNow: number): void => {
      [done, total] = [doneNow, totalNow];
    };
    let rows = 0;
    const shares: number[] = [];
    for await (const event of readExport(
      { kind: 'path', path: folder.path },
      { signal: new AbortController().signal, progress },
    )) {
      if (event.kind !== 'rows') continue;
      if (rows === 0) await new Promise((resolve) => setTimeout(resolve, 400));
      shares.push(done / total);
      rows += event.rows.length;
    }
    expect(shares[0]).toBeLessThan(0.7);
    expect([rows, done]).toEqual([150_000, total]);
  });

  it('stops at once when it is cancelled', async () => {
    await using folder = await buildFolder(csvFiles({ movements: manyMovements(60_000) }));
    const canceller = new AbortController();
    let cancelledAt = 0;
    const progress = (): void => {
      cancelledAt ||= performance.now();
      canceller.abort();
    };
    await expect(
      readAll({ kind: 'path', path: folder.path }, { signal: canceller.signal, progress }),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(performance.now() - cancelledAt).toBeLessThan(500);
    await expect(readAll({ kind: 'path', path: folder.path }, { signal: canceller.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('ends its worker when nobody takes more', async () => {
    await using folder = await buildFolder(csvFiles({ lots: lots(60_000) }));
    const openPorts = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    const before = openPorts();
    let during = before;
    for await (const event of readExport(
      { kind: 'path', path: folder.path },
      { signal: new AbortController().signal },
    )) {
      during = openPorts();
      if (event.kind === 'rows') break;
    }
    expect([during, openPorts()]).toEqual([before + 1, before]);
  });

  it('refuses a workbook that takes more memory or time than there is for it, and lives on', async () => {
    await using folder = await buildFolder({ 'plant.xlsx': workbookOf({ movements: manyMovements(8_000) }) });
    const source = { kind: 'path', path: join(folder.path, 'plant.xlsx') } as const;
    const small = await readAll(source, { limits: { workbookHeapMb: 24 } });
    expect(small.faults).toMatchObject([{ file: 'plant.xlsx', row: 1, column: '', code: 'FILE_TOO_LARGE' }]);
    const short = await readAll(source, { limits: { workbookSeconds: 0.2 } });
    expect(short.faults).toMatchObject([{ file: 'plant.xlsx', code: 'FILE_TOO_LARGE' }]);
    expect((await readAll(source)).rows.movements).toHaveLength(8_000);
  });
});
