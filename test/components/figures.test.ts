import { describe, expect, it } from 'vitest';
import { dayOf, localDate } from '#renderer/components/figures.tsx';

describe('a day', () => {
  it('is that of the person, whatever day it is in UTC', () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'Europe/Berlin';
      expect(dayOf(new Date('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
      expect(dayOf(new Date('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
      process.env['TZ'] = 'America/Los_Angeles';
      expect(dayOf(new Date('2026-03-29T06:59:59Z'))).toBe('2026-03-28');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it.each([
    ['en-GB', '09 Mar 2026'],
    ['de-DE', '09. März 2026'],
  ])('is written in %s as before a time', (locale, text) => {
    expect(localDate('2026-03-09', locale)).toBe(text);
  });
});
