import { describe, expect, it } from 'vitest';
import { code, freeText, optionalCode } from '#shared/kernel/fields.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { freeTextIssue, longestCode, longestText, textIssue, textIssueSentence, tidy } from '#shared/kernel/text.ts';
import { compareText } from '#shared/kernel/unit.ts';

const faultOf = (text: string): string => textIssue(text, longestCode) ?? 'fine';

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
    for (const text of ['\ud800', 'L\udc00', '\udc00\ud800'])
      expect(faultOf(text), JSON.stringify(text)).toBe('not-unicode');
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

  it('is told what is wrong with it in a sentence', () => {
    for (const fault of ['control', 'invisible', 'too-long', 'not-unicode'] as const)
      expect(inEnglish(textIssueSentence(fault))).toMatch(/^It .+\.$/);
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
