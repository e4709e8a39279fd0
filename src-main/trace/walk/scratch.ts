import { wordsFor } from '../packing/bits.ts';
import { bytesOf, withRoom } from '../packing/memory.ts';
import { clearPages, newPages, type Pages } from '../packing/pages.ts';

/** Room that walks use one after another: two bits a node, and lists as long as the longest recent walk. */
export type Scratch = {
  /** Empty between walks. */
  visited: Uint32Array;
  /** Empty between uses. */
  spare: Uint32Array;
  units: Int32Array;
  runs: Int32Array;
  /** The newer edges of the node at hand. */
  newer: Uint32Array;
  links: Int32Array;
  linkMoments: Float64Array;
  work: Int32Array;
  /** Slots for the two that follow, used by dated walks only; what lies there is good for visited units. */
  pages: Pages;
  moments: Float64Array;
  expanded: Int32Array;
};

export const newScratch = (): Scratch => ({
  visited: new Uint32Array(1),
  spare: new Uint32Array(1),
  units: new Int32Array(256),
  runs: new Int32Array(256),
  newer: new Uint32Array(64),
  links: new Int32Array(64),
  linkMoments: new Float64Array(0),
  work: new Int32Array(0),
  pages: newPages(),
  moments: new Float64Array(0),
  expanded: new Int32Array(0),
});

/** Items a list may keep between walks; what a wide walk needed beyond that is given back. */
const kept = 1 << 14;

export function prepareScratch(scratch: Scratch, nodes: number): void {
  // A sweep upstream mirrors the ids within the next power of two.
  const words = wordsFor(2 ** (32 - Math.clz32(nodes)) - 1);
  scratch.visited = withRoom(scratch.visited, words);
  scratch.spare = withRoom(scratch.spare, words);
}

export function releaseScratch(scratch: Scratch): void {
  clearPages(scratch.pages);
  if (scratch.units.length > kept) scratch.units = new Int32Array(256);
  if (scratch.runs.length > kept) scratch.runs = new Int32Array(256);
  if (scratch.links.length > kept) scratch.links = new Int32Array(64);
  if (scratch.linkMoments.length > kept) scratch.linkMoments = new Float64Array(0);
  if (scratch.work.length > kept) scratch.work = new Int32Array(0);
  if (scratch.moments.length > kept) {
    scratch.moments = new Float64Array(0);
    scratch.expanded = new Int32Array(0);
    scratch.pages.blocks = new Int32Array(64);
  }
}

export const scratchBytes = (scratch: Scratch): number => bytesOf(scratch, scratch.pages);
