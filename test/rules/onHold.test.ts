import { describe, expect, it } from 'vitest';
import { anyGoods, covers, type HoldScope, isFrom, isInSerials, judgeScope } from '#shared/holds/scope.ts';
import { holdSentence, liftSentence } from '#shared/holds/holdSentence.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { forbiddenOnHold } from '#shared/movements/onHold.ts';
import { kindShapes, movementKinds } from '#shared/movements/vocabulary.ts';

const lot: HoldScope = { ...anyGoods, product: 'MILK', lot: 'L1' };

describe('what goods on hold must not do', () => {
  const store = { code: 'STORE', kind: 'storage' } as const;
  const aside = { code: 'STORE2', kind: 'storage' } as const;

  it.each(movementKinds)('%s', (kind) => {
    const { from, to, stays } = kindShapes[kind];
    const said = forbiddenOnHold(
      {
        kind,
        from: from === 'outside' ? null : store,
        to: to === 'place' ? (stays ? store : aside) : null,
        statusFrom: 'A',
        statusTo: 'A',
        isReversal: false,
      },
      { location: '' },
    );
    const forbidden = ['put-away', 'transfer', 'consumption', 'shipment'];
    expect([kind, said !== undefined]).toEqual([kind, forbidden.includes(kind)]);
  });

  it.each([
    ['Q', 'A', true],
    ['R1', 'A', true],
    ['A', 'Q', false],
    ['Q', 'R', false],
    ['A', 'A1', false],
  ])('from %s to %s', (statusFrom, statusTo, isForbidden) => {
    const moved = { kind: 'status', from: store, to: store, statusFrom, statusTo, isReversal: false } as const;
    expect(forbiddenOnHold(moved, { location: '' }) !== undefined).toBe(isForbidden);
  });
});

describe('a hold', () => {
  it.each([
    ['A-08', false],
    ['A-09', true],
    ['A-11', true],
    ['A-12', false],
    ['A-010', false],
    ['B-10', false],
    ['A-1X', false],
  ])('on serials A-09 to A-11 is on %s: %s', (serial, isIn) => {
    expect(isInSerials({ serialFrom: 'A-09', serialTo: 'A-11' }, serial)).toBe(isIn);
  });

  it.each([
    ['2026-01-02', false],
    ['2026-01-03', true],
    ['2026-01-05', true],
    ['2026-01-06', false],
    ['', false],
  ] as const)('on what came from the third to the fifth is on what came on %s: %s', (on, isHeld) => {
    const window = { ...anyGoods, supplier: 'S1', receivedFrom: '2026-01-03', receivedTo: '2026-01-05' };
    expect(isFrom(window, [{ supplier: 'S1', workOrder: '', on }])).toBe(isHeld);
    expect(isFrom(window, [{ supplier: 'S2', workOrder: '', on }])).toBe(false);
  });

  it('covers what is narrower, and nothing wider', () => {
    const narrower = [
      lot,
      { ...lot, sublot: 'S' },
      { ...lot, serialFrom: 'N1' },
      { ...lot, location: 'STORE' },
      { ...lot, receivedFrom: '2026-01-01' },
    ];
    for (const one of narrower) {
      expect(covers(lot, one)).toBe(true);
      expect(covers(one, lot)).toBe(one === lot);
    }
    expect(covers(lot, { ...lot, lot: 'L2' })).toBe(false);
    const range = { ...anyGoods, product: 'PUMP', serialFrom: 'P1', serialTo: 'P5' };
    expect(covers(range, { ...range, serialFrom: 'P2', serialTo: 'P5' })).toBe(true);
    expect(covers(range, { ...range, serialTo: 'P6' })).toBe(false);
  });

  it.each([
    ['a lot', lot, true],
    [
      'a supplier and a window',
      { ...anyGoods, supplier: 'S1', receivedFrom: '2026-01-01', receivedTo: '2026-01-01' },
      true,
    ],
    ['a product', { ...anyGoods, product: 'MILK' }, false],
    ['a sublot of no lot', { ...anyGoods, product: 'MILK', serialFrom: 'N1', sublot: 'S' }, false],
    ['a supplier and a work order', { ...anyGoods, supplier: 'S1', workOrder: 'WO' }, false],
    ['a window that ends before it begins', { ...lot, receivedFrom: '2026-01-02', receivedTo: '2026-01-01' }, false],
    ['serials without digits', { ...anyGoods, product: 'PUMP', serialFrom: 'A', serialTo: 'B' }, false],
  ])('on %s', (_what, scope, is) => {
    expect(judgeScope(scope).ok).toBe(is);
  });

  it('is signed with its numbers', () => {
    const milk = { product: 'MILK', quantity: '1240', unitOfMeasure: 'kg' };
    const jars = { product: 'JAR', quantity: '3', unitOfMeasure: 'EA' };
    const lids = { ...jars, product: 'LID', quantity: '4' };
    const held = { sums: [milk], locations: ['A', 'B'] };
    const read = (...asked: Parameters<typeof holdSentence>): string => inEnglish(holdSentence(...asked));
    expect(read([lot], held, 'Glass.')).toBe('Hold MILK lot L1: 1240 kg at 2 locations. Glass.');
    expect(read([lot, { ...lot, lot: 'L2' }], held, 'Glass.')).toBe(
      'Hold 2 lots or serials: MILK 1240 kg at 2 locations. Glass.',
    );
    // Jars and lids are counted in pieces both, and never together.
    expect(read([lot, anyGoods], { sums: [jars, lids, milk], locations: ['A'] }, 'Glass.')).toBe(
      'Hold 2 lots or serials: JAR 3 EA, LID 4 EA, MILK 1240 kg at A. Glass.',
    );
    const many = Array.from({ length: 8 }, (_, index) => ({ ...jars, product: `P${index}` }));
    expect(read([{ ...anyGoods, location: 'A' }], { sums: many, locations: ['A'] }, 'Glass.')).toBe(
      'Hold all goods, lying at A: P0 3 EA, P1 3 EA, P2 3 EA, P3 3 EA, P4 3 EA, 3 more products at A. Glass.',
    );
    expect(
      read([{ ...anyGoods, supplier: 'S1', receivedTo: '2026-01-05' }], { sums: [], locations: [] }, 'Glass.'),
    ).toBe('Hold all goods, delivered by S1, come in until 2026-01-05: nothing of it lies here now. Glass.');
    expect(inEnglish(liftSentence([{ number: 'H-1', scope: lot }], held, 'Nothing.'))).toBe(
      'Lift hold H-1 on MILK lot L1: 1240 kg at 2 locations. Nothing.',
    );
  });
});
