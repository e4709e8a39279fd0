import { describe, expect, it } from 'vitest';
import { expandSerialRange, longestSerialRange, parseSerialRange } from '#shared/movements/serialRange.ts';

const expanded = (text: string): string[] | undefined => {
  const range = parseSerialRange(text);
  return range === undefined ? undefined : expandSerialRange(range);
};

describe('a range of serials', () => {
  it.each([
    ['A0009..A0011', ['A0009', 'A0010', 'A0011']],
    ['7..9', ['7', '8', '9']],
    ['A1-01..A1-02', ['A1-01', 'A1-02']],
    ['A5..A5', ['A5']],
    ['12345678901234567890..12345678901234567891', ['12345678901234567890', '12345678901234567891']],
  ])('%s names each of them', (text, serials) => {
    expect(expanded(text)).toEqual(serials);
  });

  it.each([
    'A0001',
    'A0002..A0001',
    'A0001..B0002',
    'A1..A10',
    'A..B',
    '..',
    'A1..',
    '1..2..3',
    `${'0'.repeat(60)}1..${'0'.repeat(60)}2`,
  ])('%s is none', (text) => {
    expect(parseSerialRange(text)).toBeUndefined();
  });

  it('has at most 100,000', () => {
    expect(parseSerialRange('000001..100000')?.count).toBe(longestSerialRange);
    expect(expanded('000001..100000')?.at(-1)).toBe('100000');
    expect(parseSerialRange('000001..100001')).toBeUndefined();
    expect(parseSerialRange(`${'9'.repeat(50_000)}..${'9'.repeat(50_000)}`)).toBeUndefined();
  });
});
