import type { Direction } from '#shared/trace/vocabulary.ts';
import type { Clock } from '../packing/clock.ts';
import { type LooseRows, packRows, type Rows, signOf } from './rows.ts';
import { sumUp } from '../packing/starts.ts';

/** Edges as columns, in any order; fastest when they ascend in time, as the journal gives them. */
export type EdgeColumns = {
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** µs since 1970. */
  readonly at: Float64Array;
  /** One of edgeKinds. */
  readonly kind: Uint8Array;
};

/** The rows of one direction. Equal moments keep the order of the columns, or upstream its reverse. */
export function buildRows(nodes: number, edges: EdgeColumns, direction: Direction, clock: Clock): Rows {
  const downstream = direction === 'downstream';
  const owner = downstream ? edges.source : edges.target;
  const other = downstream ? edges.target : edges.source;
  const { at, kind } = edges;
  const sign = signOf(direction);
  const count = owner.length;

  const positions = new Int32Array(nodes + 2);
  for (let i = 0; i < count; i++) positions[owner[i]! + 1]! += 1;
  sumUp(positions);
  const next = positions.slice();
  const codes = new Uint32Array(count);
  const moments = new Float64Array(count);
  // Upstream from the last edge to the first, since its moments ascend when those of the columns descend.
  for (let step = 0; step < count; step++) {
    const i = downstream ? step : count - 1 - step;
    const position = next[owner[i]!]!++;
    codes[position] = other[i]! * 4 + kind[i]!;
    moments[position] = sign * at[i]!;
  }
  const loose = { nodes, positions, codes, moments };
  sortRows(loose);
  return packRows(loose, direction, clock);
}

/** Sorts the rows that do not ascend, keeping the order of equal moments. */
function sortRows({ nodes, positions, codes, moments }: LooseRows): void {
  for (let node = 1; node <= nodes; node++) {
    const from = positions[node]!;
    const to = positions[node + 1]!;
    for (let i = from + 1; i < to; i++) {
      if (moments[i]! < moments[i - 1]!) {
        sortRow(codes.subarray(from, to), moments.subarray(from, to));
        break;
      }
    }
  }
}

function sortRow(codes: Uint32Array, moments: Float64Array): void {
  const order = Uint32Array.from(codes, (_, index) => index);
  order.sort((a, b) => moments[a]! - moments[b]! || a - b);
  const oldCodes = codes.slice();
  const oldMoments = moments.slice();
  for (let i = 0; i < order.length; i++) {
    codes[i] = oldCodes[order[i]!]!;
    moments[i] = oldMoments[order[i]!]!;
  }
}
