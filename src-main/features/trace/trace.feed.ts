import type { Database } from 'better-sqlite3';
import type { EdgeColumns } from '#main/trace/buildRows.ts';
import { nodeKinds } from '#main/trace/graph.ts';
import type { IndexColumns } from '#main/trace/index.ts';
import { edgeKinds } from '#main/trace/rows.ts';
import { orderEdges } from '#shared/orders/ties.ts';
import { mostNodes, type NodeRows, readNamings, readNodes, readRunRows, readTangledOrders } from './feed.queries.ts';
import { readLines } from './lines.queries.ts';
import { readOrders, readRunsOf, standing } from './orders.queries.ts';
import { UnitBook } from './units.queries.ts';

/** Reads the whole genealogy and its figures out of the store, for an index built anew. */
export function readIndexColumns(db: Database): IndexColumns {
  const nodes = readNodes(db);
  return { ...nodeColumns(nodes), edges: readEdges(db, nodes), lines: readLines(db) };
}

/** Kinds and products of the nodes that follow `after`. */
export function nodeColumns(
  { nodes, unitCodes, products, runs }: NodeRows,
  after = 0,
): Pick<IndexColumns, 'nodeKinds' | 'products'> {
  const kinds = new Uint8Array(nodes - after);
  const productOf = new Int32Array(nodes - after);
  unitCodes.forEach((code, row) => {
    const id = code >>> 1;
    kinds[id - after - 1] = nodeKinds.unit;
    productOf[id - after - 1] = products[row] ?? 0;
    if (code % 2 === 1) kinds[id - after] = nodeKinds.twin;
  });
  for (const id of runs) kinds[id - after - 1] = nodeKinds.run;
  return { nodeKinds: kinds, products: productOf };
}

/**
 * Reads every edge. Orders whose edges are one for each row are read in bulk; those with serial links, returns,
 * reversals, or rows with and without a run, go through the rules.
 */
export function readEdges(db: Database, { nodes, unitCodes }: NodeRows): EdgeColumns {
  const edges = new GrowingEdges();
  const tangled = readTangledOrders(db);
  const setAside = new Uint8Array(nodes + 1);
  for (const run of readRunsOf(db, [...tangled])) setAside[run.id] = 1;
  const leaves = new Uint8Array(nodes + 1);
  for (const code of unitCodes) leaves[code >>> 1] = code % 2;

  const withReturns: number[] = [];
  for (const { ends, moments } of readRunRows(db, nodes)) {
    for (let row = 0; row < ends.length; row += 1) {
      if ((moments[row] ?? 0) >= 0) continue;
      const run = Math.floor((ends[row] ?? 0) / mostNodes);
      if (setAside[run] === 0) withReturns.push(run);
      setAside[run] = 1;
    }
    for (let row = 0; row < ends.length; row += 1) {
      const end = ends[row] ?? 0;
      const isOutput = end < 0;
      const size = isOutput ? -end : end;
      const run = Math.floor(size / mostNodes);
      if (setAside[run] === 1) continue;
      const unit = size - run * mostNodes;
      if (isOutput) edges.add(run, unit, moments[row] ?? 0, edgeKinds.output);
      else edges.add(leaves[unit] === 1 ? unit + 1 : unit, run, moments[row] ?? 0, edgeKinds.consumption);
    }
  }
  const book = new UnitBook(db);
  for (const { rows, links } of readOrders(db, book, { runs: withReturns, workOrders: tangled })) {
    for (const { source, target, at, kind } of orderEdges(standing(rows), links))
      edges.add(source, target, at, edgeKinds[kind]);
  }
  for (const { source, target, at } of readNamings(db)) edges.add(source, target, at, edgeKinds.naming);
  return edges.columns();
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
