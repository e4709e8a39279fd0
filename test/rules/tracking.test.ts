import { describe, expect, it } from 'vitest';
import { isLeafUnit, trackingIssue } from '#shared/movements/tracking.ts';
import { type MovementKind, movementKinds } from '#shared/movements/vocabulary.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import { type LotTracking, lotTrackings, type SerialTracking, serialTrackings } from '#shared/products/vocabulary.ts';

type Asked = {
  kind?: MovementKind;
  lot?: string;
  sublot?: string;
  serial?: string;
  quantity?: number;
  from?: LocationKind | null;
  to?: LocationKind | null;
};

const one = 1_000_000;
const judge = (lotTracking: LotTracking, serialTracking: SerialTracking, asked: Asked): string => {
  const movement = {
    kind: 'transfer' as const,
    lot: '',
    sublot: '',
    serial: '',
    quantity: one,
    from: 'storage' as const,
    to: 'storage' as const,
    ...asked,
  };
  const fault = trackingIssue({ code: 'P', lotTracking, serialTracking }, movement);
  return fault === undefined ? 'fine' : `${fault.column} ${fault.code}`;
};
const byLot = (tracking: LotTracking, asked: Asked): string => judge(tracking, 'none', asked);
const bySerial = (tracking: SerialTracking, asked: Asked): string => judge('none', tracking, asked);

const atDock: Asked = { kind: 'receipt', from: null, to: 'dock' };

describe('a product tracked by lot', () => {
  it('not at all names none', () => {
    expect(byLot('none', {})).toBe('fine');
    expect(byLot('none', { lot: 'L' })).toBe('lot VALIDATION');
    expect(byLot('none', { lot: 'L', sublot: 'S' })).toBe('lot VALIDATION');
  });

  it('optionally may name one, and must where it is assigned', () => {
    expect(byLot('optional', {})).toBe('fine');
    expect(byLot('optional', { lot: 'L' })).toBe('fine');
    expect(byLot('optional', { kind: 'shipment', to: null })).toBe('fine');
    expect(byLot('optional', { kind: 'assign' })).toBe('lot LOT_REQUIRED');
    expect(byLot('optional', { lot: 'L', sublot: 'S' })).toBe('sublot VALIDATION');
  });

  it('always names one, but for goods that lie at a dock', () => {
    expect(byLot('mandatory', {})).toBe('lot LOT_REQUIRED');
    expect(byLot('mandatory', { lot: 'L' })).toBe('fine');
    expect(byLot('mandatory', atDock)).toBe('fine');
    expect(byLot('mandatory', { from: 'dock', to: 'dock' })).toBe('fine');
    expect(byLot('mandatory', { kind: 'put-away', from: 'dock' })).toBe('lot LOT_REQUIRED');
    expect(byLot('mandatory', { kind: 'supplier-return', from: 'dock', to: null })).toBe('fine');
    expect(byLot('mandatory', { kind: 'scrap', from: 'dock', to: null })).toBe('fine');
    expect(byLot('mandatory', { lot: 'L', sublot: 'S' })).toBe('sublot VALIDATION');
  });

  it('names it even at a dock where goods are made, used up or sent to a customer', () => {
    for (const kind of ['consumption', 'shipment'] as const)
      expect(byLot('mandatory', { kind, from: 'dock', to: null })).toBe('lot LOT_REQUIRED');
    expect(byLot('mandatory', { kind: 'output', from: null, to: 'dock' })).toBe('lot LOT_REQUIRED');
  });

  it('and sublot names both, but for goods that lie at a dock', () => {
    expect(byLot('lot-sublot', { lot: 'L', sublot: 'S' })).toBe('fine');
    expect(byLot('lot-sublot', { lot: 'L' })).toBe('sublot LOT_REQUIRED');
    expect(byLot('lot-sublot', { sublot: 'S' })).toBe('lot LOT_REQUIRED');
    expect(byLot('lot-sublot', {})).toBe('lot LOT_REQUIRED');
    expect(byLot('lot-sublot', { ...atDock, lot: 'L' })).toBe('fine');
    expect(byLot('lot-sublot', atDock)).toBe('fine');
    expect(byLot('lot-sublot', { ...atDock, sublot: 'S' })).toBe('lot LOT_REQUIRED');
  });
});

describe('a product tracked by serial', () => {
  it('not at all names none', () => {
    expect(bySerial('none', { serial: '7' })).toBe('serial VALIDATION');
  });

  it.each(['on-issue', 'received-issued', 'global'] as const)('%s names one piece a movement', (tracking) => {
    const out: Asked = { kind: 'shipment', to: null, serial: '7' };
    expect(bySerial(tracking, out)).toBe('fine');
    for (const quantity of [0, 500_000, one - 1, one + 1, 2 * one])
      expect(bySerial(tracking, { ...out, quantity })).toBe('quantity VALIDATION');
  });

  it('when received always names it, but may leave it out at a dock', () => {
    expect(bySerial('received-issued', {})).toBe('serial VALIDATION');
    expect(bySerial('received-issued', { quantity: 5 * one })).toBe('serial VALIDATION');
    expect(bySerial('received-issued', { ...atDock, quantity: 5 * one })).toBe('fine');
    expect(bySerial('received-issued', { ...atDock, serial: '7' })).toBe('fine');
    expect(bySerial('received-issued', { kind: 'put-away', from: 'dock', serial: '7' })).toBe('fine');
    expect(bySerial('received-issued', { kind: 'put-away', from: 'dock' })).toBe('serial VALIDATION');
    expect(bySerial('received-issued', { kind: 'shipment', from: 'dock', to: null })).toBe('serial VALIDATION');
  });

  it('as a group names it at put-away and never at the dock', () => {
    expect(bySerial('global', { ...atDock, serial: '7' })).toBe('serial VALIDATION');
    expect(bySerial('global', { ...atDock, quantity: 5 * one })).toBe('fine');
    expect(bySerial('global', { kind: 'put-away', from: 'dock', serial: '7' })).toBe('fine');
    expect(bySerial('global', { kind: 'output', from: null, to: 'dock', serial: '7' })).toBe('fine');
    expect(bySerial('global', {})).toBe('serial VALIDATION');
  });

  it('on issue names it going out, may coming back, and never in stock', () => {
    const named = (kind: MovementKind, ends: Pick<Asked, 'from' | 'to'>): string[] => [
      bySerial('on-issue', { kind, ...ends }),
      bySerial('on-issue', { kind, ...ends, serial: '7' }),
    ];
    const out = { from: 'storage', to: null } as const;
    const back = { from: null, to: 'storage' } as const;
    expect(named('consumption', out)).toEqual(['serial VALIDATION', 'fine']);
    expect(named('shipment', out)).toEqual(['serial VALIDATION', 'fine']);
    expect(named('scrap', out)).toEqual(['fine', 'fine']);
    expect(named('customer-return', back)).toEqual(['fine', 'fine']);
    expect(named('production-return', back)).toEqual(['fine', 'fine']);
    expect(named('receipt', back)).toEqual(['fine', 'serial VALIDATION']);
    expect(named('output', back)).toEqual(['fine', 'serial VALIDATION']);
    expect(named('opening', back)).toEqual(['fine', 'serial VALIDATION']);
    expect(named('transfer', { from: 'storage', to: 'storage' })).toEqual(['fine', 'serial VALIDATION']);
  });
});

/**
 * Each kind of movement with its ends, and what each way of tracking demands of it: in stock and at a dock. m must name
 * the serial, - may, x never.
 */
const cells: [kind: MovementKind, ends: 'in' | 'out' | 'within', onIssue: string, received: string, global: string][] =
  [
    ['opening', 'in', 'xx', 'm-', 'mx'],
    ['receipt', 'in', 'xx', 'm-', 'mx'],
    ['put-away', 'within', 'xx', 'm-', 'mx'],
    ['transfer', 'within', 'xx', 'm-', 'mx'],
    ['status', 'within', 'xx', 'm-', 'mx'],
    ['assign', 'within', 'xx', 'm-', 'mx'],
    ['consumption', 'out', 'mm', 'mm', 'mm'],
    ['production-return', 'in', '--', 'm-', 'mx'],
    ['output', 'in', 'xx', 'mm', 'mm'],
    ['shipment', 'out', 'mm', 'mm', 'mm'],
    ['customer-return', 'in', '--', 'm-', 'mx'],
    ['supplier-return', 'out', '--', 'm-', 'mx'],
    ['scrap', 'out', '--', 'm-', 'mx'],
    ['sample', 'out', '--', 'm-', 'mx'],
    ['adjustment', 'in', 'xx', 'm-', 'mx'],
    ['adjustment', 'out', '--', 'm-', 'mx'],
  ];
const cellOf = cells.flatMap(([kind, ends, ...modes]) =>
  (['on-issue', 'received-issued', 'global'] as const).flatMap((tracking, mode) =>
    (['storage', 'dock'] as const).map((place, at) => {
      const [from, to] = [ends === 'in' ? null : place, ends === 'out' ? null : place];
      return { tracking, kind, ends, place, demand: modes[mode]?.[at], movement: { kind, from, to } };
    }),
  ),
);

describe('a serial in every way of tracking and every kind of movement', () => {
  it('has a row for each kind', () => {
    expect(new Set(cells.map(([kind]) => kind))).toEqual(new Set(movementKinds));
  });

  it.each(cellOf)('$tracking, $kind $ends at $place: $demand', ({ tracking, demand, movement }) => {
    const unnamed = demand === 'm' ? 'serial VALIDATION' : 'fine';
    const named = demand === 'x' ? 'serial VALIDATION' : 'fine';
    expect([bySerial(tracking, movement), bySerial(tracking, { ...movement, serial: '7' })]).toEqual([unnamed, named]);
    // A serial is one piece, wherever it may be named.
    expect(bySerial(tracking, { ...movement, serial: '7', quantity: 2 * one })).toBe('quantity VALIDATION');
    expect(bySerial('none', { ...movement, serial: '7' })).toBe('serial VALIDATION');
    expect(bySerial('none', { ...movement, quantity: 2 * one })).toBe('fine');
  });

  it('is asked for where goods leave the dock for the stock, which is no dock any more', () => {
    expect(bySerial('global', { kind: 'put-away', from: 'dock', to: 'storage' })).toBe('serial VALIDATION');
    expect(bySerial('global', { kind: 'put-away', from: 'dock', to: 'storage', serial: '7' })).toBe('fine');
    expect(bySerial('global', { kind: 'transfer', from: 'dock', to: 'storage', quantity: 3 * one })).toBe(
      'serial VALIDATION',
    );
  });
});

describe('every way of tracking and every kind of movement', () => {
  it('has an answer, and an untracked product is never at fault', () => {
    for (const kind of movementKinds) {
      expect(judge('none', 'none', { kind })).toBe('fine');
      for (const lotTracking of lotTrackings) {
        for (const serialTracking of serialTrackings)
          expect(judge(lotTracking, serialTracking, { kind, lot: 'L', sublot: 'S', serial: '7' })).toMatch(
            /^(fine|\w+ [A-Z_]+)$/,
          );
      }
    }
  });
});

describe('a leaf of the trace', () => {
  it('is goods without tracking, and goods of a lot-tracked product that have neither lot nor serial', () => {
    const leaf = (lotTracking: LotTracking, serialTracking: SerialTracking, lot: string, serial: string): boolean =>
      isLeafUnit({ lotTracking, serialTracking }, { lot, serial });
    expect(leaf('none', 'none', '', '')).toBe(true);
    expect(leaf('mandatory', 'none', '', '')).toBe(true);
    expect(leaf('optional', 'none', '', '')).toBe(true);
    expect(leaf('optional', 'none', 'L', '')).toBe(false);
    expect(leaf('optional', 'global', '', '7')).toBe(false);
    expect(leaf('none', 'global', '', '7')).toBe(false);
    expect(leaf('none', 'global', '', '')).toBe(false);
    expect(leaf('none', 'on-issue', '', '')).toBe(false);
  });
});
