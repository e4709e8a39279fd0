import { describe, expect, it } from 'vitest';
import { arrangeInColumns } from '#renderer/features/trace/graph/columns.ts';
import { layersOf } from '#renderer/features/trace/graph/layers.ts';
import type { TracePicture } from '#renderer/features/trace/trace.hooks.ts';

type Node = TracePicture['nodes'][number];
type Link = TracePicture['links'][number];

const goods = { onHand: '0', unitOfMeasure: 'kg', statuses: [], breaks: [], held: '' as const };
const unit = (id: string, depth: number): Node => ({
  id,
  kind: 'unit',
  unit: { product: 'P', lot: id, sublot: '', serial: '' },
  depth,
  root: depth === 0,
  ...goods,
});
const run = (id: string): Node => ({ id, kind: 'run', workOrder: id, run: '', at: '2026-01-01T00:00:00Z' });
const partner = (id: string, side: 'supplier' | 'customer'): Node => ({
  id,
  kind: 'partner',
  side,
  code: id,
  name: '',
});
const link = (from: string, to: string, kind: Link['kind'] = 'output'): Link => ({
  from,
  to,
  kind,
  quantity: '1',
  unitOfMeasure: 'kg',
  count: 1,
});

const picture = (direction: TracePicture['direction'], depths: [string, number][]): TracePicture => ({
  direction,
  nodes: [
    partner('C', 'customer'),
    ...depths.map(([id, depth]) => unit(id, depth)),
    run('R'),
    partner('S', 'supplier'),
  ],
  links: [
    link('S', 'milk', 'receipt'),
    link('milk', 'R', 'consumption'),
    link('R', 'yogurt'),
    link('yogurt', 'C', 'shipment'),
  ],
  counts: { nodes: 5, links: 4, breaks: 0 },
});

describe('layers', () => {
  it.each([
    [
      'downstream',
      [
        ['milk', 0],
        ['yogurt', 1],
      ],
    ],
    [
      'upstream',
      [
        ['yogurt', 0],
        ['milk', 1],
      ],
    ],
  ] as const)('go from supplier to customer, the run between, %s', (direction, depths) => {
    const layers = layersOf(
      picture(
        direction,
        depths.map(([id, depth]) => [id, depth]),
      ),
    );
    const order = ['S', 'milk', 'R', 'yogurt', 'C'].map((id) => layers.get(id) ?? -1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(5);
  });
});

describe('a large picture in columns', () => {
  const size = { width: 100, height: 40 };
  const wide: TracePicture = {
    ...picture('downstream', [['milk', 0]]),
    nodes: [unit('milk', 0), ...Array.from({ length: 500 }, (_, index) => unit(`y${index}`, 1))],
    links: Array.from({ length: 500 }, (_, index) => link('milk', `y${index}`)),
  };

  it('puts no node on another, and each layer right of the one before', () => {
    const { boxes } = arrangeInColumns(wide, () => size);
    expect(boxes.size).toBe(501);
    const column = wide.nodes.slice(1).map(({ id }) => boxes.get(id)?.y ?? Number.NaN);
    const sorted = column.toSorted((a, b) => a - b);
    expect(sorted.slice(1).every((y, index) => y - (sorted[index] ?? y) >= size.height)).toBe(true);
    expect(boxes.get('y0')?.x).toBeGreaterThan((boxes.get('milk')?.x ?? 0) + size.width);
  });

  it('draws each link from the end of its start to the start of its end, also back to an earlier column', () => {
    const back = { ...wide, links: [...wide.links, link('y3', 'milk')] };
    const { boxes, corners } = arrangeInColumns(back, () => size);
    const [milk, y3] = [boxes.get('milk'), boxes.get('y3')];
    expect(corners).toHaveLength(501);
    expect(corners[3]?.at(0)).toEqual({ x: (milk?.x ?? 0) + 100, y: (milk?.y ?? 0) + 20 });
    expect(corners[3]?.at(-1)).toEqual({ x: y3?.x, y: (y3?.y ?? 0) + 20 });
    expect(corners[500]?.at(-1)).toEqual({ x: milk?.x, y: (milk?.y ?? 0) + 20 });
    for (const line of corners)
      for (const [index, { x, y }] of line.slice(1).entries())
        expect(x === line[index]?.x || y === line[index]?.y).toBe(true);
  });
});
