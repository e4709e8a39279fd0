import { describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { formatPacks, inPacks, packsIssue, packsOf, unpacked } from '#shared/products/packUnits.ts';

const packs = packsOf('case = 12; half pallet=240.5;pallet = 480');

describe('pack units', () => {
  it('are kept as people read them, and judged with the unit they are counted in', () => {
    expect(formatPacks(packs)).toBe('case = 12; half pallet = 240.5; pallet = 480');
    const issueOf = (text: string) => inEnglish(packsIssue(text, 'EA') ?? { pattern: '', values: [] });
    expect(issueOf('case = 12; pallet = 480')).toBe('');
    expect(issueOf('')).toBe('');
    for (const wrong of ['case', 'case = 0', 'case = -2', 'case = 12,5', 'case = 1.1234567', '= 12', '6pack = 6'])
      expect(issueOf(wrong)).toContain('such as case = 12');
    expect(issueOf('case = 12; Case = 10')).toBe('Case is a unit of it already. Give another name.');
    expect(issueOf('ea = 12')).toBe('ea is a unit of it already. Give another name.');
  });

  it.each([
    ['3 case', '36'],
    ['3case', '36'],
    ['0.5 Pallet', '240'],
    ['2 half pallet', '481'],
    ['0.000001 half pallet', undefined],
    ['9999999 pallet', '4799999520'],
    ['9007199254 pallet', undefined],
  ])('%s is so much of the unit of the product: %s', (text, amount) => {
    const typed = inPacks(text, packs);
    expect(typed && unpacked(typed.count, typed.pack)).toBe(amount);
  });

  it('are not taken for what they are not', () => {
    for (const text of ['3', 'case', '3 cask', '3 kg', '', '3 case 2', '1e3', '1E+3'])
      expect(inPacks(text, packs)).toBeUndefined();
  });
});
