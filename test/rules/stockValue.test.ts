import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, costOfOne, shownValue, type ValuedMove, valueStock } from '#shared/movements/stockValue.ts';
import { formatCost } from '#shared/kernel/quantity.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { Valuation } from '#shared/products/vocabulary.ts';

type Said = [kind: MovementKind, unit: number, quantity: number, more?: Partial<ValuedMove> & { costs?: number }];

const within: readonly MovementKind[] = ['transfer', 'status', 'assign', 'put-away'];
const coming: readonly MovementKind[] = ['opening', 'receipt', 'output', 'customer-return', 'production-return'];

/** Movements one after the other; units are numbers, costs whole. */
const moves = (...said: Said[]): ValuedMove[] =>
  said.map(([kind, unit, quantity, { costs, ...more } = {}], index) => ({
    ...{ id: index + 1, at: index, kind, fromUnit: unit, toUnit: unit, reverses: 0 },
    leaves: !coming.includes(kind),
    arrives: coming.includes(kind) || within.includes(kind),
    quantity: BigInt(Math.round(quantity * 1e6)),
    cost: costs === undefined ? null : BigInt(Math.round(costs * 1e4)),
    ...more,
  }));

const valued = (method: Valuation, said: ValuedMove[], standard?: number): Record<string, string> =>
  Object.fromEntries(
    [
      ...valueStock(said, {
        ...{ method, until: said.length },
        standardAt: () => (standard === undefined ? null : BigInt(standard * 1e4)),
      }),
    ].map(([unit, { value, costless }]) => [
      unit,
      formatCost(shownValue(value)) + (costless === 0n ? '' : ', in part without a cost'),
    ]),
  );

const sumOf = (amounts: Iterable<Amount>): bigint => [...amounts].reduce((sum, { value }) => sum + value, 0n);

describe('what stock is worth', () => {
  const twoBatches: Said[] = [
    ['receipt', 1, 10, { costs: 500 }],
    ['receipt', 2, 10, { costs: 300 }],
  ];

  it('S84: by lot, and by serial, goods leave at what their own batch cost', () => {
    expect(valued('lot', moves(...twoBatches))).toEqual({ 1: '5000', 2: '3000' });
    expect(valued('lot', moves(...twoBatches, ['shipment', 2, 10]))).toEqual({ 1: '5000' });
    expect(valued('lot', moves(...twoBatches, ['shipment', 1, 10]))).toEqual({ 2: '3000' });
  });

  it('S86: which serial leaves decides what is left', () => {
    const serials: Said[] = [
      ['receipt', 1, 1, { costs: 42 }],
      ['receipt', 2, 1, { costs: 113 }],
    ];
    expect(valued('lot', moves(...serials, ['shipment', 2, 1]))).toEqual({ 1: '42' });
  });

  it('S87: what comes back to a lot that is sold out does so at what it went for', () => {
    const sold: Said[] = [
      ['receipt', 1, 10, { costs: 100 }],
      ['shipment', 1, 10],
      ['receipt', 2, 10, { costs: 300 }],
      ['customer-return', 1, 5],
    ];
    expect(valued('lot', moves(...sold))).toEqual({ 1: '500', 2: '3000' });
    expect(valued('average', moves(...sold))).toEqual({ 1: '1166.6667', 2: '2333.3333' });
  });

  it('by average is what came in over how much, each worth the same', () => {
    const later: Said[] = [...twoBatches, ['consumption', 1, 5]];
    expect(valued('average', moves(...later))).toEqual({ 1: '2000', 2: '4000' });
    expect(valued('average', moves(...later, ['receipt', 3, 15, { costs: 600 }]))).toEqual({
      ...{ 1: '2500', 2: '5000', 3: '7500' },
    });
  });

  it('by standard is the standard cost, whatever was paid; without one it is not known', () => {
    expect(valued('standard', moves(...twoBatches), 7)).toEqual({ 1: '70', 2: '70' });
    expect(valued('standard', moves(...twoBatches))[1]).toBe('0, in part without a cost');
  });

  it('of what came without a cost is what the rest of it is, or else the standard cost, or else nothing', () => {
    const unsaid: Said[] = [
      ['receipt', 1, 2, { costs: 9 }],
      ['receipt', 1, 1],
      ['output', 2, 1],
    ];
    expect(valued('lot', moves(...unsaid), 5)).toEqual({ 1: '27', 2: '5' });
    expect(valued('average', moves(...unsaid), 5)).toEqual({ 1: '27', 2: '9' });
    expect(valued('lot', moves(...unsaid))).toEqual({ 1: '27', 2: '0, in part without a cost' });
  });

  it('goes along where goods get a name, are split or merged, and not a hair is lost', () => {
    const said = moves(
      ['receipt', 1, 3, { costs: 0.0001 }],
      ['receipt', 2, 7, { costs: 3.3333 }],
      ['assign', 1, 1, { toUnit: 3 }],
      ['transfer', 2, 2, { toUnit: 3 }],
      ['transfer', 3, 3, { toUnit: 4 }],
    );
    expect(valued('lot', said)).toEqual({ 1: '0.0002', 2: '16.6665', 4: '6.6667' });
    expect(valued('average', said)).toEqual({ 1: '4.6667', 2: '11.6667', 4: '7' });
  });

  it('is what it was after a movement and its undoing', () => {
    const before = moves(...twoBatches, ['shipment', 1, 5]);
    const undone = moves(
      ...twoBatches,
      ['shipment', 1, 5],
      ['receipt', 3, 10, { costs: 1 }],
      ['shipment', 3, 4],
      ['shipment', 3, 4, { reverses: 5, leaves: false, arrives: true }],
      ['receipt', 3, 10, { reverses: 4, leaves: true, arrives: false }],
    );
    for (const method of ['lot', 'average'] as const) expect(valued(method, undone)).toEqual(valued(method, before));
  });

  it('does not depend on the order of movements of one time', () => {
    const document = moves(
      ['receipt', 1, 4, { costs: 2 }],
      ['put-away', 1, 4, { toUnit: 2 }],
      ['shipment', 2, 3],
      ['customer-return', 2, 1],
    ).map((move) => ({ ...move, at: 1 }));
    expect(valued('lot', document)).toEqual({ 2: '4' });
    expect(valued('lot', document.toReversed())).toEqual({ 2: '4' });
  });

  it('never changes by moves within the plant, whatever the quantities and costs', () => {
    const inside = fc.record({
      from: fc.integer({ min: 1, max: 4 }),
      to: fc.integer({ min: 1, max: 4 }),
      part: fc.nat(),
    });
    const received = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e6 }));
    fc.assert(
      fc.property(
        fc.array(received, { minLength: 4, maxLength: 4 }),
        fc.array(inside, { maxLength: 20 }),
        (came, all) => {
          const lying = came.map(([quantity]) => quantity);
          const receipts = came.map(
            ([quantity, cost], at): Said => ['receipt', at + 1, quantity / 1e6, { costs: cost / 1e4 }],
          );
          const transfers = all.map(({ from, to, part }): Said => {
            const quantity = part % ((lying[from - 1] ?? 0) + 1);
            lying[from - 1] = (lying[from - 1] ?? 0) - quantity;
            lying[to - 1] = (lying[to - 1] ?? 0) + quantity;
            return ['transfer', from, quantity / 1e6, { toUnit: to }];
          });
          for (const method of ['lot', 'average'] as const) {
            const rules = { method, until: 99, standardAt: () => null };
            expect(sumOf(valueStock(moves(...receipts, ...transfers), rules).values())).toBe(
              sumOf(valueStock(moves(...receipts), rules).values()),
            );
          }
        },
      ),
    );
  });

  it('is told in ten-thousandths, rounded half up', () => {
    expect([shownValue(499_999n), shownValue(500_000n)]).toEqual([0n, 1n]);
    expect(costOfOne({ quantity: 3_000_000n, value: 100_000_000_000n, costless: 0n })).toBe(33_333n);
    expect(costOfOne({ quantity: 2_000_000n, value: 1_000_000n, costless: 0n })).toBe(1n);
    expect(costOfOne({ quantity: 2n, value: 0n, costless: 1n })).toBeUndefined();
  });
});
