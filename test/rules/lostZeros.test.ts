import { describe, expect, it } from 'vitest';
import { NumbersByWidth } from '#shared/exchange/lostZeros.ts';

/** The numbers that are told, in whichever order they come. */
function shortened(...texts: string[]): string[] {
  const told = [texts, texts.toReversed()].map((order) => {
    const numbers = new NumbersByWidth();
    for (const [row, text] of order.entries()) numbers.note(text, row);
    return numbers
      .shortened()
      .map(({ text, digits }) => `${text} of ${digits}`)
      .sort();
  });
  expect(told[1]).toEqual(told[0]);
  return told[0] ?? [];
}

const count = (from: number, to: number, digits: number): string[] =>
  Array.from({ length: to - from }, (_, at) => String(from + at).padStart(digits, '0'));

describe('a number that has lost its zeros', () => {
  it('is told among others of one width that begin with some', () => {
    expect(shortened('00451', '00452', '453')).toEqual(['453 of 5']);
    expect(shortened('00451', '99452', '7', '10345')).toEqual(['7 of 5']);
    expect(shortened(...count(1, 60, 6), '61', '62', '99')).toEqual(['61 of 6', '62 of 6', '99 of 6']);
  });

  it.each([
    ['none begins with a zero', ['99998', '99999', '100000', '100001']],
    ['the others have two widths', ['00451', '00452', '0453', '454']],
    ['a longer one has none', ['00451', '00452', '100453']],
    ['there are as many short ones, far from them', ['00451', '00452', '7', '12']],
    ['most are numbers of another program', ['0007', '451', '452', '518']],
    ['only one stands beside it', ['00451', '452']],
    ['they are days or hours', ['01', '02', '3']],
  ])('is none where %s', (_, texts) => expect(shortened(...texts)).toEqual([]));

  it('is told too where most have lost their zeros, as far as they lie near one that has them', () => {
    expect(shortened('00451', '00452', '453', '454')).toEqual(['453 of 5', '454 of 5']);
    expect(shortened('00451', '452', '453')).toEqual(['452 of 5', '453 of 5']);
    expect(shortened('000098', '99', '100', '101', '7')).toEqual(['100 of 6', '101 of 6', '99 of 6']);
    expect(shortened('0000098', ...count(99, 160, 0))).toHaveLength(61);
  });

  it('is told beside one with zeros where a sheet holds it as a number', () => {
    const inSheet = (...cells: (string | number)[]): string[] => {
      const numbers = new NumbersByWidth();
      for (const [row, cell] of cells.entries()) numbers.note(String(cell), row, typeof cell === 'number');
      return numbers.shortened().map(({ text }) => text);
    };
    expect(inSheet('00452', 451)).toEqual(['451']);
    expect(inSheet('00452', 7, 90001)).toEqual(['7']);
    expect(inSheet('00452', '451')).toEqual([]);
    expect(inSheet('007', 4711)).toEqual([]);
    expect(inSheet('99452', 451)).toEqual([]);
  });

  it('is told with its rows', () => {
    const numbers = new NumbersByWidth();
    for (const [at, text] of ['00451', '453', '00452', '453'].entries()) numbers.note(text, at + 2);
    expect(numbers.shortened()).toEqual([{ text: '453', rows: [3, 5], digits: 5 }]);
  });
});
