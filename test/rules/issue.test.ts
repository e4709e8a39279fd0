import { describe, expect, it } from 'vitest';
import { type Issue, judgeIssue } from '#shared/movements/issue.ts';
import { movementKinds } from '#shared/movements/vocabulary.ts';

const verdict = (issue: Partial<Issue>): string => {
  const judged = judgeIssue({
    kind: 'shipment',
    statusFrom: 'A',
    on: '2026-01-10',
    expiresOn: null,
    useByOn: null,
    ...issue,
  });
  return judged.ok ? 'allowed' : judged.code;
};

describe('goods that leave for a customer or into production', () => {
  it.each(['shipment', 'consumption'] as const)('by %s must be released, and may be used on their last day', (kind) => {
    expect(verdict({ kind })).toBe('allowed');
    expect(verdict({ kind, statusFrom: 'A1' })).toBe('allowed');
    for (const statusFrom of ['Q', 'R', 'Q1', 'RA']) expect(verdict({ kind, statusFrom })).toBe('STATUS_FORBIDS');
    expect(verdict({ kind, expiresOn: '2026-01-11' })).toBe('allowed');
    expect(verdict({ kind, expiresOn: '2026-01-10' })).toBe('allowed');
    expect(verdict({ kind, expiresOn: '2026-01-09' })).toBe('EXPIRED_LOT');
    expect(verdict({ kind, useByOn: '2026-01-09', expiresOn: '2026-02-01' })).toBe('EXPIRED_LOT');
    expect(verdict({ kind, useByOn: '2026-02-01', expiresOn: '2026-01-09' })).toBe('EXPIRED_LOT');
  });

  it('are told the day that counts, and what may be done instead', () => {
    const judged = judgeIssue({
      kind: 'shipment',
      statusFrom: 'A',
      on: '2026-01-10',
      expiresOn: '2026-01-08',
      useByOn: '2026-01-07',
    });
    expect(judged).toMatchObject({
      ok: false,
      details: { expired: '2026-01-07' },
      message: expect.objectContaining({ pattern: expect.stringMatching(/Quarantine, return or scrap/) }),
    });
  });

  it('anywhere else may be expired or in any status', () => {
    for (const kind of movementKinds) {
      if (kind === 'shipment' || kind === 'consumption') continue;
      expect(verdict({ kind, statusFrom: 'R', expiresOn: '2020-01-01' }), kind).toBe('allowed');
    }
  });
});
