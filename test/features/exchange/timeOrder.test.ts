import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExport } from '#main/features/exchange/read/readExport.ts';
import { readFile } from '#main/features/exchange/read/readFile.ts';
import { isInOrderOfTime } from '#main/features/exchange/read/timeOrder.ts';
import type { ReadItem } from '#main/features/exchange/read/protocol.ts';
import { buildFolder, buildReceipt, csvText, readAll, recordsOf, where } from '../../support/exportFiles.ts';

const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const receipts = (minutes: readonly number[]) =>
  minutes.map((n, row) => buildReceipt({ id: `M-${row}`, at: minute(n), reason: `row ${row}` }));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

async function isOrdered(text: string): Promise<boolean> {
  await using folder = await buildFolder({ 'movements.csv': text });
  return await isInOrderOfTime(join(folder.path, 'movements.csv'));
}

describe('the order of an export’s times', () => {
  it.each([
    ['one after the other', 'at,kind\n2026-01-01T08:00:00Z,x\n2026-01-01T08:00:01Z,x\n2026-01-01T08:00:01Z,x\n'],
    [
      'in another column, behind quotes',
      '\ufeffkind,at\r\n"a ""b"",\n\r\nc",2026-01-01T08:00:00+01:00\r\nx,"2026-01-02T08:00:00+01:00"',
    ],
    [
      'with lines and quotes behind them',
      'at,reason\n2026-01-01T08:00:00Z,"one\n2025-01-01T08:00:00Z,"\n2026-01-01T08:00:01Z,x\n',
    ],
    ['with blank lines between', 'at,kind\n\n2026-01-01T08:00:00Z,x\n\n2026-01-01T08:00:01Z,x\n\n'],
  ])('is known where they stand %s', async (_, text) => {
    expect(await isOrdered(text)).toBe(true);
  });

  it.each([
    ['one is earlier', 'at,kind\n2026-01-01T08:00:01Z,x\n2026-01-01T08:00:00Z,x\n'],
    ['the last one is earlier, without a line end', 'at,kind\n2026-01-01T08:00:01Z,x\n2026-01-01T08:00:00Z,x'],
    ['they have other offsets', 'at,kind\n2026-01-01T08:00:00Z,x\n2026-01-01T08:30:00+01:00,x\n'],
    ['they are written in other ways', 'at,kind\n2026-01-01T08:00:00Z,x\n2026-01-01T08:00:00.5Z,x\n'],
    ['a blank stands where a T would', 'at,kind\n2026-01-01 09:00:00Z,x\n2026-01-01T08:00:00Z,x\n'],
    ['there is no column for it', 'kind;at\nx;2026-01-01T08:00:00Z\n'],
    ['a line names the separator', 'sep=,\nat,kind\n2026-01-01T08:00:00Z,x\n'],
    ['lines end with a return alone', 'at,kind\r2026-01-01T08:00:00Z,x\r'],
    ['a return stands within a row', 'at,kind\n2026-01-01T08:00:00Z,a\rb\n'],
    ['a quote stands within a cell', 'kind,at\na"b,2026-01-01T08:00:00Z\n'],
    ['a quote is never closed', 'kind,at\n"ab,2026-01-01T08:00:00Z\n'],
    ['there is no row', 'at,kind\n'],
    ['there is nothing', ''],
  ])('is not known where %s', async (_, text) => {
    expect(await isOrdered(text)).toBe(false);
  });

  it('is never said of rows that come out otherwise', async () => {
    const cell = fc.constantFrom('', 'x', 'a,b', 'say "so"', 'two\nlines', 'two\r\nlines', '"');
    const row = fc.tuple(cell, fc.nat({ max: 5 }), cell);
    const rows = fc.array(row, { minLength: 1, maxLength: 6 });
    let known = 0;
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (table, lineEnd) => {
        const text = csvText([['line', 'at', 'reason'], ...table.map(([a, n, b]) => [a, minute(n), b])], lineEnd);
        const minutes = table.map(([, n]) => n);
        const isSorted = minutes.every((n, index) => index === 0 || (minutes[index - 1] ?? 0) <= n);
        expect(await isOrdered(text)).toBe(isSorted);
        if (isSorted) known += 1;
      }),
    );
    expect(known).toBeGreaterThan(0);
  });
});

describe('movements of a long file', () => {
  const read = async (minutes: readonly number[], corrections: Parameters<typeof readAll>[1] = {}) => {
    await using folder = await buildFolder({ 'movements.csv': csvText(recordsOf('movements', receipts(minutes))) });
    return await readAll({ kind: 'path', path: folder.path }, corrections);
  };

  it('come out in order of time however they stand, each once', async () => {
    const inOrder = upTo(11_003);
    const { rows } = await read(inOrder);
    expect(rows.movements.map(({ row }) => row)).toEqual(inOrder.map((n) => n + 2));
    const late = await read([...inOrder, 3]);
    expect(late.faults).toEqual([]);
    expect(late.rows.movements.map(({ row }) => row)).toEqual([
      2,
      3,
      4,
      5,
      11_005,
      ...inOrder.slice(4).map((n) => n + 2),
    ]);
  });

  it('come before the end of the file is read where they stand in that order', async () => {
    await using folder = await buildFolder({
      'movements.csv': csvText(recordsOf('movements', receipts(upTo(40_000)))),
    });
    const seen: string[] = [];
    const events = readExport(
      { kind: 'path', path: folder.path },
      {
        signal: new AbortController().signal,
        progress: (_, done, total) => {
          if (done === total) seen.push('read');
        },
      },
    );
    for await (const { kind } of events) seen.push(kind);
    expect(seen.indexOf('rows')).toBeLessThan(seen.indexOf('read'));
    expect(seen.at(-1)).toBe('closed');
  });

  it('wait for the end where a time is corrected', async () => {
    const corrections = [{ file: 'movements.csv', row: 11_000, column: 'at', value: minute(1) }];
    const { rows, faults } = await read(upTo(11_000), { corrections });
    expect(faults).toEqual([]);
    expect(rows.movements.slice(0, 4).map(({ row }) => row)).toEqual([2, 3, 11_000, 4]);
  });

  it('are a fault where the file changed after its order was looked up', async () => {
    const records = recordsOf('movements', receipts([...upTo(12_000), 0]));
    async function* batches() {
      for (let start = 0; start < records.length; start += 3000)
        yield { records: records.slice(start, start + 3000), done: start, total: records.length };
    }
    const items: ReadItem[] = [];
    const source = {
      file: 'movements',
      name: 'movements.csv',
      strict: true,
      isInOrder: true,
      batches: batches(),
    } as const;
    await readFile(
      source,
      { corrections: [], known: [] },
      async (item) => void items.push(item),
      () => undefined,
    );
    const closed = items.find((item) => item.kind === 'closed');
    expect(where(closed?.kind === 'closed' ? closed.faults : [])).toEqual(['movements.csv 12002 at FILE_DAMAGED']);
    expect(closed).toMatchObject({ isComplete: false });
  });
});
