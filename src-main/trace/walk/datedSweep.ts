import type { Direction } from '#shared/trace/vocabulary.ts';
import { type Bits, hasBit, setBit } from '../packing/bits.ts';
import { type EdgeLists, newestOf } from '../graph/edgeLists.ts';
import type { Graph } from '../graph/graph.ts';
import { edgeKinds, firstNotBefore, momentAt, type Rows, rowStart, stepsOf } from '../graph/rows.ts';
import type { Scratch } from './scratch.ts';
import { flipOf, leastWalked, nearest, type SweptReach } from './plainSweep.ts';

/** An arrival later than a unit's moment that took fewer steps. */
type LaterArrival = { readonly moment: number; readonly near: number };

/**
 * The dated walk (see DatedLevels for what it means) for wide answers, in the order of PlainSweep. Without levels a
 * unit's earliest arrival may turn up before one that is later but took fewer steps; both count for the depths beyond.
 * So a unit keeps its earliest arrival, and the few units that have them keep later ones with fewer steps beside it.
 * What improves is expanded again, until nothing does; as PlainSweep it gives up when that is too often.
 */
export class DatedSweep {
  private readonly rows: Rows;
  private readonly lists: EdgeLists;
  private readonly runs: Bits;
  private readonly pending: Uint32Array;
  private readonly words: number;
  private readonly flip: number;
  /** Of a run its nearness, of a unit that of its earliest arrival. */
  private readonly nearness: Uint16Array;
  private readonly moments: Float64Array;
  private readonly later = new Map<number, LaterArrival[]>();
  /** The units in that map: asking a bit is quicker. */
  private readonly hasLater: Bits;
  /** The first word that became pending while a node was expanded. */
  private turn = 0;
  private walked = 0;
  /** Nodes reached. */
  private count = 0;

  constructor(graph: Graph, scratch: Scratch, direction: Direction) {
    this.rows = graph[direction].rows;
    this.lists = graph[direction].lists;
    this.runs = graph.runs;
    this.pending = scratch.spare;
    this.hasLater = scratch.visited;
    this.flip = flipOf(graph.nodes, direction);
    this.words = ((graph.nodes | this.flip) >>> 5) + 1;
    this.nearness = new Uint16Array(graph.nodes + 1);
    this.moments = new Float64Array(graph.nodes + 1);
  }

  /** Walks from units (and twins) that exist; undefined when it gave up. */
  run(starts: readonly number[]): SweptReach | undefined {
    const { nearness, moments, pending } = this;
    // Edges taken out lead to node 0, at which nothing is earlier or nearer.
    nearness[0] = nearest;
    moments[0] = Number.NEGATIVE_INFINITY;
    for (const start of starts) {
      if (nearness[start] === 0) this.count += 1;
      nearness[start] = nearest;
      moments[start] = Number.NEGATIVE_INFINITY;
      this.expect(start);
    }
    const isDone = this.sweep();
    nearness[0] = 0;
    for (const [unit, arrivals] of this.later) {
      this.hasLater[unit >>> 5] = 0;
      for (const { near } of arrivals) if (near > nearness[unit]!) nearness[unit] = near;
    }
    if (!isDone) pending.fill(0, 0, this.words);
    return isDone ? { nearness, moments, count: this.count } : undefined;
  }

  /** The loop is long because it is where the time goes; what is rare is done by the methods below. */
  private sweep(): boolean {
    const { rows, pending, runs, nearness, moments, later, hasLater, words, flip } = this;
    const { codes, nodes } = rows;
    const isGrown = this.lists.count > 0;
    const mostWalked = 2 * (codes.length + this.lists.count) + leastWalked;
    const farthestBack = 64 * words;
    let turnedBack = 0;
    for (let word = 0; word < words; word++) {
      let left = pending[word]!;
      if (left === 0) continue;
      pending[word] = 0;
      this.turn = word;
      do {
        const lowest = left & -left;
        left ^= lowest;
        const node = ((word << 5) | (31 - Math.clz32(lowest))) ^ flip;
        const near = nearness[node]!;
        if (near === 1) return false;
        const isRun = hasBit(runs, node);
        let position = node <= nodes ? rowStart(rows, node) : 0;
        const end = node <= nodes ? rowStart(rows, node + 1) : 0;
        if (!isRun) position = firstNotBefore(rows, position, end, moments[node]!);
        this.walked += end - position;
        const arrivals = !isRun && hasBit(hasLater, node) ? later.get(node) : undefined;
        for (; position < end; position++) {
          const code = codes[position]!;
          const other = code >>> 2;
          const offered = near - stepsOf(code);
          const known = nearness[other]!;
          if (isRun) {
            const moment = momentAt(rows, position);
            if (known !== 0 && moment >= moments[other]! && offered <= known) continue;
            if (known !== 0) {
              this.arrive(other, moment, offered);
              continue;
            }
            moments[other] = moment;
          } else if (arrivals !== undefined || (code & 3) > edgeKinds.output) {
            this.follow(code, momentAt(rows, position), near, arrivals);
            continue;
          } else if (offered <= known) {
            continue;
          }
          if (known === 0) this.count += 1;
          nearness[other] = offered;
          const place = other ^ flip;
          if (place >>> 5 === word) left |= 1 << (place & 31);
          else this.expect(other);
        }
        if (isGrown) this.expandNewer(node, isRun, arrivals);
        left |= pending[word]!;
        pending[word] = 0;
        if (this.walked > mostWalked) return false;
      } while (left !== 0 && this.turn === word);
      pending[word] = left;
      if (this.turn < word) {
        turnedBack += word - this.turn;
        if (turnedBack > farthestBack) return false;
        word = this.turn - 1;
      }
    }
    return true;
  }

  /** The edges since the last compaction. */
  private expandNewer(node: number, isRun: boolean, arrivals: readonly LaterArrival[] | undefined): void {
    const { lists } = this;
    const near = this.nearness[node]!;
    const since = isRun ? Number.NEGATIVE_INFINITY : this.moments[node]!;
    for (let newer = newestOf(lists, node); newer !== 0; newer = lists.next[newer]!) {
      const code = lists.codes[newer]!;
      const moment = lists.moments[newer]!;
      this.walked += 1;
      if (moment < since) continue;
      if (isRun) this.arrive(code >>> 2, moment, near - stepsOf(code));
      else this.follow(code, moment, near, arrivals);
    }
  }

  /** Follows an edge that counts from the nearest of the arrivals before it. */
  private follow(code: number, moment: number, earliest: number, arrivals: readonly LaterArrival[] = []): void {
    let near = earliest;
    for (const arrival of arrivals) if (arrival.moment <= moment && arrival.near > near) near = arrival.near;
    if ((code & 3) <= edgeKinds.output) this.meetRun(code, near);
    else this.arrive(code >>> 2, moment, near - stepsOf(code));
  }

  private meetRun(code: number, near: number): void {
    const run = code >>> 2;
    const offered = near - stepsOf(code);
    const known = this.nearness[run]!;
    if (offered <= known) return;
    if (known === 0) this.count += 1;
    this.nearness[run] = offered;
    this.expect(run);
  }

  private arrive(unit: number, moment: number, offered: number): void {
    const { nearness, moments } = this;
    const near = nearness[unit]!;
    const known = moments[unit]!;
    if (near !== 0 && moment >= known && offered <= near) return;
    if (near === 0 || moment <= known) {
      if (near === 0) this.count += 1;
      else if (near > offered) this.keepLater(unit, { moment: known, near });
      nearness[unit] = offered;
      moments[unit] = moment;
    } else if (!this.keepLater(unit, { moment, near: offered })) {
      return;
    }
    this.expect(unit);
  }

  /** False when an arrival no later took no more steps. */
  private keepLater(unit: number, arrival: LaterArrival): boolean {
    const arrivals = this.later.get(unit) ?? [];
    if (arrivals.some(({ moment, near }) => moment <= arrival.moment && near >= arrival.near)) return false;
    const rest = arrivals.filter(({ moment, near }) => moment < arrival.moment || near > arrival.near);
    this.later.set(unit, [...rest, arrival]);
    setBit(this.hasLater, unit);
    return true;
  }

  private expect(node: number): void {
    const place = node ^ this.flip;
    this.pending[place >>> 5]! |= 1 << (place & 31);
    if (place >>> 5 < this.turn) this.turn = place >>> 5;
  }
}
