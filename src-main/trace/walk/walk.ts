import type { Direction } from '#shared/trace/vocabulary.ts';
import { answerOfLevels, answerOfSweep, type Walk } from './answer.ts';
import { DatedLevels } from './datedLevels.ts';
import { DatedSweep } from './datedSweep.ts';
import { type Graph, startingPoints } from '../graph/graph.ts';
import { PlainLevels } from './plainLevels.ts';
import { PlainSweep } from './plainSweep.ts';
import { prepareScratch, releaseScratch, type Scratch } from './scratch.ts';

export type WalkQuestion = {
  /** Ids of units, at least one; leaf units start from their twin too. */
  readonly roots: Iterable<number>;
  readonly direction: Direction;
  readonly dated?: boolean;
  /** How to compute it: by levels, or in a sweep by id. Chosen by how wide the answer is unless given; the answer is the same. */
  readonly way?: 'levels' | 'sweep';
};

/** From so many units or runs on a level is worth putting into id order. */
const worthOrdering = (graph: Graph): number => Math.max(1_024, graph.nodes >>> 6);

/**
 * An answer of this many units or runs is worth a sweep, which costs something for every node of the store. To find that
 * out by levels then took about as long as the sweep does for an answer of nothing.
 */
const worthSweeping = (graph: Graph): number => Math.max(1_024, graph.nodes >>> 7);

/** Walks from the roots; RangeError when one of them is no unit. */
export function walk(graph: Graph, scratch: Scratch, { roots, direction, dated = false, way }: WalkQuestion): Walk {
  const starts = startingPoints(graph, roots);
  prepareScratch(scratch, graph.nodes);
  if (way === undefined) {
    const narrow = walkLevels(graph, scratch, starts, direction, dated, worthSweeping(graph));
    if (narrow !== undefined) return narrow;
  }
  const swept = way === 'levels' ? undefined : sweep(graph, scratch, starts, direction, dated);
  if (swept !== undefined) return swept;
  const answer = walkLevels(graph, scratch, starts, direction, dated, graph.nodes);
  if (answer === undefined) throw new Error('a walk by levels reached more nodes than there are');
  return answer;
}

/** Undefined when more than `most` units or runs are reached. */
function walkLevels(
  graph: Graph,
  scratch: Scratch,
  starts: readonly number[],
  direction: Direction,
  dated: boolean,
  most: number,
): Walk | undefined {
  const limits = { most, orderFrom: worthOrdering(graph) };
  const kernel = dated
    ? new DatedLevels(graph, scratch, direction, limits)
    : new PlainLevels(graph, scratch, direction, limits);
  const reached = kernel.run(starts);
  const answer = reached && answerOfLevels(graph, scratch, reached, direction, dated);
  releaseScratch(scratch);
  return answer;
}

/** Undefined when the sweep gave up. */
function sweep(
  graph: Graph,
  scratch: Scratch,
  starts: readonly number[],
  direction: Direction,
  dated: boolean,
): Walk | undefined {
  const kernel = dated ? new DatedSweep(graph, scratch, direction) : new PlainSweep(graph, scratch, direction);
  const reach = kernel.run(starts);
  return reach && answerOfSweep(graph, reach, direction);
}
