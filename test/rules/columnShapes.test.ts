import { describe, expect, it } from 'vitest';
import { ColumnShapes } from '#shared/exchange/columnShapes.ts';
import { StoredShapes } from '#shared/exchange/storedShapes.ts';

type Cell = string | readonly [group: string, text: string];

/** The texts of a column that are told, whichever comes first, beside others that show themselves that they were rewritten. */
function toldOf(cells: readonly Cell[], rewritten: readonly string[] = []): string[] {
  const split = cells.map((cell) => (typeof cell === 'string' ? (['', cell] as const) : cell));
  const [forwards, backwards] = [split, split.toReversed()].map((column) => {
    const shapes = new ColumnShapes();
    for (const text of rewritten) shapes.noteRewritten(text);
    const doubtful = column.flatMap(([group, text]) => {
      const shape = shapes.note(text, group);
      return shape === undefined ? [] : [{ group, text, shape }];
    });
    return doubtful.filter(({ group, text, shape }) => shapes.sayingOf(text, group, shape) !== undefined);
  });
  const texts = (forwards ?? []).map(({ text }) => text);
  expect((backwards ?? []).map(({ text }) => text).toReversed()).toEqual(texts);
  return texts;
}

const of = (product: string, ...lots: string[]): Cell[] => lots.map((lot) => [product, lot]);

describe('a number as a code', () => {
  it.each([
    [['5.0', '12'], ['5.0']],
    [['7,0', '20261.0', 'L-1'], ['7,0']],
    [
      ['1.0', '2.0', '3.0'],
      ['1.0', '2.0', '3.0'],
    ],
    [['12.345', '98765'], ['12.345']],
    [['12.345', '7', '850'], ['12.345']],
    [['12 345', '98765', '4'], ['12 345']],
    [['1 234 567', '1234568'], ['1 234 567']],
  ])('%j was rewritten as far as %j', (cells, told) => expect(toldOf(cells)).toEqual(told));

  it.each([
    [['1.0', '1.1', '2.0']],
    [['1.0', '2.0']],
    [['1.0', 'A', 'B']],
    [['1.0', '1.0.3', '7']],
    [['12.345', '47.110', '10.001']],
    [['12.345', '10.5', '7']],
    [['12.345', '47.110', '7']],
    [['12 345', 'L-7']],
    [['012.345', '0 345', '7']],
  ])('%j may stand', (cells) => expect(toldOf(cells)).toEqual([]));
});

describe('a long number that ends in zeros after fifteen digits', () => {
  it.each([
    [['4006381333931170', '4006381333931280']],
    [['40063813339311700']],
    [['4006381333931170', '40063813339312800', 'L-1', '17']],
  ])('was kept by a spreadsheet: %j', (cells) =>
    expect(toldOf(cells)).toEqual(cells.filter((text) => text.length > 15)),
  );

  it.each([
    [['4006381333931170']],
    [['4006381333931170', '4006381333931280', '4006381333931284']],
    [['40063813339311700', '40063813339311712']],
    [['400638133393110', '400638133393120']],
    [['0006381333931170', '0006381333931280']],
  ])('may stand in %j', (cells) => expect(toldOf(cells)).toEqual([]));

  it('was kept too where another number of the column was rewritten', () =>
    expect(toldOf(['4006381333931170'], ['4.00638E+15'])).toEqual(['4006381333931170']));
});

describe('a code that reads as another figure', () => {
  it('was rewritten where all others are numbers', () => {
    expect(toldOf(['10031', '1E4', '10032'])).toEqual(['1E4']);
    expect(toldOf(['1.0035', '1e4', '10032'])).toEqual(['1.0035', '1e4']);
    expect(toldOf(['1E4', '1.0035', '10.030'])).toEqual(['1E4', '1.0035', '10.030']);
  });

  it('was rewritten where others are, and no code of the column is anything but figures', () => {
    expect(toldOf(['1E4', '1.0035', '10.030', '10.5'], ['1002.6E1'])).toEqual(['1E4', '1.0035', '10.030', '10.5']);
    expect(toldOf(['1E4', '1.0035', 'L-7'], ['1002.6E1'])).toEqual([]);
  });

  it.each([[['1E4', '2E4', '3E1']], [['1E4', '1F4', '214']], [['1E4', '10031', 'L-7']], [['1.0035', '10031', '10.5']]])(
    'may stand in %j',
    (cells) => expect(toldOf(cells)).toEqual([]),
  );

  it('may stand where what was rewritten are no figures', () => {
    expect(toldOf(['1E4', '2E4'], ['n/a', 'TBD', '#N/A'])).toEqual([]);
    expect(toldOf(['1E4', '2E4'], ['1E+05'])).toEqual(['1E4', '2E4']);
  });
});

describe('a date as a code', () => {
  it.each([
    '2026-03-01',
    '2026/3/1',
    '01.03.2026',
    '1.3.26',
    '3/1/2026',
    '31/12/26',
    '01-03-2026',
    'MAR-26',
    '12-MAY',
    'MAY26',
  ])('%s was rewritten where no other is a date', (date) => {
    expect(toldOf(['L-17', date])).toEqual([date]);
    expect(toldOf([...of('RYE', 'L-17', date, 'L-18'), ...of('OIL', 'B4')])).toEqual([date]);
  });

  it.each(['2026-03-01', '01.03.2026', '3/1/2026', 'MAR26'])('%s may stand where all are dates', (date) => {
    const next = date.replace('3', '4').replace('R26', 'R27');
    expect(toldOf([date, next])).toEqual([]);
    expect(toldOf([date])).toEqual([]);
    // Of another product the lots are named otherwise.
    expect(toldOf([...of('RYE', date, next), ...of('OIL', 'L-1', 'L-2', 'L-3', 'L-4')])).toEqual([]);
  });

  it('may stand where several products have it as their only lot', () => {
    const others = ['L-1', 'L-2', 'L-3', 'L-4'].flatMap((lot) => of('OIL', lot));
    expect(toldOf([...of('RYE', '2026-03-01'), ...of('OAT', '2026-03-02'), ...others])).toEqual([]);
    expect(toldOf([...of('RYE', '2026-03-01'), ...others])).toEqual(['2026-03-01']);
  });

  it('of another way of writing than the others was rewritten', () => {
    expect(toldOf(of('RYE', '2026-03-01', '2026-03-02', '03.03.2026'))).toEqual(['03.03.2026']);
  });

  it.each([
    [['26-45-99', '26-03-12', '26-11-77']],
    [['ALM01', 'MAR26', 'NOV30', 'CHO12']],
    [['2026-13-01', '00.03.2026', '1.0.3', '1.2.10', '3/45/2026', 'L-1']],
    [['L-1', '20260301', '260301', 'MARKET-1', '7-1']],
  ])('is none among %j', (cells) => expect(toldOf(cells)).toEqual([]));
});

describe('a sign before a letter and a number', () => {
  it('is a formula among others, and a designation of a plant where all bear one', () => {
    expect(toldOf(['RACK-1', 'RACK-2', '+A2'])).toEqual(['+A2']);
    expect(toldOf(['B7', 'B8', "-'Lots'!A2"])).toEqual(["-'Lots'!A2"]);
    expect(toldOf(['+A1', '+A2', '+B1-K2', 'DOCK'])).toEqual([]);
  });
});

describe('a code with what is left of a scan, a label or another program', () => {
  it.each(['R-41.0', 'R-41-', 'R-41#', '*R-41', 'R-41 (2)', 'Charge R-41', 'R-41-R-49', 'R-41/R-42', 'N002–N011'])(
    '%s is told where no other of its product is so',
    (text) => {
      expect(toldOf([...of('RYE', 'R-41', 'R-42', text), ...of('OIL', 'B4')])).toEqual([text]);
      expect(toldOf(['R-41', text])).toEqual([text]);
      expect(toldOf([text])).toEqual([]);
    },
  );

  it.each([
    [['A-1-', 'A-2-', 'A-3-', 'A-4', 'A-5', 'A-6', 'A-7']],
    [['A-1 (1)', 'A-1 (2)', 'A-2 (1)', 'A-3', 'A-4', 'A-5']],
    [['LOT 7', 'LOT 8', 'LOT 9']],
    [['V1.0', 'V1.1', 'V2']],
    [['L-12-L-30', 'L-12-L-04', 'L-7-L-30']],
    [['A+', 'A-', 'A']],
  ])('%j is a habit', (cells) => expect(toldOf(cells)).toEqual([]));

  it('is told of each sign by itself', () =>
    expect(toldOf(['R-1', 'R-2', 'R-3', 'R-4-', '*R-5', 'R-6#'])).toEqual(['R-4-', '*R-5', 'R-6#']));

  it('may be the number of a day', () => {
    const judge = (lots: readonly string[]): boolean => {
      const shapes = new ColumnShapes();
      for (const lot of lots) shapes.note(lot, 'RYE');
      return shapes.sayingOf('46023', 'RYE', 'day') !== undefined;
    };
    expect(judge(['R-41', 'R-42', '46023'])).toBe(true);
    expect([judge(['R-41', '46023']), judge(['R-41', 'R-42', '46023', '46024'])]).toEqual([false, false]);
  });
});

it('a column with many codes is decided by those seen first of each kind', () => {
  const many = Array.from({ length: 5000 }, (_, at) => `L-${at}`);
  expect(toldOf([...many, '2026-03-01'])).toEqual(['2026-03-01']);
});

describe('a new code beside those of the store', () => {
  const numbered = (first: number, last: number, digits: number): string[] =>
    Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(digits, '0'));
  const told = (stored: readonly string[], code: string, haveOneWidth = true): boolean =>
    new StoredShapes(stored, (one) => stored.includes(one)).sayingOf(code, { haveOneWidth, areOfGoods: true }) !==
    undefined;

  it.each<[readonly string[], string]>([
    [['00451', '00452'], '453'],
    [['00451', '10452', 'X-1'], '7'],
    [[...numbered(1, 60, 6), '77'], '61'],
    [['10031', '10032'], '1E4'],
    [['L-17', 'L-18'], '2026-03-01'],
    [['L-17', 'L-18', ...numbered(1, 9, 4)], 'MAR-26'],
    [['4', '7'], '5.0'],
    [['47110', '47111'], '47.112'],
    [['RACK-1', 'RACK-2'], '+A2'],
    [['4006381333931284', 'L-1'], '4006381333931280'],
    [['40063813339312846'], '40063813339312800'],
    [['R-41', 'R-42'], 'R-43-'],
    [['R-41', 'R-42'], 'R-43.0'],
    [['R-41', 'R-42'], 'R-43-R-49'],
    [['R-41', 'R-42'], '46023'],
  ])('%j: %s was rewritten', (stored, code) => expect(told(stored, code)).toBe(true));

  it.each<[readonly string[], string]>([
    [['00451'], '453'],
    [['451', '452'], '53'],
    [['00451', '0452', '00453'], '454'],
    [['00451', '00452', '88', '89'], '90'],
    [['99998', '99999'], '100000'],
    [['0001', '0002'], '0003'],
    [['A001', 'A002'], '3'],
    [['A31F', '10032', '214'], '1E4'],
    [['1E3', '10031', '10032'], '1E4'],
    [['2026-03-01', '2026-03-02'], '2026-03-03'],
    [['L-17', 'L-18', '2026-03-01'], '2026-03-02'],
    [['L-17'], '2026-03-01'],
    [['1.0', '1.1', '2.0'], '3.0'],
    [['+A1', '+B7', 'DOCK'], '+A2'],
    [['4006381333931284'], '4006381333931290'],
    [['26-45-99', '26-11-77'], '26-03-12'],
    [['R-41-', 'R-42'], 'R-43-'],
    [['R-41', '46022'], '46023'],
  ])('%j: %s may stand', (stored, code) => expect(told(stored, code)).toBe(false));

  it('has as many digits as it likes where several programs number them', () =>
    expect(told(['00451', '00452'], '453', false)).toBe(false));
});
