import { describe, expect, it } from 'vitest';
import { judgeReversal, judgeReversible, type Reversible } from '#shared/movements/reversal.ts';

const original: Reversible = {
  kind: 'transfer',
  product: 'MILK',
  lot: 'L1',
  sublot: 'S1',
  serial: '',
  quantity: 5,
  from: 'STORE',
  to: 'QUAR',
  statusFrom: 'A',
  statusTo: 'Q',
  workOrder: 'WO-1',
  run: 'R1',
  partner: 'S1',
  at: 1_000_000,
  isReversal: false,
  isReversed: false,
};
const opposite = { ...original, from: 'QUAR', to: 'STORE', statusFrom: 'Q', statusTo: 'A' };

describe('a reversal', () => {
  it('belongs to the work order, run and partner of what it undoes, or says nothing of them', () => {
    expect(judgeReversal(original, { ...opposite, workOrder: '', run: '', partner: '' })).toEqual({ ok: true });
    for (const [field, column] of Object.entries({ workOrder: 'work_order', run: 'run', partner: 'partner' }))
      expect(judgeReversal(original, { ...opposite, [field]: 'X' }), field).toMatchObject({
        ok: false,
        code: 'CONFLICT',
        details: { column },
      });
  });

  it('does not happen before what it undoes', () => {
    expect(judgeReversal(original, { ...opposite, at: original.at - 1 })).toMatchObject({
      ok: false,
      code: 'ILLEGAL_TRANSITION',
      details: { column: 'at' },
    });
  });

  it('is the exact opposite of what it undoes', () => {
    expect(judgeReversal(original, opposite)).toEqual({ ok: true });
    const wrong = {
      kind: 'scrap',
      product: 'OIL',
      lot: 'L2',
      sublot: '',
      serial: '7',
      quantity: 4,
      from: 'STORE',
      to: '',
      statusFrom: 'A',
      statusTo: 'Q',
    };
    const columns: Record<string, string> = { statusFrom: 'status_from', statusTo: 'status' };
    for (const [field, value] of Object.entries(wrong)) {
      expect(judgeReversal(original, { ...opposite, [field]: value }), field).toMatchObject({
        ok: false,
        code: 'CONFLICT',
        details: { column: columns[field] ?? field },
      });
    }
  });

  it('happens once, and never to a reversal', () => {
    expect(judgeReversible(original)).toEqual({ ok: true });
    expect(judgeReversible({ isReversal: false, isReversed: true })).toMatchObject({
      ok: false,
      code: 'ILLEGAL_TRANSITION',
    });
    expect(judgeReversal({ ...original, isReversal: true }, opposite)).toMatchObject({
      ok: false,
      code: 'ILLEGAL_TRANSITION',
      message: expect.objectContaining({ pattern: expect.stringMatching(/Post the movement again/) }),
    });
  });
});
