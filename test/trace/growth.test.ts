import { describe, expect, it } from 'vitest';
import { type Edge, nodeKinds } from '#main/trace/graph/graph.ts';
import { TraceIndex } from '#main/trace/index.ts';
import type { Total } from '#main/trace/figures/totals.ts';
import { edgeKinds } from '#main/trace/graph/rows.ts';
import { directions } from '#shared/trace/vocabulary.ts';
import { seededRandom } from '../support/chance.ts';
import { columnsOf, type Genealogy, newYear, randomGenealogy, unitsOf } from './genealogies.ts';
import { answerIn } from './oracles.ts';

/** Everything an index answers about a genealogy: walks from each unit and the lines of each. */
function everything(index: TraceIndex, genealogy: Genealogy) {
  const units = unitsOf(genealogy);
  const walks = units.flatMap((root) =>
    directions.flatMap((direction) =>
      (['levels', 'sweep'] as const).flatMap((way) =>
        [false, true].map((dated) => answerIn(index.walk({ roots: [root], direction, dated, way }))),
      ),
    ),
  );
  const lines = units.map((unit) =>
    index
      .linesOf(unit)
      .filter(({ amount }) => amount !== 0)
      .sort((a, b) => a.figureKind - b.figureKind || a.reference - b.reference),
  );
  return { walks, lines, sums: nonZero(index, Int32Array.from(units)), edges: index.edgeCount };
}

function nonZero(index: TraceIndex, units: Int32Array) {
  const { byReference, byProduct, netAbsolute } = index.sumLines(units, { netOf: 5 });
  const sorted = (rows: readonly { total: Total }[]) =>
    rows
      .filter(({ total }) => BigInt(total) !== 0n)
      .map((row) => Object.values(row).join(' '))
      .sort();
  return { byReference: sorted(byReference), byProduct: sorted(byProduct), netAbsolute };
}

const build = (genealogy: Genealogy): TraceIndex => TraceIndex.build(columnsOf(genealogy));

/** The part of a genealogy that was there when it had so many nodes and edges; edges to later nodes are left for later. */
function beginningOf(genealogy: Genealogy, share: number): { first: Genealogy; later: Edge[] } {
  const { kinds } = genealogy;
  let nodes = Math.floor(kinds.length * share);
  if (kinds[nodes] === nodeKinds.twin) nodes += 1;
  const isFirst = ({ source, target }: Edge, i: number): boolean =>
    source <= nodes && target <= nodes && i < genealogy.edges.length * (share + 0.1);
  const first = {
    kinds: kinds.slice(0, nodes),
    products: genealogy.products.slice(0, nodes),
    edges: genealogy.edges.filter(isFirst),
    lines: genealogy.lines.filter(({ unit }) => unit <= nodes),
  };
  return { first, later: genealogy.edges.filter((edge, i) => !isFirst(edge, i)) };
}

function appendRest(index: TraceIndex, genealogy: Genealogy, later: readonly Edge[]): void {
  const known = index.nodeCount;
  index.appendNodes(genealogy.kinds.slice(known), genealogy.products.slice(known));
  for (const edge of later) index.appendEdge(edge);
  for (const { unit, ...line } of genealogy.lines) if (unit > known) index.addLine(unit, line);
}

/** The edges as a rebuild finds them: first those that were compacted, then the later ones as they came. */
const reordered = (genealogy: Genealogy, first: Genealogy, later: readonly Edge[]): Genealogy => ({
  ...genealogy,
  edges: [...first.edges, ...later],
});

describe('an index that grew', () => {
  it('answers as one built anew, before and after compaction, and compacts to the same arrays', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const genealogy = randomGenealogy(30_000 + seed, 18);
      const { first, later } = beginningOf(genealogy, (seed % 5) / 5);
      const index = build(first);
      appendRest(index, genealogy, later);
      const rebuilt = build(reordered(genealogy, first, later));
      const expected = everything(rebuilt, genealogy);
      expect(everything(index, genealogy), `seed ${30_000 + seed}`).toEqual(expected);
      expect(index.isCompact()).toBe(false);
      index.compact();
      expect(index.isCompact()).toBe(true);
      expect(everything(index, genealogy), `seed ${30_000 + seed}, compacted`).toEqual(expected);
      for (const direction of directions) {
        expect(index.parts.graph[direction].rows, `seed ${30_000 + seed}`).toEqual(rebuilt.parts.graph[direction].rows);
      }
    }
  });

  it('forgets edges taken out, from the compacted part and from the newer one', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const genealogy = randomGenealogy(40_000 + seed, 14);
      const random = seededRandom(seed);
      const { first, later } = beginningOf(genealogy, 0.6);
      const index = build(first);
      appendRest(index, genealogy, later);
      const kept = [...genealogy.edges];
      for (let i = Math.min(4, kept.length); i > 0; i--) {
        const [gone] = kept.splice(Math.floor(random() * kept.length), 1);
        if (gone) expect(index.removeEdge(gone), `seed ${40_000 + seed}`).toBe(true);
      }
      const expected = everything(build({ ...genealogy, edges: kept }), genealogy);
      expect(everything(index, genealogy), `seed ${40_000 + seed}`).toEqual(expected);
      index.compact();
      expect(everything(index, genealogy), `seed ${40_000 + seed}, compacted`).toEqual(expected);
    }
  });

  it('says whether there was an edge to take out', () => {
    const index = build({ kinds: [0, 0], products: [1, 1], edges: [], lines: [] });
    const edge = { source: 1, target: 2, at: newYear, kind: edgeKinds.naming };
    expect(index.removeEdge(edge)).toBe(false);
    index.appendEdge(edge);
    index.appendEdge(edge);
    expect(index.removeEdge({ ...edge, at: newYear + 1 })).toBe(false);
    expect([index.removeEdge(edge), index.removeEdge(edge), index.removeEdge(edge)]).toEqual([true, true, false]);
    expect(index.edgeCount).toBe(0);
  });
});

describe('a compaction', () => {
  it('is due when a twelfth has come since the last', () => {
    const kinds = [nodeKinds.unit, nodeKinds.unit];
    const edge = { source: 1, target: 2, at: newYear, kind: edgeKinds.naming };
    const index = build({ kinds, products: [1, 1], edges: Array.from({ length: 60_000 }, () => edge), lines: [] });
    for (let i = 0; i < 4_799; i++) index.appendEdge(edge);
    expect(index.needsCompaction()).toBe(false);
    index.appendEdge(edge);
    expect(index.needsCompaction()).toBe(true);
    index.compact();
    expect(index.needsCompaction()).toBe(false);
  });
});

describe('what an index refuses', () => {
  const kinds = [nodeKinds.unit, nodeKinds.run, nodeKinds.unit, nodeKinds.twin];
  const small = () => build({ kinds, products: [1, 0, 1, 0], edges: [], lines: [] });

  it.each([
    ['a consumption into a unit', { source: 1, target: 3, kind: edgeKinds.consumption }],
    ['an output into a run', { source: 1, target: 2, kind: edgeKinds.output }],
    ['an output into a twin', { source: 2, target: 4, kind: edgeKinds.output }],
    ['a naming of a run', { source: 2, target: 1, kind: edgeKinds.naming }],
    ['an unknown kind', { source: 1, target: 3, kind: 4 }],
    ['a node that is not there', { source: 1, target: 5, kind: edgeKinds.naming }],
    ['node 0', { source: 0, target: 1, kind: edgeKinds.naming }],
  ])('refuses %s, appended or built', (_, ends) => {
    const edge = { ...ends, at: newYear };
    expect(() => small().appendEdge(edge)).toThrow(RangeError);
    expect(() => build({ kinds, products: [1, 0, 1, 0], edges: [edge], lines: [] })).toThrow(RangeError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0.5, 2 ** 52 + 1, -(2 ** 52) - 1])('refuses the moment %d', (at) => {
    const edge = { source: 1, target: 2, at, kind: edgeKinds.consumption };
    expect(() => small().appendEdge(edge)).toThrow(RangeError);
    expect(() => build({ kinds, products: [1, 0, 1, 0], edges: [edge], lines: [] })).toThrow(RangeError);
  });

  it('refuses a twin of nothing', () => {
    expect(() => small().appendNodes([nodeKinds.run, nodeKinds.twin], [0, 0])).toThrow(RangeError);
  });
});
