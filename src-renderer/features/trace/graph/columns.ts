import type { TracePicture } from '../trace.hooks.ts';
import type { Arrangement, Box, Point } from './arrangement.ts';
import { layersOf } from './layers.ts';

type Node = TracePicture['nodes'][number];
type Size = { readonly width: number; readonly height: number };

/** Room for lines to turn, and for quantities before and behind. */
const gapBetweenColumns = 220;
const firstTurn = 84;
const gapBetweenRows = 12;
/** How often the order in the columns is improved: each node is put near the middle of those it hangs together with. */
const sweeps = 4;
/** Links of neighbouring nodes turn at different places, so that they can be told apart. */
const lanes = 9;

/**
 * Arranges a large picture in plain columns, one a layer, in time that grows with its size alone. Links turn once, in
 * the gap before their end; those over several columns run behind the nodes between.
 */
export function arrangeInColumns(picture: TracePicture, sizeOf: (node: Node) => Size): Arrangement {
  const columns = orderedColumns(picture);
  const boxes = new Map<string, Box>();
  const tallest = Math.max(0, ...columns.map((column) => heightOf(column, sizeOf)));
  let x = 0;
  for (const column of columns) {
    const width = Math.max(0, ...column.map((node) => sizeOf(node).width));
    let y = (tallest - heightOf(column, sizeOf)) / 2;
    for (const node of column) {
      const size = sizeOf(node);
      boxes.set(node.id, { x, y, ...size });
      y += size.height + gapBetweenRows;
    }
    x += width + gapBetweenColumns;
  }
  return { boxes, corners: picture.links.map(({ from, to }, index) => elbow(boxes.get(from), boxes.get(to), index)) };
}

const heightOf = (column: readonly Node[], sizeOf: (node: Node) => Size): number =>
  column.reduce((sum, node) => sum + sizeOf(node).height + gapBetweenRows, 0);

/** The nodes of each layer that has some, ordered so that links cross little. */
function orderedColumns(picture: TracePicture): Node[][] {
  const layers = layersOf(picture);
  const byLayer = [...Map.groupBy(picture.nodes, ({ id }) => layers.get(id) ?? 0)].sort(([a], [b]) => a - b);
  let columns = byLayer.map(([, column]) => column);
  const near = neighbours(picture);
  const place = new Map<string, number>();
  const note = (column: readonly Node[]): void =>
    column.forEach(({ id }, index) => place.set(id, (index + 0.5) / column.length));
  columns.forEach(note);
  const middle = (id: string): number => {
    const places = (near.get(id) ?? []).map((other) => place.get(other) ?? 0.5);
    return places.length === 0 ? (place.get(id) ?? 0.5) : places.reduce((sum, one) => sum + one, 0) / places.length;
  };
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    columns = columns.map((column) => {
      const weights = new Map(column.map(({ id }) => [id, middle(id)]));
      const ordered = column.toSorted((a, b) => (weights.get(a.id) ?? 0) - (weights.get(b.id) ?? 0));
      note(ordered);
      return ordered;
    });
  }
  return columns;
}

function neighbours({ links }: TracePicture): Map<string, string[]> {
  const near = new Map<string, string[]>();
  const add = (id: string, other: string): void => {
    const known = near.get(id);
    if (known === undefined) near.set(id, [other]);
    else known.push(other);
  };
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return near;
}

function elbow(from: Box | undefined, to: Box | undefined, index: number): Point[] {
  if (from === undefined || to === undefined) return [];
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const lane = firstTurn + (index % lanes) * 7;
  if (end.x > start.x) {
    const turn = end.x - lane;
    return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
  }
  // Back to an earlier column, as rework goes: around below both.
  const below = Math.max(from.y + from.height, to.y + to.height) + gapBetweenRows / 2;
  return [
    start,
    { x: start.x + lane, y: start.y },
    { x: start.x + lane, y: below },
    { x: end.x - lane, y: below },
    { x: end.x - lane, y: end.y },
    end,
  ];
}
