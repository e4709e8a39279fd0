import { describe, expect, it } from 'vitest';
import { dueDays, type Every, judgeFrequency } from '#shared/inspections/due.ts';
import type { Slots } from '#shared/inspections/slots.ts';

const days = (n: number, of: Every['of'], first: string, from: string, until: string) =>
  dueDays({ kind: 'every', n, of }, { first, from, until });

describe('the days goods in stock are due on', () => {
  it('come every so many days or weeks after they came, never on the day itself', () => {
    expect(days(1, 'weeks', '2026-06-01', '2026-06-01', '2026-06-22')).toEqual({
      ...{ days: ['2026-06-08', '2026-06-15', '2026-06-22'], next: '2026-06-29' },
    });
    expect(days(10, 'days', '2026-06-01', '2026-06-01', '2026-06-10')).toEqual({ days: [], next: '2026-06-11' });
  });

  it('keep to the day of the month, and end with a shorter one', () => {
    expect(days(1, 'months', '2026-01-31', '2026-01-01', '2026-04-30')).toEqual({
      ...{ days: ['2026-02-28', '2026-03-31', '2026-04-30'], next: '2026-05-31' },
    });
  });

  it('begin on the first of them that is not before the plan is used so', () => {
    expect(days(1, 'weeks', '2026-06-01', '2026-06-16', '2026-06-23').days).toEqual(['2026-06-22']);
    expect(days(1, 'weeks', '2026-06-01', '2026-06-22', '2026-06-23').days).toEqual(['2026-06-22']);
  });
});

describe('how often', () => {
  const weekly: Every = { kind: 'every', n: 1, of: 'weeks' };

  it('is a time for goods in stock, and for those alone', () => {
    expect(judgeFrequency('periodic', weekly).ok).toBe(true);
    expect(judgeFrequency('receipt', { kind: 'each' }).ok).toBe(true);
    expect(judgeFrequency('periodic', { kind: 'each' })).toMatchObject({ ok: false, code: 'VALIDATION' });
    for (const point of ['', 'receipt', 'shipping', 'filling'])
      expect(judgeFrequency(point, weekly)).toMatchObject({ ok: false, code: 'VALIDATION' });
  });

  it('is by slots for a run at a step of work, and says every how many, which shifts or the first piece', () => {
    const slots: Slots = { kind: 'slots', by: 'none', n: 0, starts: [], isFirst: true };
    const hourly: Slots = { ...slots, by: 'hours', n: 1 };
    const said: Slots[] = [
      ...[slots, hourly],
      { ...slots, by: 'shifts', starts: ['06:00'] },
      { ...slots, by: 'quantity', n: 1 },
    ];
    for (const one of said) expect(judgeFrequency('filling', one).ok).toBe(true);
    for (const point of ['', 'output', 'periodic']) expect(judgeFrequency(point, hourly).ok).toBe(false);
    const unsaid: Slots[] = [
      ...[
        { ...slots, isFirst: false },
        { ...hourly, n: 0 },
      ],
      { ...slots, by: 'shifts' },
    ];
    for (const one of unsaid) expect(judgeFrequency('filling', one)).toMatchObject({ ok: false, code: 'VALIDATION' });
  });
});
