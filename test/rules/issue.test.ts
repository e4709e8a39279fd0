import { describe, expect, it } from 'vitest';
import { judgeHappened, judgeIssue } from '#shared/movements/issue.ts';
import { movementKinds } from '#shared/movements/vocabulary.ts';

type Judged = Parameters<typeof judgeIssue>[0];

const store = { code: 'STORE', kind: 'storage' } as const;
const others = ['storage', 'dock', 'production', 'shipping', 'subcontractor'] as const;
const issue: Judged = {
  kind: 'shipment',
  from: store,
  to: null,
  on: '2026-01-10',
  expiresOn: null,
  useByOn: null,
};
const verdict = (more: Partial<Judged>): string => {
  const judged = judgeIssue({ ...issue, ...more });
  return judged.ok ? 'allowed' : judged.code;
};
const expired = { expiresOn: '2026-01-09' };

describe('goods that leave for a customer or into production', () => {
  it.each(['shipment', 'consumption'] as const)('by %s may be used on their last day', (kind) => {
    expect(verdict({ kind })).toBe('allowed');
    expect(verdict({ kind, expiresOn: '2026-01-11' })).toBe('allowed');
    expect(verdict({ kind, expiresOn: '2026-01-10' })).toBe('allowed');
    expect(verdict({ kind, ...expired })).toBe('EXPIRED_LOT');
    expect(verdict({ kind, useByOn: '2026-01-09', expiresOn: '2026-02-01' })).toBe('EXPIRED_LOT');
    expect(verdict({ kind, useByOn: '2026-02-01', expiresOn: '2026-01-09' })).toBe('EXPIRED_LOT');
  });

  it('are told the day that counts, and what may be done instead', () => {
    expect(judgeIssue({ ...issue, expiresOn: '2026-01-08', useByOn: '2026-01-07' })).toMatchObject({
      ok: false,
      details: { expired: '2026-01-07' },
      message: expect.objectContaining({ pattern: expect.stringMatching(/Quarantine, return or scrap/) }),
    });
  });
});

describe('goods that have expired', () => {
  it.each(['put-away', 'transfer'] as const)('are brought by %s to quarantine and to the rejects alone', (kind) => {
    for (const [index, to] of others.entries()) {
      const moved = { kind, to: { code: `L${index}`, kind: to } };
      expect(verdict({ ...moved, ...expired }), to).toBe('EXPIRED_LOT');
      expect(verdict({ ...moved, expiresOn: '2026-01-10' }), to).toBe('allowed');
    }
    for (const to of ['quarantine', 'reject'] as const)
      expect(verdict({ kind, to: { code: 'AWAY', kind: to }, ...expired })).toBe('allowed');
    expect(verdict({ kind, to: store, ...expired })).toBe('allowed');
  });

  it('may be returned, scrapped, counted, tested and decided on where they lie', () => {
    const refused = ['shipment', 'consumption', 'put-away', 'transfer'];
    for (const kind of movementKinds.filter((one) => !refused.includes(one)))
      expect(verdict({ kind, ...expired }), kind).toBe('allowed');
  });

  it('are told of in an import where they left or came in; where they lay meanwhile is past', () => {
    const told = movementKinds.filter((kind) => !judgeHappened({ ...issue, kind, ...expired }).ok);
    expect(told).toEqual(['receipt', 'consumption', 'output', 'shipment']);
  });
});
