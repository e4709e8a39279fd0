import { describe, expect, it } from 'vitest';
import { isoDate, plainNumber, readCell, shownCell } from '#renderer/components/grid/cells.ts';
import { cleared, filledDown, pasted, rangeOf, withCell, withoutRows } from '#renderer/components/grid/edits.ts';
import { movedBy, nextCell } from '#renderer/components/grid/moves.ts';
import { readTabText, writeTabText } from '#renderer/components/grid/tabText.ts';
import { packsOf } from '#shared/products/packUnits.ts';

describe('cells on the clipboard', () => {
  it('come in lines, of any length, however lines end', () => {
    expect(readTabText('a\tb\r\nc\r\n')).toEqual([['a', 'b'], ['c']]);
    expect(readTabText('a\nb\rc')).toEqual([['a'], ['b'], ['c']]);
    expect(readTabText('a\t\n\tb\t')).toEqual([
      ['a', ''],
      ['', 'b', ''],
    ]);
    expect(readTabText('a\n\nb\n')).toEqual([['a'], [''], ['b']]);
  });

  it('are quoted where they hold tabs, line breaks or quotes, and nowhere else', () => {
    expect(readTabText('"two\r\nlines"\t"a ""b"" c"\t"a\tb"\nd')).toEqual([['two\nlines', 'a "b" c', 'a\tb'], ['d']]);
    expect(readTabText('"plain"\t5" pipe\t"open\tend')).toEqual([['"plain"', '5" pipe', '"open', 'end']]);
    const cells = [
      ['a\nb', '"', 'c\td'],
      ['', 'e'],
    ];
    expect(readTabText(writeTabText(cells))).toEqual(cells);
  });

  it('are read in good time, a thousand lines of open quotes among them', () => {
    const text = Array.from({ length: 1000 }, (_, row) => `"${row}\tx`).join('\n');
    expect(readTabText(text)).toHaveLength(1000);
  });
});

const columns = [{}, {}, { fixed: false }];
const labels = ['Lot', 'Quantity', 'Until'];
const at = (row: number, col: number) => rangeOf({ row, col }, { row, col });

describe('a block that is pasted', () => {
  it('lands at its cell, and the grid grows below', () => {
    const { rows, range } = pasted([['x', 'y', 'z']], columns, at(1, 1), [['1', '2'], ['3'], ['', '']], labels);
    expect(rows).toEqual([
      ['x', 'y', 'z'],
      ['', '1', '2'],
      ['', '3', ''],
    ]);
    expect(range).toEqual({ top: 1, bottom: 3, left: 1, right: 2 });
  });

  it('of one cell fills all that is selected', () =>
    expect(pasted([], columns, { top: 0, bottom: 1, left: 0, right: 1 }, [['a']], labels).rows).toEqual([
      ['a', 'a', ''],
      ['a', 'a', ''],
    ]));

  it('that is too wide is not pasted, and says which cell has no place; blank ones need none', () => {
    const before = [['x', '', '']];
    const wide = pasted(
      before,
      columns,
      at(0, 2),
      [
        ['a', ''],
        ['b', 'c'],
        ['d', 'e'],
      ],
      labels,
    );
    expect(wide).toMatchObject({ rows: before, outside: { line: 2, column: 2, text: 'c', count: 2 } });
    expect(pasted(before, columns, at(0, 2), [['a', '']], labels).rows).toEqual([['x', '', 'a']]);
    const fixed = [{ fixed: true }, {}, {}];
    expect(pasted(before, fixed, at(0, 0), [['x', 'a']], labels).rows).toEqual([['x', 'a', '']]);
    expect(pasted(before, fixed, at(0, 0), [['y', 'a']], labels).outside?.text).toBe('y');
  });

  it('with the names of columns goes into these, and names those that are not here', () => {
    const block = [
      ['until', 'LOT', 'Shift'],
      ['2026-01-31', 'AP-1', 'night'],
    ];
    const { rows, leftOut } = pasted([], columns, at(0, 1), block, labels);
    expect(rows).toEqual([['AP-1', '', '2026-01-31']]);
    expect(leftOut).toEqual(['Shift']);
    // One name alone may be by chance.
    expect(
      pasted(
        [],
        columns,
        at(0, 0),
        [
          ['Lot', 'A'],
          ['b', 'c'],
        ],
        labels,
      ).rows,
    ).toHaveLength(2);
  });
});

describe('rows of a grid', () => {
  const rows = [
    ['a', '1', ''],
    ['b', '', ''],
    ['c', '', ''],
  ];

  it('are the same ones where nothing of them changed', () => {
    const after = withCell(rows, columns, { row: 1, col: 1 }, '2');
    expect(after[0]).toBe(rows[0]);
    expect(after[1]).toEqual(['b', '2', '']);
    expect(withCell(rows, columns, { row: 0, col: 0 }, 'a')).toBe(rows);
    expect(cleared(rows, columns, at(3, 0))).toBe(rows);
  });

  it('end with the last that is filled in', () =>
    expect(cleared(rows, columns, { top: 1, bottom: 2, left: 0, right: 2 })).toEqual([['a', '1', '']]));

  it('are filled down from the first that is selected, or from above', () => {
    expect(filledDown(rows, columns, { top: 0, bottom: 2, left: 1, right: 1 }).map((row) => row[1])).toEqual([
      '1',
      '1',
      '1',
    ]);
    expect(filledDown(rows, columns, at(1, 1))[1]).toEqual(['b', '1', '']);
    expect(filledDown(rows, columns, at(0, 1))).toBe(rows);
  });

  it('are removed', () => expect(withoutRows(rows, at(1, 0))).toEqual([rows[0], rows[2]]));
});

describe('a way through a grid', () => {
  const rows = [
    ['a', 'b', ''],
    ['a', '', ''],
    ['a', '', 'c'],
  ];
  const size = { rows: 4, cols: 3 };
  const go = (key: string, row: number, col: number, ctrlKey = false) =>
    movedBy({ key, ctrlKey, metaKey: false }, { row, col }, size, rows);

  it('goes step by step, and no further than the edge', () => {
    expect(go('ArrowDown', 0, 0)).toEqual({ row: 1, col: 0 });
    expect(go('ArrowUp', 0, 0)).toEqual({ row: 0, col: 0 });
    expect(go('End', 1, 0)).toEqual({ row: 1, col: 2 });
    expect(go('End', 0, 0, true)).toEqual({ row: 2, col: 2 });
    expect(go('PageDown', 0, 1)).toEqual({ row: 3, col: 1 });
    expect(go('x', 0, 0)).toBeUndefined();
  });

  it('goes with Ctrl to the end of a run, over a gap, or to the edge', () => {
    expect(go('ArrowDown', 0, 0, true)).toEqual({ row: 2, col: 0 });
    expect(go('ArrowDown', 2, 0, true)).toEqual({ row: 3, col: 0 });
    expect(go('ArrowRight', 2, 0, true)).toEqual({ row: 2, col: 2 });
    expect(go('ArrowUp', 3, 2, true)).toEqual({ row: 2, col: 2 });
  });

  it('goes with Tab as one reads, and ends behind the last cell', () => {
    expect(nextCell({ row: 0, col: 2 }, 1, size)).toEqual({ row: 1, col: 0 });
    expect(nextCell({ row: 3, col: 2 }, 1, size)).toBeUndefined();
    expect(nextCell({ row: 0, col: 0 }, -1, size)).toBeUndefined();
  });
});

describe('a cell', () => {
  const reading = { locale: 'en-GB', yes: 'Yes', no: 'No' };

  it.each([
    ['12.5', 'en-GB', '12.5'],
    ['1.234', 'en-GB', '1.234'],
    ['1,234', 'en-GB', undefined],
    ['12,5', 'en-GB', '12.5'],
    ['1,234.5', 'en-GB', '1234.5'],
    ['1.234.567,8', 'en-GB', '1234567.8'],
    ['1 234,5', 'de-DE', '1234.5'],
    ["1'234.5", 'de-CH', '1234.5'],
    ['1,234', 'de-DE', '1.234'],
    ['1.234', 'de-DE', undefined],
    ['0.125', 'de-DE', '0.125'],
    ['−3', 'de-DE', '-3'],
    ['about 3', 'en-GB', 'about 3'],
    ['1,2,3', 'en-GB', '1,2,3'],
  ])('reads the number %s in %s as %s', (text, locale, read) => expect(plainNumber(text, locale)).toBe(read));

  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026/1/5', '2026-01-05'],
    ['31.1.2026', '2026-01-31'],
    ['5. 1. 2026', '2026-01-05'],
    ['31/01/2026', '2026-01-31'],
    ['1/31/2026', '2026-01-31'],
    ['4/4/2026', '2026-04-04'],
    ['01/02/2026', '01/02/2026'],
    ['31.02.2026', '31.02.2026'],
    ['soon', 'soon'],
  ])('reads the date %s as %s', (text, read) => expect(isoDate(text)).toBe(read));

  it('reads a quantity that is typed in packs, and shows what it comes to', () => {
    const packs = packsOf('case = 12; half pallet = 240.5; pallet = 480');
    const column = { kind: 'decimal', name: 'quantity', label: 'fields.quantity', unit: 'EA', packs } as const;
    const reading = { locale: 'de', yes: 'Ja', no: 'Nein' };
    expect(readCell(column, '2,5 case', reading)).toEqual({ value: '30' });
    expect(shownCell(column, '100 pallet', reading)).toBe('48.000');
    expect(readCell(column, '36 EA', reading)).toEqual({ value: '36' });
    // What takes more decimals than there are stays as it was typed, and is refused as such.
    expect(readCell(column, '0,000001 half pallet', reading)).toEqual({ value: '0,000001 half pallet' });
    expect(readCell(column, '3 cask', reading)).toEqual({ value: '3 cask' });
  });

  it('reads choices by label or value, and yes and no in the words of spreadsheets', () => {
    const options = [{ value: 'closed', label: 'Being closed' }];
    const choice = { kind: 'choice', name: 'kind', label: 'fields.status', options } as const;
    expect(readCell(choice, ' being  CLOSED', reading)).toEqual({ value: 'closed' });
    expect(readCell(choice, 'closed', reading)).toEqual({ value: 'closed' });
    expect(readCell(choice, 'open', reading)).toEqual({ fault: 'forms.grid.noSuchChoice' });
    expect(shownCell(choice, 'closed', reading)).toBe('Being closed');
    const flag = { kind: 'flag', name: 'on', label: 'fields.status' } as const;
    expect(['x', 'TRUE', 'Yes', '', 'no', '0'].map((text) => readCell(flag, text, reading))).toEqual(
      [true, true, true, false, false, false].map((value) => ({ value })),
    );
    expect(readCell(flag, 'perhaps', reading)).toEqual({ fault: 'forms.grid.yesOrNo' });
    const decimal = { kind: 'decimal', name: 'kg', label: 'fields.quantity', unit: 'kg' } as const;
    expect(readCell(decimal, '12,5 KG', reading)).toEqual({ value: '12.5' });
    expect(shownCell(decimal, '1250.5', reading)).toBe('1,250.5');
  });
});
