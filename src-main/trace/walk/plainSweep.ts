import type { Direction } from '#shared/trace/vocabulary.ts';
import { type EdgeLists, newerCodes } from '../graph/edgeLists.ts';
import type { Graph } from '../graph/graph.ts';
import { type Rows, rowStart, stepsOf } from '../graph/rows.ts';
import type { Scratch } from './scratch.ts';

/** The nearness of a root. A node farther away than this is left to the walk by levels. */
export const nearest = 0x7fff;

/** By node: nearness, and of a dated sweep the moment of each unit reached. One shape for both, or what reads it is slow. */
export type SweptReach = {
  readonly nearness: Uint16Array;
  readonly moments: Float64Array | undefined;
  readonly count: number;
};

/** Edges a sweep may walk in any case; beyond, it may walk as many as the genealogy has twice over. */
export const leastWalked = 65_536;

/**
 * What turns ids into places of a sweep and back (by exclusive or): nothing downstream, all bits upstream, so that
 * ascending places are descending ids.
 */
export const flipOf = (nodes: number, direction: Direction): number =>
  direction === 'downstream' ? 0 : 2 ** (32 - Math.clz32(nodes)) - 1;

/**
 * The plain walk for wide answers: always the pending node with the lowest id is expanded (upstream the highest),
 * so memory is read in one direction. Ids were given in order of registration, nearly an order of production, so nearly
 * every node has its least depth when it is expanded; where a rework or a late entry leads back and
 * improves one, it is expanded again. When that happens too often the sweep gives up, and PlainLevels, which
 * expands each node once in any case, has to answer.
 *
 * Depth is kept as nearness, `nearest` minus the depth and 0 for a node that was not reached, so that one
 * comparison serves both.
 */
export class PlainSweep {
  private readonly rows: Rows;
  private readonly lists: EdgeLists;
  private readonly scratch: Scratch;
  private readonly nearness: Uint16Array;
  /** By place. */
  private readonly pending: Uint32Array;
  private readonly words: number;
  private readonly flip: number;
  /** Nodes reached. */
  private count = 0;

  constructor(graph: Graph, scratch: Scratch, direction: Direction) {
    this.rows = graph[direction].rows;
    this.lists = graph[direction].lists;
    this.scratch = scratch;
    this.nearness = new Uint16Array(graph.nodes + 1);
    this.pending = scratch.spare;
    this.flip = flipOf(graph.nodes, direction);
    this.words = ((graph.nodes | this.flip) >>> 5) + 1;
  }

  /** Walks from units (and twins) that exist; undefined when it gave up. */
  run(starts: readonly number[]): SweptReach | undefined {
    const { nearness, pending, flip } = this;
    // Edges taken out lead to node 0, which nothing brings nearer.
    nearness[0] = nearest;
    for (const start of starts) {
      if (nearness[start] === 0) this.count += 1;
      nearness[start] = nearest;
      pending[(start ^ flip) >>> 5]! |= 1 << ((start ^ flip) & 31);
    }
    const isDone = this.sweep();
    nearness[0] = 0;
    if (!isDone) pending.fill(0, 0, this.words);
    return isDone ? { nearness, moments: undefined, count: this.count } : undefined;
  }

  private sweep(): boolean {
    const { rows, lists, scratch, pending, nearness, words, flip } = this;
    const { nodes } = rows;
    const isGrown = lists.count > 0;
    const mostWalked = 2 * (rows.codes.length + lists.count) + leastWalked;
    const farthestBack = 64 * words;
    let { count } = this;
    let walked = 0;
    let turnedBack = 0;
    for (let word = 0; word < words; word++) {
      let left = pending[word]!;
      if (left === 0) continue;
      let turn = word;
      do {
        const lowest = left & -left;
        left ^= lowest;
        const node = ((word << 5) | (31 - Math.clz32(lowest))) ^ flip;
        const near = nearness[node]!;
        if (near === 1) return false;
        let { codes } = rows;
        let position = node <= nodes ? rowStart(rows, node) : 0;
        let end = node <= nodes ? rowStart(rows, node + 1) : 0;
        // Twice where there are newer edges: first the row, then those.
        for (let isRow = true; ; isRow = false) {
          walked += end - position;
          for (; position < end; position++) {
            const code = codes[position]!;
            const other = code >>> 2;
            const offered = near - stepsOf(code);
            const known = nearness[other]!;
            if (offered <= known) continue;
            if (known === 0) count += 1;
            nearness[other] = offered;
            const place = other ^ flip;
            const otherWord = place >>> 5;
            if (otherWord === word) {
              left |= 1 << (place & 31);
            } else {
              pending[otherWord]! |= 1 << (place & 31);
              if (otherWord < turn) turn = otherWord;
            }
          }
          if (!isGrown || !isRow) break;
          end = newerCodes(lists, node, scratch);
          codes = scratch.newer;
          position = 0;
        }
        if (walked > mostWalked) return false;
      } while (left !== 0 && turn === word);
      pending[word] = left;
      if (turn < word) {
        turnedBack += word - turn;
        if (turnedBack > farthestBack) return false;
        word = turn - 1;
      }
    }
    this.count = count;
    return true;
  }
}
