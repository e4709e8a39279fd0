import { describe, expect, it } from 'vitest';
import { deriveDates, hasOpenDates } from '#shared/lots/dates.ts';

const open = { expiresOn: null, useByOn: null, retestOn: null };
const life = { shelfLifeDays: 30, useByDays: 35, retestDays: 10 };
const none = { shelfLifeDays: null, useByDays: null, retestDays: null };

describe('a lot’s blank dates', () => {
  it('count from its base day by the product’s settings', () => {
    expect(deriveDates(open, life, '2026-01-31')).toEqual({
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
    const given = { expiresOn: '2027-01-01', useByOn: null, retestOn: '2026-06-01' };
    expect(deriveDates(given, life, '2026-01-31')).toEqual({
      expiresOn: '2027-01-01',
      useByOn: '2026-03-07',
      retestOn: '2026-06-01',
    });
  });

  it('are open only while a setting would fill them', () => {
    expect(hasOpenDates(open, life)).toBe(true);
    expect(hasOpenDates(open, none)).toBe(false);
    expect(
      hasOpenDates({ expiresOn: '2026-01-01', useByOn: null, retestOn: null }, { ...none, shelfLifeDays: 5 }),
    ).toBe(false);
    expect(hasOpenDates({ expiresOn: '2026-01-01', useByOn: null, retestOn: null }, { ...none, retestDays: 5 })).toBe(
      true,
    );
    expect(hasOpenDates({ ...open, expiresOn: '2026-01-01' }, { ...none, useByDays: 5 })).toBe(true);
  });
});
