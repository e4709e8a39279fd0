import type { Direction } from '#shared/trace/vocabulary.ts';
import { decodeAmount } from './amounts.ts';
import { type Clock, clockFor } from './clock.ts';
import { type EdgeLists, newestOf } from './edgeLists.ts';
import { type LineLists, newestLine } from './figures.ts';
import { type Lines, packLines } from './lines.ts';
import { momentAt, packRows, type Rows, rowStart } from './rows.ts';
import { startOf } from './starts.ts';

/** What a compaction reads: plain data, so that it can be posted to a worker (compacted arrays are shared, the others copied). */
export type CompactionInput = {
  readonly nodes: number;
  readonly clock: Clock;
  readonly downstream: { readonly rows: Rows; readonly lists: EdgeLists };
  readonly upstream: { readonly rows: Rows; readonly lists: EdgeLists };
  readonly lines: Lines;
  readonly lineLists: LineLists;
  readonly headingCount: number;
};

export type CompactionOutput = {
  readonly clock: Clock;
  readonly downstream: Rows;
  readonly upstream: Rows;
  readonly lines: Lines;
};

/** Merges everything that came since the last compaction into new arrays. Changes nothing it is given. */
export function compacted(input: CompactionInput): CompactionOutput {
  const { nodes, downstream, upstream } = input;
  const clock = clockFor(
    downstream.lists.moments.subarray(1),
    downstream.lists.count,
    isEmpty(downstream.rows) ? undefined : input.clock,
  );
  return {
    clock,
    downstream: mergedRows(nodes, downstream.rows, downstream.lists, 'downstream', clock),
    upstream: mergedRows(nodes, upstream.rows, upstream.lists, 'upstream', clock),
    lines: mergedLines(input),
  };
}

const isEmpty = (rows: Rows): boolean => rows.codes.length === 0;

/** Row by row; a row keeps the order a rebuild would give it. */
function mergedRows(nodes: number, rows: Rows, lists: EdgeLists, direction: Direction, clock: Clock): Rows {
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

function mergedLines({ nodes, lines, lineLists, headingCount }: CompactionInput): Lines {
  const room = lines.headings.length + lineLists.count;
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
    for (let line = newestLine(lineLists, node); line !== 0; line = lineLists.next[line]!) {
      headings[count] = lineLists.headings[line]!;
      amounts[count++] = lineLists.amounts[line]!;
    }
  }
  positions[nodes + 1] = count;
  return packLines({ nodes, positions, headings, amounts }, headingCount);
}
