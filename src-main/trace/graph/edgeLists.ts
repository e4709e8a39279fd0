import { withRoom } from '../packing/memory.ts';
import { claimSlot, newPages, type Pages, pageSize, slotOf } from '../packing/pages.ts';

/**
 * The edges of one direction that came after the last compaction: a linked list for each node that has any,
 * newest first. The n-th edge is the n-th in the lists of both directions.
 */
export type EdgeLists = {
  readonly pages: Pages;
  /** By slot of the pages: the newest edge, 0 for none. */
  heads: Int32Array;
  next: Int32Array;
  /** As in rows: neighbour × 4 + kind, 0 for an edge taken out again. */
  codes: Uint32Array;
  /** As in rows: negative upstream. */
  moments: Float64Array;
  /** Edges are numbered from 1 to this one. */
  count: number;
};

export const newEdgeLists = (): EdgeLists => ({
  pages: newPages(),
  heads: new Int32Array(0),
  next: new Int32Array(0),
  codes: new Uint32Array(0),
  moments: new Float64Array(0),
  count: 0,
});

export function appendToList(lists: EdgeLists, owner: number, code: number, moment: number): void {
  const slot = claimSlot(lists.pages, owner);
  lists.heads = withRoom(lists.heads, lists.pages.count * pageSize);
  const edge = ++lists.count;
  lists.next = withRoom(lists.next, edge + 1);
  lists.codes = withRoom(lists.codes, edge + 1);
  lists.moments = withRoom(lists.moments, edge + 1);
  lists.next[edge] = lists.heads[slot]!;
  lists.codes[edge] = code;
  lists.moments[edge] = moment;
  lists.heads[slot] = edge;
}

/** The newest edge of a node; `next` leads to the older ones, 0 ends them. */
export function newestOf(lists: EdgeLists, owner: number): number {
  const slot = slotOf(lists.pages, owner);
  return slot === 0 ? 0 : lists.heads[slot]!;
}

/** Copies the codes of a node's newer edges into `room.newer`, so that they can be walked like a row; returns how many. */
export function newerCodes(lists: EdgeLists, owner: number, room: { newer: Uint32Array }): number {
  let count = 0;
  for (let edge = newestOf(lists, owner); edge !== 0; edge = lists.next[edge]!) {
    if (count === room.newer.length) room.newer = withRoom(room.newer, count + 1);
    room.newer[count++] = lists.codes[edge]!;
  }
  return count;
}
