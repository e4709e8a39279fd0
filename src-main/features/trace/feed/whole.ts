import type { Database } from 'better-sqlite3';
import type { EdgeColumns } from '#main/trace/graph/buildRows.ts';
import { nodeKinds } from '#main/trace/graph/graph.ts';
import type { IndexColumns } from '#main/trace/index.ts';
import { edgeKinds } from '#main/trace/graph/rows.ts';
import { orderEdges } from '#shared/orders/ties.ts';
import {
  type JournalSlice,
  readJournal,
  readMarks,
  readNamings,
  readRuns,
  readTangledOrders,
  readUnits,
} from './feed.queries.ts';
import { LineFeed } from './lines.queries.ts';
import { kindOf } from './postedLines.ts';
import { readOrders, readRunsOf, standing } from '../orders.queries.ts';
import { UnitBook } from '../units.queries.ts';

/** Reads the whole genealogy and its figures out of the store, for an index built anew. */
export function readIndexColumns(db: Database): IndexColumns {
  const nodes = readNodes(db);
  const edges = new EdgeFeed(db, nodes.nodeKinds);
  const lines = new LineFeed(db, nodes.nodeKinds.length);
  for (const slice of readJournal(db)) {
    edges.take(slice);
    lines.take(slice);
  }
  return { ...nodes, edges: edges.columns(), lines: lines.columns() };
}

/** Kinds and products of the nodes that follow `after`. */
export function readNodes(db: Database, after = 0): Pick<IndexColumns, 'nodeKinds' | 'products'> {
  const count = readMarks(db).node - after;
  const kinds = new Uint8Array(count);
  const products = new Int32Array(count);
  for (const slice of readUnits(db, after)) {
    for (let row = 0; row < slice.rows; row += 1) {
      const place = (slice.id[row] ?? 0) - after - 1;
      kinds[place] = nodeKinds.unit;
      products[place] = slice.product[row] ?? 0;
      if (slice.leaf[row] === 1) kinds[place + 1] = nodeKinds.twin;
    }
  }
  for (const { rows, id } of readRuns(db, after)) {
    for (let row = 0; row < rows; row += 1) kinds[(id[row] ?? 0) - after - 1] = nodeKinds.run;
  }
  return { nodeKinds: kinds, products };
}

/**
 * Gathers every edge. Orders whose edges are one for each row give them row by row; those with serial links, returns,
 * reversals, or rows with and without a run, go through the rules.
 */
class EdgeFeed {
  readonly #db: Database;
  readonly #kinds: Uint8Array;
  readonly #edges = new GrowingEdges();
  readonly #tangled: Set<string>;
  /** 1 for runs whose orders go through the rules. */
  readonly #setAside: Uint8Array;
  readonly #withReturns: number[] = [];

  constructor(db: Database, kinds: Uint8Array) {
    this.#db = db;
    this.#kinds = kinds;
    this.#tangled = readTangledOrders(db);
    this.#setAside = new Uint8Array(kinds.length + 1);
    for (const run of readRunsOf(db, [...this.#tangled])) this.#setAside[run.id] = 1;
  }

  take({ rows, what, target, run, at }: JournalSlice): void {
    for (let row = 0; row < rows; row += 1) {
      const node = run[row] ?? 0;
      if (node === 0 || this.#setAside[node] === 1) continue;
      const unit = target[row] ?? 0;
      const kind = kindOf(what[row] ?? 0);
      if (kind === 'output') this.#edges.add(node, unit, at[row] ?? 0, edgeKinds.output);
      else if (kind === 'consumption') this.#edges.add(this.#outOf(unit), node, at[row] ?? 0, edgeKinds.consumption);
      else {
        this.#setAside[node] = 1;
        this.#withReturns.push(node);
      }
    }
  }

  columns(): EdgeColumns {
    const db = this.#db;
    // Of a run with returns some rows came before the first of these.
    if (this.#withReturns.length > 0) this.#edges.dropRuns(this.#setAside);
    const orders = readOrders(db, new UnitBook(db), { runs: this.#withReturns, workOrders: this.#tangled });
    for (const { rows, links } of orders) {
      for (const { source, target, at, kind } of orderEdges(standing(rows), links))
        this.#edges.add(source, target, at, edgeKinds[kind]);
    }
    for (const { source, target, at } of readNamings(db)) this.#edges.add(source, target, at, edgeKinds.naming);
    return this.#edges.columns();
  }

  /** The node on which what is consumed of a unit hangs: a leaf's twin, whose id is one more. */
  #outOf(unit: number): number {
    return this.#kinds[unit] === nodeKinds.twin ? unit + 1 : unit;
  }
}

/** Columns that grow; how many edges there will be is known when the last is read. */
class GrowingEdges {
  #source = new Int32Array(4096);
  #target = new Int32Array(4096);
  #at = new Float64Array(4096);
  #kind = new Uint8Array(4096);
  #count = 0;

  add(source: number, target: number, at: number, kind: number): void {
    if (this.#count === this.#source.length) this.#grow();
    this.#source[this.#count] = source;
    this.#target[this.#count] = target;
    this.#at[this.#count] = at;
    this.#kind[this.#count] = kind;
    this.#count += 1;
  }

  /** Drops the edges out of these runs and into them. */
  dropRuns(isDropped: Uint8Array): void {
    let kept = 0;
    for (let i = 0; i < this.#count; i += 1) {
      if (isDropped[this.#source[i] ?? 0] === 1 || isDropped[this.#target[i] ?? 0] === 1) continue;
      this.#source[kept] = this.#source[i] ?? 0;
      this.#target[kept] = this.#target[i] ?? 0;
      this.#at[kept] = this.#at[i] ?? 0;
      this.#kind[kept] = this.#kind[i] ?? 0;
      kept += 1;
    }
    this.#count = kept;
  }

  columns(): EdgeColumns {
    const count = this.#count;
    return {
      source: this.#source.subarray(0, count),
      target: this.#target.subarray(0, count),
      at: this.#at.subarray(0, count),
      kind: this.#kind.subarray(0, count),
    };
  }

  #grow(): void {
    const room = this.#count * 2;
    this.#source = grown(this.#source, new Int32Array(room));
    this.#target = grown(this.#target, new Int32Array(room));
    this.#at = grown(this.#at, new Float64Array(room));
    this.#kind = grown(this.#kind, new Uint8Array(room));
  }
}

function grown<Column extends Int32Array | Float64Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
