import { describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { judgeLife, lastGoodDay } from '#shared/partners/leastLife.ts';

const shipped = { customer: 'C1', on: '2026-01-10', leastLifeDays: 30, last: '2026-02-09' };

describe('how long goods must last when they are shipped', () => {
  it('is counted from the day of shipping to their last day, both as they are', () => {
    expect(judgeLife(shipped).ok).toBe(true);
    const verdict = judgeLife({ ...shipped, on: '2026-01-11' });
    expect(verdict).toMatchObject({ ok: false, code: 'STATUS_FORBIDS' });
    expect(verdict.ok ? '' : inEnglish(verdict.message)).toBe(
      'C1 asks for goods that last 30 days more, and these last until 2026-02-09: shipped on 2026-01-11, 1 days too few. Choose goods that last longer, or agree on it with the customer.',
    );
  });

  it('is asked of no goods without a date, and by no customer who asks for nothing', () => {
    expect(judgeLife({ ...shipped, last: undefined }).ok).toBe(true);
    expect(judgeLife({ ...shipped, on: '2026-12-31', leastLifeDays: null }).ok).toBe(true);
  });

  it('ends with the first of the days goods are good for', () => {
    const dates = { bestBeforeOn: '2026-03-01', useByOn: '2026-02-01', expiresOn: '2026-04-01' };
    expect(lastGoodDay(dates)).toBe('2026-02-01');
    expect(lastGoodDay({ ...dates, useByOn: null })).toBe('2026-03-01');
    expect(lastGoodDay({ bestBeforeOn: null, useByOn: null, expiresOn: null })).toBeUndefined();
  });
});
