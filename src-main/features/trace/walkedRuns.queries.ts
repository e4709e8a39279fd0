import type { Database } from 'better-sqlite3';
import type { TraceIndex } from '#main/trace/index.ts';
import { type LoadedOrder, loadOrders } from './orders.queries.ts';
import { cut, type Slice } from './traced.queries.ts';
import { compareEntries, type TracedEntry } from './traceLists.queries.ts';
import type { UnitBook } from './units.queries.ts';
import { readByIds } from './wanted.queries.ts';

/** The runs of a walk in the order of an answer, by time; those of a page are read from the store. */
export class WalkedRuns {
  readonly count: number;
  readonly #db: Database;
  readonly #book: UnitBook;
  readonly #runs: Int32Array;
  /** When each run made its first output, or else used its first component. */
  readonly #at: Float64Array;
  readonly #inOrder: Float64Array;
  #known: Set<number> | undefined;

  /** `open` are the runs nothing came out of. */
  constructor(db: Database, book: UnitBook, index: TraceIndex, runs: Int32Array, open: Int32Array) {
    this.#db = db;
    this.#book = book;
    this.#runs = runs;
    this.count = runs.length;
    const used = new Map(
      loadOrders(db, book, { runs: [...open] }).flatMap(({ tied }) => tied.entries.map(({ runId, at }) => [runId, at])),
    );
    this.#at = new Float64Array(runs.length);
    for (const [place, run] of runs.entries())
      this.#at[place] = index.earliestOf(run, 'downstream') ?? used.get(run) ?? 0;
    this.#inOrder = this.#at.toSorted();
  }

  has(run: number): boolean {
    this.#known ??= new Set(this.#runs);
    return this.#known.has(run);
  }

  page(slice: Slice): TracedEntry[] {
    const from = this.#inOrder[slice.offset];
    if (from === undefined) return [];
    const to = this.#inOrder[Math.min(slice.offset + slice.limit, this.count) - 1] ?? from;
    // Runs of one moment are in the order of their names: all of the first and the last moment are looked at.
    const timeOf = new Map<number, number>();
    for (let place = 0; place < this.count; place += 1) {
      const at = this.#at[place] ?? 0;
      if (at >= from && at <= to) timeOf.set(this.#runs[place] ?? 0, at);
    }
    const names = readByIds<{ id: number; workOrder: string; run: string }>(
      this.#db,
      (list) => `select id, work_order as workOrder, run from run where id in ${list}`,
      [...timeOf.keys()],
    );
    const before = this.#inOrder.indexOf(from);
    const page = cut(names.map((row) => ({ ...row, at: timeOf.get(row.id) ?? 0 })).sort(compareEntries(this.#book)), {
      ...slice,
      offset: slice.offset - before,
    });
    const wanted = new Set(page.map(({ id }) => id));
    return loadOrders(this.#db, this.#book, { runs: [...wanted] })
      .flatMap(({ workOrder, tied }: LoadedOrder) => tied.entries.map((entry) => ({ ...entry, workOrder })))
      .filter(({ runId }) => wanted.has(runId))
      .sort(compareEntries(this.#book));
  }
}
