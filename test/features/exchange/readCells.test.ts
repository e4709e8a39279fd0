import { describe, expect, it } from 'vitest';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { Fault } from '#shared/exchange/contract.ts';
import { parseMoment } from '#shared/kernel/dates.ts';
import { buildProduct, buildReceipt, type Cells, readTable, recordsOf } from '../../support/exportFiles.ts';

async function readRecords(file: ExportFile, records: string[][]) {
  const read = await readTable(file, records);
  // The tests look at single values, whatever file they are of.
  return { ...read, rows: read.rows[file] as unknown as Record<string, unknown>[] };
}
const readRows = (file: ExportFile, rows: Cells[]) => readRecords(file, recordsOf(file, rows));
const readMovement = (cells: Cells) => readRows('movements', [buildReceipt(cells)]);
const where = (faults: readonly Fault[]): string[] => faults.map(({ row, column, code }) => `${row} ${column} ${code}`);

describe('a blank cell', () => {
  it('is refused where the column is required', async () => {
    const { faults, rows } = await readRows('products', [buildProduct({ name: '', unit: ' \u00a0 ' })]);
    expect(where(faults)).toEqual(['2 name VALIDATION', '2 unit VALIDATION']);
    expect(rows).toEqual([]);
  });

  it('stands for the default elsewhere, as an absent column does', async () => {
    const blank = {
      category: '',
      lot_tracking: '',
      serial_tracking: '',
      stock_managed: '',
      trace_detail: '',
      shelf_life_days: '',
      expiry_status: '',
      retest_status: '',
      standard_cost: '',
    };
    const bare = { code: 'X', name: 'X', unit: 'kg' };
    const [withBlanks, without] = [
      await readRows('products', [{ ...bare, ...blank }]),
      await readRows('products', [bare]),
    ];
    expect(withBlanks).toEqual(without);
    expect(without.rows).toEqual([
      {
        row: 2,
        ...bare,
        category: '',
        lotTracking: 'none',
        serialTracking: 'none',
        stockManaged: true,
        traceDetail: 'detailed',
        shelfLifeDays: null,
        useByDays: null,
        retestDays: null,
        expiryStatus: 'R',
        retestStatus: 'Q',
        standardCost: null,
        gtin: '',
      },
    ]);
  });
});

describe('a code', () => {
  it.each([
    ['leading zeros', '00012', '00012'],
    ['what a spreadsheet takes for a number', '1E5', '1E5'],
    ['what a spreadsheet takes for a date', '2-1', '2-1'],
    ['blanks around it', '\u00a0 L-1 ', 'L-1'],
    ['a decomposed letter', 'e\u0301', '\u00e9'],
    ['a look-alike letter', '\u0410-1', '\u0410-1'],
    ['an emoji of several characters', '👩‍🔬', '👩‍🔬'],
    ['a statement of a database', "'; drop table lot;--", "'; drop table lot;--"],
    ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a path', '../../x', '../../x'],
    ['a device name', 'NUL.txt', 'NUL.txt'],
    ['a dot at its end', 'lot.', 'lot.'],
    ['a name of the language', '__proto__', '__proto__'],
    ['a formula of a spreadsheet', '=1+1', '=1+1'],
    ['120 characters', 'x'.repeat(120), 'x'.repeat(120)],
  ])('with %s is kept', async (_, written, kept) => {
    const { rows, faults } = await readMovement({ lot: written });
    expect(faults).toEqual([]);
    expect(rows[0]?.['lot']).toBe(kept);
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['a control character', 'a\u0085b'],
    ['a line break', 'a\nb'],
    ['half a character', 'a\ud800'],
    ['an override of the reading direction', 'a\u202eb'],
    ['a joiner nobody sees', 'a\u200db'],
    ['121 characters', 'x'.repeat(121)],
    ['50,000 characters that make a bad pattern run for ever', `${'a'.repeat(50_000)}!`],
  ])('with %s is refused', async (_, written) => {
    const { rows, faults } = await readMovement({ lot: written });
    expect(where(faults)).toEqual(['2 lot VALIDATION']);
    expect(rows).toEqual([]);
  });

  it('may not hold a line break where a reason may', async () => {
    const { rows } = await readMovement({ reason: 'first line\nsecond line' });
    expect(rows[0]?.['reason']).toBe('first line\nsecond line');
  });
});

describe('a quantity', () => {
  it.each([
    ['1', 1_000_000],
    ['0.000001', 1],
    ['12.500000', 12_500_000],
    ['1.000', 1_000_000],
    ['.5', 500_000],
    ['5.', 5_000_000],
    ['+1', 1_000_000],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
  ])('%s is read exactly', async (written, micro) => {
    expect((await readMovement({ quantity: written })).rows[0]?.['quantity']).toBe(micro);
  });

  it.each([
    '0',
    '-0',
    '-1',
    'NaN',
    'Infinity',
    '1e309',
    '1e3',
    '1,5',
    '1.000,5',
    '0.0000001',
    '9007199254.740992',
    '12345678901234567890',
    '0x10',
    '1 000',
    '٣',
  ])('%s is refused', async (written) => {
    expect(where((await readMovement({ quantity: written })).faults)).toEqual(['2 quantity VALIDATION']);
  });

  it.each(['-.5', '-5.', '+0', '.0'])(
    'that is not above zero is told as that, and not as no number: %s',
    async (written) => {
      expect((await readMovement({ quantity: written })).faults[0]?.message).toBe('The quantity must be above zero.');
    },
  );

  it.each(['1,5', '1.23456', '-1', '-.5', 'free'])('and a cost of %s is refused', async (written) => {
    expect(where((await readMovement({ unit_cost: written })).faults)).toEqual(['2 unit_cost VALIDATION']);
  });

  it('of days is a whole number up to a hundred years', async () => {
    const days = async (written: string) =>
      (await readRows('products', [buildProduct({ shelf_life_days: written })])).rows[0]?.['shelfLifeDays'];
    expect(await Promise.all(['0', '36500', '30.0', '+7.', '36501', '1.5', '-1'].map(days))).toEqual([
      0,
      36_500,
      30,
      7,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a date', () => {
  it.each([
    '2023-02-29',
    '31/04/2026',
    '12/01',
    '0001-01-01',
    '2206-06-20',
    '1969-12-31',
    '45000',
    '2026-01-31T00:00:00Z',
    '2026-1-31',
  ])('%s is refused', async (written) => {
    const { faults } = await readRows('lots', [{ product: 'MILK', lot: 'L-1', expires_on: written }]);
    expect(where(faults)).toEqual(['2 expires_on VALIDATION']);
  });

  it('that never comes is none, and that is told once', async () => {
    const lots = ['L-1', 'L-2'].map((lot) => ({ product: 'MILK', lot, expires_on: '9999-12-31' }));
    const { rows, faults, findings } = await readRows('lots', lots);
    expect([faults, rows.map(({ expiresOn }) => expiresOn), findings.length]).toEqual([[], [null, null], 1]);
    expect(findings[0]?.message).toContain('It is read as a blank cell, in 2 rows');
  });

  it('of a leap year is kept', async () => {
    const { rows } = await readRows('lots', [{ product: 'MILK', lot: 'L-1', expires_on: '2024-02-29' }]);
    expect(rows[0]).toMatchObject({ expiresOn: '2024-02-29', manufacturedOn: null });
  });
});

describe('a time', () => {
  it('keeps the moment and the offset it was written with', async () => {
    const { rows } = await readMovement({ at: '2026-03-29T03:30:00.25+13:45' });
    expect(rows[0]).toMatchObject({ at: parseMoment('2026-03-28T13:45:00.25Z'), offsetMinutes: 825 });
  });

  it.each([
    '2026-01-05',
    '2026-01-05T06:00:00',
    '2026-01-05 06:00:00',
    '05.01.2026 06:00',
    '2026-01-05T24:00:00Z',
    '2026-01-05T06:00:00+15:00',
  ])('%s is refused', async (written) => {
    expect(where((await readMovement({ at: written })).faults)).toEqual(['2 at VALIDATION']);
  });
});

describe('a word or a status', () => {
  it.each([
    ['kind', 'Receipt'],
    ['kind', 'constructor'],
    ['status', 'B'],
    ['status', 'a'],
    ['status', 'A12'],
  ])('of the wrong sort is refused: %s %s', async (column, written) => {
    expect(where((await readMovement({ [column]: written })).faults)).toEqual([`2 ${column} VALIDATION`]);
  });

  it('says what may stand there', async () => {
    const { faults } = await readRows('products', [buildProduct({ lot_tracking: 'must', stock_managed: 'TRUE' })]);
    expect(faults.map((fault) => fault.message)).toEqual([
      '“must” is not known here. Write one of: none, optional, mandatory, lot-sublot.',
      '“TRUE” is not known here. Write yes or no.',
    ]);
  });
});

describe('the header', () => {
  const row = ['MILK', 'Milk', 'kg'];

  it('may name its columns in any order', async () => {
    const { rows } = await readRecords('products', [
      ['unit', 'code', 'name'],
      ['kg', 'MILK', 'Milk'],
    ]);
    expect(rows[0]).toMatchObject({ code: 'MILK', name: 'Milk', unit: 'kg' });
  });

  it('names what it does not know, and the rows are checked all the same', async () => {
    const { faults } = await readRecords('products', [
      ['code', 'name', 'unit', 'Shelf-life Days', '__proto__'],
      [...row, '', ''],
      ['A', '', 'kg', '', ''],
    ]);
    expect(where(faults)).toEqual(['1 Shelf-life Days VALIDATION', '1 __proto__ VALIDATION', '3 name VALIDATION']);
    expect(faults[0]?.message).toContain('Write it as “shelf_life_days”.');
  });

  it('may not name a column twice', async () => {
    const { faults } = await readRecords('products', [
      ['code', 'name', 'unit', 'code'],
      [...row, 'X'],
    ]);
    expect(where(faults)).toEqual(['1 code VALIDATION']);
  });

  it('must name every required column, or no row is read', async () => {
    const { faults, rows } = await readRecords('products', [
      ['code', 'category'],
      ['MILK', ''],
    ]);
    expect(where(faults)).toEqual(['1 name VALIDATION', '1 unit VALIDATION']);
    expect(rows).toEqual([]);
  });

  it('must be there', async () => {
    expect(where((await readRecords('products', [['', ''], row])).faults)).toEqual(['1  VALIDATION']);
    expect(where((await readRecords('products', [])).faults)).toEqual(['1  VALIDATION']);
  });

  it('may not have columns without end', async () => {
    const { faults } = await readRecords('products', [Array.from({ length: 16_385 }, (_, index) => `c${index}`)]);
    expect(where(faults)).toEqual(['1  FILE_TOO_LARGE']);
  });
});

describe('a row', () => {
  it('is counted as a spreadsheet counts it, blank rows too', async () => {
    const { rows } = await readRecords('products', [
      ['code', 'name', 'unit'],
      ['A', 'A', 'kg'],
      [''],
      ['', '', ''],
      ['B', 'B', 'kg'],
    ]);
    expect(rows.map((row) => row['row'])).toEqual([2, 5]);
  });

  it('with more or fewer cells than the header is refused', async () => {
    const { faults, rows } = await readRecords('products', [
      ['code', 'name', 'unit'],
      ['A', 'Milk', ' fresh', 'kg'],
      ['B', 'Milk'],
      ['C', 'Milk', 'kg', ''],
    ]);
    expect(where(faults)).toEqual(['2  VALIDATION', '3  VALIDATION']);
    expect(rows.map((row) => row['code'])).toEqual(['C']);
  });

  it('with a fault leaves the others as they are: row 9,999 of 10,000', async () => {
    const codes = Array.from({ length: 9_999 }, (_, index) => [`P${index}`, 'Name', index === 9_997 ? '' : 'kg']);
    const { faults, rows } = await readRecords('products', [['code', 'name', 'unit'], ...codes]);
    expect(where(faults)).toEqual(['9999 unit VALIDATION']);
    expect(rows).toHaveLength(9_998);
  });
});

describe('a key', () => {
  it.each([
    ['products', { code: 'A', name: 'A', unit: 'kg' }, 'code'],
    ['partners', { code: 'A', name: 'A', kind: 'both' }, 'code'],
    ['locations', { code: 'A', site: 'S', kind: 'dock' }, 'code'],
    ['lots', { product: 'A', lot: 'L', sublot: '1' }, 'lot'],
  ] as const)('that stands twice in %s is refused with the row of the first', async (file, row, column) => {
    const { faults } = await readRows(file, [row, row]);
    expect(where(faults)).toEqual([`3 ${column} DUPLICATE`]);
    expect(faults[0]?.message).toContain('row 2');
  });

  it('is compared trimmed and composed, and with its letter case', async () => {
    const named = (code: string): Cells => ({ code, name: 'A', unit: 'kg' });
    const { faults } = await readRows('products', [
      named('\u00e9'),
      named(' e\u0301 '),
      named('\u00c9'),
      named('__proto__'),
      named('constructor'),
    ]);
    expect(where(faults)).toEqual(['3 code DUPLICATE']);
  });

  it('of different parts is never the same', async () => {
    const { faults } = await readRows('lots', [
      { product: 'A', lot: 'B C' },
      { product: 'A B', lot: 'C' },
      { product: 'A', lot: 'B', sublot: 'C' },
    ]);
    expect(faults).toEqual([]);
  });

  it('of a movement may come again with the same content, which is left out, and not with another', async () => {
    const { faults, rows, repeated } = await readRows('movements', [
      buildReceipt({ id: 'M1' }),
      buildReceipt({ id: 'M1', quantity: '10.0', at: '2026-01-05T07:00:00+01:00' }),
      buildReceipt({ id: 'M1', quantity: '11' }),
      buildReceipt({ id: '' }),
      buildReceipt({ id: '' }),
    ]);
    expect(where(faults)).toEqual(['4 id DUPLICATE']);
    expect(rows.map((row) => row['row'])).toEqual([2, 5, 6]);
    expect(repeated).toBe(1);
  });
});

describe('movements', () => {
  it('come in order of time, then of row', async () => {
    const at = (time: string): Cells => buildReceipt({ at: time });
    const { rows } = await readRows('movements', [
      at('2026-01-02T00:00:00Z'),
      at('2026-01-01T00:00:00Z'),
      at('2026-01-02T01:00:00+01:00'),
      at('2026-01-01T00:00:00.000001Z'),
    ]);
    expect(rows.map((row) => row['row'])).toEqual([3, 5, 2, 4]);
  });

  it('report a wrong shape beside wrong cells, and nothing twice', async () => {
    const { faults } = await readMovement({ quantity: 'x', partner: '', from: 'STORE', status_from: 'Z' });
    expect(where(faults).sort()).toEqual([
      '2 from VALIDATION',
      '2 partner VALIDATION',
      '2 quantity VALIDATION',
      '2 status_from VALIDATION',
    ]);
  });

  it('say nothing of the shape while an end cannot be read', async () => {
    const { faults } = await readMovement({
      kind: 'status',
      from: 'a\u0000',
      to: 'STORE',
      status_from: 'Q',
      partner: '',
    });
    expect(where(faults)).toEqual(['2 from VALIDATION']);
  });
});
