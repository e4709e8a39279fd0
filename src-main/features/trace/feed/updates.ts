import type { Database } from 'better-sqlite3';
import type { FigureLine } from '#main/trace/figures/figures.ts';
import type { Edge as IndexEdge } from '#main/trace/graph/graph.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { edgeKinds } from '#main/trace/graph/rows.ts';
import { type Edge, orderEdges, outOf } from '#shared/orders/ties.ts';
import {
  type Marks,
  type PostedMovementRow,
  readMarks,
  readNewlyLinked,
  readPosted,
  readTangledRuns,
} from './feed.queries.ts';
import { readRenewedFigures, type RenewedFigures, attributed } from './lines.queries.ts';
import { linesOfPosted } from './postedLines.ts';
import { readOrders, standing, type StoredOrder } from '../orders.queries.ts';
import { readNodes } from './whole.ts';
import type { Flow } from '#shared/recalls/figures.ts';
import { figureKinds, repeatedShipments } from '#main/trace/figures/figureKinds.ts';
import { UnitBook } from '../units.queries.ts';

/** What an index that was fed up to some marks lacks. */
export type IndexUpdates = {
  nodeKinds: Uint8Array;
  products: Int32Array;
  removed: IndexEdge[];
  added: IndexEdge[];
  lines: { unit: number; line: FigureLine }[];
  /** Figures of units whose goods got or lost a name, in place of what the index has. */
  renewed: RenewedFigures[];
  marks: Marks;
};

/**
 * Reads what was posted since. Most rows are one more edge. An order that needs the full rules is linked twice, as it
 * was at the marks and as it is now, and the edges that differ are exchanged.
 */
export function readUpdates(db: Database, since: Marks): IndexUpdates {
  const marks = readMarks(db);
  const posted = readPosted(db, since.movement);
  const book = new UnitBook(db);
  const changes = new EdgeChanges();
  const inRuns = posted.filter((row) => row.runId !== null);
  const touched = [...new Set(inRuns.map((row) => row.runId ?? 0))];
  const tangled = readTangledRuns(db, touched);

  const plain = inRuns.filter((row) => !tangled.has(row.runId ?? 0));
  book.load(plain.map((row) => row.target));
  for (const row of plain) changes.add(plainEdge(row, book));
  for (const order of readOrders(db, book, { runs: [...tangled], workOrders: readNewlyLinked(db, since.link) })) {
    for (const edge of edgesAt(order, since)) changes.remove(edge);
    for (const edge of orderEdges(standing(order.rows), order.links)) changes.add(indexEdge(edge));
  }
  for (const row of posted) changeNaming(row, changes);

  return {
    ...readNodes(db, since.node),
    ...changes.taken(),
    lines: posted.flatMap(linesOfPosted),
    renewed: readRenewedFigures(db, posted),
    marks,
  };
}

/** Feeds an index with what readUpdates found. */
export function applyUpdates(index: TraceIndex, updates: IndexUpdates): void {
  index.appendNodes(updates.nodeKinds, updates.products);
  for (const edge of updates.removed) {
    if (!index.removeEdge(edge)) throw new Error(`the trace index lacks an edge from ${edge.source} to ${edge.target}`);
  }
  for (const edge of updates.added) index.appendEdge(edge);
  for (const { unit, line } of updates.lines) {
    const { figureKind, reference, amount } = line;
    if (figureKind === figureKinds.shipped && reference > 0) countShipment(index, unit, reference, amount > 0 ? 1 : -1);
    index.addLine(unit, line);
  }
  for (const { unit, flow } of updates.renewed) {
    for (const line of renewedLines(index.linesOf(unit), flow)) index.addLine(unit, line);
  }
}

/** One more or one less of a unit's shipments to a partner, before the amount itself changes. */
function countShipment(index: TraceIndex, unit: number, partner: number, by: 1 | -1): void {
  const lines = index.linesOf(unit).filter(({ reference, amount }) => reference === partner && amount !== 0);
  const more = lines.find(({ figureKind }) => figureKind === repeatedShipments)?.amount ?? 0;
  const count = more + (lines.some(({ figureKind }) => figureKind === figureKinds.shipped) ? 1 : 0);
  const change = Math.max(0, count + by - 1) - more;
  if (change !== 0) index.addLine(unit, { figureKind: repeatedShipments, reference: partner, amount: change });
}

/** What turns the lines a unit has into those of its renewed figures, which lie under reference 0. */
function renewedLines(known: readonly FigureLine[], flow: Flow): FigureLine[] {
  return attributed
    .flatMap((name) => {
      const figureKind = figureKinds[name];
      const gone = known.filter((line) => line.figureKind === figureKind);
      return [
        ...gone.map((line) => ({ ...line, amount: -line.amount })),
        { figureKind, reference: 0, amount: Number(flow[name]) },
      ];
    })
    .filter(({ amount }) => amount !== 0);
}

const indexEdge = ({ source, target, at, kind }: Edge): IndexEdge => ({ source, target, at, kind: edgeKinds[kind] });

function plainEdge({ target, runId, at, kind }: PostedMovementRow, book: UnitBook): IndexEdge {
  const run = runId ?? 0;
  return kind === 'output'
    ? { source: run, target, at, kind: edgeKinds.output }
    : { source: outOf({ unit: target, leaf: book.unit(target).leaf }), target: run, at, kind: edgeKinds.consumption };
}

/** The edges an order had when the index was fed up to the marks. */
function edgesAt({ rows, links }: StoredOrder, marks: Marks): IndexEdge[] {
  const stood = rows.filter(
    (row) => row.id <= marks.movement && (row.reversedBy === null || row.reversedBy > marks.movement),
  );
  return orderEdges(
    stood,
    links.filter((link) => link.id <= marks.link),
  ).map(indexEdge);
}

/** A name given is a link; a name given by mistake and undone is none any more. */
function changeNaming(row: PostedMovementRow, changes: EdgeChanges): void {
  if (row.source === row.target || row.kind === 'customer-return' || row.kind === 'production-return') return;
  const { source, target, at, undoneAt } = row;
  if (undoneAt === null) changes.add({ source, target, at, kind: edgeKinds.naming });
  else changes.remove({ source: target, target: source, at: undoneAt, kind: edgeKinds.naming });
}

/** Edges to exchange; one that goes and comes back stays. */
class EdgeChanges {
  readonly #changes = new Map<string, { edge: IndexEdge; by: number }>();

  add(edge: IndexEdge): void {
    this.#change(edge, 1);
  }

  remove(edge: IndexEdge): void {
    this.#change(edge, -1);
  }

  taken(): { added: IndexEdge[]; removed: IndexEdge[] } {
    const all = [...this.#changes.values()];
    const times = (sign: 1 | -1) =>
      all.flatMap(({ edge, by }) => Array.from({ length: Math.max(0, sign * by) }, () => edge));
    return { added: times(1), removed: times(-1) };
  }

  #change(edge: IndexEdge, by: 1 | -1): void {
    const key = `${edge.source} ${edge.target} ${edge.at} ${edge.kind}`;
    const known = this.#changes.get(key);
    if (known === undefined) this.#changes.set(key, { edge, by });
    else known.by += by;
  }
}
