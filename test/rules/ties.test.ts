import { describe, expect, it } from 'vitest';
import type { OrderLink, OrderRow } from '#shared/orders/orderRows.ts';
import { orderEdges, tieOrder } from '#shared/orders/ties.ts';

const [milk, sugar, base, yogurt, board, pump] = [10, 20, 30, 40, 50, 60];
const runIds: Record<string, number> = { '': 100, R1: 101, R2: 102 };
let nextId = 1;

/** A row of an order: quantity in micro units, `at` a day number, the product the same as the unit's unless given. */
function row(kind: OrderRow['kind'], unit: number, quantity: number, more: Partial<OrderRow> = {}): OrderRow {
  const run = more.run ?? '';
  return {
    id: nextId++,
    kind,
    unit,
    productId: unit,
    leaf: false,
    runId: runIds[run] ?? 0,
    run,
    quantity,
    at: 1,
    ...more,
  };
}

function link(component: number, parent: number, componentProductId = component): OrderLink {
  return { id: nextId++, parent, component, componentProductId, quantity: 1 };
}

const said = (rows: OrderRow[], links: OrderLink[] = []): string[] =>
  orderEdges(rows, links)
    .sort((a, b) => a.source - b.source || a.target - b.target || a.at - b.at)
    .map(({ source, target, at, kind }) => `${source}>${target} ${kind} @${at}`);

const parentsOf = (unit: number, rows: OrderRow[], links: OrderLink[] = []): number[] => {
  const edges = orderEdges(rows, links);
  const sources = edges.filter((edge) => edge.target === unit).map((edge) => edge.source);
  const through = edges
    .filter((edge) => sources.includes(edge.target) && edge.kind === 'consumption')
    .map((edge) => edge.source);
  return [...new Set([...sources.filter((source) => source < 100), ...through])].sort((a, b) => a - b);
};

describe('an order without runs', () => {
  const rows = [
    row('consumption', milk, 8, { at: 1 }),
    row('consumption', sugar, 2, { at: 2 }),
    row('output', base, 9, { at: 3 }),
    row('output', yogurt, 1, { at: 4 }),
  ];

  it('ties every consumption to every output through one node', () => {
    expect(said(rows)).toEqual([
      '10>100 consumption @1',
      '20>100 consumption @2',
      '100>30 output @3',
      '100>40 output @4',
    ]);
    expect(parentsOf(yogurt, rows)).toEqual([milk, sugar]);
  });

  it('is one entry, at its first output, with sums per unit', () => {
    const { entries } = tieOrder(
      [...rows, row('consumption', milk, 5, { at: 9 }), row('output', base, 1, { at: 2 })],
      [],
    );
    expect(entries).toEqual([
      {
        runId: 100,
        run: '',
        at: 2,
        inputs: [
          { unit: milk, quantity: 13n },
          { unit: sugar, quantity: 2n },
        ],
        outputs: [
          { unit: base, quantity: 10n },
          { unit: yogurt, quantity: 1n },
        ],
      },
    ]);
  });

  it('is dated by its first consumption while nothing came out', () => {
    expect(
      tieOrder([row('consumption', milk, 8, { at: 7 }), row('consumption', sugar, 8, { at: 5 })], []).entries[0]?.at,
    ).toBe(5);
  });

  it('may consume what it makes: a lot reworked into itself', () => {
    const rework = [row('consumption', base, 3), row('output', base, 3)];
    expect(said(rework)).toEqual(['30>100 consumption @1', '100>30 output @1']);
    expect(tieOrder(rework, []).withoutInputs).toEqual([]);
  });
});

describe('an order with runs', () => {
  it('ties rows of a run only to rows of that run', () => {
    const rows = [
      row('consumption', milk, 8, { run: 'R1' }),
      row('output', base, 8, { run: 'R1' }),
      row('consumption', sugar, 8, { run: 'R2' }),
      row('output', yogurt, 8, { run: 'R2' }),
    ];
    expect(parentsOf(base, rows)).toEqual([milk]);
    expect(parentsOf(yogurt, rows)).toEqual([sugar]);
  });

  const mixed = [
    row('consumption', milk, 8, { run: 'R1', at: 1 }),
    row('consumption', sugar, 5, { at: 2 }),
    row('output', base, 7, { run: 'R1', at: 3 }),
    row('output', yogurt, 6, { run: 'R2', at: 4 }),
    row('output', pump, 1, { at: 5 }),
  ];

  it('ties rows without a run to those of every run, and leaves no node for them', () => {
    expect(parentsOf(base, mixed)).toEqual([milk, sugar]);
    expect(parentsOf(yogurt, mixed)).toEqual([sugar]);
    expect(parentsOf(pump, mixed)).toEqual([milk, sugar]);
    expect(said(mixed).filter((edge) => edge.includes('100'))).toEqual([]);
  });

  it('lists rows without a run in every entry with their full quantity', () => {
    const { entries } = tieOrder(mixed, []);
    expect(entries.map((entry) => [entry.run, entry.at, entry.inputs, entry.outputs])).toEqual([
      [
        'R1',
        3,
        [
          { unit: milk, quantity: 8n },
          { unit: sugar, quantity: 5n },
        ],
        [
          { unit: base, quantity: 7n },
          { unit: pump, quantity: 1n },
        ],
      ],
      [
        'R2',
        4,
        [{ unit: sugar, quantity: 5n }],
        [
          { unit: yogurt, quantity: 6n },
          { unit: pump, quantity: 1n },
        ],
      ],
    ]);
  });
});

describe('what is in process', () => {
  it('is consumption of a run that made nothing', () => {
    const rows = [
      row('consumption', milk, 8, { run: 'R1' }),
      row('consumption', milk, 3, { run: 'R2', at: 6 }),
      row('output', base, 8, { run: 'R1' }),
    ];
    expect(tieOrder(rows, []).inProcess).toEqual([{ unit: milk, quantity: 3n, at: 6 }]);
  });

  it('ends with any output of the order for a row without a run, and with an output without a run for every row', () => {
    expect(tieOrder([row('consumption', milk, 8), row('output', base, 8, { run: 'R1' })], []).inProcess).toEqual([]);
    expect(tieOrder([row('consumption', milk, 8, { run: 'R1' }), row('output', base, 8)], []).inProcess).toEqual([]);
  });

  it('is net, and leaves linked products out', () => {
    const rows = [row('consumption', milk, 8), row('production-return', milk, 3), row('consumption', board, 1)];
    expect(tieOrder(rows, [link(board, pump)]).inProcess).toEqual([{ unit: milk, quantity: 5n, at: 1 }]);
  });
});

describe('production returns', () => {
  const quantities = (rows: OrderRow[], run = ''): unknown =>
    tieOrder(rows, [])
      .entries.find((entry) => entry.run === run)
      ?.inputs.map(({ unit, quantity }) => [unit, quantity]);

  it('make the inputs net', () => {
    const rows = [row('consumption', milk, 8), row('production-return', milk, 3), row('output', base, 5)];
    expect(quantities(rows)).toEqual([[milk, 5n]]);
    expect(said(rows)).toEqual(['10>100 consumption @1', '100>30 output @1']);
  });

  it('leave no parent where nothing was used after all', () => {
    const rows = [
      row('consumption', milk, 8),
      row('consumption', sugar, 1),
      row('production-return', milk, 8),
      row('output', base, 5),
    ];
    expect(parentsOf(base, rows)).toEqual([sugar]);
    expect(quantities(rows)).toEqual([[sugar, 1n]]);
    expect(
      tieOrder([row('consumption', milk, 8), row('production-return', milk, 8), row('output', base, 5)], [])
        .withoutInputs,
    ).toEqual([{ unit: base, at: 1 }]);
  });

  it('with a run are taken from that run', () => {
    const rows = [
      row('consumption', milk, 8, { run: 'R1', at: 1 }),
      row('consumption', milk, 8, { run: 'R2', at: 2 }),
      row('production-return', milk, 8, { run: 'R2', at: 3 }),
      row('output', base, 1, { run: 'R1' }),
      row('output', yogurt, 1, { run: 'R2' }),
    ];
    expect(parentsOf(base, rows)).toEqual([milk]);
    expect(parentsOf(yogurt, rows)).toEqual([]);
  });

  it('without a run are taken from rows without one first, then from the oldest', () => {
    const rows = [
      row('consumption', milk, 4, { run: 'R2', at: 3 }),
      row('consumption', milk, 4, { run: 'R1', at: 1 }),
      row('consumption', milk, 4, { at: 5 }),
      row('production-return', milk, 7, { at: 9 }),
      row('output', base, 1, { run: 'R1' }),
      row('output', yogurt, 1, { run: 'R2' }),
    ];
    expect(quantities(rows, 'R1')).toEqual([[milk, 1n]]);
    expect(quantities(rows, 'R2')).toEqual([[milk, 4n]]);
    const more = [...rows, row('production-return', milk, 1, { at: 9 })];
    expect(parentsOf(base, more)).toEqual([]);
    expect(parentsOf(yogurt, more)).toEqual([milk]);
  });

  it('that name their run go before those that do not, whatever came first', () => {
    const rows = [
      row('consumption', milk, 5, { run: 'R1', at: 1 }),
      row('consumption', milk, 5, { run: 'R2', at: 2 }),
      row('production-return', milk, 5, { at: 3 }),
      row('production-return', milk, 5, { run: 'R1', at: 4 }),
    ];
    expect(tieOrder(rows, []).inProcess).toEqual([]);
  });

  it('never take from the other named runs', () => {
    const rows = [
      row('consumption', milk, 5, { run: 'R1' }),
      row('production-return', milk, 5, { run: 'R2' }),
      row('output', base, 1, { run: 'R1' }),
    ];
    expect(parentsOf(base, rows)).toEqual([milk]);
  });

  it('leave of several rows the latest, so that a dated walk can still use it', () => {
    const rows = [
      row('consumption', milk, 5, { at: 2 }),
      row('consumption', milk, 5, { at: 6 }),
      row('production-return', milk, 6, { at: 7 }),
      row('output', base, 1),
    ];
    expect(said(rows)).toEqual(['10>100 consumption @6', '100>30 output @1']);
    expect(quantities(rows)).toEqual([[milk, 4n]]);
  });
});

describe('serial links', () => {
  const [board2, pump2] = [51, 61];
  const boards = [
    row('consumption', board, 1, { productId: 5, at: 3 }),
    row('consumption', board2, 1, { productId: 5, at: 4 }),
  ];
  const pumps = [row('output', pump, 1, { productId: 6, at: 8 }), row('output', pump2, 1, { productId: 6, at: 9 })];

  it('tie a component to its parent alone, at the time of its consumption', () => {
    const rows = [...boards, row('consumption', milk, 1, { at: 2 }), ...pumps];
    const links = [link(board, pump, 5), link(board2, pump2, 5)];
    expect(said(rows, links)).toEqual([
      '10>100 consumption @2',
      '50>60 serialLink @3',
      '51>61 serialLink @4',
      '100>60 output @8',
      '100>61 output @9',
    ]);
    expect(parentsOf(pump, rows, links)).toEqual([milk, board]);
  });

  it('leave a used unit of the product that none names as a break, and tie it to nothing', () => {
    const { unlinked, withoutInputs, inProcess } = tieOrder([...boards, ...pumps], [link(board, pump, 5)]);
    expect(unlinked).toEqual([{ unit: board2, run: '' }]);
    expect(withoutInputs).toEqual([{ unit: pump2, at: 9 }]);
    expect(inProcess).toEqual([]);
  });

  it('reach over the runs of an order', () => {
    const rows = [row('consumption', board, 1, { run: 'R1', at: 3 }), row('output', pump, 1, { run: 'R2', at: 8 })];
    expect(said(rows, [link(board, pump)])).toEqual(['50>60 serialLink @3', '102>60 output @8']);
  });

  it('do not hold when the component was given back', () => {
    const rows = [...boards, row('production-return', board, 1, { productId: 5, at: 6 }), ...pumps];
    const tied = tieOrder(rows, [link(board, pump, 5), link(board2, pump2, 5)]);
    expect(tied.links.map(({ component, moments }) => [component, moments])).toEqual([[board2, [4]]]);
    expect(tied.unlinked).toEqual([]);
    expect(tied.withoutInputs).toEqual([{ unit: pump, at: 8 }]);
  });

  it('do not hold while the parent is not made, and the component counts as unlinked', () => {
    const tied = tieOrder(boards, [link(board, pump, 5), link(board2, pump2, 5)]);
    expect(tied.links).toEqual([]);
    expect(tied.unlinked.map(({ unit }) => unit)).toEqual([board, board2]);
  });

  it('give an edge for each moment the component was consumed', () => {
    const rows = [
      row('consumption', board, 4, { at: 3 }),
      row('consumption', board, 4, { at: 5 }),
      row('consumption', board, 1, { at: 5 }),
      row('output', pump, 1),
    ];
    expect(said(rows, [link(board, pump)])).toEqual(['50>60 serialLink @3', '50>60 serialLink @5', '100>60 output @1']);
  });
});

describe('goods without tracking or without their lot', () => {
  it('are consumed from the node after their own, so that no walk leads through them', () => {
    const rows = [
      row('consumption', milk, 1, { leaf: true }),
      row('consumption', sugar, 1, { leaf: true, at: 2 }),
      row('output', base, 1, { leaf: true }),
    ];
    expect(said(rows, [link(sugar, base)])).toEqual([
      '11>100 consumption @1',
      '21>30 serialLink @2',
      '100>30 output @1',
    ]);
  });
});

describe('outputs without inputs', () => {
  it('are told row by row', () => {
    const rows = [
      row('consumption', milk, 1, { run: 'R1' }),
      row('output', base, 1, { run: 'R1' }),
      row('output', yogurt, 1, { run: 'R2', at: 4 }),
    ];
    expect(tieOrder(rows, []).withoutInputs).toEqual([{ unit: yogurt, at: 4 }]);
    expect(tieOrder([...rows, row('consumption', sugar, 1)], []).withoutInputs).toEqual([]);
  });
});
