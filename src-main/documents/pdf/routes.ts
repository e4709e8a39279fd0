import type { ReportPicture } from '#shared/kernel/reportModel.ts';

/** Where a node lies: in which column, and its left upper corner. */
export type Spot = { column: number; x: number; y: number };
export type Point = { x: number; y: number };
/** Of all boxes alike: their size, how far each is below the one before it, and how far columns are apart. */
export type Grid = { width: number; height: number; step: number; gap: number };

/**
 * The ways of a picture's links, from corner to corner: up and down between the columns alone, and past every column on
 * the way between its boxes, so that no link leads through a box it does not belong to. Where a link begins and ends
 * it touches its boxes from the side on which the other one lies; two in one column are joined beside it.
 */
export function routeLinks(
  links: ReportPicture['links'],
  spots: ReadonlyMap<string, Spot>,
  grid: Grid,
): { from: string; to: string; points: Point[] }[] {
  const ends = links.flatMap((link) => {
    const [from, to] = [spots.get(link.from), spots.get(link.to)];
    if (from === undefined || to === undefined) return [];
    // Links have no heads: one that leads back is drawn from its end.
    const [start, end] = from.column <= to.column ? [from, to] : [to, from];
    return [{ ...link, start, end, source: from.column <= to.column ? link.from : link.to }];
  });
  const columns = Map.groupBy(spots.values(), ({ column }) => column);
  const lefts = new Map(Array.from(columns, ([column, [first]]) => [column, first?.x ?? 0]));
  const last = Math.max(0, ...columns.keys());
  const turns = turnsIn(ends, last);
  return ends.map(({ from, to, source, start, end }) => {
    const turnAfter = (column: number): number => {
      const sources = turns.get(column) ?? [];
      const share = (sources.indexOf(source) + 1) / (sources.length + 1);
      return (lefts.get(column) ?? 0) + grid.width + grid.gap * (0.15 + 0.7 * share);
    };
    const middle = ({ y }: Spot): number => y + grid.height / 2;
    if (start.column === end.column) {
      const beside = besideOf(start.column, last);
      const turn = turnAfter(beside);
      const side = beside === start.column ? grid.width : 0;
      const way = [start, end].map((spot) => ({ x: spot.x + side, y: middle(spot) }));
      return {
        from,
        to,
        points: [way[0], ...way.map(({ y }) => ({ x: turn, y })), way[1]].filter((p) => p !== undefined),
      };
    }
    let y = middle(start);
    const points: Point[] = [{ x: start.x + grid.width, y }];
    for (let column = start.column; column < end.column; column += 1) {
      const isLast = column + 1 === end.column;
      const next = isLast
        ? middle(end)
        : laneNear(y, columns.get(column + 1) ?? [], grid, turnOrder(turns, column, source));
      const turn = turnAfter(column);
      points.push({ x: turn, y }, { x: turn, y: next });
      y = next;
    }
    points.push({ x: end.x, y });
    return { from, to, points };
  });
}

type End = { source: string; start: Spot; end: Spot };

/** The sources that turn in the gap behind each column; each does so at a place of its own. */
function turnsIn(ends: readonly End[], last: number): ReadonlyMap<number, string[]> {
  const turns = new Map<number, Set<string>>();
  for (const { source, start, end } of ends) {
    const [first, behind] = start.column === end.column ? oneGap(start.column, last) : [start.column, end.column];
    for (let column = first; column < behind; column += 1)
      turns.set(column, (turns.get(column) ?? new Set()).add(source));
  }
  return new Map(Array.from(turns, ([column, sources]) => [column, [...sources]]));
}

/** Two in one column are joined in the gap behind it, those of the last one in the gap before it. */
const besideOf = (column: number, last: number): number => (column === last && column > 0 ? column - 1 : column);
const oneGap = (column: number, last: number): [number, number] => [besideOf(column, last), besideOf(column, last) + 1];

const turnOrder = (turns: ReadonlyMap<number, string[]>, column: number, source: string): number =>
  turns.get(column)?.indexOf(source) ?? 0;

/** The distance of links that pass through one gap; as many as fit. */
const apart = 0.9;
const abreast = 5;

/** The nearest way past a column: straight on above and below it, or between two of its boxes. */
function laneNear(y: number, column: readonly Spot[], { height, step }: Grid, order: number): number {
  const first = Math.min(...column.map((spot) => spot.y));
  const half = (step - height) / 2;
  if (y <= first - half || y >= first - half + column.length * step) return y;
  const lane = Math.min(column.length, Math.max(0, Math.round((y - first + half) / step)));
  return first - half + lane * step + ((order % abreast) - (abreast - 1) / 2) * apart;
}
