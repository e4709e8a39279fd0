import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodes } from '#shared/kernel/natural.ts';

const sorted = (codes: readonly string[]): string[] => codes.toSorted(compareCodes);

describe('codes as people look for them', () => {
  it.each([
    [['B-2', 'b-3', 'B-9', 'b-10', 'B-11', 'B-100']],
    [['WO-1/2', 'WO-1/10', 'WO-2/1', 'WO-10/1']],
    [['1A', '2', '10', 'A1']],
    [['2025-W2', '2025-W10', '2026-W1']],
    [['07', '7', '8', '09', '10']],
    [['A', 'A1', 'A1B', 'A2', 'AB']],
    [['12345678901234567890', '12345678901234567891', '123456789012345678900']],
    [['партия 2', 'Партия 9', 'ПАРТИЯ 10']],
    [['Ä-2', 'ä-10', 'Z-1']],
    [['', 'L', 'L-1']],
  ])('stand as %j', (codes) => {
    expect(sorted(codes)).toEqual(codes);
    expect(sorted(codes.toReversed())).toEqual(codes);
  });

  it('have one order, whatever they are', () => {
    const code = fc.string({ unit: fc.constantFrom('0', '1', '9', 'a', 'A', 'b', '-', 'é', 'Я', 'я'), maxLength: 6 });
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(Math.sign(compareCodes(a, b))).toBe(-Math.sign(compareCodes(b, a)) + 0);
        expect(compareCodes(a, b) === 0).toBe(a === b);
        if (compareCodes(a, b) <= 0 && compareCodes(b, c) <= 0) expect(compareCodes(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3_000 },
    );
  });
});
