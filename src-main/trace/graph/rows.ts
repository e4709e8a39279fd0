import type { Direction } from '#shared/trace/vocabulary.ts';
import { type Clock, radixOf } from '../packing/clock.ts';
import { packStarts, type Starts, startOf } from '../packing/starts.ts';

/**
 * The compacted edges of one direction, a row of them for each node, ascending in time as a walk in that
 * direction sees it. Upstream time runs backwards: a row's moment is the negative of the edge's, so both directions
 * are walked by the same code, and "later" means farther along the walk.
 */
export type Rows = {
  /** Nodes 1 to this one have rows. */
  readonly nodes: number;
  readonly starts: Starts;
  /** Neighbour × 4 + kind of edge. 0 is an edge taken out again. */
  readonly codes: Uint32Array;
  readonly high: Uint32Array;
  /** Empty while 32 bits of ticks are enough. */
  readonly low: Uint8Array | Uint16Array | Uint32Array;
  readonly origin: number;
  readonly tick: number;
  readonly radix: number;
};

export const edgeKinds = { consumption: 0, output: 1, serialLink: 2, naming: 3 } as const;

/** Largest id whose code fits 32 bits. */
export const largestNode = 2 ** 30 - 1;

/** 1 downstream, -1 upstream: what turns an edge's moment into a row's and back. */
export const signOf = (direction: Direction): 1 | -1 => (direction === 'downstream' ? 1 : -1);

/** A row's moment: µs since 1970 downstream, their negative upstream. */
export function momentAt(rows: Rows, position: number): number {
  const high = rows.high[position]!;
  return rows.origin + (rows.radix === 1 ? high : high * rows.radix + rows.low[position]!) * rows.tick;
}

/** First position of `from .. to` whose moment is not before `moment`. Most rows are eligible from their first edge. */
export function firstNotBefore(rows: Rows, from: number, to: number, moment: number): number {
  if (from >= to || momentAt(rows, from) >= moment) return from;
  let before = from;
  let after = to;
  while (after - before > 1) {
    const middle = (before + after) >>> 1;
    if (momentAt(rows, middle) >= moment) after = middle;
    else before = middle;
  }
  return after;
}

/** Rows in the making, not yet packed: `positions` as for packStarts, moments as the direction sees them. */
export type LooseRows = {
  readonly nodes: number;
  readonly positions: Int32Array;
  readonly codes: Uint32Array;
  readonly moments: Float64Array;
};

/** Packs rows whose moments ascend. */
export function packRows(loose: LooseRows, direction: Direction, clock: Clock): Rows {
  const count = loose.positions[loose.nodes + 1]!;
  const origin = direction === 'downstream' ? clock.first : -clock.last;
  const radix = radixOf(clock);
  const codes = new Uint32Array(count);
  codes.set(loose.codes.subarray(0, count));
  const high = new Uint32Array(count);
  const low = newLow(radix, count);
  const { moments } = loose;
  const { tick } = clock;
  if (radix === 1) {
    for (let i = 0; i < count; i++) high[i] = (moments[i]! - origin) / tick;
  } else {
    for (let i = 0; i < count; i++) {
      const ticks = (moments[i]! - origin) / tick;
      const upper = Math.floor(ticks / radix);
      high[i] = upper;
      low[i] = ticks - upper * radix;
    }
  }
  return { nodes: loose.nodes, starts: packStarts(loose.positions), codes, high, low, origin, tick, radix };
}

function newLow(radix: number, count: number): Rows['low'] {
  if (radix === 1) return new Uint8Array(0);
  if (radix === 2 ** 8) return new Uint8Array(count);
  return radix === 2 ** 16 ? new Uint16Array(count) : new Uint32Array(count);
}

export const rowStart = (rows: Rows, node: number): number => startOf(rows.starts, node);

/** Production steps of an edge by its code: consumption 0, output 1, serial link 1, naming 0. */
export const stepsOf = (code: number): number => (code ^ (code >>> 1)) & 1;
