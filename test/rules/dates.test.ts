import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOf,
  dayNumber,
  daysBetween,
  formatMoment,
  isPlainDate,
  lastDayMeant,
  parseMoment,
  parseMomentWithOffset,
} from '#shared/kernel/dates.ts';

describe('a plain date', () => {
  it('is a day of the calendar between 1970 and 2199, in one way of writing', () => {
    for (const date of ['1970-01-01', '2024-02-29', '2000-02-29', '2199-12-31'])
      expect(isPlainDate(date), date).toBe(true);
    const none = [
      '2023-02-29',
      '2100-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '1969-12-31',
      '2200-01-01',
      '0001-01-01',
      '9999-12-31',
      '26-01-01',
      '2026-1-1',
      '01/12/2026',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '２０２６-01-01',
      '',
    ];
    for (const date of none) expect(isPlainDate(date), date).toBe(false);
  });

  it('counts on over months, leap days and years, and back', () => {
    expect(addDays('2026-01-31', 1)).toBe('2026-02-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 366)).toBe('2028-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 0, max: 4_000 }), (start, days) => {
        const date = addDays('1970-01-01', start);
        expect(dayNumber(addDays(date, days))).toBe(start + days);
      }),
    );
  });

  it('is a number of days from another', () => {
    expect(daysBetween('2026-01-31', '2026-03-01')).toBe(29);
    expect(daysBetween('2026-03-01', '2026-01-31')).toBe(-29);
    expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError);
  });

  it('moves by calendar months, to the last day where the month is shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 3)).toBe('2026-04-30');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-02-28', 1)).toBe('2026-03-28');
    expect(addMonths('2026-05-15', 0)).toBe('2026-05-15');
    expect(() => addMonths('2026-02-30', 1)).toThrow(RangeError);
  });

  it('is the last day of a month that is said without a day', () => {
    expect(lastDayMeant('2027-03')).toBe('2027-03-31');
    expect(lastDayMeant('2028-02')).toBe('2028-02-29');
    expect(lastDayMeant('2027-12')).toBe('2027-12-31');
    expect(lastDayMeant('2027-03-01')).toBe('2027-03-01');
    for (const text of ['2027-13', '2027', '2027-3', '2027-02-30', ''])
      expect(lastDayMeant(text), text).toBeUndefined();
  });
});

describe('a moment', () => {
  it('is read with its offset, to the microsecond', () => {
    expect(parseMoment('1970-01-01T00:00:00Z')).toBe(0);
    expect(parseMoment('1970-01-01T00:00:00.000001Z')).toBe(1);
    expect(parseMoment('2026-01-31T08:00:00+01:00')).toBe(parseMoment('2026-01-31T07:00Z'));
    expect(parseMoment('2026-01-31T00:30:00+05:45')).toBe(parseMoment('2026-01-30T18:45:00Z'));
    expect(parseMomentWithOffset('2026-01-31T08:00:00-12:00')).toMatchObject({ offsetMinutes: -720 });
    expect(parseMomentWithOffset('2026-01-31T08:00:00+14:00')).toMatchObject({ offsetMinutes: 840 });
    expect(parseMomentWithOffset('2026-01-31T08:00:00-00:00')).toMatchObject({ offsetMinutes: 0 });
  });

  it('is one moment in the hour that comes twice when summer time ends', () => {
    expect(Number(parseMoment('2026-10-25T02:30:00+01:00')) - Number(parseMoment('2026-10-25T02:30:00+02:00'))).toBe(
      3_600_000_000,
    );
  });

  it('is nothing without an offset, on no day, or written otherwise', () => {
    const none = [
      '2026-01-31T08:00:00',
      '2026-01-31 08:00:00Z',
      '2026-01-31',
      '2026-02-30T08:00:00Z',
      '2026-01-31T24:00:00Z',
      '2026-01-31T08:60:00Z',
      '2026-01-31T08:00:60Z',
      '2026-01-31T08:00:00+15:00',
      '2026-01-31T08:00:00+01:60',
      '2026-01-31T08:00:00+0100',
      '2026-01-31T08:00:00.1234567Z',
      '2026-01-31T8:00:00Z',
      '1769904000',
      '46053.5',
      '',
    ];
    for (const text of none) expect(parseMoment(text), text).toBeUndefined();
  });

  it('is written so that it is read as the same, in as few decimals as it needs', () => {
    expect(formatMoment(0)).toBe('1970-01-01T00:00:00Z');
    expect(formatMoment(1_500_000)).toBe('1970-01-01T00:00:01.500Z');
    expect(formatMoment(1)).toBe('1970-01-01T00:00:00.000001Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_503_599_627_370_495 }), (moment) => {
        expect(parseMoment(formatMoment(moment))).toBe(moment);
      }),
    );
  });

  it('has its date where it happened', () => {
    const moment = Number(parseMoment('2026-01-31T23:30:00Z'));
    expect([dateOf(moment), dateOf(moment, 60), dateOf(moment, -12 * 60), dateOf(moment, 14 * 60)]).toEqual([
      '2026-01-31',
      '2026-02-01',
      '2026-01-31',
      '2026-02-01',
    ]);
  });
});
