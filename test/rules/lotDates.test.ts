import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/dates.ts';
import { deriveDates, hasOpenDates } from '#shared/lots/dates.ts';
import type { LotLife } from '#shared/products/settings.ts';
import { noShelfLife } from '#shared/products/shelfLife.ts';

const open = { expiresOn: null, bestBeforeOn: null, useByOn: null, retestOn: null };
const none: LotLife = { ...noShelfLife, expiryPrecision: 'day' };
const life = { ...none, shelfLifeDays: 30, useByDays: 35, retestDays: 10 };

describe('a lot’s blank dates', () => {
  it('count from its base day by the product’s settings', () => {
    expect(deriveDates(open, life, '2026-01-31')).toEqual({
      ...open,
      expiresOn: '2026-03-02',
      useByOn: '2026-03-07',
      retestOn: '2026-02-10',
    });
  });

  it('stay blank where the product has no setting, and zero days are the day itself', () => {
    expect(deriveDates(open, none, '2026-01-31')).toEqual(open);
    expect(deriveDates(open, { ...none, shelfLifeDays: 0 }, '2026-01-31')).toEqual({
      ...open,
      expiresOn: '2026-01-31',
    });
  });

  it('that were given stand', () => {
    const given = { ...open, expiresOn: '2027-01-01', retestOn: '2026-06-01' };
    expect(deriveDates(given, life, '2026-01-31')).toEqual({
      ...open,
      expiresOn: '2027-01-01',
      useByOn: '2026-03-07',
      retestOn: '2026-06-01',
    });
  });

  it('are open only while a setting would fill them', () => {
    expect(hasOpenDates(open, life)).toBe(true);
    expect(hasOpenDates(open, none)).toBe(false);
    expect(hasOpenDates({ ...open, expiresOn: '2026-01-01' }, { ...none, shelfLifeDays: 5 })).toBe(false);
    expect(hasOpenDates({ ...open, expiresOn: '2026-01-01' }, { ...none, retestDays: 5 })).toBe(true);
    expect(hasOpenDates({ ...open, expiresOn: '2026-01-01' }, { ...none, useByDays: 5 })).toBe(true);
  });

  it('count calendar months, to the last day of a month that has no such day', () => {
    const months = { ...none, shelfLifeMonths: 1, bestBeforeMonths: 13, retestMonths: 0 };
    expect(deriveDates(open, months, '2026-01-31')).toEqual({
      expiresOn: '2026-02-28',
      bestBeforeOn: '2027-02-28',
      useByOn: null,
      retestOn: '2026-01-31',
    });
    expect(deriveDates(open, months, '2028-01-31').expiresOn).toBe('2028-02-29');
    expect(deriveDates(open, months, '2026-02-28').expiresOn).toBe('2026-03-28');
    expect(hasOpenDates(open, months)).toBe(true);
  });

  it('S43: with the same span for all of them are all the same day', () => {
    const same = { ...none, shelfLifeDays: 10, bestBeforeDays: 10, useByDays: 10, retestDays: 10 };
    const day = '2026-05-11';
    expect(deriveDates(open, same, '2026-05-01')).toEqual({
      expiresOn: day,
      bestBeforeOn: day,
      useByOn: day,
      retestOn: day,
    });
  });

  it('S48: count from the day that goods are planned for', () => {
    expect(deriveDates(open, { ...none, shelfLifeDays: 10 }, addDays('2026-05-01', 42)).expiresOn).toBe(
      addDays('2026-05-01', 52),
    );
  });
});
