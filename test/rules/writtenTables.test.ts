import { describe, expect, it } from 'vitest';
import { planIn } from '#shared/inspections/sampling/attributes.ts';
import { tableFromTable } from '#shared/inspections/tableFromTable.ts';
import type { WrittenTableRow } from '#shared/inspections/vocabulary.ts';
import { readTableRows, sayTable, writeTableRows } from '#shared/inspections/writtenTables.ts';

const row = (lots: string, sample: number, accept: number, reject: number | null = null): WrittenTableRow => ({
  ...{ lots, sample, accept, reject },
});
const read = (...rows: WrittenTableRow[]) => {
  const found = readTableRows(rows);
  if ('issues' in found) throw new Error(JSON.stringify(found.issues));
  return found.rows;
};

/** The sampling plan of 21 CFR 158.3 (e) for packages of 1 kg and less: a law of the United States. */
const frozenVegetables = [
  ...[row('4,800 or less', 13, 2), row('4,801 to 24,000', 21, 3), row('24,001 to 48,000', 29, 4)],
  ...[row('48,001 to 84,000', 48, 6), row('84,001 to 144,000', 84, 9), row('144,001 to 240,000', 126, 13)],
  row('over 240,000', 200, 19),
];

describe('a plan table', () => {
  it.each([
    [4800, 13, 2],
    [4801, 21, 3],
    [48_000, 29, 4],
    [84_000, 48, 6],
    [144_000, 84, 9],
    [240_000, 126, 13],
    [240_001, 200, 19],
  ])('of 21 CFR 158.3 has for a lot of %d a sample of %d, accepting %d', (size, sample, accept) => {
    const table = { name: 'CFR', source: '21 CFR 158.3', edition: '', rows: read(...frozenVegetables) };
    expect(planIn(table, size)).toEqual({ sample, accept, reject: accept + 1, isWhole: false });
  });

  it.each([
    ['2–8', 8],
    ['2 - 8', 8],
    ['from 2 to 8', 8],
    ['2 bis 8', 8],
    ['up to 4,800', 4800],
    ['4.800', 4800],
    ['≤ 4 800', 4800],
    ['> 240', null],
    ['240 and over', null],
    ['240+', null],
    ['und mehr', undefined],
    ['more', null],
    ['some', undefined],
    ['8–2', undefined],
    ['2–8–15', undefined],
  ])('reads %s as lots up to %s', (lots, upTo) => {
    const found = readTableRows([row(lots, 5, 0)]);
    expect('issues' in found ? undefined : found.rows[0]?.upTo).toBe(upTo);
  });

  it.each([
    [[row('2–8', 5, 0), row('9–15', 5, 5)], [[1, 'accept']]],
    [[row('2–8', 5, 0), row('10–15', 5, 0)], [[1, 'lots']]],
    [[row('2–8', 5, 0), row('2–8', 5, 0)], [[1, 'lots']]],
    [[row('> 8', 5, 0), row('9–15', 5, 0)], [[1, 'lots']]],
    [[row('2–8', 5, 1, 1)], [[0, 'reject']]],
  ])('tells what is wrong at which row: %#', (rows, where) => {
    const found = readTableRows(rows);
    expect('issues' in found ? found.issues.map(({ row: at, field }) => [at, field]) : []).toEqual(where);
  });

  it('is written as it is read', () => {
    const rows = read(...frozenVegetables.slice(0, 2), row('> 24,000', 29, 4, 6));
    expect(read(...writeTableRows(rows))).toEqual(rows);
    expect(sayTable(rows)).toBe('1–4800: 13, 2/3; 4801–24000: 21, 3/4; > 24000: 29, 4/6');
  });

  it('is read of a table by the names of its columns', () => {
    const table = tableFromTable([
      ['Table II-A'],
      ['Lot or batch size', 'n', 'Ac', 'Re', 'Letter'],
      ['2 to 8', '2', '0', '1', 'A'],
    ]);
    expect(table?.rows).toEqual([{ at: 2, texts: { lots: '2 to 8', sample: '2', accept: '0', reject: '1' } }]);
    expect(table?.leftOut).toEqual(['Letter']);
  });
});
