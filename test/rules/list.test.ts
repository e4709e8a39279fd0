import { describe, expect, it } from 'vitest';
import {
  dateSpanOn,
  isFiltered,
  type ListDeclaration,
  listInput,
  questionOn,
  readDateSpan,
  writeDateSpan,
} from '#shared/kernel/list.ts';

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
    { on: 'next31' },
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

describe('a span counted from today', () => {
  it.each([
    ['overdue', '2026-01-30', '..2026-01-29'],
    ['next7', '2026-01-30', '2026-01-30..2026-02-06'],
    ['next90', '2026-01-30', '2026-01-30..2026-04-30'],
    ['last30', '2026-01-30', '2025-12-31..2026-01-30'],
    ['today', '2026-01-30', '2026-01-30..2026-01-30'],
    ['yesterday', '2026-01-01', '2025-12-31..2025-12-31'],
    ['thisMonth', '2028-02-29', '2028-02-01..2028-02-29'],
    ['lastMonth', '2026-01-31', '2025-12-01..2025-12-31'],
    ['lastMonth', '2026-03-30', '2026-02-01..2026-02-28'],
    ['nextMonth', '2026-01-31', '2026-02-01..2026-02-28'],
    ['nextMonth', '2027-12-01', '2028-01-01..2028-01-31'],
    ['nextMonth', '2028-01-31', '2028-02-01..2028-02-29'],
  ])('"%s" on %s is %s', (span, today, dates) => {
    expect(listInput(list).parse({ on: span }).on).toBe(span);
    expect(writeDateSpan(dateSpanOn(today, span))).toBe(dates);
    expect(questionOn(list, { on: span, code: span }, today)).toEqual({ on: dates, code: span });
  });
});
