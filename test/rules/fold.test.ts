import { describe, expect, it } from 'vitest';
import { fold } from '#shared/kernel/fold.ts';

describe('a text that is looked for', () => {
  it.each([
    ['PURÉE', 'puree'],
    ['Straße', 'STRASSE'],
    ['ẞ', 'ss'],
    ['ЁЖИК', 'ежик'],
    ['ὈΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['ὀδυσσεύς', 'οδυσσευσ'],
    ['İI', 'ıi'],
    ['Ｌ－１', 'l-1'],
    ['L\u20111', 'L–1'],
    ['ﬁlet', 'FILET'],
    ['O’Hara', "o'hara"],
    ['„Alpha“', '"ALPHA"'],
    ['Ǆ', 'ǆ'],
    ['ԱՐԱՐԱՏ', 'արարատ'],
    ['e\u0301', 'é'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد', 'احمد'],
    ['لوت۱۲', 'لوت12'],
    ['שָׁלוֹם', 'שלום'],
    ['בע״מ', 'בע"מ'],
    ['각', '\u1100\u1161\u11a8'],
  ])('%s is the same as %s', (one, other) => expect(fold(one)).toBe(fold(other)));

  it('stays what it is otherwise', () => {
    expect(fold('AB-0330 %_\\')).toBe('ab-0330 %_\\');
    expect(fold('桃の缶詰')).toBe('桃の缶詰');
    for (const [one, other] of [
      ['か', 'が'],
      ['क', 'कि'],
      ['o', '0'],
      ['и', 'i'],
    ] as const)
      expect(fold(one)).not.toBe(fold(other));
  });

  it('is folded no further the second time', () => {
    for (const text of ['Straße', 'ὈΔΥΣΣΕΎΣ', 'İzmir', 'Ærø', 'Ǆ', '각'])
      expect(fold(fold(text)), text).toBe(fold(text));
  });
});
