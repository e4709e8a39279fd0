import type { ReportPicture } from '#shared/kernel/reportModel.ts';

/** Where a node lies: in which column, and its left upper corner. */
export type Spot = { column: number; x: number; y: number };
export type Point = { x: number; y: number };
/** Of all boxes alike: their size, how far each is below the one before it, and how far columns are apart. */
export type Grid = { width: number; height: number; step: number; gap: number };

/** A link as it is drawn, and what it comes from: links from one node share their way until they part. */
export type Way = { from: string; to: string; source: string; points: Point[] };

/**
 * The ways of a picture's links, from corner to corner: up and down between the columns alone, and past every column on
 * the way between its boxes, so that no link leads through a box it does not belong to. Where a link begins and ends
 * it touches its boxes from the side on which the other one lies; two in one column are joined beside it. Links from
 * different nodes never lie upon each other between two columns: each node has a place to turn, each box one for each
 * link that comes to it.
 */
export function routeLinks(links: ReportPicture['links'], spots: ReadonlyMap<string, Spot>, grid: Grid): Way[] {
  const ends = endsOf(links, spots);
  const columns = Map.groupBy(spots.values(), ({ column }) => column);
  const lefts = new Map(Array.from(columns, ([column, [first]]) => [column, first?.x ?? 0]));
  const last = Math.max(0, ...columns.keys());
  const turns = turnsIn(ends, last);
  const middle = ({ y }: Spot): number => y + grid.height / 2;
  const turnAfter = (column: number, source: string): number => {
    const sources = turns.get(column) ?? [];
    const share = (sources.indexOf(source) + 1) / (sources.length + 1);
    const begin = (lefts.get(column) ?? 0) + grid.width;
    const gap = lefts.has(column + 1) ? (lefts.get(column + 1) ?? 0) - begin : grid.gap;
    return begin + gap * (0.12 + 0.76 * share);
  };
  /** How high each link is in each gap before it turns there. */
  const courses = ends.map((end) => {
    const [first, behind] = gapsOf(end, last);
    const heights = [middle(end.start)];
    for (let column = first + 1; column < behind; column += 1) {
      const order = turns.get(column - 1)?.indexOf(end.source) ?? 0;
      heights.push(laneNear(heights.at(-1) ?? 0, columns.get(column) ?? [], grid, order));
    }
    return { ...end, first, heights };
  });
  const passing = courses.flatMap(({ source, first, heights }) =>
    heights.map((y, at) => ({ source, gap: first + at, y })),
  );
  const ports = new Map<(typeof courses)[number], number>();
  for (const arriving of Map.groupBy(courses, ({ end }) => end).values()) {
    const taken: { source: string; gap: number; y: number }[] = [];
    const sorted = arriving.toSorted((a, b) => (a.heights.at(-1) ?? 0) - (b.heights.at(-1) ?? 0));
    sorted.forEach((course, at) => {
      const gap = course.first + course.heights.length - 1;
      const isFree = (y: number): boolean =>
        ![...passing, ...taken].some(
          (other) => other.gap === gap && other.source !== course.source && Math.abs(other.y - y) < nearest,
        );
      const wanted = middle(course.end) + (((at + 0.5) / sorted.length) * 2 - 1) * reach * grid.height;
      const straight = course.heights.at(-1) === middle(course.end) ? [middle(course.end)] : [];
      const near = Array.from(
        { length: 40 },
        (_, step) => wanted + (step % 2 === 0 ? step : -step - 1) * (nearest / 4),
      );
      const inside = near.filter((y) => Math.abs(y - middle(course.end)) < grid.height / 2 - 2);
      const y = [...straight, ...inside].find(isFree) ?? wanted;
      ports.set(course, y);
      taken.push({ source: course.source, gap, y });
    });
  }
  return courses.map((course) => {
    const { from, to, source, start, end, first, heights } = course;
    const port = ports.get(course) ?? middle(end);
    const isBeside = start.column === end.column;
    const side = isBeside && first < start.column ? 0 : grid.width;
    const points: Point[] = [{ x: start.x + side, y: middle(start) }];
    heights.forEach((y, at) => {
      const turn = turnAfter(first + at, source);
      points.push({ x: turn, y }, { x: turn, y: heights[at + 1] ?? port });
    });
    points.push({ x: isBeside ? end.x + side : end.x, y: port });
    return { from, to, source, points };
  });
}

/** Where the ways of a node part: there each that goes on has a dot, where others only cross. */
export function partings(ways: readonly Way[]): Point[] {
  const trunks = new Map<string, { x: number; heights: Set<number> }>();
  for (const { source, points } of ways)
    points.forEach((point, at) => {
      const next = points[at + 1];
      if (next?.x !== point.x) return;
      const trunk = trunks.get(`${source} ${point.x}`) ?? { x: point.x, heights: new Set() };
      trunks.set(`${source} ${point.x}`, trunk);
      trunk.heights.add(point.y).add(next.y);
    });
  return [...trunks.values()].flatMap(({ x, heights }) =>
    [...heights]
      .toSorted((a, b) => a - b)
      .slice(1, -1)
      .map((y) => ({ x, y })),
  );
}

/** How many nodes turn in the gap behind each column: so much room it needs. */
export function turnsBehind(links: ReportPicture['links'], columnOf: ReadonlyMap<string, number>): number[] {
  const last = Math.max(0, ...columnOf.values());
  const spots = new Map(Array.from(columnOf, ([id, column]) => [id, { column, x: 0, y: 0 }]));
  const turns = turnsIn(endsOf(links, spots), last);
  return Array.from({ length: last }, (_, column) => turns.get(column)?.length ?? 0);
}

/** Links that lie closer are taken for one, in points. */
const nearest = 1;
/** How far from its middle a box is touched at most, as a share of its height. */
const reach = 0.38;

function endsOf(links: ReportPicture['links'], spots: ReadonlyMap<string, Spot>) {
  return links.flatMap((link) => {
    const [from, to] = [spots.get(link.from), spots.get(link.to)];
    if (from === undefined || to === undefined) return [];
    // Links have no heads: one that leads back is drawn from its end.
    const [start, end] = from.column <= to.column ? [from, to] : [to, from];
    return [{ ...link, start, end, source: from.column <= to.column ? link.from : link.to }];
  });
}

type End = { source: string; start: Spot; end: Spot };

/** The sources that turn in the gap behind each column; each does so at a place of its own. */
function turnsIn(ends: readonly End[], last: number): ReadonlyMap<number, string[]> {
  const turns = new Map<number, Set<string>>();
  for (const end of ends) {
    const [first, behind] = gapsOf(end, last);
    for (let column = first; column < behind; column += 1)
      turns.set(column, (turns.get(column) ?? new Set()).add(end.source));
  }
  return new Map(Array.from(turns, ([column, sources]) => [column, [...sources]]));
}

/** The gaps a link is in, by the columns before them. Two in one column are joined in the gap behind it, those of the last one in the gap before it. */
function gapsOf({ start, end }: End, last: number): [first: number, behind: number] {
  if (start.column !== end.column) return [start.column, end.column];
  const beside = start.column === last && start.column > 0 ? start.column - 1 : start.column;
  return [beside, beside + 1];
}

/** The distance of links that pass through one gap; as many as fit. */
const apart = 1.1;
const abreast = 5;

/** The nearest way past a column: straight on above and below it, or between two of its boxes. */
function laneNear(y: number, column: readonly Spot[], { height, step }: Grid, order: number): number {
  const first = Math.min(...column.map((spot) => spot.y));
  const half = (step - height) / 2;
  if (y <= first - half || y >= first - half + column.length * step) return y;
  const lane = Math.min(column.length, Math.max(0, Math.round((y - first + half) / step)));
  return first - half + lane * step + ((order % abreast) - (abreast - 1) / 2) * apart;
}
