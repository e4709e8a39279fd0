import { encodeAmount, overflowFlag } from '../packing/amounts.ts';
import { packStarts, type Starts } from '../packing/starts.ts';

/** Lines as columns, in any order; lines that agree in all but the amount are added up. */
export type LineColumns = {
  readonly unit: Int32Array;
  readonly figureKind: Uint8Array;
  readonly reference: Int32Array;
  readonly amount: Float64Array;
};

/** The compacted lines of all units, in unit order. */
export type Lines = {
  readonly nodes: number;
  readonly starts: Starts;
  /** Number of the heading of each line. */
  readonly headings: Uint16Array | Uint32Array;
  readonly amounts: Uint32Array;
  readonly overflow: Float64Array;
};

/** Lines in the making: those of unit u are `positions[u] .. positions[u + 1]`. */
export type LooseLines = {
  readonly nodes: number;
  readonly positions: Int32Array;
  readonly headings: Int32Array;
  readonly amounts: Float64Array;
};

/** Packs lines, one for each heading of a unit; what adds up to nothing is left out. Changes what it is given. */
export function packLines(loose: LooseLines, headingCount: number): Lines {
  const { nodes, positions, headings, amounts } = loose;
  // Where the current unit's line of each heading went.
  const places = new Int32Array(headingCount);
  let kept = 0;
  for (let unit = 0; unit <= nodes; unit++) {
    const from = positions[unit]!;
    const to = positions[unit + 1]!;
    const first = kept;
    positions[unit] = first;
    for (let i = from; i < to; i++) {
      const heading = headings[i]!;
      const place = places[heading]!;
      const isKnown = place >= first && place < kept && headings[place] === heading;
      // What would pass 2^53 stays two lines, so that it is added up exactly where totals are made.
      if (isKnown && Number.isSafeInteger(amounts[place]! + amounts[i]!)) {
        amounts[place]! += amounts[i]!;
      } else {
        places[heading] = kept;
        headings[kept] = heading;
        amounts[kept++] = amounts[i]!;
      }
    }
    kept = withoutZeros(headings, amounts, first, kept);
  }
  positions[nodes + 1] = kept;
  return {
    nodes,
    starts: packStarts(positions),
    headings: narrowest(headings.subarray(0, kept), headingCount),
    ...packAmounts(amounts.subarray(0, kept)),
  };
}

function withoutZeros(headings: Int32Array, amounts: Float64Array, from: number, to: number): number {
  let kept = from;
  for (let i = from; i < to; i++) {
    if (amounts[i] === 0) continue;
    headings[kept] = headings[i]!;
    amounts[kept++] = amounts[i]!;
  }
  return kept;
}

function narrowest(headings: Int32Array, headingCount: number): Uint16Array | Uint32Array {
  const packed = headingCount <= 2 ** 16 ? new Uint16Array(headings.length) : new Uint32Array(headings.length);
  packed.set(headings);
  return packed;
}

function packAmounts(amounts: Float64Array): { amounts: Uint32Array; overflow: Float64Array } {
  const codes = new Uint32Array(amounts.length);
  const large: number[] = [];
  for (let i = 0; i < amounts.length; i++) {
    const code = encodeAmount(amounts[i]!);
    if (code >= 0) codes[i] = code;
    else codes[i] = overflowFlag + large.push(amounts[i]!) - 1;
  }
  const overflow = new Float64Array(large.length);
  overflow.set(large);
  return { amounts: codes, overflow };
}

export function assertAmount(amount: number): void {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a safe integer: ${amount}`);
}
