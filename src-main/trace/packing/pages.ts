import { withRoom } from './memory.ts';

/**
 * Gives slots to ids in pages of 32 neighbours, so that arrays indexed by slot grow with the ids in use and not with
 * the store, and neighbouring ids stay close together. Page 0 is reserved: slots below 32 are never given.
 */
export type Pages = {
  /** Page of each block of 32 ids, 0 for none. */
  index: Int32Array;
  /** Block of each page, so that clearing costs what was used. */
  blocks: Int32Array;
  count: number;
};

export const pageSize = 32;

export const newPages = (): Pages => ({ index: new Int32Array(64), blocks: new Int32Array(64), count: 1 });

/** Slot of an id, or 0 when its page was never claimed. */
export function slotOf(pages: Pages, id: number): number {
  const page = pages.index[id >>> 5] ?? 0;
  return page === 0 ? 0 : (page << 5) | (id & 31);
}

/** Slot of an id, its page claimed. When `pages.count` has grown, the caller makes room beside it. */
export function claimSlot(pages: Pages, id: number): number {
  const block = id >>> 5;
  if (block >= pages.index.length) pages.index = withRoom(pages.index, block + 1);
  let page = pages.index[block]!;
  if (page === 0) {
    page = pages.count++;
    pages.blocks = withRoom(pages.blocks, pages.count);
    pages.blocks[page] = block;
    pages.index[block] = page;
  }
  return (page << 5) | (id & 31);
}

export function clearPages(pages: Pages): void {
  for (let page = 1; page < pages.count; page++) pages.index[pages.blocks[page]!] = 0;
  pages.count = 1;
}
