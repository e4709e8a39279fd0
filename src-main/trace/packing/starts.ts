/**
 * Where the items of each id begin, in 1.1 bytes an id instead of 4: one position for each block of 32 ids,
 * and the distance from it for each id. A block with an id farther away than 255 (behind a bulk lot that went
 * into many runs) has its positions in `wide`, and `blocks` holds the complement of where.
 */
export type Starts = { readonly blocks: Int32Array; readonly within: Uint8Array; readonly wide: Int32Array };

const farthest = 0xff;

/** First item of an id; the items end where those of the next id begin. */
export function startOf(starts: Starts, id: number): number {
  const block = starts.blocks[id >>> 5]!;
  return block >= 0 ? block + starts.within[id]! : starts.wide[~block + (id & 31)]!;
}

/** Packs ascending positions: `positions[id]` is where the items of the id begin, the last one where all end. */
export function packStarts(positions: Int32Array): Starts {
  const count = positions.length;
  const blocks = new Int32Array(Math.ceil(count / 32));
  const within = new Uint8Array(count);
  const wide: number[] = [];
  for (let block = 0; block < blocks.length; block++) {
    const from = block * 32;
    const to = Math.min(from + 32, count);
    const first = positions[from]!;
    if (positions[to - 1]! - first <= farthest) {
      blocks[block] = first;
      for (let id = from; id < to; id++) within[id] = positions[id]! - first;
    } else {
      blocks[block] = ~wide.length;
      for (let id = from; id < to; id++) wide.push(positions[id]!);
    }
  }
  const wideStarts = new Int32Array(wide.length);
  wideStarts.set(wide);
  return { blocks, within, wide: wideStarts };
}

/** Turns counts into positions: on entry `counts[id + 1]` is how many items the id has, on return `counts[id]` is where they begin. */
export function sumUp(counts: Int32Array): void {
  for (let id = 1; id < counts.length; id++) counts[id]! += counts[id - 1]!;
}
