import { describe, expect, it } from 'vitest';
import { codeSeparators, fold, hasUmlauts, narrow, widen, withoutSeparators } from '#shared/kernel/fold.ts';

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
    // Digits of other scripts, which some keyboards write.
    ['٤٧', '47'],
    ['۴۷', '47'],
    ['४७', '47'],
    ['๔๗', '47'],
    ['４７', '47'],
    ['৪৭', '47'],
    ['᠔᠗', '47'],
    ['𝟜𝟟', '47'],
    ['④', '4'],
    // Letters that a person with another keyboard types otherwise.
    ['كريم', 'کریم'],
    ['مصطفى', 'مصطفي'],
    ['مدرسة', 'مدرسه'],
    ['آلة', 'اله'],
    ['مـــلح', 'ملح'],
    ['می\u200cخواهم', 'میخواهم'],
    ['ﻣﻠﺢ', 'ملح'],
    ['שלום', 'שלומ'],
    ['מים־חיים', 'מימ-חיימ'],
    ['Đường', 'duong'],
    ['Şeker', 'seker'],
    ['Ţigla', 'țigla'],
    ['Þórður', 'thordur'],
    ['Ħamrun', 'hamrun'],
    ['Ŋasa', 'ngasa'],
    ['Bakı Şəki', 'baki seki'],
    ['Ґанок Їжак', 'ганок іжак'],
    ['Қазақ сүті', 'казак суті'],
    ['Йогурт', 'ИОГУРТ'],
    ['Йогурт', 'И\u0306огурт'],
    ['ΟΔΟΣ', 'οδός'],
    ['ｶﾞﾗｽ', 'がらす'],
    ['ガラス', 'カ\u3099ラス'],
    ['ﾊﾝﾊﾞｰｸﾞ', 'はんばーぐ'],
    // The key of the long mark is that of the hyphen; behind kana it is a part of the word.
    ['Lー１２', 'L-12'],
    ['4ｰ7', '4-7'],
    ['ロット47ー1', 'ロット47-1'],
    ['L゠7', 'L-7'],
    ['L─7', 'L-7'],
    ['7〜9', '7～9'],
    ['ज़मीन', 'जमीन'],
    // Signs that stand for one another.
    ['O´Hara', "O'HARA"],
    ['Oʼhara', "o'hara"],
    ['A−1', 'A-1'],
    ['col·legi', 'COL.LEGI'],
    ['L\u00a07', 'L 7'],
    ['«Alpha»', '"alpha"'],
    ['A\u200b1\u2060', 'a1'],
    ['１／２＿３', '1/2_3'],
    ['№ 7', 'no 7'],
  ])('%s is the same as %s', (one, other) => expect(fold(one)).toBe(fold(other)));

  it('stays what it is otherwise', () => {
    expect(fold('AB-0330 %_\\')).toBe('ab-0330 %_\\');
    expect(fold('桃の缶詰')).toBe('桃の缶詰');
    for (const [one, other] of [
      ['か', 'が'],
      ['क', 'कि'],
      ['o', '0'],
      ['и', 'i'],
      ['は', 'ば'],
      ['カード', 'カ-ド'],
      ['っ', 'つ'],
      ['น้ำ', 'นา'],
      ['ب', 'پ'],
      ['ж', 'з'],
      ['ا', 'ع'],
    ] as const)
      expect(fold(one)).not.toBe(fold(other));
  });

  it('is the same in small letters and taken apart, and folded no further the second time', () => {
    const odd: string[] = [];
    for (let code = 0x20; code < 0x3400; code += 1) {
      const sign = String.fromCodePoint(code);
      const folded = fold(sign);
      const same = [folded, sign.normalize('NFD'), sign.normalize('NFC'), sign.toLowerCase()];
      if (same.some((one) => fold(one) !== folded)) odd.push(sign);
    }
    expect(odd).toEqual([]);
  });

  it('in ASCII is compared as the database does it by itself', () => {
    for (let code = 0; code < 0x80; code += 1) {
      const sign = String.fromCharCode(code);
      expect(fold(`${sign}é`), sign).toBe(`${sign.toLowerCase()}e`);
    }
  });
});

describe('umlauts', () => {
  it.each([
    ['Müller', 'mueller', 'muller'],
    ['Mueller', 'mueller', 'muller'],
    ['MU\u0308LLER', 'mueller', 'muller'],
    ['Århus', 'aarhus', 'arhus'],
    ['Aarhus', 'aarhus', 'arhus'],
    ['Søren', 'soeren', 'soren'],
    ['Ölschläger Straße', 'oelschlaeger strasse', 'olschlager strasse'],
    ['Blau-Bäuerle', 'blau-baeuerle', 'blau-baurle'],
    ['Blau-Baeuerle', 'blau-baeuerle', 'blau-baurle'],
  ])('of %s are %s at length and %s in short', (text, wide, short) => {
    expect([widen(text), narrow(text), hasUmlauts(text)]).toEqual([wide, short, true]);
  });

  it.each(['Maier', 'AB-12', '٤٧', 'Ärger'.slice(1)])('are none in %s', (text) => {
    expect([widen(text), narrow(text), hasUmlauts(text)]).toEqual([fold(text), fold(text), false]);
  });
});

describe('a code without its separators', () => {
  it.each([
    'VE-66318',
    'VE 66318',
    'VE_66318',
    'VE/66318',
    'VE.66318',
    "ve'66'318",
    'VE\u201166318',
    'VE\u00a066318',
    'VE·663／18',
  ])('%s is what it is without them', (code) => expect(withoutSeparators(fold(code))).toBe('ve66318'));

  it('leaves out what the database leaves out', () => {
    const signs = Array.from({ length: 0x60 }, (_, n) => String.fromCharCode(0x20 + n));
    expect(signs.filter((sign) => withoutSeparators(sign) === '').toSorted()).toEqual([...codeSeparators].toSorted());
  });
});
