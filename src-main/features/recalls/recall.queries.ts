import type { Database } from 'better-sqlite3';
import { type BreakRow, recallBreaks } from '#main/features/trace/breaks.queries.ts';
import { readFlows } from '#main/features/trace/flows.queries.ts';
import { hasLinks } from '#main/features/trace/orders.queries.ts';
import {
  cut,
  everything,
  type Slice,
  spanFrom,
  type TracedUnit,
  type WalkResult,
} from '#main/features/trace/traced.queries.ts';
import { UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { WalkedUnits } from '#main/features/trace/walkedUnits.queries.ts';
import type { Span } from '#main/features/trace/wanted.queries.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import { isUnexplained } from '#shared/recalls/balances.ts';
import type { Flow } from '#shared/recalls/figures.ts';
import { byGravity } from '#shared/trace/gaps.ts';
import { type GapRow, readGaps } from './gaps.queries.ts';
import type { Got } from './gotByPartner.ts';
import type { ProductSums } from './productSums.ts';
import {
  byProductCode,
  type CustomerRow,
  type DeliveryRow,
  readDeliveries,
  readDocuments,
  readPartners,
  sortDeliveries,
} from './recallDeliveries.queries.ts';
import { addUp, type RecallFigures, unitsForStore } from './recallFigures.queries.ts';
import {
  type AdjustmentRow,
  type BalanceRow,
  type InProcessRow,
  readAdjustments,
  readBalances,
  readInProcess,
  readRunsOfWalk,
  sumByUnit,
} from './recallRows.queries.ts';

/** The lists of a recall, complete or cut to a page, before they are written out: see recalls.answer.ts. */
export type RecallPage = {
  roots: readonly UnitRow[];
  affected: readonly TracedUnit[];
  /** Of each unit listed as affected. */
  flows: ReadonlyMap<number, Flow>;
  onHandOf: ReadonlyMap<number, bigint>;
  onHand: readonly BalanceRow[];
  inProcess: readonly InProcessRow[];
  adjustments: readonly AdjustmentRow[];
  breaks: readonly BreakRow[];
  customers: readonly CustomerRow[];
  /** Over all of it, also where the lists are cut. */
  products: ReadonlyMap<number, ProductSums>;
  totals: { affected: number; customers: number; accountedPercent: string };
  book: UnitBook;
};

/** A page for people: how long each list is, and the gravest of the breaks in numbers. */
export type RecallView = RecallPage & {
  counts: Record<'affected' | 'onHand' | 'inProcess' | 'adjustments' | 'breaks' | 'customers', number>;
  gaps: readonly GapRow[];
};

/** A page of what one recall reaches and another does not, and how much it is in all. */
export type Dropped = Pick<RecallPage, 'affected' | 'flows' | 'onHandOf' | 'inProcess' | 'customers' | 'book'> & {
  totals: { units: number; customers: number };
};

type Walked = { roots: readonly UnitRow[]; ordering: OrderingName; walk: WalkResult };
type Customer = Got & { id: number; code: string; name: string };

/**
 * A recall: everything downstream of its suspects. Sums and counts are known from the start, most from the trace index and the
 * others from the store (see addUp); a page reads its own rows from the store. Lists that are short by nature (adjustments,
 * goods in process, breaks) are read whole.
 */
export class Recall {
  readonly #db: Database;
  readonly #roots: readonly UnitRow[];
  readonly #book: UnitBook;
  readonly #units: WalkedUnits;
  readonly #figures: RecallFigures;
  readonly #customers: readonly Customer[];
  /** By partner id, of the customers that were on a page. */
  readonly #documents = new Map<number, string[]>();
  readonly #adjustments: readonly AdjustmentRow[];
  readonly #breaks: readonly BreakRow[];
  readonly #inProcess: readonly InProcessRow[];
  #gaps: readonly GapRow[] | undefined;

  /** Reads all it needs from the index at once, since the index goes on to later states of the store. */
  constructor(db: Database, index: TraceIndex, { roots, ordering, walk }: Walked) {
    this.#db = db;
    this.#book = new UnitBook(db, ordering);
    this.#roots = roots.toSorted(this.#book.ordering.units);
    this.#units = new WalkedUnits(this.#book, index, 'downstream', walk);
    const forStore = unitsForStore(db, walk);
    const spansOf = (units: Iterable<number>): Span[] => this.#spansOf(units);
    this.#figures = addUp({ db, index, walk, forStore, spansOf });
    this.#customers = this.#nameCustomers();
    const { adjusted, products } = this.#figures;
    this.#book.load(adjusted);
    // Where a unit got or gave a name, not all adjustments are its own: the store has those that are.
    this.#adjustments = readAdjustments(db, this.#spansOf(adjusted), this.#book);
    products.addUnexplained(
      this.#adjustments.filter(({ unit }) => !forStore.has(unit)),
      (unit) => index.productOf(unit),
    );
    for (const { product, units } of this.#units.products()) products.of(product).units += units;
    const { breaks, openRuns } = this.#readExceptions(index);
    this.#breaks = breaks;
    this.#inProcess = readInProcess(db, { openRuns, find: (unit) => this.#find(unit), book: this.#book });
    for (const { unit, quantity } of this.#inProcess) products.of(unit.productId).inProcess += quantity;
  }

  /** Every list complete. */
  whole(): RecallPage {
    return this.#read(everything, { adjustments: this.#adjustments, breaks: this.#breaks, documents: true });
  }

  /** A page of each list, first what must not hide on a later one: adjustments without a reason, and the gravest breaks. */
  view(slice: Slice, { documents = true }: { documents?: boolean } = {}): RecallView {
    const adjustments = this.#adjustments.toSorted((a, b) => Number(isUnexplained(b)) - Number(isUnexplained(a)));
    const breaks = this.#breaks.toSorted(byGravity);
    this.#gaps ??= readGaps(this.#db, { breaks, book: this.#book, reaches: (unit) => this.#reaches(unit) });
    return {
      ...this.#read(slice, { adjustments, breaks, documents }),
      gaps: this.#gaps,
      counts: {
        affected: this.#units.walk.units.length,
        onHand: this.#figures.balances.reduce((sum, count) => sum + count, 0),
        inProcess: this.#inProcess.length,
        adjustments: adjustments.length,
        breaks: breaks.length,
        customers: this.#customers.length,
      },
    };
  }

  /** A page of the units and the customers that another recall does not reach. */
  beyond(other: Recall, slice: Slice): Dropped {
    const { units } = this.#units.walk;
    const isDropped = (place: number): boolean => !other.#reaches(units[place] ?? 0);
    const reached = new Set(other.#customers.map(({ code }) => code));
    const customers = this.#customers.filter(({ code }) => !reached.has(code));
    const affected = this.#cutUnits(slice, (place) => Number(isDropped(place)));
    return {
      affected,
      ...this.#readFigures(affected),
      inProcess: this.#inProcess,
      customers: this.#readCustomers(cut(customers, slice), { documents: true }),
      book: this.#book,
      totals: {
        units: units.reduce((sum, _unit, place) => sum + Number(isDropped(place)), 0),
        customers: customers.length,
      },
    };
  }

  /** What went to customers and what came back, by customer, then oldest first; of one customer only when it is named. */
  deliveries(wanted?: string): { rows: DeliveryRow[]; book: UnitBook } {
    const customers = wanted === undefined ? this.#customers : this.#customers.filter(({ code }) => code === wanted);
    const units = new Set(customers.flatMap(({ unitsToRead, unitsRead }) => [...unitsToRead, ...unitsRead]));
    this.#book.load(units);
    const rows = readDeliveries(this.#db, this.#spansOf(units), wanted);
    return { rows: sortDeliveries(rows, this.#book), book: this.#book };
  }

  #read(
    slice: Slice,
    { adjustments, breaks, documents }: Pick<RecallPage, 'adjustments' | 'breaks'> & { documents: boolean },
  ): RecallPage {
    const affected = this.#cutUnits(slice, () => 1);
    const lying = this.#units.unitsOf(slice, (place) => this.#figures.balances[place] ?? 0);
    const balances = readBalances(this.#db, lying.units, this.#book);
    return {
      roots: cut(this.#roots, slice),
      affected,
      ...this.#readFigures(affected),
      onHand: cut(balances, { ...slice, offset: lying.skip }),
      inProcess: cut(this.#inProcess, slice),
      adjustments: cut(adjustments, slice),
      breaks: cut(breaks, slice),
      customers: this.#readCustomers(cut(this.#customers, slice), { documents }),
      products: this.#figures.products,
      totals: {
        affected: this.#units.walk.units.length,
        customers: this.#customers.length,
        accountedPercent: this.#figures.accountedPercent,
      },
      book: this.#book,
    };
  }

  #reaches(unit: number): boolean {
    return this.#units.placeOf(unit) !== undefined;
  }

  #find(unit: number): TracedUnit | undefined {
    const place = this.#units.placeOf(unit);
    return place === undefined ? undefined : this.#units.traced(place);
  }

  #spansOf(units: Iterable<number>): Span[] {
    const { moments } = this.#units.walk;
    return Array.from(units, (id) => ({ id, ...spanFrom('downstream', moments?.[this.#units.placeOf(id) ?? 0]) }));
  }

  #cutUnits(slice: Slice, rowsOf: (place: number) => number): readonly TracedUnit[] {
    const { units, skip } = this.#units.unitsOf(slice, rowsOf);
    return cut(units, { ...slice, offset: skip });
  }

  #readFigures(affected: readonly TracedUnit[]): Pick<RecallPage, 'flows' | 'onHandOf'> {
    const { flows } = readFlows(this.#db, affected);
    return { flows, onHandOf: sumByUnit(readBalances(this.#db, affected, this.#book)) };
  }

  #nameCustomers(): Customer[] {
    return readPartners(this.#db, [...this.#figures.customers.keys()])
      .flatMap((partner) => {
        const got = this.#figures.customers.get(partner.id);
        return got === undefined ? [] : [{ ...partner, ...got }];
      })
      .sort((a, b) => this.#book.ordering.codes(a.code, b.code));
  }

  /** Breaks, and the runs nothing came out of. Both need the names of few units, unless serial links ask for all. */
  #readExceptions(index: TraceIndex): { breaks: BreakRow[]; openRuns: number[] } {
    const { units } = this.#units.walk;
    const mayBreak = (unit: number): boolean =>
      index.isLeaf(unit) || this.#book.product(index.productOf(unit)).traceDetail === 'none';
    const odd = hasLinks(this.#db) ? units : units.filter(mayBreak);
    const listed = this.#units.name(Array.from(odd, (id) => this.#units.placeOf(id) ?? 0));
    const { runs } = this.#units.walk;
    const breaks = recallBreaks(this.#db, {
      direction: 'downstream',
      roots: this.#roots,
      units: listed,
      byId: new Map(listed.map((unit) => [unit.id, unit])),
      runs: Array.from(runs),
      book: this.#book,
    });
    const isOpen = (run: number): boolean => !index.leadsOn(run);
    return { breaks, openRuns: readRunsOfWalk(this.#db, runs.filter(isOpen), listed).filter(isOpen) };
  }

  #readCustomers(page: readonly Customer[], { documents }: { documents: boolean }): CustomerRow[] {
    if (documents) this.#readDocuments(page);
    return page.map(({ id, code, name, shipped, returned }) => ({
      customer: code,
      name,
      deliveries: documents ? (this.#documents.get(id) ?? []) : [],
      shipped: byProductCode(shipped, this.#book),
      returned: byProductCode(returned, this.#book),
    }));
  }

  /** Of a customer only the documents are not known yet. */
  #readDocuments(page: readonly Customer[]): void {
    const fresh = page.filter(({ id }) => !this.#documents.has(id));
    const read = readDocuments(this.#db, [...new Set(fresh.flatMap(({ unitsToRead }) => [...unitsToRead]))]);
    for (const { id, documentsRead } of fresh) {
      const documents = new Set([...(read.get(id) ?? []), ...documentsRead]);
      // Put into the order of plain text first, which is quick, most are in the order of codes already.
      this.#documents.set(id, [...documents].sort().sort(this.#book.ordering.codes));
    }
  }
}
