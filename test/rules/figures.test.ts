import { describe, expect, it } from 'vitest';
import {
  accountedPercent,
  balanceOf,
  type FigureRow,
  type Flow,
  flowsByUnit,
  noFlow,
} from '#shared/recalls/figures.ts';

const [dock, lot, lot2, serial, serial2] = [1, 2, 3, 4, 5];
let nextId = 1;

type Kind = FigureRow['kind'];
const inward: Kind[] = ['opening', 'receipt', 'output', 'customer-return', 'production-return', 'put-away', 'assign'];

/** A movement of one unit, or of goods that have one name before and another after. */
function row(
  kind: Kind,
  unit: number | [from: number, to: number],
  quantity: number,
  at: number,
  more: Partial<FigureRow> = {},
): FigureRow {
  const [from, to] = typeof unit === 'number' ? [unit, unit] : unit;
  return { id: nextId++, at, kind, from, to, quantity, arrives: inward.includes(kind), explained: true, ...more };
}

/** The figures that are not zero. */
function told(rows: FigureRow[], unit: number, since?: (unit: number) => number): Partial<Flow> {
  const flow = flowsByUnit(rows, since).get(unit) ?? noFlow();
  return Object.fromEntries(Object.entries(flow).filter(([, quantity]) => quantity !== 0n));
}

describe('the figures of a unit', () => {
  const rows = [
    row('opening', lot, 100, 1),
    row('receipt', lot, 50, 2),
    row('output', lot, 7, 3),
    row('consumption', lot, 40, 4),
    row('production-return', lot, 10, 5),
    row('shipment', lot, 30, 6),
    row('customer-return', lot, 4, 7),
    row('supplier-return', lot, 5, 8),
    row('scrap', lot, 6, 9),
    row('sample', lot, 1, 10),
    row('adjustment', lot, 3, 11, { arrives: true }),
    row('adjustment', lot, 8, 12, { arrives: false, explained: false }),
    row('transfer', lot, 9, 13),
  ];

  it('are gross, but for consumption net of what came back and adjustments with their sign', () => {
    expect(flowsByUnit(rows).get(lot)).toEqual({
      opening: 100n,
      received: 50n,
      produced: 7n,
      consumed: 30n,
      shipped: 30n,
      returned: 4n,
      returnedToSupplier: 5n,
      scrapped: 6n,
      sampled: 1n,
      adjusted: -5n,
      unexplained: -8n,
    });
  });

  it('say what must be on hand', () => {
    expect(balanceOf(flowsByUnit(rows).get(lot) ?? noFlow())).toBe(84n);
  });

  it('are exact beyond what a double holds', () => {
    const large = [
      row('receipt', lot, Number.MAX_SAFE_INTEGER, 1),
      row('receipt', lot, Number.MAX_SAFE_INTEGER, 2),
      row('receipt', lot, 1, 3),
    ];
    expect(told(large, lot)).toEqual({ received: 18014398509481983n });
  });
});

describe('goods that get their name later', () => {
  it('take their figure along', () => {
    const rows = [row('receipt', dock, 100, 1), row('put-away', [dock, lot], 60, 2)];
    expect(told(rows, dock)).toEqual({ received: 40n });
    expect(told(rows, lot)).toEqual({ received: 60n });
  });

  it('take the oldest first, of whatever figure', () => {
    const rows = [
      row('output', dock, 10, 3),
      row('opening', dock, 10, 1),
      row('receipt', dock, 10, 2),
      row('assign', [dock, lot], 15, 5),
      row('assign', [dock, lot2], 12, 6),
    ];
    expect(told(rows, lot)).toEqual({ opening: 10n, received: 5n });
    expect(told(rows, lot2)).toEqual({ received: 5n, produced: 7n });
    expect(told(rows, dock)).toEqual({ produced: 3n });
  });

  it('take only what had come by then', () => {
    const rows = [row('receipt', dock, 10, 2), row('assign', [dock, lot], 10, 3), row('opening', dock, 10, 4)];
    expect(told(rows, lot)).toEqual({ received: 10n });
    expect(told(rows, dock)).toEqual({ opening: 10n });
  });

  it('may be told before their arrival within one instant', () => {
    const rows = [row('put-away', [dock, lot], 10, 1), row('receipt', dock, 10, 1)];
    expect(told(rows, lot)).toEqual({ received: 10n });
  });

  it('keep their figure through several namings, in any order within one instant', () => {
    const rows = [
      row('shipment', [lot, serial], 1, 4),
      row('put-away', [dock, lot], 10, 4),
      row('receipt', dock, 10, 1),
    ];
    expect(told(rows, dock)).toEqual({});
    expect(told(rows, lot)).toEqual({ received: 9n });
    expect(told(rows, serial)).toEqual({ received: 1n, shipped: 1n });
  });

  it('do not lose their figure to what was issued without a name', () => {
    const rows = [
      row('opening', dock, 10, 1),
      row('receipt', dock, 10, 2),
      row('shipment', dock, 10, 3),
      row('assign', [dock, lot], 10, 4),
    ];
    expect(told(rows, lot)).toEqual({ opening: 10n });
    expect(told(rows, dock)).toEqual({ received: 10n, shipped: 10n });
  });

  it('take over what had come back where nothing else is left, then what a count found', () => {
    const rows = [
      row('receipt', dock, 3, 1),
      row('adjustment', dock, 4, 2, { arrives: true }),
      row('customer-return', dock, 5, 3),
      row('assign', [dock, lot], 10, 4),
    ];
    expect(told(rows, lot)).toEqual({ received: 3n, returned: 5n, adjusted: 2n });
    expect(told(rows, dock)).toEqual({ adjusted: 2n });
  });

  it('take over what was found without a reason as unexplained, oldest first', () => {
    const rows = [
      row('adjustment', dock, 4, 2, { arrives: true, explained: false }),
      row('adjustment', dock, 3, 3, { arrives: true }),
      row('assign', [dock, lot], 5, 4),
    ];
    expect(told(rows, lot)).toEqual({ adjusted: 5n, unexplained: 4n });
    expect(told(rows, dock)).toEqual({ adjusted: 2n });
  });
});

describe('serials named on issue', () => {
  const made = row('output', lot, 10, 1);
  const shipped = row('shipment', [lot, serial], 1, 2);
  const back = row('customer-return', [serial, lot], 1, 3);

  it('take their piece of the lot over', () => {
    expect(told([made, shipped], serial)).toEqual({ produced: 1n, shipped: 1n });
    expect(told([made, shipped], lot)).toEqual({ produced: 9n });
  });

  it('give it back when they come back, and keep what happened to them', () => {
    expect(told([made, shipped, back], serial)).toEqual({ shipped: 1n, returned: 1n });
    expect(told([made, shipped, back], lot)).toEqual({ produced: 10n });
  });

  it('may be issued and come back again and again', () => {
    const rows = [made, shipped, back, row('shipment', [lot, serial], 1, 4), row('shipment', [lot, serial2], 1, 5)];
    expect(told(rows, serial)).toEqual({ produced: 1n, shipped: 2n, returned: 1n });
    expect(told(rows, serial2)).toEqual({ produced: 1n, shipped: 1n });
    expect(told(rows, lot)).toEqual({ produced: 8n });
  });

  it('count net when production gives them back', () => {
    const rows = [made, row('consumption', [lot, serial], 1, 2), row('production-return', [serial, lot], 1, 3)];
    expect(told(rows, serial)).toEqual({});
    expect(told(rows, lot)).toEqual({ produced: 10n });
  });

  it('hand the lot their return where they were never issued here', () => {
    const rows = [row('customer-return', [serial, lot], 1, 3)];
    expect(told(rows, serial)).toEqual({});
    expect(told(rows, lot)).toEqual({ returned: 1n });
  });

  it('count for the lot where production gives back what was never issued', () => {
    const rows = [made, row('production-return', [serial, lot], 1, 3)];
    expect(told(rows, serial)).toEqual({});
    expect(told(rows, lot)).toEqual({ produced: 10n, consumed: -1n });
  });

  it('balance in every unit, whatever happens', () => {
    const rows = [
      row('receipt', dock, 10, 1),
      row('put-away', [dock, lot], 6, 2),
      row('opening', lot, 2, 1),
      row('consumption', [lot, serial], 1, 3),
      row('production-return', [serial, lot], 1, 4),
      row('shipment', [lot, serial], 1, 5),
      row('customer-return', [serial, lot], 1, 6),
      row('scrap', lot, 3, 7),
      row('shipment', [lot, serial2], 1, 8),
      row('adjustment', lot, 2, 9, { arrives: false }),
    ];
    const flows = flowsByUnit(rows);
    const onHand = [dock, lot, serial, serial2].map((unit) => balanceOf(flows.get(unit) ?? noFlow()));
    expect(onHand).toEqual([4n, 2n, 0n, 0n]);
  });
});

describe('figures from a moment on', () => {
  const since = (moments: Record<number, number>) => (unit: number) => moments[unit] ?? Number.NEGATIVE_INFINITY;

  it('count what happened from that moment on, itself included', () => {
    const rows = [
      row('receipt', lot, 10, 1),
      row('shipment', lot, 1, 4),
      row('output', lot, 5, 5),
      row('shipment', lot, 2, 6),
    ];
    expect(told(rows, lot, since({ [lot]: 5 }))).toEqual({ produced: 5n, shipped: 2n });
  });

  it('give the named unit all it took over from then on', () => {
    const rows = [row('receipt', lot, 10, 1), row('output', lot, 5, 5), row('shipment', [lot, serial], 1, 6)];
    expect(told(rows, serial, since({ [lot]: 5, [serial]: 6 }))).toEqual({ received: 1n, shipped: 1n });
  });

  it('take from the unnamed unit only what counted for it', () => {
    const rows = [
      row('receipt', lot, 10, 1),
      row('output', lot, 5, 5),
      row('shipment', [lot, serial], 1, 6),
      row('assign', [lot, lot2], 11, 7),
    ];
    expect(told(rows, lot, since({ [lot]: 5 }))).toEqual({ produced: 3n });
  });
});

describe('how much is accounted for', () => {
  const flow = (figures: Partial<Flow>): Flow => ({ ...noFlow(), ...figures });

  it('is a hundred percent less the net adjustments of each unit, whatever their sign', () => {
    expect(
      accountedPercent([flow({ received: 900n, adjusted: -5n }), flow({ opening: 60n, produced: 40n, adjusted: 5n })]),
    ).toBe('99.00');
  });

  it('is rounded down to two decimals', () => {
    expect(accountedPercent([flow({ received: 3n, adjusted: -1n })])).toBe('66.66');
    expect(accountedPercent([flow({ received: 1_000_000n, adjusted: -1n })])).toBe('99.99');
    expect(accountedPercent([flow({ received: 1000n, adjusted: 998n })])).toBe('0.20');
  });

  it('is never below zero', () => {
    expect(accountedPercent([flow({ received: 10n, adjusted: 25n })])).toBe('0.00');
  });

  it('is whole where nothing came in and nothing was adjusted, and nothing where something was', () => {
    expect(accountedPercent([])).toBe('100.00');
    expect(accountedPercent([flow({ shipped: 3n })])).toBe('100.00');
    expect(accountedPercent([flow({ adjusted: 3n })])).toBe('0.00');
  });
});
