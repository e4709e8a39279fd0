import type { Direction } from '#shared/trace/vocabulary.ts';
import { type Bits, hasBit, setBit, wordsFor } from '../packing/bits.ts';
import { buildRows, type EdgeColumns } from './buildRows.ts';
import { clockFor, type Clock, isMoment } from '../packing/clock.ts';
import { appendToList, type EdgeLists, newEdgeLists, newestOf } from './edgeLists.ts';
import { bytesOf, withRoom } from '../packing/memory.ts';
import { edgeKinds, firstNotBefore, largestNode, momentAt, type Rows, rowStart, signOf } from './rows.ts';

/** A twin carries the consumption of the leaf unit whose id is one less; nothing leads to it. */
export const nodeKinds = { unit: 0, run: 1, twin: 2 } as const;

/** One edge, pointing downstream. `at` is µs since 1970, `kind` one of edgeKinds. */
export type Edge = { readonly source: number; readonly target: number; readonly at: number; readonly kind: number };

/** One direction: the compacted rows and what came since. */
export type Side = { rows: Rows; lists: EdgeLists };

/**
 * The genealogy: nodes 1 to `nodes`, and their edges in both directions. Ids outside, edges between the wrong
 * kinds of node and impossible moments are a caller's mistake and a RangeError.
 */
export type Graph = {
  nodes: number;
  runs: Bits;
  twins: Bits;
  twinCount: number;
  clock: Clock;
  downstream: Side;
  upstream: Side;
  /** Edges taken out whose room is not yet won back. */
  dead: number;
};

/** Builds a graph; `kinds[i]` is the kind of node i + 1. Sorts by counting, about linear in edges. */
export function buildGraph(kinds: Uint8Array, edges: EdgeColumns): Graph {
  const nodes = kinds.length;
  const graph = emptyGraph();
  appendNodes(graph, kinds);
  const { source, target, kind } = edges;
  for (let i = 0; i < source.length; i++) assertEnds(graph, source[i]!, target[i]!, kind[i]!);
  graph.clock = clockFor(edges.at, source.length);
  graph.downstream.rows = buildRows(nodes, edges, 'downstream', graph.clock);
  graph.upstream.rows = buildRows(nodes, edges, 'upstream', graph.clock);
  return graph;
}

function emptyGraph(): Graph {
  const none = {
    source: new Int32Array(0),
    target: new Int32Array(0),
    at: new Float64Array(0),
    kind: new Uint8Array(0),
  };
  const clock = clockFor(none.at, 0);
  return {
    nodes: 0,
    runs: new Uint32Array(1),
    twins: new Uint32Array(1),
    twinCount: 0,
    clock,
    downstream: { rows: buildRows(0, none, 'downstream', clock), lists: newEdgeLists() },
    upstream: { rows: buildRows(0, none, 'upstream', clock), lists: newEdgeLists() },
    dead: 0,
  };
}

/** Registers the nodes that follow the last one. */
export function appendNodes(graph: Graph, kinds: ArrayLike<number>): void {
  const last = graph.nodes + kinds.length;
  if (last > largestNode) throw new RangeError(`more nodes than ${largestNode}`);
  graph.runs = withRoom(graph.runs, wordsFor(last));
  graph.twins = withRoom(graph.twins, wordsFor(last));
  for (let i = 0; i < kinds.length; i++) {
    const node = ++graph.nodes;
    if (kinds[i] === nodeKinds.run) {
      setBit(graph.runs, node);
    } else if (kinds[i] === nodeKinds.twin) {
      if (node === 1 || !isUnit(graph, node - 1)) throw new RangeError(`node ${node} is the twin of no unit`);
      setBit(graph.twins, node);
      graph.twinCount += 1;
    }
  }
}

/** Appends an edge that came after the last compaction. */
export function appendEdge(graph: Graph, { source, target, at, kind }: Edge): void {
  assertEnds(graph, source, target, kind);
  if (!isMoment(at)) throw new RangeError(`not a moment: ${at}`);
  appendToList(graph.downstream.lists, source, target * 4 + kind, at);
  appendToList(graph.upstream.lists, target, source * 4 + kind, -at);
}

/** Takes out one edge that equals this one in every part; false when there is none. For the rare reversal. */
export function removeEdge(graph: Graph, edge: Edge): boolean {
  const listed = takeFromList(graph.downstream.lists, edge.source, edge.target * 4 + edge.kind, edge.at);
  if (listed !== 0) graph.upstream.lists.codes[listed] = 0;
  else if (takeFromRow(graph.downstream.rows, edge.source, edge.target * 4 + edge.kind, edge.at))
    takeFromRow(graph.upstream.rows, edge.target, edge.source * 4 + edge.kind, -edge.at);
  else return false;
  graph.dead += 1;
  return true;
}

/** The edges that leave a node downstream, or those that come to it, in no promised order. */
export function edgesOf(graph: Graph, node: number, direction: Direction): Edge[] {
  const { rows, lists } = graph[direction];
  const sign = signOf(direction);
  const found: Edge[] = [];
  const add = (code: number, moment: number): void => {
    if (code === 0) return;
    const other = code >>> 2;
    const [source, target] = direction === 'downstream' ? [node, other] : [other, node];
    found.push({ source, target, at: sign * moment, kind: code & 3 });
  };
  if (node <= rows.nodes) {
    const end = rowStart(rows, node + 1);
    for (let i = rowStart(rows, node); i < end; i++) add(rows.codes[i]!, momentAt(rows, i));
  }
  for (let i = newestOf(lists, node); i !== 0; i = lists.next[i]!) add(lists.codes[i]!, lists.moments[i]!);
  return found;
}

/** The earliest moment of the edges edgesOf has of a node; undefined where there is none. */
export function earliestOf(graph: Graph, node: number, direction: Direction): number | undefined {
  const { rows, lists } = graph[direction];
  const sign = signOf(direction);
  let earliest = Number.POSITIVE_INFINITY;
  if (node <= rows.nodes) {
    const from = rowStart(rows, node);
    const to = rowStart(rows, node + 1);
    // Moments ascend downstream and descend upstream.
    let i = sign === 1 ? from : to - 1;
    while (i >= from && i < to && rows.codes[i] === 0) i += sign;
    if (i >= from && i < to) earliest = sign * momentAt(rows, i);
  }
  for (let i = newestOf(lists, node); i !== 0; i = lists.next[i]!) {
    if (lists.codes[i] !== 0) earliest = Math.min(earliest, sign * lists.moments[i]!);
  }
  return earliest === Number.POSITIVE_INFINITY ? undefined : earliest;
}

export const isNode = (graph: Graph, id: number): boolean => Number.isInteger(id) && id >= 1 && id <= graph.nodes;

/** True for a unit, false for a run or a twin. */
export const isUnit = (graph: Graph, id: number): boolean =>
  isNode(graph, id) && !hasBit(graph.runs, id) && !hasBit(graph.twins, id);

/** The roots, and the twins of those that are leaves. RangeError when one is no unit. */
export function startingPoints(graph: Graph, roots: Iterable<number>): number[] {
  const starts: number[] = [];
  for (const root of roots) {
    if (!isUnit(graph, root)) throw new RangeError(`node ${root} is no unit`);
    starts.push(root);
    if (hasBit(graph.twins, root + 1)) starts.push(root + 1);
  }
  return starts;
}

/** Edges that count. */
export const edgeCount = (graph: Graph): number =>
  graph.downstream.rows.codes.length + graph.downstream.lists.count - graph.dead;

export function graphBytes(graph: Graph): number {
  const sides = [graph.downstream, graph.upstream];
  return bytesOf(graph, ...sides.flatMap(({ rows, lists }) => [rows, rows.starts, lists, lists.pages]));
}

/** The kernels rely on this: a run's row leads to units only, and nothing leads to a twin. */
function assertEnds(graph: Graph, source: number, target: number, kind: number): void {
  const fromRun = hasBit(graph.runs, source);
  const toRun = hasBit(graph.runs, target);
  const fits =
    source >= 1 &&
    target >= 1 &&
    source <= graph.nodes &&
    target <= graph.nodes &&
    kind <= edgeKinds.naming &&
    fromRun === (kind === edgeKinds.output) &&
    toRun === (kind === edgeKinds.consumption) &&
    !hasBit(graph.twins, target);
  if (!fits) throw new RangeError(`no edge of kind ${kind} can lead from node ${source} to node ${target}`);
}

function takeFromList(lists: EdgeLists, owner: number, code: number, moment: number): number {
  for (let i = newestOf(lists, owner); i !== 0; i = lists.next[i]!) {
    if (lists.codes[i] === code && lists.moments[i] === moment) {
      lists.codes[i] = 0;
      return i;
    }
  }
  return 0;
}

function takeFromRow(rows: Rows, owner: number, code: number, moment: number): boolean {
  if (owner > rows.nodes) return false;
  const end = rowStart(rows, owner + 1);
  for (let i = firstNotBefore(rows, rowStart(rows, owner), end, moment); i < end; i++) {
    if (momentAt(rows, i) !== moment) return false;
    if (rows.codes[i] !== code) continue;
    rows.codes[i] = 0;
    return true;
  }
  return false;
}
