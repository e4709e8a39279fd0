import { describe, expect, it } from 'vitest';
import { type ColumnAt, swallowsRow } from '#shared/exchange/swallowedRows.ts';

const code: ColumnAt = { fits: (text) => /^\S+$/.test(text), isText: false };
const number: ColumnAt = { fits: (text) => /^\d+$/.test(text), isText: false };
const mayBeBlank = (column: ColumnAt): ColumnAt => ({ ...column, fits: (text) => text === '' || column.fits(text) });
const text: ColumnAt = { fits: () => true, isText: true };

const remarks = [code, number, text, mayBeBlank(code)];
const swallows = (cells: string[], columns = remarks): boolean[] =>
  columns.map((_, at) => swallowsRow(cells, at, columns));
const inThird = [false, false, true, false];

describe('a cell in which a quote was opened that a later row closes', () => {
  it.each([
    ['the next row', ['D-1', '5', 'torn,X\nD-2,6,wet', 'Y']],
    ['a row further down', ['D-1', '5', 'torn,X\nD-2,6,,\nD-3,7,wet', 'Y']],
    ['with blank cells behind', ['D-1', '5', 'torn,\nD-2,6,', '']],
    ['a text that has commas itself', ['D-1', '5', 'torn, and wet,X\nD-2,6,soaked, too', 'Y']],
    ['lines that end otherwise', ['D-1', '5', 'torn,X\r\nD-2,6,wet', 'Y']],
    ['another separator', ['D-1', '5', 'torn;X\nD-2;6;wet', 'Y']],
  ])('holds rows: %s', (_, cells) => expect(swallows(cells)).toEqual(inThird));

  it('is seen in the first column and in the last', () => {
    expect(swallows(['Rye,R-1,kg\nOat', 'O-1', 'kg'], [text, code, code])).toEqual([true, false, false]);
    expect(swallows(['R-1', '5', 'torn\nR-2,6,wet'], [code, number, text])).toEqual([false, false, true]);
  });

  it('is seen where another text of the later row closes it', () => {
    const columns = [code, text, number, text, mayBeBlank(code)];
    // The cells behind are those of the later row, and what is too much of them is blank.
    expect(swallows(['A', 'Rye', '5', 'torn,\nB,Oat', '6', '', ''], columns)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('a text of several lines that people wrote', () => {
  it.each([
    ['an address', ['D-1', '5', 'Mill Lane 7, Hall 2\n12345 Town, Country', 'Y']],
    ['a list', ['D-1', '5', 'seen: 1,2\nleft: 3', 'Y']],
    ['a line with as many commas and other things between', ['D-1', '5', 'torn,X\nno code,no number,wet', 'Y']],
    ['only the beginning of a row', ['D-1', '5', 'torn\nD-2,6,wet', 'Y']],
    ['one line', ['D-1', '5', 'torn,X D-2,6,wet', 'Y']],
  ])('holds none: %s', (_, cells) => expect(swallows(cells)).toEqual([false, false, false, false]));
});
