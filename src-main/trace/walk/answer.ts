import type { Direction } from '#shared/trace/vocabulary.ts';
import { hasBit } from '../packing/bits.ts';
import type { Graph } from '../graph/graph.ts';
import { slotOf } from '../packing/pages.ts';
import { signOf } from '../graph/rows.ts';
import type { Scratch } from './scratch.ts';
import { nearest, type SweptReach } from './plainSweep.ts';
import type { Reached } from './plainLevels.ts';

/** What a walk reached, in no promised order. The arrays are the caller's, and lie in one buffer. */
export type Walk = {
  readonly units: Int32Array;
  /** Least number of production steps of each unit from the roots. */
  readonly depths: Int32Array;
  readonly runs: Int32Array;
  /** Downstream the depth of what went into the run, upstream of what the run is made of: a step more than what came out. */
  readonly runDepths: Int32Array;
  /**
   * Of a dated walk, µs since 1970 for each unit: downstream the earliest moment at which suspect material can be in it
   * (roots -Infinity), upstream the latest at which what went on can have left it (roots Infinity).
   */
  readonly moments?: Float64Array;
};

/** The answer of a walk by levels, copied out of the scratch into one buffer: five would take a narrow walk as long as walking. */
export function answerOfLevels(
  graph: Graph,
  scratch: Scratch,
  reached: Reached,
  direction: Direction,
  dated: boolean,
): Walk {
  const { unitEnds, runEnds } = reached;
  const unitCount = unitEnds.at(-1) ?? 0;
  const runCount = runEnds.at(-1) ?? 0;
  const momentBytes = dated ? unitCount * 8 : 0;
  const buffer = new ArrayBuffer(momentBytes + (unitCount + runCount) * 8);
  const units = new Int32Array(buffer, momentBytes, unitCount);
  const depths = new Int32Array(buffer, momentBytes + unitCount * 4, unitCount);
  const runs = new Int32Array(buffer, momentBytes + unitCount * 8, runCount);
  const runDepths = new Int32Array(buffer, momentBytes + unitCount * 8 + runCount * 4, runCount);
  for (let i = 0; i < unitCount; i++) units[i] = reached.units[i]!;
  for (let i = 0; i < runCount; i++) runs[i] = reached.runs[i]!;
  fillDepths(depths, unitEnds, 0);
  fillDepths(runDepths, runEnds, direction === 'downstream' ? 0 : 1);
  if (!dated) return withoutTwins(graph, { units, depths, runs, runDepths }, direction);
  const moments = new Float64Array(buffer, 0, unitCount);
  const sign = signOf(direction);
  for (let i = 0; i < unitCount; i++) moments[i] = sign * scratch.moments[slotOf(scratch.pages, units[i]!)]!;
  return withoutTwins(graph, { units, depths, runs, runDepths, moments }, direction);
}

function fillDepths(depths: Int32Array, ends: readonly number[], first: number): void {
  let i = 0;
  for (let level = 0; level < ends.length; level++) {
    for (const end = ends[level]!; i < end; i++) depths[i] = level + first;
  }
}

/**
 * The answer of a sweep that reached `count` nodes: units by ascending id, runs by descending id, since one pass over the nodes
 * fills the lists from both ends. `moments` are as the rows have them.
 */
export function answerOfSweep(graph: Graph, reach: SweptReach, direction: Direction): Walk {
  const { nearness, count } = reach;
  const { runs } = graph;
  const all = new Int32Array(2 * count);
  let unitCount = 0;
  let run = count;
  for (let node = 1; node < nearness.length; node++) {
    const near = nearness[node]!;
    if (near === 0) continue;
    const place = (runs[node >>> 5]! & (1 << (node & 31))) === 0 ? unitCount++ : --run;
    all[place] = node;
    all[count + place] = nearest - near;
  }
  const walk = {
    units: all.subarray(0, unitCount),
    depths: all.subarray(count, count + unitCount),
    runs: all.subarray(unitCount, count),
    runDepths: all.subarray(count + unitCount),
  };
  if (reach.moments === undefined) return withoutTwins(graph, walk, direction);
  const moments = new Float64Array(unitCount);
  const sign = signOf(direction);
  for (let i = 0; i < unitCount; i++) moments[i] = sign * reach.moments[walk.units[i]!]!;
  return withoutTwins(graph, { ...walk, moments }, direction);
}

/**
 * Replaces each twin by its unit, listed once, with the lesser depth and the earlier moment (upstream: the later
 * one).
 */
function withoutTwins(graph: Graph, walk: Walk, direction: Direction): Walk {
  if (graph.twinCount === 0) return walk;
  const { units, depths, moments } = walk;
  const twinAt = new Map<number, number>();
  for (let i = 0; i < units.length; i++) if (hasBit(graph.twins, units[i]!)) twinAt.set(units[i]! - 1, i);
  if (twinAt.size === 0) return walk;
  const better = direction === 'downstream' ? Math.min : Math.max;
  for (let i = 0; i < units.length; i++) {
    const twin = twinAt.get(units[i]!);
    if (twin === undefined) continue;
    depths[i] = Math.min(depths[i]!, depths[twin]!);
    if (moments !== undefined) moments[i] = better(moments[i]!, moments[twin]!);
    units[twin] = 0;
  }
  let count = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (unit === 0) continue;
    units[count] = hasBit(graph.twins, unit) ? unit - 1 : unit;
    depths[count] = depths[i]!;
    if (moments !== undefined) moments[count] = moments[i]!;
    count += 1;
  }
  const kept = { ...walk, units: units.subarray(0, count), depths: depths.subarray(0, count) };
  return moments === undefined ? kept : { ...kept, moments: moments.subarray(0, count) };
}
