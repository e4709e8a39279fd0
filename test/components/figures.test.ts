import { describe, expect, it } from 'vitest';
import { dayOf, localDate, localTimestamp, showTimesIn } from '#renderer/components/figures.tsx';

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

  it('and every time are those of the plant where it has a zone, by 24 hours, and to the second where that counts', () => {
    try {
      showTimesIn('Asia/Kathmandu');
      expect(dayOf(new Date('2026-03-28T18:15:00Z'))).toBe('2026-03-29');
      expect(localTimestamp('2026-03-28T18:15:07Z', 'en-US', 'exact')).toBe('Mar 29, 2026, 00:00:07 +05:45');
      expect(localTimestamp('2026-03-28T12:15:07Z', 'en-US')).toBe('Mar 28, 2026, 18:00 GMT+5:45');
      expect(localTimestamp('2026-03-28T12:15:07Z', 'de-DE', 'timeOfDay')).toBe('18:00 GMT+5:45');
      // A zone this browser does not know is no reason to show nothing.
      showTimesIn('Europe/Nowhere');
      expect(localTimestamp('2026-03-28T12:15:07Z', 'en-US')).not.toContain('+5:45');
    } finally {
      showTimesIn('');
    }
  });

  it.each([
    ['en-GB', '09 Mar 2026'],
    ['de-DE', '09. März 2026'],
  ])('is written in %s as before a time', (locale, text) => {
    expect(localDate('2026-03-09', locale)).toBe(text);
  });
});
