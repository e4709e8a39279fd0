import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/dates.ts';
import { cappedDates } from '#shared/lots/expiryCap.ts';

const day = (days: number): string => addDays('2026-06-02', days);
const own = { expiresOn: day(30), bestBeforeOn: day(20), useByOn: day(25), retestOn: day(5) };
const input = (name: string, days: number | null, isManaged = true) => ({
  name,
  expiresOn: days === null ? null : day(days),
  isManaged,
});

describe('S52: a lot that is made of others', () => {
  it('expires with the first input to expire, and no date of it lies after that day', () => {
    expect(cappedDates(own, 'all', [input('one', 40), input('two', 12), input('three', null)])).toEqual({
      dates: { expiresOn: day(12), bestBeforeOn: day(12), useByOn: day(12), retestOn: day(5) },
      input: input('two', 12),
    });
  });

  it('keeps its own dates where it expires before them all, or on the same day', () => {
    expect(cappedDates(own, 'all', [input('one', 31)])).toBeUndefined();
    expect(cappedDates(own, 'all', [input('one', 30)])).toBeUndefined();
    expect(cappedDates(own, 'all', [input('one', 29)])?.dates.expiresOn).toBe(day(29));
    expect(cappedDates(own, 'all', [])).toBeUndefined();
  });

  it('looks past an input whose date only its receipt said, where only managed ones count', () => {
    const inputs = [input('received', 3, false), input('managed', 12)];
    expect(cappedDates(own, 'managed', inputs)?.input.name).toBe('managed');
    expect(cappedDates(own, 'all', inputs)?.input.name).toBe('received');
    expect(cappedDates(own, 'managed', [input('received', 3, false)])).toBeUndefined();
  });

  it('has the date of its inputs where it has none itself', () => {
    const open = { expiresOn: null, bestBeforeOn: null, useByOn: null, retestOn: null };
    expect(cappedDates(open, 'all', [input('one', 12)])?.dates).toEqual({ ...open, expiresOn: day(12) });
  });
});
