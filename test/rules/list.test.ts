import { describe, expect, it } from 'vitest';
import { isFiltered, type ListDeclaration, listInput, readDateSpan, writeDateSpan } from '#shared/kernel/list.ts';

const list = {
  columns: ['code', 'colour', 'on'],
  shown: ['code'],
  sorts: ['code', 'on'],
  filters: { code: { kind: 'text' }, colour: { kind: 'choice', values: ['red', 'blue'] }, on: { kind: 'dates' } },
} as const satisfies ListDeclaration;

describe("a list's question", () => {
  const input = listInput(list);

  it('is blank where nothing is said', () => {
    expect(input.parse({})).toEqual({ offset: 0, limit: 100, sort: '', text: '', code: '', colour: [], on: '' });
  });

  it.each(['', 'code', '-code', 'on', '-on'])('may sort by "%s"', (sort) => {
    expect(input.parse({ sort }).sort).toBe(sort);
  });

  it.each([
    { sort: 'colour' },
    { sort: '--code' },
    { colour: ['green'] },
    { colour: ['red', 'blue', 'red'] },
    { on: '2026-01-01' },
    { on: '2026-02-30..' },
    { text: 'a\u0000b' },
    { other: '' },
    { limit: 501 },
  ])('is refused with %o', (wrong) => {
    expect(input.safeParse(wrong).success).toBe(false);
  });

  it('takes texts without the blanks around them', () => {
    expect(input.parse({ text: ' AB ', code: 'c ' })).toMatchObject({ text: 'AB', code: 'c' });
  });

  it('takes texts without what is not seen of them', () => {
    expect(input.parse({ text: 'A\u200bB-\ufeff1\t', code: '\u00adc\r\nd\u2063' })).toMatchObject({
      text: 'AB-1',
      code: 'c  d',
    });
  });

  it('is filtered by whatever leaves rows out, and not by its sort', () => {
    expect(isFiltered(list, { sort: 'code', text: '', colour: [] })).toBe(false);
    for (const one of [{ text: 'a' }, { colour: ['red'] }, { on: '2026-01-01..' }])
      expect(isFiltered(list, one)).toBe(true);
  });
});

describe('a span of dates', () => {
  it.each([
    ['2026-01-01..2026-03-31', { from: '2026-01-01', to: '2026-03-31' }],
    ['2026-01-01..', { from: '2026-01-01', to: '' }],
    ['..2026-03-31', { from: '', to: '2026-03-31' }],
    ['', { from: '', to: '' }],
  ])('is read from "%s" and written as it was', (text, span) => {
    expect(readDateSpan(text)).toEqual(span);
    expect(writeDateSpan(span)).toBe(text);
  });

  it.each(['2026-01-01', '..2026-13-01', 'a..b', '2026-01-01..2026-02-01..', '2026-01-01...'])(
    'is not "%s"',
    (text) => {
      expect(readDateSpan(text)).toBeUndefined();
    },
  );
});
