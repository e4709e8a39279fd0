import { describe, expect, it } from 'vitest';
import { changedDates } from '#shared/lots/changedDates.ts';

const before = { expiresOn: '2026-05-10', bestBeforeOn: '2026-05-05', useByOn: '2026-05-08', retestOn: null };

describe('dates of a lot that somebody gives', () => {
  it('S41: another expiry moves the others by as many days, however often it is given', () => {
    const later = { expiresOn: '2026-05-20', bestBeforeOn: '2026-05-15', useByOn: '2026-05-18', retestOn: null };
    expect(changedDates(before, { expiresOn: '2026-05-20' })).toEqual(later);
    expect(changedDates(later, { expiresOn: '2026-05-20' })).toEqual(later);
    expect(changedDates(later, { expiresOn: '2026-05-10' })).toEqual(before);
  });

  it('S42: what is given beside stands as it is given', () => {
    expect(changedDates(before, { expiresOn: '2026-06-09', useByOn: '2026-06-01', retestOn: '2026-05-30' })).toEqual({
      expiresOn: '2026-06-09',
      bestBeforeOn: '2026-06-04',
      useByOn: '2026-06-01',
      retestOn: '2026-05-30',
    });
  });

  it('another date moves neither expiry nor any other', () => {
    expect(changedDates(before, { useByOn: '2026-05-01' })).toEqual({ ...before, useByOn: '2026-05-01' });
    expect(changedDates(before, { retestOn: '2026-05-01' })).toEqual({ ...before, retestOn: '2026-05-01' });
  });

  it('S46: without expiry the others stay, and an expiry that is new moves nothing', () => {
    const lasting = { ...before, expiresOn: null };
    expect(changedDates(before, { expiresOn: null })).toEqual(lasting);
    expect(changedDates(lasting, { expiresOn: '2027-01-01' })).toEqual({ ...before, expiresOn: '2027-01-01' });
    expect(changedDates(before, { bestBeforeOn: null })).toEqual({ ...before, bestBeforeOn: null });
  });
});
