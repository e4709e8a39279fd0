import { describe, expect, it } from 'vitest';
import { beginIn, dayIn, formatOffset, isZone, offsetsOf } from '#shared/kernel/zones.ts';

const at = (iso: string): number => Date.parse(iso);

describe('a time zone', () => {
  it('has the offset of its season, also where it is no whole hour', () => {
    expect(formatOffset(offsetsOf('Europe/Vienna')(at('2026-03-29T00:59:59Z')))).toBe('+01:00');
    expect(formatOffset(offsetsOf('Europe/Vienna')(at('2026-03-29T01:00:00Z')))).toBe('+02:00');
    expect(formatOffset(offsetsOf('Asia/Kathmandu')(at('2026-03-29T01:00:00Z')))).toBe('+05:45');
    expect(formatOffset(offsetsOf('America/St_Johns')(at('2026-01-01T00:00:00Z')))).toBe('-03:30');
    expect(formatOffset(offsetsOf('UTC')(0))).toBe('+00:00');
  });

  it('tells the day of a moment, and when a day begins', () => {
    expect(dayIn('Pacific/Auckland', at('2026-06-14T12:00:00Z'))).toBe('2026-06-15');
    expect(dayIn('America/Los_Angeles', at('2026-06-15T06:59:59Z'))).toBe('2026-06-14');
    for (const [zone, day, begin] of [
      ['Europe/Vienna', '2026-03-29', '2026-03-28T23:00:00Z'],
      ['Europe/Vienna', '2026-03-30', '2026-03-29T22:00:00Z'],
      ['Pacific/Auckland', '2026-06-15', '2026-06-14T12:00:00Z'],
      // Clocks skip midnight there.
      ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
    ] as const)
      expect([zone, new Date(beginIn(zone, day)).toISOString()]).toEqual([zone, begin.replace('Z', '.000Z')]);
  });

  it('is one this program knows', () => {
    expect(isZone('Europe/Vienna')).toBe(true);
    expect(isZone('Europe/Nowhere')).toBe(false);
    expect(isZone('')).toBe(false);
  });
});
