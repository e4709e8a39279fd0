import { groupIdOf } from '#shared/trace/picture.ts';
import type { TracePicture } from '../trace.hooks.ts';
import type { Arrangement, Box } from './arrangement.ts';

type Boxes = Arrangement['boxes'];
/** Left is towards sources, right towards use; up and down go through what stands in the same column. */
export type Way = 'left' | 'right' | 'up' | 'down';
export type Step = {
  current: string;
  way: Way;
  /** Where the person stood before: the way back leads there, whatever else is nearer. */
  before: string;
};

/**
 * Where the keyboard is: at the first of `wanted` that is drawn, or at the first member of a group that was expanded
 * since; else at what was asked about.
 */
export function placeIn({ nodes }: Pick<TracePicture, 'nodes'>, ...wanted: readonly string[]): string {
  const root = nodes.find((node) => node.kind === 'unit' && node.root) ?? nodes[0];
  const found = wanted
    .filter((id) => id !== '')
    .map((id) => nodes.find((node) => node.id === id) ?? nodes.find((node) => isIn(node, id)));
  return (found.find((node) => node !== undefined) ?? root)?.id ?? '';
}

const isIn = (node: TracePicture['nodes'][number], group: string): boolean =>
  (node.kind === 'unit' && group === groupIdOf('unit', String(node.depth), node.unit.product)) ||
  (node.kind === 'partner' && group === groupIdOf(node.side));

/** The node an arrow leads to; undefined where there is none. */
export function nextNode({ links }: Pick<TracePicture, 'links'>, boxes: Boxes, step: Step): string | undefined {
  const here = boxes.get(step.current);
  if (here === undefined) return undefined;
  if (step.way === 'up' || step.way === 'down') {
    const column = [...boxes]
      .filter(([, box]) => box.x < here.x + here.width && here.x < box.x + box.width)
      .toSorted(([, a], [, b]) => a.y - b.y)
      .map(([id]) => id);
    return column[column.indexOf(step.current) + (step.way === 'up' ? -1 : 1)];
  }
  const ends = links.flatMap(({ from, to }) => {
    const [near, far] = step.way === 'left' ? [to, from] : [from, to];
    return near === step.current ? [far] : [];
  });
  if (ends.includes(step.before)) return step.before;
  const away = (id: string): number => Math.abs(middle(boxes.get(id) ?? here) - middle(here));
  return ends.toSorted((a, b) => away(a) - away(b))[0];
}

/** The next node with a gap in the record, in reading order, and from the last on again with the first. */
export function nextGap(
  { nodes }: Pick<TracePicture, 'nodes'>,
  boxes: Boxes,
  { current, back }: { current: string; back: boolean },
): string | undefined {
  const gaps = new Set(nodes.flatMap((node) => ('breaks' in node && node.breaks.length > 0 ? [node.id] : [])));
  const order = [...boxes].toSorted(([, a], [, b]) => a.x - b.x || a.y - b.y).map(([id]) => id);
  if (back) order.reverse();
  const here = order.indexOf(current);
  return [...order.slice(here + 1), ...order.slice(0, here + 1)].find((id) => gaps.has(id));
}

const middle = ({ y, height }: Box): number => y + height / 2;
