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
    ['there are as many short ones', ['00451', '00452', '453', '454']],
    ['only one stands beside it', ['00451', '452']],
    ['they are days or hours', ['01', '02', '3']],
  ])('is none where %s', (_, texts) => expect(shortened(...texts)).toEqual([]));

  it('is told with its rows', () => {
    const numbers = new NumbersByWidth();
    for (const [at, text] of ['00451', '453', '00452', '453'].entries()) numbers.note(text, at + 2);
    expect(numbers.shortened()).toEqual([{ text: '453', rows: [3, 5], digits: 5 }]);
  });
});
