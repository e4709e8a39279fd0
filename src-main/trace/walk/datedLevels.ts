import type { Direction } from '#shared/trace/vocabulary.ts';
import { clearWords, hasBit, orderIds, setBit } from '../packing/bits.ts';
import { type EdgeLists, newestOf } from '../graph/edgeLists.ts';
import type { Graph } from '../graph/graph.ts';
import { withRoom } from '../packing/memory.ts';
import { claimSlot } from '../packing/pages.ts';
import { edgeKinds, firstNotBefore, momentAt, type Rows, rowStart } from '../graph/rows.ts';
import type { Scratch } from './scratch.ts';
import type { Limits, Reached } from './plainLevels.ts';

/**
 * The dated walk, over paths whose times never fall. Described here for downstream; upstream rows hold negative
 * moments, so the same code walks back from the roots with times that never rise.
 *
 * - A unit has a moment: the earliest at which suspect material can be in it; a root's is minus infinity.
 * - A consumption counts when it is not before the unit's moment. A run it reaches makes all its outputs count, in
 *   any order inside the run, since many plants book consumption afterwards; an output's moment is its own time.
 * - A serial link or naming counts when it is not before the unit's moment, and passes its own time on.
 * - Depth is the least number of production steps over such paths. It may belong to a later arrival than the
 *   earliest: the shortest and the earliest path can differ, and the answer has the best of each.
 *
 * Why both are exact: after a level each unit's moment is the earliest over paths of up to that many steps, and the
 * edges walked are those not before it. So an edge is walked at the first level at which any path makes it count, its
 * least depth, and when nothing improves any more the moments are final. A unit whose moment improves at a later
 * level is expanded again, but only over the edges between the new moment and the one it was last expanded with: each
 * edge is walked once, and rework cycles end. (Edges since the last compaction may be walked again, which changes
 * nothing.)
 */
export class DatedLevels {
  private readonly rows: Rows;
  private readonly lists: EdgeLists;
  private readonly scratch: Scratch;
  private readonly limits: Limits;
  private unitCount = 0;
  private runCount = 0;
  private linkCount = 0;
  /** Units whose moment improved since they were expanded; a unit may be in it twice. */
  private workCount = 0;

  constructor(graph: Graph, scratch: Scratch, direction: Direction, limits: Limits) {
    this.rows = graph[direction].rows;
    this.lists = graph[direction].lists;
    this.scratch = scratch;
    this.limits = limits;
  }

  /** As the plain walk's. The moments stay in the scratch, by slot, until it is released. */
  run(starts: readonly number[]): Reached | undefined {
    const { scratch } = this;
    const unitEnds: number[] = [];
    const runEnds: number[] = [];
    // As in the plain walk: edges taken out lead to node 0.
    setBit(scratch.visited, 0);
    for (const start of starts) this.arrive(start, Number.NEGATIVE_INFINITY);
    while (this.workCount > 0 && !this.isTooWide()) {
      const firstRun = this.runCount;
      this.expandUnits();
      unitEnds.push(this.unitCount);
      runEnds.push(this.runCount);
      if (this.isTooWide()) break;
      this.expandRuns(firstRun);
      for (let i = 0; i < this.linkCount; i++) this.arrive(scratch.links[i]!, scratch.linkMoments[i]!);
      this.linkCount = 0;
    }
    scratch.visited[0] = 0;
    clearWords(scratch.visited, scratch.units, this.unitCount);
    clearWords(scratch.visited, scratch.runs, this.runCount);
    if (this.isTooWide()) return undefined;
    return { units: scratch.units, unitEnds, runs: scratch.runs, runEnds };
  }

  private isTooWide(): boolean {
    return this.unitCount > this.limits.most || this.runCount > this.limits.most;
  }

  /** Suspect material can be in a unit from this moment on. */
  private arrive(unit: number, moment: number): void {
    const { scratch } = this;
    const { visited } = scratch;
    const slot = claimSlot(scratch.pages, unit);
    const word = visited[unit >>> 5]!;
    const bit = 1 << (unit & 31);
    if ((word & bit) !== 0) {
      if (moment >= scratch.moments[slot]!) return;
    } else {
      visited[unit >>> 5] = word | bit;
      if (slot >= scratch.moments.length) {
        scratch.moments = withRoom(scratch.moments, slot + 1);
        scratch.expanded = withRoom(scratch.expanded, slot + 1);
      }
      scratch.expanded[slot] = 0;
      if (this.unitCount === scratch.units.length) scratch.units = withRoom(scratch.units, this.unitCount + 1);
      scratch.units[this.unitCount++] = unit;
    }
    scratch.moments[slot] = moment;
    if (this.workCount === scratch.work.length) scratch.work = withRoom(scratch.work, this.workCount + 1);
    scratch.work[this.workCount++] = unit;
  }

  /** Expands the units whose moment improved, and those which namings add meanwhile; leaves no work. */
  private expandUnits(): void {
    const { rows, lists, scratch } = this;
    const { orderFrom, most } = this.limits;
    const isGrown = lists.count > 0;
    if (this.workCount >= orderFrom) this.workCount = orderIds(scratch.work, 0, this.workCount, scratch.spare);
    for (let next = 0; next < this.workCount && this.runCount <= most; next++) {
      const unit = scratch.work[next]!;
      const slot = claimSlot(scratch.pages, unit);
      const moment = scratch.moments[slot]!;
      if (unit <= rows.nodes) {
        const start = rowStart(rows, unit);
        // Kept as a distance plus one, so that 0 means never expanded.
        const expanded = scratch.expanded[slot]!;
        const end = expanded === 0 ? rowStart(rows, unit + 1) : start + expanded - 1;
        const first = firstNotBefore(rows, start, end, moment);
        scratch.expanded[slot] = first - start + 1;
        for (let position = first; position < end; position++) {
          const code = rows.codes[position]!;
          if ((code & 3) <= edgeKinds.output) this.meetRun(code >>> 2);
          else this.follow(code, momentAt(rows, position));
        }
      }
      if (!isGrown) continue;
      for (let newer = newestOf(lists, unit); newer !== 0; newer = lists.next[newer]!) {
        if (lists.moments[newer]! < moment) continue;
        const code = lists.codes[newer]!;
        if ((code & 3) <= edgeKinds.output) this.meetRun(code >>> 2);
        else this.follow(code, lists.moments[newer]!);
      }
    }
    this.workCount = 0;
  }

  private meetRun(run: number): void {
    const { scratch } = this;
    if (hasBit(scratch.visited, run)) return;
    setBit(scratch.visited, run);
    if (this.runCount === scratch.runs.length) scratch.runs = withRoom(scratch.runs, this.runCount + 1);
    scratch.runs[this.runCount++] = run;
  }

  /** From unit to unit: a naming leads on within the level, a serial link to the next. */
  private follow(code: number, moment: number): void {
    if ((code & 3) === edgeKinds.naming) {
      this.arrive(code >>> 2, moment);
      return;
    }
    const { scratch } = this;
    scratch.links = withRoom(scratch.links, this.linkCount + 1);
    scratch.linkMoments = withRoom(scratch.linkMoments, this.linkCount + 1);
    scratch.links[this.linkCount] = code >>> 2;
    scratch.linkMoments[this.linkCount++] = moment;
  }

  /** Expands the runs from `first` on: their edges all count. */
  private expandRuns(first: number): void {
    const { rows, lists, scratch, runCount } = this;
    const { runs } = scratch;
    const { orderFrom, most } = this.limits;
    const isGrown = lists.count > 0;
    if (runCount - first >= orderFrom) orderIds(runs, first, runCount, scratch.spare);
    for (let next = first; next < runCount && this.unitCount <= most; next++) {
      const run = runs[next]!;
      if (run <= rows.nodes) {
        const end = rowStart(rows, run + 1);
        for (let position = rowStart(rows, run); position < end; position++) {
          const code = rows.codes[position]!;
          if (code !== 0) this.arrive(code >>> 2, momentAt(rows, position));
        }
      }
      if (!isGrown) continue;
      for (let newer = newestOf(lists, run); newer !== 0; newer = lists.next[newer]!) {
        if (lists.codes[newer] !== 0) this.arrive(lists.codes[newer]! >>> 2, lists.moments[newer]!);
      }
    }
  }
}
