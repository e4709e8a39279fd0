import { describe, expect, it } from 'vitest';
import { type DueGoods, dueMove } from '#shared/daily/dueMove.ts';

const goods = (more: Partial<DueGoods>): DueGoods => ({
  status: 'A',
  expiryStatus: 'R',
  retestStatus: 'Q',
  expiresOn: null,
  useByOn: null,
  retestOn: null,
  releasedOn: null,
  ...more,
});
const day = '2026-05-10';
const expiring = (more: Partial<DueGoods> = {}) => goods({ expiresOn: day, ...more });
const retesting = (more: Partial<DueGoods> = {}) => goods({ retestOn: day, ...more });

describe('goods that expire', () => {
  it('may be used on their last day, and go to the status of their product the day after', () => {
    expect(dueMove(expiring(), day)).toBeUndefined();
    expect(dueMove(expiring(), '2026-05-11')).toEqual({ kind: 'expiry', date: day, statusTo: 'R' });
    expect(dueMove(expiring(), '2027-01-01')).toEqual({ kind: 'expiry', date: day, statusTo: 'R' });
  });

  it('go there from quarantine as well, and stay where they are rejected', () => {
    expect(dueMove(expiring({ status: 'Q1' }), '2026-05-11')?.statusTo).toBe('R');
    expect(dueMove(expiring({ status: 'R' }), '2026-05-11')).toBeUndefined();
    expect(dueMove(expiring({ status: 'R2' }), '2026-05-11')).toBeUndefined();
  });

  it('go by whichever comes first of expiry and use-by', () => {
    expect(dueMove(goods({ expiresOn: '2026-05-12', useByOn: day }), '2026-05-11')).toMatchObject({
      kind: 'useBy',
      date: day,
    });
    expect(dueMove(goods({ expiresOn: day, useByOn: day }), '2026-05-11')?.kind).toBe('expiry');
  });

  it('stay as they are where their product says nothing, and are never released', () => {
    expect(dueMove(expiring({ expiryStatus: '' }), '2026-05-11')).toBeUndefined();
    expect(dueMove(expiring({ status: 'Q', expiryStatus: 'A' }), '2026-05-11')).toBeUndefined();
    expect(dueMove(expiring({ status: 'Q', expiryStatus: 'Q' }), '2026-05-11')).toBeUndefined();
    expect(dueMove(expiring({ expiryStatus: 'Q' }), '2026-05-11')?.statusTo).toBe('Q');
  });
});

describe('goods that are to be tested again', () => {
  it('go into quarantine on the day itself, from released alone', () => {
    expect(dueMove(retesting(), '2026-05-09')).toBeUndefined();
    expect(dueMove(retesting(), day)).toEqual({ kind: 'retest', date: day, statusTo: 'Q' });
    for (const status of ['Q', 'Q1', 'R']) expect(dueMove(retesting({ status }), day), status).toBeUndefined();
  });

  it('go once: what was released on the day or later was tested', () => {
    expect(dueMove(retesting({ releasedOn: '2026-05-09' }), '2026-06-01')?.kind).toBe('retest');
    expect(dueMove(retesting({ releasedOn: day }), '2026-06-01')).toBeUndefined();
    expect(dueMove(retesting({ releasedOn: '2026-05-12' }), '2026-06-01')).toBeUndefined();
  });

  it('are rejected instead where they have expired too', () => {
    expect(dueMove(retesting({ expiresOn: day }), '2026-05-11')?.kind).toBe('expiry');
    expect(dueMove(retesting({ expiresOn: day, expiryStatus: '' }), '2026-05-11')?.kind).toBe('retest');
  });

  it('stay as they are where their product says nothing, and S46: where they have no date', () => {
    expect(dueMove(retesting({ retestStatus: '' }), day)).toBeUndefined();
    expect(dueMove(retesting({ retestStatus: 'A1' }), day)).toBeUndefined();
    expect(dueMove(goods({}), '2030-01-01')).toBeUndefined();
  });
});
