import { describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { judgeDecision, meaningOf, needsWitness, type StatusDecision } from '#shared/lots/statusDecision.ts';

const decision: StatusDecision = { statusFrom: 'Q', statusTo: 'A', lastDay: '2026-06-01', today: '2026-06-01' };
const judged = (change: Partial<StatusDecision>) => judgeDecision({ ...decision, ...change });

describe('a decision about a status', () => {
  it('releases goods up to and on their last day, not after it', () => {
    expect(judged({})).toEqual({ ok: true });
    expect(judged({ lastDay: null })).toEqual({ ok: true });
    expect(judged({ today: '2026-06-02' })).toMatchObject({
      ok: false,
      code: 'EXPIRED_LOT',
      details: { expired: '2026-06-01' },
    });
  });

  it('tells nobody to put expired goods where they lie', () => {
    const advice = (statusFrom: string) => {
      const verdict = judged({ statusFrom, statusTo: 'A9', today: '2026-06-02' });
      return verdict.ok ? 'allowed' : inEnglish(verdict.message).replace(/^.*released\. /, '');
    };
    expect(['A', 'Q1', 'R'].map(advice)).toEqual([
      'Reject it, or quarantine it.',
      'Reject it, or leave it in quarantine.',
      'Leave it rejected, or quarantine it.',
    ]);
  });

  it('knows released statuses by their letter, whatever their second character', () => {
    expect(judged({ statusTo: 'A1', today: '2026-06-02' })).toMatchObject({ ok: false, code: 'EXPIRED_LOT' });
    expect(judged({ statusFrom: 'A', statusTo: 'A2', today: '2026-06-02' })).toMatchObject({ code: 'EXPIRED_LOT' });
  });

  it('rejects expired goods and puts them into quarantine', () => {
    for (const statusTo of ['R', 'Q1']) expect(judged({ statusTo, today: '2027-01-01' })).toEqual({ ok: true });
  });

  it('changes something: goods are not put where they are, though Q1 is another status than Q', () => {
    expect(judged({ statusTo: 'Q' })).toMatchObject({ ok: false, code: 'ILLEGAL_TRANSITION' });
    expect(judged({ statusTo: 'Q1' })).toEqual({ ok: true });
  });

  it('says what whoever signs it did', () => {
    expect(['A', 'A1', 'R', 'R9', 'Q', 'QX'].map((statusTo) => meaningOf({ statusTo }))).toEqual([
      'released',
      'released',
      'rejected',
      'rejected',
      'performed',
      'performed',
    ]);
  });

  it('takes two people from rejected to released, and nowhere else', () => {
    const pairs = ['A', 'Q', 'R', 'R1'].flatMap((statusFrom) =>
      ['A', 'A1', 'Q', 'R'].map((statusTo) => ({ statusFrom, statusTo })),
    );
    expect(pairs.filter((pair) => needsWitness({ ...pair, wasRejected: false }))).toEqual([
      { statusFrom: 'R', statusTo: 'A' },
      { statusFrom: 'R', statusTo: 'A1' },
      { statusFrom: 'R1', statusTo: 'A' },
      { statusFrom: 'R1', statusTo: 'A1' },
    ]);
  });

  it('takes two people by way of quarantine too', () => {
    expect(needsWitness({ statusFrom: 'Q', statusTo: 'A', wasRejected: true })).toBe(true);
    expect(needsWitness({ statusFrom: 'R', statusTo: 'Q', wasRejected: true })).toBe(false);
  });
});
