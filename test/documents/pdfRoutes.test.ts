import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Point, routeLinks, type Spot } from '#main/documents/pdf/routes.ts';

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

describe('the links of a printed picture', () => {
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
            expect(point?.y).toBe((spot?.y ?? 0) + grid.height / 2);
          }
          points.slice(1).forEach((end, at) => expect(end.x === points[at]?.x || end.y === points[at]?.y).toBe(true));
        }
      }),
      { numRuns: 300 },
    );
  });
});
