import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partings, type Point, routeLinks, type Spot, turnsBehind, type Way } from '#main/documents/pdf/routes.ts';

const grid = { width: 100, height: 25, step: 31, gap: 30 };
/** Columns of so many boxes, short ones in the middle of the long ones, as a picture has them. */
function layout(counts: readonly number[]): Map<string, Spot> {
  const most = Math.max(...counts);
  return new Map(
    counts.flatMap((count, column) =>
      Array.from({ length: count }, (_, row): [string, Spot] => [
        `${column}/${row}`,
        { column, x: column * (grid.width + grid.gap), y: 15 + ((most - count) * grid.step) / 2 + row * grid.step },
      ]),
    ),
  );
}
const nodes = (spots: ReadonlyMap<string, Spot>): string[] => [...spots.keys()];

/** The boxes that a way leads through, and not only up to. */
function crossed(points: readonly Point[], spots: ReadonlyMap<string, Spot>): string[] {
  return points.slice(1).flatMap((end, at) => {
    const start = points[at] ?? end;
    const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
    const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
    return [...spots].flatMap(([id, { x, y }]) =>
      left < x + grid.width && right > x && top < y + grid.height && bottom > y ? [id] : [],
    );
  });
}

/** Where links that come from different nodes lie upon each other for longer than a crossing. */
function shared(ways: readonly Way[]): string[] {
  const lines = ways.flatMap(({ from, to, source, points }) =>
    points.slice(1).map((end, at) => ({ name: `${from} to ${to}`, source, start: points[at] ?? end, end })),
  );
  const along = (axis: 'x' | 'y') => {
    const across = axis === 'x' ? 'y' : 'x';
    const flat = lines
      .filter(({ start, end }) => start[across] === end[across] && start[axis] !== end[axis])
      .map(({ start, end, ...line }) => ({
        ...line,
        at: start[across],
        low: Math.min(start[axis], end[axis]),
        high: Math.max(start[axis], end[axis]),
      }));
    return flat.flatMap((one, index) =>
      flat
        .slice(index + 1)
        .filter(
          (other) =>
            other.source !== one.source &&
            Math.abs(other.at - one.at) < 0.5 &&
            Math.min(one.high, other.high) - Math.max(one.low, other.low) > 0.01,
        )
        .map((other) => `${one.name}, ${other.name}`),
    );
  };
  return [...along('x'), ...along('y')];
}

describe('the links of a printed picture', () => {
  it('lie upon each other nowhere between two columns, whatever is linked with what', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 });
    const links = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(11), fc.nat(11)), { maxLength: 40, selector: String });
    fc.assert(
      fc.property(counts, links, (columns, picked) => {
        const spots = layout(columns);
        const ways = routeLinks(
          picked.map(([column, one, other]) => ({ from: `${column}/${one}`, to: `${column + 1}/${other}` })),
          spots,
          grid,
        );
        expect(shared(ways)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('come to a box each at a place of its own, and have a dot where those of one node part', () => {
    const spots = layout([3, 1]);
    const gathered = routeLinks(
      ['0/0', '0/1', '0/2'].map((from) => ({ from, to: '1/0' })),
      spots,
      grid,
    );
    expect(new Set(gathered.map(({ points }) => points.at(-1)?.y)).size).toBe(3);
    expect(partings(gathered)).toEqual([]);
    const scattered = routeLinks(
      ['1/0', '1/1', '1/2'].map((to) => ({ from: '0/0', to })),
      layout([1, 3]),
      grid,
    );
    // One goes straight on, where the other two part.
    expect(partings(scattered)).toEqual([{ x: scattered[0]?.points[1]?.x, y: 15 + 31 + 12.5 }]);
  });

  it('have the more room between two columns the more nodes turn there', () => {
    const columns = new Map([...layout([3, 1, 2])].map(([id, { column }]) => [id, column]));
    const links = ['0/0', '0/1', '0/2'].map((from) => ({ from, to: '1/0' }));
    expect(turnsBehind([...links, { from: '0/2', to: '2/1' }, { from: '1/0', to: '2/0' }], columns)).toEqual([3, 2]);
  });

  it('lead past the boxes of the steps they leave out', () => {
    const spots = layout([2, 3, 1, 4]);
    const [way] = routeLinks([{ from: '0/0', to: '3/2' }], spots, grid);
    expect(way?.points[0]).toEqual({ x: 100, y: 15 + 31 + 12.5 });
    expect(way?.points.at(-1)).toEqual({ x: 390, y: 15 + 2 * 31 + 12.5 });
    expect(crossed(way?.points ?? [], spots)).toEqual([]);
  });

  it('never lead through a box, whatever is linked with what, also backwards and within a column', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 18 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { maxLength: 60 }), (columns, pairs) => {
        const spots = layout(columns);
        const ids = nodes(spots);
        const links = pairs
          .map(([a, b]) => ({ from: ids[a % ids.length] ?? '', to: ids[b % ids.length] ?? '' }))
          .filter(({ from, to }) => from !== to);
        const ways = routeLinks(links, spots, grid);
        expect(ways).toHaveLength(links.length);
        for (const { from, to, points } of ways) {
          expect(crossed(points, spots), `${from} to ${to}`).toEqual([]);
          // It touches both its boxes, and goes straight along or straight up and down.
          for (const [id, point] of [
            [from, points[0]],
            [to, points.at(-1)],
          ] as const) {
            const backwards = (spots.get(from)?.column ?? 0) > (spots.get(to)?.column ?? 0);
            const spot = spots.get(backwards ? (id === from ? to : from) : id);
            expect([spot?.x, (spot?.x ?? 0) + grid.width]).toContain(point?.x);
            expect(Math.abs((point?.y ?? 0) - ((spot?.y ?? 0) + grid.height / 2))).toBeLessThan(grid.height / 2);
          }
          points.slice(1).forEach((end, at) => expect(end.x === points[at]?.x || end.y === points[at]?.y).toBe(true));
        }
      }),
      { numRuns: 300 },
    );
  });
});
