import { describe, expect, it } from 'vitest';
import { code, freeText, name, optionalCode, personName, storedCode } from '#shared/kernel/fields.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import {
  codeIssue,
  freeTextIssue,
  longestCode,
  longestText,
  nameIssue,
  neat,
  textIssueSentence,
  tidy,
} from '#shared/kernel/text.ts';
import { compareText } from '#shared/kernel/unit.ts';

const faultOf = (text: string): string => codeIssue(text) ?? 'fine';

/** Every code point of a class, as Unicode's own properties say. */
function everySign(kind: RegExp): string[] {
  const signs: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const sign = String.fromCodePoint(point);
    if (kind.test(sign)) signs.push(sign);
  }
  return signs;
}

/** The first few of some signs, by their numbers, so that a failure names them. */
const numbersOf = (signs: readonly string[]): string[] =>
  signs.slice(0, 5).map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16)}`);

describe('a code', () => {
  it('is kept as it was typed, but for blanks around it and the form of its letters', () => {
    for (const text of [
      '00012',
      '1E5',
      '2-1',
      'Lot 7',
      "'; drop table lot;--",
      '<img src=x>',
      '=1+1',
      '😀',
      '👩‍🔬',
      'Ω-3',
      '货批',
      'ends.',
      '__proto__',
    ]) {
      expect(code.parse(text), text).toBe(text);
    }
    expect(code.parse('\u00a0 L1 \t'.replace('\t', ''))).toBe('L1');
    for (const text of ['R\u00a019', 'R  19', 'R \u2007\u3000 19', '\u202fR\u200919'])
      expect(code.parse(text), JSON.stringify(text)).toBe('R 19');
    expect(code.parse('e\u0301')).toBe('\u00e9');
    expect(tidy('ﬁ')).toBe('ﬁ');
  });

  it('keeps look-alikes and other cases apart', () => {
    expect(new Set(['A', 'a', 'А', 'Ａ'].map((text) => code.parse(text))).size).toBe(4);
  });

  it('holds nothing that cannot be seen', () => {
    const controls = ['L\u0000', 'L\u0007', 'L\n1', 'L\t1', 'L\r', 'L\u007f', 'L\u0085', 'L\u2028', 'L\u2029'];
    for (const text of controls) expect(faultOf(text), JSON.stringify(text)).toBe('control');
    const invisible = [
      'L\u200b1',
      'L\u200c1',
      'L\u202e1',
      'L\u2066',
      'L\ufeff',
      'L\u00ad1',
      'L\u2060',
      '\u200dL',
      'L\u200d1',
      '😀\u200d',
    ];
    for (const text of invisible) expect(faultOf(text), JSON.stringify(text)).toBe('invisible');
    for (const text of ['\ud800', 'L\udc00', '\udc00\ud800', 'M\ufffdLK'])
      expect(faultOf(text), JSON.stringify(text)).toBe('not-unicode');
    expect(nameIssue('M\ufffdller')).toBe('not-unicode');
    expect(storedCode.parse('M\ufffdLK')).toBe('M\ufffdLK');
    expect(freeTextIssue('the label reads M\ufffdLK')).toBeUndefined();
  });

  it.each([
    ['ignorable', /\p{Default_Ignorable_Code_Point}/u, 4000],
    ['mark of direction', /\p{Bidi_Control}/u, 12],
    ['unassigned', /\p{Cn}/u, 100_000],
    ['private', /\p{Co}/u, 137_000],
    ['control character', /[\p{Cc}\p{Zl}\p{Zp}]/u, 67],
    ['half of a character', /\p{Cs}/u, 2048],
    ['drawn as a blank', /[\u2800\u3164\uffa0\u115f\u1160\ufffc\u{16fe4}\u{1d159}]/u, 8],
  ])('nor does a name hold any sign that is %s', (_kind, signs, least) => {
    const all = everySign(signs);
    expect(all.length).toBeGreaterThanOrEqual(least);
    const places = [
      ['R', '19'],
      ['', 'R'],
      ['R', ''],
      ['\u05d0', '\u05d1'],
    ] as const;
    for (const [one, other] of places.slice(0, all.length > 10_000 ? 1 : places.length)) {
      expect(numbersOf(all.filter((sign) => codeIssue(`${one}${sign}${other}`) === undefined))).toEqual([]);
      const some = all.length > 10_000 ? all.filter((_, at) => at % 16 === 0) : all;
      expect(numbersOf(some.filter((sign) => nameIssue(`${one}${sign}${other}`) === undefined))).toEqual([]);
    }
  });

  it('has every kind of blank as the one of the space bar', () => {
    const blanks = everySign(/\p{Zs}/u);
    expect(blanks.length).toBeGreaterThanOrEqual(17);
    for (const blank of blanks) expect(code.parse(`${blank}R${blank}${blank}1${blank}`)).toBe('R 1');
  });

  it('may have every letter, mark, digit and sign that is seen, of every script', () => {
    const seen = everySign(/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u).filter(
      (sign) => !/[\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffd\u{16fe4}\u{1d159}]/u.test(sign),
    );
    expect(seen.length).toBeGreaterThan(150_000);
    expect(numbersOf(seen.filter((sign) => codeIssue(`R${sign}1`) !== undefined))).toEqual([]);
    expect(numbersOf(seen.filter((sign) => neat(`R${sign}1`) !== `R${sign}1`.normalize('NFC')))).toEqual([]);
    for (const text of ['لوط ۱۲', 'אצווה 7', 'दाल-१', 'ล็อต', 'партия 5', '배치1', 'ロット・7'])
      expect(code.parse(text), text).toBe(text.normalize('NFC'));
  });

  it('has pictures as they are sent, and in no other spelling', () => {
    for (const text of ['👩\u200d🔬', '👨\u200d👩\u200d👧', '☎\ufe0f', '1\ufe0f\u20e3', '❤\ufe0f\u200d🔥'])
      expect(faultOf(text), text).toBe('fine');
    for (const text of ['🔬\u200d🔬', '⚗\ufe0e', '🔬\ufe0f', '☎\ufe0f\ufe0f', '☎\ufe0f\u200d', '❤\u200d🔥', '1\ufe0f'])
      expect(faultOf(text), text).toBe('invisible');
  });

  it('of what may be in a store is looked for as it is spelt there', () => {
    for (const text of ['R\u00a019', 'R  19', 'R\u200b19', 'R\u061c19', 'R\ue00019'])
      expect(storedCode.parse(text), JSON.stringify(text)).toBe(text);
    expect(storedCode.parse(' R 19\u00a0')).toBe('R 19');
    for (const text of ['R\n19', 'R\u0000', '\ud800', '  ']) expect(storedCode.safeParse(text).success).toBe(false);
  });

  it('has up to 120 characters', () => {
    expect(faultOf('x'.repeat(longestCode))).toBe('fine');
    expect(faultOf('x'.repeat(longestCode + 1))).toBe('too-long');
    expect(code.safeParse('x'.repeat(4097)).success).toBe(false);
  });

  it('may be blank only where it may', () => {
    for (const text of ['', ' ', '\u00a0\u2003']) {
      expect(code.safeParse(text).success, JSON.stringify(text)).toBe(false);
      expect(optionalCode.parse(text)).toBe('');
    }
  });
});

describe('a free text', () => {
  it('may hold line breaks and tabs, up to 4,000 characters', () => {
    expect(freeText.parse('first\r\nsecond\tthird')).toBe('first\r\nsecond\tthird');
    expect(freeTextIssue('x\u0000')).toBe('control');
    expect(freeTextIssue('x\u202e')).toBe('invisible');
    expect(freeTextIssue('x'.repeat(longestText))).toBeUndefined();
    expect(freeTextIssue('x'.repeat(longestText + 1))).toBe('too-long');
  });

  it('shows pictures, flags and forms of letters as they are drawn', () => {
    for (const text of [
      '☎\ufe0f 112',
      '❤\ufe0f\u200d🔥',
      '1\ufe0f\u20e3',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '葛\u{e0100}',
    ])
      expect(freeTextIssue(text), text).toBeUndefined();
    for (const text of ['a\ufe0f', 'a\u{e0100}', 'a\u{e0067}', '🔬\u{e0067}', 'a\u200db', '\u061cok', 'x\u3164'])
      expect(freeTextIssue(text), JSON.stringify(text)).toBe('invisible');
    for (const text of ['x\ue000', 'x\u{10ffff}', 'x\u0378']) expect(freeTextIssue(text)).toBeDefined();
    expect(freeText.parse('two  blanks\u00a0stay')).toBe('two  blanks\u00a0stay');
  });

  it('is told what is wrong with it in a sentence', () => {
    for (const fault of ['control', 'invisible', 'unassigned', 'too-long', 'not-unicode'] as const)
      expect(inEnglish(textIssueSentence(fault))).toMatch(/^It .+\.$/);
  });
});

describe('a name', () => {
  it('may join letters where their script asks for it', () => {
    const joined = ['می\u200cخواهم', 'क्\u200dष', 'ක්\u200dෂ', 'ന്\u200d', 'ম\u09cd\u200cক'];
    for (const text of joined) {
      expect(name.parse(text), text).toBe(text.normalize('NFC'));
      expect(freeTextIssue(`${text}, ${text}`), text).toBeUndefined();
      expect(faultOf(text), text).toBe('invisible');
    }
    for (const text of ['An\u200cna', 'An\u200dna', '\u200cمی', 'می\u200c', 'می\u200c\u200cخ', '김\u200d수'])
      expect(nameIssue(text), JSON.stringify(text)).toBe('invisible');
  });

  it('of a person has a letter, and one blank between its words', () => {
    expect(personName.parse(' Ida\u00a0 \u2003Holm ')).toBe('Ida Holm');
    for (const text of ['Ida O’Neil-Holm', 'Ида', '井田', 'J.', 'صبا']) expect(personName.parse(text)).toBe(text);
    for (const text of ['', ' \u3000', '\u3164', '\u2800', '-', '. .', '\u0301', 'Ida\u2063 Holm'])
      expect(personName.safeParse(text).success, JSON.stringify(text)).toBe(false);
  });
});

describe('the order of texts', () => {
  it('is that of their code points, as a store sorts them', () => {
    const texts = ['', 'A', 'A1', 'B', 'a', 'é', '\uffee', '😀', '😀A', '😁'];
    expect(texts.toReversed().sort(compareText)).toEqual(texts);
    for (const text of texts) expect(compareText(text, text)).toBe(0);
    const asBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
    for (const a of texts)
      for (const b of texts) expect(Math.sign(compareText(a, b)), `${a} and ${b}`).toBe(Math.sign(asBytes(a, b)));
  });
});
