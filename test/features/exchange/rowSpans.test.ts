import { expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { RowSpans } from '#main/features/exchange/read/rowSpans.ts';

const wordsOf = (rows: number[]): string => {
  const spans = new RowSpans();
  for (const row of rows) spans.add(row);
  return `${spans.count}: ${inEnglish(spans.words)}`;
};

it('rows that follow each other are named by the first and the last', () => {
  expect(wordsOf([7])).toBe('1: 7');
  expect(wordsOf([2, 3, 4, 9, 11, 12])).toBe('6: 2–4, 9, 11–12');
});

it('rows beyond a line of them are counted, and the last is named', () => {
  const odd = Array.from({ length: 50 }, (_, at) => 2 * at + 3);
  expect(wordsOf(odd)).toBe('50: 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25 and 38 more up to row 101');
});
