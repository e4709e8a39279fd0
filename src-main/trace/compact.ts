import type { Direction } from '#shared/trace/vocabulary.ts';
import { decodeAmount } from './packing/amounts.ts';
import { type Clock, clockFor } from './packing/clock.ts';
import { newEdgeLists, newestOf } from './graph/edgeLists.ts';
import { type Figures, newestLine, newLineLists } from './figures/figures.ts';
import type { Graph, Side } from './graph/graph.ts';
import { type Lines, packLines } from './figures/lines.ts';
import { momentAt, packRows, type Rows, rowStart } from './graph/rows.ts';
import { startOf } from './packing/starts.ts';

/** Merges everything that came since the last compaction into new arrays. */
export function compact(graph: Graph, figures: Figures): void {
  const { nodes, downstream, upstream } = graph;
  const clock = clockFor(
    downstream.lists.moments.subarray(1),
    downstream.lists.count,
    isEmpty(downstream.rows) ? undefined : graph.clock,
  );
  graph.downstream = { rows: mergedRows(nodes, downstream, 'downstream', clock), lists: newEdgeLists() };
  graph.upstream = { rows: mergedRows(nodes, upstream, 'upstream', clock), lists: newEdgeLists() };
  graph.clock = clock;
  graph.dead = 0;
  figures.lines = mergedLines(nodes, figures);
  figures.lists = newLineLists();
}

const isEmpty = (rows: Rows): boolean => rows.codes.length === 0;

/** Row by row; a row keeps the order a rebuild would give it. */
function mergedRows(nodes: number, { rows, lists }: Side, direction: Direction, clock: Clock): Rows {
  const room = rows.codes.length + lists.count;
  const positions = new Int32Array(nodes + 2);
  const codes = new Uint32Array(room);
  const moments = new Float64Array(room);
  // The newer edges of one node, oldest first downstream, newest first upstream.
  const newer: number[] = [];
  let count = 0;
  for (let node = 0; node <= nodes; node++) {
    positions[node] = count;
    newer.length = 0;
    for (let edge = newestOf(lists, node); edge !== 0; edge = lists.next[edge]!) {
      if (lists.codes[edge] !== 0) newer.push(edge);
    }
    if (newer.length > 0) {
      if (direction === 'downstream') newer.reverse();
      newer.sort((a, b) => lists.moments[a]! - lists.moments[b]!);
    }
    let next = 0;
    const isBase = node <= rows.nodes;
    const end = isBase ? rowStart(rows, node + 1) : 0;
    for (let position = isBase ? rowStart(rows, node) : 0; position < end; position++) {
      if (rows.codes[position] === 0) continue;
      const moment = momentAt(rows, position);
      for (; next < newer.length && goesFirst(lists.moments[newer[next]!]!, moment, direction); next++) {
        codes[count] = lists.codes[newer[next]!]!;
        moments[count++] = lists.moments[newer[next]!]!;
      }
      codes[count] = rows.codes[position]!;
      moments[count++] = moment;
    }
    for (; next < newer.length; next++) {
      codes[count] = lists.codes[newer[next]!]!;
      moments[count++] = lists.moments[newer[next]!]!;
    }
  }
  positions[nodes + 1] = count;
  return packRows({ nodes, positions, codes, moments }, direction, clock);
}

/** At equal moments the newer edge comes later downstream, earlier upstream. */
const goesFirst = (newer: number, older: number, direction: Direction): boolean =>
  direction === 'downstream' ? newer < older : newer <= older;

function mergedLines(nodes: number, { lines, lists, headingNumbers }: Figures): Lines {
  const room = lines.headings.length + lists.count;
  const positions = new Int32Array(nodes + 2);
  const headings = new Int32Array(room);
  const amounts = new Float64Array(room);
  let count = 0;
  for (let node = 0; node <= nodes; node++) {
    positions[node] = count;
    if (node <= lines.nodes) {
      const end = startOf(lines.starts, node + 1);
      for (let position = startOf(lines.starts, node); position < end; position++) {
        headings[count] = lines.headings[position]!;
        amounts[count++] = decodeAmount(lines.amounts[position]!, lines.overflow);
      }
    }
    for (let line = newestLine(lists, node); line !== 0; line = lists.next[line]!) {
      headings[count] = lists.headings[line]!;
      amounts[count++] = lists.amounts[line]!;
    }
  }
  positions[nodes + 1] = count;
  return packLines({ nodes, positions, headings, amounts }, headingNumbers.size);
}
