import { describe, expect, it } from 'vitest';
import { nextDue } from '#shared/daily/nextDue.ts';

const none = { expiresOn: null, useByOn: null, bestBeforeOn: null, retestOn: null, isReleased: true, releasedOn: null };
const day = '2026-05-10';

describe('what of a lot falls due first', () => {
  it('is its retest, where that comes before its last day or on it, and goods are released', () => {
    const retest = { date: day, kind: 'retest', work: 'retest' };
    expect(nextDue({ ...none, retestOn: day })).toEqual(retest);
    expect(nextDue({ ...none, retestOn: day, expiresOn: day })).toEqual(retest);
    expect(nextDue({ ...none, retestOn: day, expiresOn: '2026-05-09' })?.kind).toBe('expiry');
    expect(nextDue({ ...none, retestOn: day, isReleased: false })).toBeUndefined();
  });

  it('is no retest that was done: released on the day or later', () => {
    expect(nextDue({ ...none, retestOn: day, releasedOn: day })).toBeUndefined();
    expect(nextDue({ ...none, retestOn: day, releasedOn: '2026-05-09' })?.kind).toBe('retest');
  });

  it('is its last day, with the work that its status means', () => {
    expect(nextDue({ ...none, expiresOn: day })).toEqual({ date: day, kind: 'expiry', work: 'useFirst' });
    expect(nextDue({ ...none, expiresOn: '2026-06-01', useByOn: day })?.kind).toBe('useBy');
    expect(nextDue({ ...none, expiresOn: day, isReleased: false })?.work).toBe('decide');
    expect(nextDue(none)).toBeUndefined();
  });

  it('is what it is best before, where it has no last day', () => {
    expect(nextDue({ ...none, bestBeforeOn: day })).toEqual({ date: day, kind: 'bestBefore', work: 'useFirst' });
    expect(nextDue({ ...none, bestBeforeOn: day, expiresOn: '2026-06-01' })?.kind).toBe('expiry');
  });
});
