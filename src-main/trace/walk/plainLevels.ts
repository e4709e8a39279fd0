import type { Direction } from '#shared/trace/vocabulary.ts';
import { type Bits, clearWords, hasBit, orderIds, setBit } from '../packing/bits.ts';
import { type EdgeLists, newerCodes } from '../graph/edgeLists.ts';
import type { Graph } from '../graph/graph.ts';
import { withRoom } from '../packing/memory.ts';
import { edgeKinds, type Rows, rowStart } from '../graph/rows.ts';
import type { Scratch } from './scratch.ts';

/** What a walk came by, level by level; the lists are the scratch's own, good until the next walk. */
export type Reached = {
  /** Twins are separate units here. */
  readonly units: Int32Array;
  /** How many units have depth d or less, by d. */
  readonly unitEnds: readonly number[];
  readonly runs: Int32Array;
  /** How many runs the units of depth d or less led to, by d. */
  readonly runEnds: readonly number[];
};

export type Limits = {
  /** Where a level is this long it is put into id order first, to spare the cache. */
  readonly orderFrom: number;
  /** Beyond this many units or runs a walk by levels gives up. */
  readonly most: number;
};

/**
 * The plain walk. Depth is the number of production steps: out of a run, or along a serial link, is one; into a run,
 * or from an unnamed unit to its name, is none (upstream the same edges count the same). A level is all units
 * of one depth: those the level before led to, and those named from them; then come the runs between this
 * level and the next. A node is expanded once, when it is first met, which is at its least depth because a level is
 * complete before the next begins; so cycles need no case of their own.
 *
 * The cost depends on what is reached and not on the store: right for narrow answers. Wide ones are for PlainSweep.
 */
export class PlainLevels {
  private readonly rows: Rows;
  private readonly lists: EdgeLists;
  private readonly scratch: Scratch;
  private readonly visited: Bits;
  private readonly limits: Limits;
  private unitCount = 0;
  private runCount = 0;
  private linkCount = 0;

  constructor(graph: Graph, scratch: Scratch, direction: Direction, limits: Limits) {
    this.rows = graph[direction].rows;
    this.lists = graph[direction].lists;
    this.scratch = scratch;
    this.visited = scratch.visited;
    this.limits = limits;
  }

  /** Walks from units (and twins) that exist; undefined when there is more than the limit. */
  run(starts: readonly number[]): Reached | undefined {
    const { scratch, visited } = this;
    const unitEnds: number[] = [];
    const runEnds: number[] = [];
    // An edge taken out has code 0, and so seems to lead to a node 0 that was visited before.
    setBit(visited, 0);
    for (const start of starts) this.meet(start);
    for (let level = 0; level < this.unitCount && !this.isTooWide(); ) {
      const firstRun = this.runCount;
      this.expandUnits(level);
      level = this.unitCount;
      unitEnds.push(this.unitCount);
      runEnds.push(this.runCount);
      if (this.isTooWide()) break;
      this.expandRuns(firstRun);
      for (let i = 0; i < this.linkCount; i++) this.meet(scratch.links[i]!);
      this.linkCount = 0;
    }
    visited[0] = 0;
    clearWords(visited, scratch.units, this.unitCount);
    clearWords(visited, scratch.runs, this.runCount);
    if (this.isTooWide()) return undefined;
    return { units: scratch.units, unitEnds, runs: scratch.runs, runEnds };
  }

  private isTooWide(): boolean {
    return this.unitCount > this.limits.most || this.runCount > this.limits.most;
  }

  private meet(unit: number): void {
    if (hasBit(this.visited, unit)) return;
    setBit(this.visited, unit);
    this.scratch.units = withRoom(this.scratch.units, this.unitCount + 1);
    this.scratch.units[this.unitCount++] = unit;
  }

  /** Expands the units from `level` on, and those which their namings add. */
  private expandUnits(level: number): void {
    const { rows, lists, scratch, visited } = this;
    const { nodes } = rows;
    const { orderFrom, most } = this.limits;
    const isGrown = lists.count > 0;
    let { units, runs } = scratch;
    let { unitCount, runCount } = this;
    if (unitCount - level >= orderFrom) orderIds(units, level, unitCount, scratch.spare);
    for (let next = level; next < unitCount && runCount <= most; next++) {
      const unit = units[next]!;
      let { codes } = rows;
      let position = unit <= nodes ? rowStart(rows, unit) : 0;
      let end = unit <= nodes ? rowStart(rows, unit + 1) : 0;
      // Twice where there are newer edges: first the row, then those.
      for (let isRow = true; ; isRow = false) {
        for (; position < end; position++) {
          const code = codes[position]!;
          const node = code >>> 2;
          const word = visited[node >>> 5]!;
          const bit = 1 << (node & 31);
          if ((word & bit) !== 0) continue;
          const kind = code & 3;
          if (kind === edgeKinds.serialLink) {
            // Not visited yet: a naming may still lead there within this level.
            scratch.links = withRoom(scratch.links, this.linkCount + 1);
            scratch.links[this.linkCount++] = node;
            continue;
          }
          visited[node >>> 5] = word | bit;
          if (kind === edgeKinds.naming) {
            if (unitCount === units.length) units = withRoom(units, unitCount + 1);
            units[unitCount++] = node;
          } else {
            if (runCount === runs.length) runs = withRoom(runs, runCount + 1);
            runs[runCount++] = node;
          }
        }
        if (!isGrown || !isRow) break;
        end = newerCodes(lists, unit, scratch);
        codes = scratch.newer;
        position = 0;
      }
    }
    scratch.units = units;
    scratch.runs = runs;
    this.unitCount = unitCount;
    this.runCount = runCount;
  }

  /** Expands the runs from `first` on: what they lead to is the next level. */
  private expandRuns(first: number): void {
    const { rows, lists, scratch, visited, runCount } = this;
    const { nodes } = rows;
    const { orderFrom, most } = this.limits;
    const { runs } = scratch;
    const isGrown = lists.count > 0;
    if (runCount - first >= orderFrom) orderIds(runs, first, runCount, scratch.spare);
    let { units } = scratch;
    let { unitCount } = this;
    for (let next = first; next < runCount && unitCount <= most; next++) {
      const run = runs[next]!;
      let { codes } = rows;
      let position = run <= nodes ? rowStart(rows, run) : 0;
      let end = run <= nodes ? rowStart(rows, run + 1) : 0;
      for (let isRow = true; ; isRow = false) {
        for (; position < end; position++) {
          const node = codes[position]! >>> 2;
          const word = visited[node >>> 5]!;
          const bit = 1 << (node & 31);
          if ((word & bit) !== 0) continue;
          visited[node >>> 5] = word | bit;
          if (unitCount === units.length) units = withRoom(units, unitCount + 1);
          units[unitCount++] = node;
        }
        if (!isGrown || !isRow) break;
        end = newerCodes(lists, run, scratch);
        codes = scratch.newer;
        position = 0;
      }
    }
    scratch.units = units;
    this.unitCount = unitCount;
  }
}
