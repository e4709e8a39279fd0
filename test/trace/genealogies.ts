import type { Edge } from '#main/trace/graph/graph.ts';
import { nodeKinds } from '#main/trace/graph/graph.ts';
import type { IndexColumns } from '#main/trace/index.ts';
import { edgeKinds } from '#main/trace/graph/rows.ts';
import { seededRandom } from '../support/chance.ts';

/** A plant's history as plain lists; node i + 1 has kind and product i. */
export type Genealogy = {
  kinds: number[];
  products: number[];
  edges: Edge[];
  lines: { unit: number; figureKind: number; reference: number; amount: number }[];
};

/** 2026-01-01 in µs. */
export const newYear = 1_767_225_600_000_000;

/**
 * A random genealogy of so many units: splits, merges, rework into earlier runs and cycles, repeated edges, leaves
 * with their twins, namings, serial links, moments that collide, and runs whose consumption is booked after the output.
 */
export function randomGenealogy(seed: number, units: number): Genealogy {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const made: Genealogy = { kinds: [], products: [], edges: [], lines: [] };
  const node = (kind: number, product: number): number => {
    made.products.push(product);
    return made.kinds.push(kind);
  };
  const leafShare = random() * 0.3;
  const rework = random() * 0.4;
  // From a few seconds in whole seconds to decades in microseconds: every way moments are kept.
  const tick = [1, 1_000, 1_000_000][below(3)] ?? 1;
  const sixth = [1_000_000, 3_600_000_000, 250 * 86_400_000_000][below(3)] ?? 1;
  const days = 1 + below(12);
  const unitIds: number[] = [];
  /** Where the consumption of a unit leaves from. */
  const outlets = new Map<number, number>();
  const unit = (): number => {
    const id = node(nodeKinds.unit, 1 + below(6));
    unitIds.push(id);
    outlets.set(id, random() < leafShare ? node(nodeKinds.twin, 0) : id);
    return id;
  };
  const some = (): number => unitIds[below(unitIds.length)] ?? unit();
  const at = (day: number): number => newYear + (Math.floor(day * 6) + below(6)) * sixth + below(3) * tick;
  const edge = (source: number, target: number, day: number, kind: number): void => {
    const added = { source, target, at: at(day), kind };
    made.edges.push(added);
    if (random() < 0.1) made.edges.push(random() < 0.5 ? added : { ...added, at: at(day + 1) });
  };
  unit();
  while (unitIds.length < units) {
    const day = (unitIds.length / units) * days + below(2);
    const choice = random();
    if (choice < 0.2) {
      unit();
    } else if (choice < 0.3) {
      const from = some();
      edge(from, random() < rework ? some() : unit(), day, edgeKinds.naming);
    } else if (choice < 0.4) {
      const from = some();
      edge(outlets.get(from) ?? from, random() < rework ? some() : unit(), day, edgeKinds.serialLink);
    } else {
      const run = node(nodeKinds.run, 0);
      for (let i = below(4); i > 0; i--) {
        const input = some();
        edge(outlets.get(input) ?? input, run, day + below(2), edgeKinds.consumption);
      }
      for (let i = below(4); i > 0; i--) edge(run, random() < rework ? some() : unit(), day, edgeKinds.output);
    }
  }
  for (const id of unitIds) {
    for (let i = below(4); i > 0; i--) {
      made.lines.push({ unit: id, figureKind: below(16), reference: below(3), amount: below(2_000_001) - 1_000_000 });
    }
  }
  return made;
}

/** A genealogy as the index wants it, its edges in the order they stand in. */
export const columnsOf = ({ kinds, products, edges, lines }: Genealogy): IndexColumns => ({
  nodeKinds: Uint8Array.from(kinds),
  products: Int32Array.from(products),
  edges: {
    source: Int32Array.from(edges, ({ source }) => source),
    target: Int32Array.from(edges, ({ target }) => target),
    at: Float64Array.from(edges, ({ at }) => at),
    kind: Uint8Array.from(edges, ({ kind }) => kind),
  },
  lines: {
    unit: Int32Array.from(lines, ({ unit }) => unit),
    figureKind: Uint8Array.from(lines, ({ figureKind }) => figureKind),
    reference: Int32Array.from(lines, ({ reference }) => reference),
    amount: Float64Array.from(lines, ({ amount }) => amount),
  },
});

export const unitsOf = ({ kinds }: Genealogy): number[] =>
  kinds.flatMap((kind, index) => (kind === nodeKinds.unit ? [index + 1] : []));
