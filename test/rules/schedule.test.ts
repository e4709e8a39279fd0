import { describe, expect, it } from 'vitest';
import { formatMoment, type Moment, parseMoment } from '#shared/kernel/dates.ts';
import { dueNow, lastTime, nextTime, type Scheduled, type Timing } from '#shared/kernel/schedule.ts';

const vienna = 'Europe/Vienna';
const at = (text: string): Moment => parseMoment(text) ?? Number.NaN;
const daily = (time = '06:00'): Timing => ({ every: 'day', day: 1, time });
const weekly = (day: number): Timing => ({ every: 'week', day, time: '06:00' });
const monthly = (day: number, time = '06:00'): Timing => ({ every: 'month', day, time });
const last = (timing: Timing, now: string, zone = vienna): string => formatMoment(lastTime(timing, zone, at(now)));
const next = (timing: Timing, now: string, zone = vienna): string => formatMoment(nextTime(timing, zone, at(now)));

describe('the times of a schedule', () => {
  it('are those of the plant, not of the computer', () => {
    expect(last(daily(), '2026-12-01T05:00:00Z')).toBe('2026-12-01T05:00:00Z');
    expect(last(daily(), '2026-12-01T04:59:59Z')).toBe('2026-11-30T05:00:00Z');
    expect(next(daily(), '2026-12-01T05:00:00Z')).toBe('2026-12-02T05:00:00Z');
    expect(last(daily('23:30'), '2026-12-01T00:00:00Z', 'America/New_York')).toBe('2026-11-30T04:30:00Z');
    expect(last(daily('00:15'), '2026-12-01T12:00:00Z', 'Asia/Kolkata')).toBe('2026-11-30T18:45:00Z');
  });

  it('fall on the day of the week that is named', () => {
    // 30 November 2026 is a Monday.
    expect(last(weekly(1), '2026-11-30T05:00:00Z')).toBe('2026-11-30T05:00:00Z');
    expect(last(weekly(1), '2026-11-30T04:00:00Z')).toBe('2026-11-23T05:00:00Z');
    expect(last(weekly(7), '2026-11-30T12:00:00Z')).toBe('2026-11-29T05:00:00Z');
    expect(next(weekly(7), '2026-11-30T12:00:00Z')).toBe('2026-12-06T05:00:00Z');
  });

  it.each([
    [31, '2027-02-28T12:00:00Z', '2027-02-28T05:00:00Z'],
    [31, '2027-02-27T12:00:00Z', '2027-01-31T05:00:00Z'],
    [31, '2028-02-29T12:00:00Z', '2028-02-29T05:00:00Z'],
    [30, '2028-02-28T12:00:00Z', '2028-01-30T05:00:00Z'],
    [29, '2027-03-01T12:00:00Z', '2027-02-28T05:00:00Z'],
    [31, '2027-01-01T04:00:00Z', '2026-12-31T05:00:00Z'],
    [31, '2026-12-30T12:00:00Z', '2026-11-30T05:00:00Z'],
    [1, '2027-03-01T12:00:00Z', '2027-03-01T05:00:00Z'],
    [15, '2027-03-14T12:00:00Z', '2027-02-15T05:00:00Z'],
  ])('of day %i of months that have fewer days are on their last: at %s', (day, now, due) => {
    expect(last(monthly(day), now)).toBe(due);
  });

  it('go on when clocks are put on and back: skipped, it is later by as much; shown twice, it is once', () => {
    // 28 March 2027: 02:00 is 03:00.
    expect(last(daily('02:30'), '2027-03-28T12:00:00Z')).toBe('2027-03-28T01:30:00Z');
    expect(next(daily('02:30'), '2027-03-28T01:30:00Z')).toBe('2027-03-29T00:30:00Z');
    // 25 October 2026: 03:00 is 02:00 once more.
    expect(last(daily('02:30'), '2026-10-25T00:30:00Z')).toBe('2026-10-25T00:30:00Z');
    expect(last(daily('02:30'), '2026-10-25T01:30:00Z')).toBe('2026-10-25T00:30:00Z');
    expect(next(daily('02:30'), '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00Z');
    expect(last(daily('06:00'), '2026-10-25T12:00:00Z')).toBe('2026-10-25T05:00:00Z');
    expect(last(daily('06:00'), '2026-10-24T12:00:00Z')).toBe('2026-10-24T04:00:00Z');
  });

  it('are one a day through a year, in zones of every kind', () => {
    for (const zone of [vienna, 'Australia/Lord_Howe', 'Africa/Casablanca']) {
      const times = new Set<Moment>();
      for (let now = at('2026-01-01T12:00:00Z'); now < at('2027-01-01T12:00:00Z'); now += 11 * 3_600_000_000) {
        const due = lastTime(daily('02:30'), zone, now);
        times.add(due);
        const following = nextTime(daily('02:30'), zone, now);
        expect(due <= now && now < following, `${zone} ${formatMoment(now)}`).toBe(true);
      }
      expect([zone, times.size]).toEqual([zone, 366]);
    }
  });
});

describe('what is due now', () => {
  const since = at('2026-11-30T12:00:00Z');
  const due = (now: string, known: Partial<Scheduled> = {}): string | undefined => {
    const found = dueNow({ ...daily(), since, lastDue: null, ...known }, vienna, at(now));
    return found === undefined ? undefined : formatMoment(found);
  };
  const lastDue = at('2026-12-01T05:00:00Z');

  it('is nothing that lies before it was set up, and then each time once', () => {
    expect(due('2026-11-30T12:00:00Z')).toBeUndefined();
    expect(due('2026-12-01T04:59:59Z')).toBeUndefined();
    expect(due('2026-12-01T05:00:00Z')).toBe('2026-12-01T05:00:00Z');
    expect(due('2026-12-01T05:00:30Z', { lastDue })).toBeUndefined();
    expect(due('2026-12-02T05:00:00Z', { lastDue })).toBe('2026-12-02T05:00:00Z');
  });

  it('is done once for all the times that were missed', () => {
    expect(due('2026-12-11T09:00:00Z', { lastDue })).toBe('2026-12-11T05:00:00Z');
    expect(due('2026-12-11T09:01:00Z', { lastDue: at('2026-12-11T05:00:00Z') })).toBeUndefined();
  });

  it('is nothing twice when the clock is set back', () => {
    expect(due('2026-12-01T03:00:00Z', { lastDue })).toBeUndefined();
    expect(due('2026-12-01T05:00:00Z', { lastDue })).toBeUndefined();
    expect(due('2026-11-30T05:00:00Z', { lastDue })).toBeUndefined();
  });

  it('goes on where a clock was years ahead once', () => {
    expect(due('2026-12-02T05:00:00Z', { lastDue: at('2036-12-01T05:00:00Z') })).toBe('2026-12-02T05:00:00Z');
    expect(due('2026-12-02T05:00:00Z', { since: at('2036-12-01T05:00:00Z') })).toBe('2026-12-02T05:00:00Z');
    expect(due('2026-12-02T05:00:00Z', { since: at('2026-12-02T11:00:00Z') })).toBeUndefined();
  });
});
