import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryOfOwner, lifeOfSerial, type SerialMove } from '#shared/serials/life.ts';
import { standingParts } from '#shared/serials/parts.ts';
import type { WarrantyRuleValues } from '#shared/serials/records.ts';
import { warrantyOf, warrantyRuleOn } from '#shared/serials/warranty.ts';

const rule = (more: Partial<WarrantyRuleValues>): WarrantyRuleValues => ({
  level: 'site',
  code: '',
  validFrom: '2024-01-01',
  months: 12,
  starts: 'delivery',
  ...more,
});
const product = { code: 'PUMP', category: 'DEVICE' };
const to = (partner: string, on: string) => ({ on, partner, document: 'DN-1' });
const asked = {
  rules: [rule({})],
  product,
  deliveries: [to('C1', '2026-01-10')],
  madeOn: '',
  correctedTo: null,
  today: '2026-06-01',
};

describe('which rule of warranty holds', () => {
  const rules = [
    rule({ months: 12 }),
    rule({ months: 24, validFrom: '2026-01-01' }),
    rule({ level: 'category', code: 'DEVICE', months: 36 }),
    rule({ level: 'product', code: 'PUMP', months: 6, validFrom: '2026-03-01' }),
    rule({ level: 'category', code: '', months: 99 }),
  ];
  const months = (of: typeof product, on: string) => warrantyRuleOn(rules, of, on)?.months;

  it('is that of the product over its category over the site, of the latest day that has come', () => {
    expect(months(product, '2026-03-01')).toBe(6);
    expect(months(product, '2026-02-28')).toBe(36);
    expect(months({ code: 'OIL', category: '' }, '2025-12-31')).toBe(12);
    expect(months({ code: 'OIL', category: '' }, '2026-01-01')).toBe(24);
    expect(months({ code: 'OIL', category: 'FLUID' }, '2023-12-31')).toBeUndefined();
  });
});

describe('the warranty of a serial', () => {
  it('counts from its delivery, its last day included', () => {
    const on = (today: string) => warrantyOf({ ...asked, today }).state;
    expect(warrantyOf(asked)).toMatchObject({
      state: 'running',
      startsOn: '2026-01-10',
      endsOn: '2027-01-10',
      level: 'site',
    });
    expect([on('2027-01-10'), on('2027-01-11')]).toEqual(['running', 'ended']);
  });

  it('ends on the last day of a month that is too short', () => {
    const deliveries = [to('C1', '2026-08-31')];
    expect(warrantyOf({ ...asked, rules: [rule({ months: 6 })], deliveries }).endsOn).toBe('2027-02-28');
  });

  it('counts from the day it was made where the rule says so, and is unknown where nobody knows that day', () => {
    const rules = [rule({ starts: 'made' })];
    expect(warrantyOf({ ...asked, rules, madeOn: '2025-11-30' }).endsOn).toBe('2026-11-30');
    expect(warrantyOf({ ...asked, rules })).toMatchObject({ state: 'unknown', endsOn: '' });
  });

  it('is none without a rule, and begins with the delivery where there was none', () => {
    expect(warrantyOf({ ...asked, rules: [] }).state).toBe('none');
    expect(warrantyOf({ ...asked, rules: [rule({ months: 0 })] })).toMatchObject({ state: 'none', level: 'site' });
    expect(warrantyOf({ ...asked, deliveries: [] })).toMatchObject({ state: 'notDelivered', months: 12 });
  });

  it('keeps the rule of the day of its delivery', () => {
    const rules = [rule({}), rule({ validFrom: '2026-02-01', months: 0 })];
    expect(warrantyOf({ ...asked, rules }).endsOn).toBe('2027-01-10');
    expect(warrantyOf({ ...asked, rules, deliveries: [to('C1', '2026-02-01')] }).state).toBe('none');
  });

  it('goes on where it came back for repair, and begins anew with another customer', () => {
    const again = [to('C1', '2026-01-10'), to('C1', '2026-05-01')];
    expect(warrantyOf({ ...asked, deliveries: again }).endsOn).toBe('2027-01-10');
    expect(deliveryOfOwner([...again, to('C2', '2026-05-20')])?.on).toBe('2026-05-20');
    expect(deliveryOfOwner([to('C2', '2025-01-01'), ...again])?.on).toBe('2026-01-10');
    expect(deliveryOfOwner([])).toBeUndefined();
  });

  it('ends as somebody said, whatever its rule', () => {
    expect(warrantyOf({ ...asked, correctedTo: '2026-05-31' })).toMatchObject({ state: 'ended', isCorrected: true });
    expect(warrantyOf({ ...asked, rules: [], correctedTo: '2026-06-01' })).toMatchObject({ state: 'running' });
  });
});

const move = (kind: string, day: number, more: Partial<SerialMove> = {}): SerialMove => ({
  at: Date.UTC(2026, 0, day) * 1000,
  offsetMinutes: 0,
  kind,
  document: `D-${day}`,
  to: '',
  partner: '',
  workOrder: '',
  ...more,
});

describe('the life of a serial', () => {
  it('tells how it came to be, whom it went to and where it is', () => {
    const made = move('output', 3, { to: 'STORE', workOrder: 'WO-1' });
    const out = move('shipment', 5, { partner: 'C1' });
    const back = move('customer-return', 8, { to: 'STORE', partner: 'C1' });
    expect(lifeOfSerial([made, out])).toMatchObject({
      origin: { how: 'made', on: '2026-01-03', workOrder: 'WO-1' },
      deliveries: [{ on: '2026-01-05', partner: 'C1' }],
      returns: [],
      where: 'customer',
      since: '2026-01-05',
    });
    expect(lifeOfSerial([made, out, back])).toMatchObject({ where: 'here', returns: [{ on: '2026-01-08' }] });
    expect(lifeOfSerial([])).toMatchObject({ origin: null, where: 'nowhere', since: '' });
  });

  it.each([
    ['supplier-return', 'supplier'],
    ['consumption', 'used'],
    ['scrap', 'scrapped'],
    ['sample', 'sampled'],
    ['adjustment', 'countedOut'],
  ])('ends with a %s: %s', (kind, where) => {
    expect(lifeOfSerial([move('receipt', 3, { to: 'STORE' }), move(kind, 4)]).where).toBe(where);
  });
});

describe('parts that were exchanged', () => {
  it('stand where they were put in last, and nowhere once they were taken out there', () => {
    const changes = [
      { on: '1', parent: 'A', part: 'x', isIn: true },
      { on: '2', parent: 'A', part: 'x', isIn: false },
      { on: '2', parent: 'A', part: 'y', isIn: true },
      { on: '3', parent: 'B', part: 'x', isIn: true },
      // Somebody took it out of what it does not stand in.
      { on: '4', parent: 'A', part: 'x', isIn: false },
    ];
    expect(standingParts(changes, (piece) => piece).map(({ parent, part }) => `${part} in ${parent}`)).toEqual([
      'x in B',
      'y in A',
    ]);
  });

  it('never stand in two at a time, whatever is recorded', () => {
    const change = fc.record({
      on: fc.constant('1'),
      parent: fc.constantFrom('A', 'B', 'C'),
      part: fc.constantFrom('x', 'y'),
      isIn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const parts = standingParts(changes, (piece) => piece).map(({ part }) => part);
        expect(new Set(parts).size).toBe(parts.length);
      }),
    );
  });
});
