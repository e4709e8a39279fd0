import type { Database } from 'better-sqlite3';
import type { Say } from '#main/features/audit/verifySteps.queries.ts';
import { applyUpdates, readUpdates } from '#main/features/trace/feed/updates.ts';
import { readIndexColumns } from '#main/features/trace/feed/whole.ts';
import { edgesOf } from '#main/trace/graph/graph.ts';
import { momentAt, type Rows, rowStart } from '#main/trace/graph/rows.ts';
import { TraceIndex } from '#main/trace/index.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { Held } from './traceFile.ts';

/** What is answered from beside the store itself: its snapshot, and the index in memory of the program that verifies. */
export type Indexes = { snapshot: Held | undefined; inMemory?: Held | undefined };

/**
 * Builds the trace index as the first question does, so that no store holds of which no question can be answered, and
 * compares with it, node by node, what questions are answered from.
 */
export function checkTrace(db: Database, { snapshot, inMemory }: Indexes, say: Say): void {
  const built = build(db);
  const tell = (where: string, message: Message): void => say({ code: 'RECORD_CHANGED', seq: 0, where, message });
  if (built === undefined) {
    tell(
      'trace index',
      msg`The trace index cannot be built from what the store holds: no trace and no recall would be answered. Restore a backup.`,
    );
    return;
  }
  if (inMemory !== undefined && !isSame(built, caughtUp(db, inMemory)))
    tell(
      'trace index in memory',
      msg`Traces and recalls were answered from other records than the store holds now: it was changed outside Lotline for a while. Ask for them again; what was issued since the store was opened may be wrong.`,
    );
  if (snapshot !== undefined && !isSame(built, caughtUp(db, snapshot)))
    tell(
      'trace snapshot',
      msg`The snapshot of the trace index beside the store differs from what the store holds. Close the store and delete the file whose name ends in -trace: it is made anew.`,
    );
}

function build(db: Database): TraceIndex | undefined {
  try {
    return TraceIndex.build(readIndexColumns(db));
  } catch (error) {
    // The index says what it cannot take as a RangeError; what cannot be read at all is told by who calls this.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The snapshot's index with what was posted since; undefined where that does not fit it. */
function caughtUp(db: Database, { index, marks }: Held): TraceIndex | undefined {
  try {
    applyUpdates(index, readUpdates(db, marks));
    return index;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isSame(one: TraceIndex, other: TraceIndex | undefined): boolean {
  if (other?.nodeCount !== one.nodeCount || other.edgeCount !== one.edgeCount) return false;
  if (other.parts.graph.twinCount !== one.parts.graph.twinCount) return false;
  for (let node = 1; node <= one.nodeCount; node += 1) {
    if (one.kindOf(node) !== other.kindOf(node) || textOf(one, node) !== textOf(other, node)) return false;
  }
  const { downstream, upstream } = other.parts.graph;
  return ascends(downstream.rows) && ascends(upstream.rows);
}

/** A node's product, figures and edges, whatever their order in the index. */
function textOf(index: TraceIndex, node: number): string {
  const { graph } = index.parts;
  const edges = (['downstream', 'upstream'] as const).map((direction) =>
    edgesOf(graph, node, direction)
      .map(({ source, target, at, kind }) => `${source} ${target} ${at} ${kind}`)
      .toSorted()
      .join(),
  );
  const lines = index
    .linesOf(node)
    .filter(({ amount }) => amount !== 0)
    .map(({ figureKind, reference, amount }) => `${figureKind}/${reference}: ${amount}`);
  return [index.productOf(node), ...edges, ...lines.toSorted()].join(';');
}

/** Dated walks look for their first edge by halves: in a row that does not ascend they would miss some. */
function ascends(rows: Rows): boolean {
  for (let node = 1; node <= rows.nodes; node += 1) {
    const end = rowStart(rows, node + 1);
    for (let i = rowStart(rows, node) + 1; i < end; i += 1) {
      if (momentAt(rows, i) < momentAt(rows, i - 1)) return false;
    }
  }
  return true;
}
