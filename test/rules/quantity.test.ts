import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positiveQuantityText, quantityText } from '#shared/kernel/fields.ts';
import { formatCost, formatQuantity, largestStored, parseCost, parseQuantity } from '#shared/kernel/quantity.ts';

describe('a quantity', () => {
  it('is a decimal with a dot and at most six decimals, kept as whole millionths', () => {
    const good: [string, bigint][] = [
      ['12', 12_000_000n],
      ['0.5', 500_000n],
      ['-3.25', -3_250_000n],
      ['0.000001', 1n],
      ['1.5000000000', 1_500_000n],
      ['007', 7_000_000n],
      ['9007199254.740991', BigInt(largestStored)],
      ['-0', 0n],
    ];
    for (const [text, micro] of good) expect(parseQuantity(text), text).toBe(micro);
    const bad = [
      '',
      ' ',
      '1,5',
      '1.000.000',
      '1 000',
      '1e3',
      '1E5',
      '+1',
      '--1',
      '-',
      '.5',
      '5.',
      '0x10',
      'NaN',
      'Infinity',
      '1e309',
      '½',
      '²',
      '١٢',
      '0.0000001',
      '9007199254.740992',
      '12345678901234567',
      '1.5 kg',
      '<0.05',
    ];
    for (const text of bad) expect(parseQuantity(text), text).toBeUndefined();
  });

  it('is written without trailing zeros and read as the same', () => {
    expect([formatQuantity(0n), formatQuantity(-1n), formatQuantity(1_500_000), formatQuantity(-12_000_000n)]).toEqual([
      '0',
      '-0.000001',
      '1.5',
      '-12',
    ]);
    fc.assert(
      fc.property(fc.bigInt({ min: BigInt(-largestStored), max: BigInt(largestStored) }), (micro) => {
        expect(parseQuantity(formatQuantity(micro))).toBe(micro);
      }),
    );
  });

  it('adds up exactly where floating point does not', () => {
    const sum = ['0.1', '0.2'].map((text) => parseQuantity(text) ?? 0n).reduce((a, b) => a + b);
    expect(formatQuantity(sum)).toBe('0.3');
    const many = Array.from({ length: 1000 }, () => parseQuantity('33.6') ?? 0n).reduce((a, b) => a + b);
    expect(formatQuantity(many)).toBe('33600');
  });

  it('posted is above zero', () => {
    expect(positiveQuantityText.safeParse('0.000001').success).toBe(true);
    for (const text of ['0', '0.000000', '-0', '-1', ''])
      expect(positiveQuantityText.safeParse(text).success, text).toBe(false);
    expect(quantityText.safeParse('0').success).toBe(true);
    expect(quantityText.safeParse(5).success).toBe(false);
  });
});

describe('a cost', () => {
  it('has at most four decimals', () => {
    expect([parseCost('2.5'), parseCost('0.0001'), parseCost('0.00001')]).toEqual([25_000n, 1n, undefined]);
    expect([formatCost(25_000n), formatCost(1), formatCost(0)]).toEqual(['2.5', '0.0001', '0']);
  });
});
