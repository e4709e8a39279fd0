import type { Database } from 'better-sqlite3';
import type { TraceIndex } from '#main/trace/index.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import { byGravity } from '#shared/trace/gaps.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { type BreakRow, traceBreaks } from './breaks.queries.ts';
import { figureKinds, repeatedShipments } from '#main/trace/figures/figureKinds.ts';
import { readFirstMoments, readRenamedUnits } from './wholeUnits.queries.ts';
import { hasLinks, loadOrders, readRunsOf } from './orders.queries.ts';
import { ShipmentPages } from './shipmentPages.queries.ts';
import { cut, type Slice, type TracedUnit, type WalkResult } from './traced.queries.ts';
import {
  type LotMovement,
  readReceiptsAndShipments,
  receiptsAfterUse,
  runNames,
  type TracedEntry,
  type WalkedRuns as WalkedNames,
} from './traceLists.queries.ts';
import { readTracedAmounts } from './tracedAmounts.queries.ts';
import { inTimeFirst, type TracePage } from './tracePage.ts';
import { UnitBook, type UnitRow } from './units.queries.ts';
import { WalkedRuns } from './walkedRuns.queries.ts';
import { WalkedUnits } from './walkedUnits.queries.ts';

/** So many units or runs are looked at one by one in the store, beyond those of a page; a trace that needs more is read whole. */
const mostRead = 5_000;

/** The question needs the whole answer: see readTrace. */
class NeedsAll extends Error {}

/** A walk from these units. */
type Walked = { roots: readonly number[]; direction: Direction; ordering: OrderingName; walk: WalkResult };

type Found = {
  receipts: readonly LotMovement[];
  afterUse: ReadonlySet<LotMovement>;
  breaks: readonly BreakRow[];
};

/**
 * A wide trace seen from the trace index: the order of its units and runs and all counts come from there, and a page reads
 * its own rows from the store. Receipts and breaks, which are few in a wide trace, are read whole.
 */
export class TraceSurvey {
  readonly #db: Database;
  readonly #index: TraceIndex;
  readonly #roots: readonly UnitRow[];
  readonly #direction: Direction;
  readonly #book: UnitBook;
  readonly #units: WalkedUnits;
  readonly #runs: WalkedRuns;
  readonly #shipments: ShipmentPages;
  readonly #found: Found;
  /** The names of the walked runs of orders. */
  readonly #walkedOf = (workOrders: ReadonlySet<string>): WalkedNames =>
    runNames(readRunsOf(this.#db, [...workOrders]).filter(({ id }) => this.#runs.has(id)));

  /** Undefined where the answer can only be read whole: with serial links, or with too much that only the store knows. */
  static of(db: Database, index: TraceIndex, walked: Walked): TraceSurvey | undefined {
    if (hasLinks(db)) return undefined;
    try {
      return new TraceSurvey(db, index, walked);
    } catch (error) {
      if (error instanceof NeedsAll) return undefined;
      throw error;
    }
  }

  private constructor(db: Database, index: TraceIndex, { roots, direction, ordering, walk }: Walked) {
    this.#db = db;
    this.#index = index;
    this.#direction = direction;
    this.#book = new UnitBook(db, ordering);
    this.#book.load(roots);
    this.#roots = roots.map((root) => this.#book.unit(root)).sort(this.#book.ordering.units);
    this.#units = new WalkedUnits(this.#book, index, direction, walk);
    const openRuns = walk.runs.filter((run) => index.earliestOf(run, 'downstream') === undefined);
    insistOnFew(openRuns.length);
    this.#runs = new WalkedRuns(db, this.#book, index, walk.runs, openRuns);

    const seen = this.#scanLines();
    insistOnFew(seen.toRead.size);
    const read = this.#units.name([...seen.toRead]);
    const { receipts, shipments } = readReceiptsAndShipments(db, read, this.#book);
    this.#shipments = new ShipmentPages(db, this.#units, { read: shipments, ...seen.shipped });
    const noted = this.#units.name(this.#placesThatMayBreak(seen.mayOpen));
    this.#found = {
      receipts,
      afterUse: receiptsAfterUse(
        db,
        { direction, units: noted, book: this.#book },
        {
          receipts,
          walkedOf: this.#walkedOf,
        },
      ),
      breaks: this.#readBreaks(noted).toSorted(byGravity),
    };
  }

  /** A page; undefined where its rows are known only when all are read. */
  page(slice: Slice): TracePage | undefined {
    const shipments = this.#shipments.page(slice, mostRead);
    if (shipments === undefined) return undefined;
    const { receipts, afterUse, breaks } = this.#found;
    const inOrder = this.#units.unitsOf(slice, () => 1);
    const units = cut(inOrder.units, { ...slice, offset: inOrder.skip });
    const traced = { direction: this.#direction, roots: this.#roots };
    return {
      amounts: readTracedAmounts(this.#db, { traced, links: [] }, units, this.#walkedOf),
      lists: {
        traced: {
          direction: this.#direction,
          roots: cut(this.#roots, slice),
          units,
          byId: new Map(),
          runs: [],
          book: this.#book,
        },
        runs: this.#runs.page(slice),
        links: [],
        receipts: cut(inTimeFirst(receipts, afterUse), slice),
        afterUse,
        shipments,
        breaks: cut(breaks, slice),
      },
      counts: {
        units: this.#units.walk.units.length,
        runs: this.#runs.count,
        serialLinks: 0,
        receipts: receipts.length,
        receiptsAfterUse: afterUse.size,
        shipments: this.#shipments.count,
        breaks: breaks.length,
      },
    };
  }

  /**
   * Reads from the units' lines how many shipments those units have whose shipments all count, and since when they
   * can have any; the other units, and those with receipts, are read from the store.
   */
  #scanLines() {
    const { units, moments } = this.#units.walk;
    const counts = new Int32Array(units.length);
    const toRead = new Set<number>();
    const mayOpen: number[] = [];
    this.#index.scanLines(units, (place, figureKind, reference, amount) => {
      if (figureKind === figureKinds.shipped) counts[place]! += reference > 0 ? 1 : 0;
      else if (figureKind === repeatedShipments) counts[place]! += amount;
      else if (figureKind === figureKinds.received) toRead.add(place);
      else if (figureKind === figureKinds.opening) mayOpen.push(place);
    });
    // What goods took over under another name is not all their own.
    for (const unit of readRenamedUnits(this.#db)) {
      const place = this.#units.placeOf(unit);
      if (place === undefined) continue;
      toRead.add(place);
      mayOpen.push(place);
    }
    const shipped = Array.from(units.keys()).filter((place) => counts[place]! > 0 && !toRead.has(place));
    const first = readFirstMoments(
      this.#db,
      shipped.map((place) => units[place]!),
    );
    const isDownstream = this.#direction === 'downstream';
    const all = isDownstream ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const places: number[] = [];
    const since: number[] = [];
    for (const place of shipped) {
      const at = first.get(units[place]!) ?? Number.NEGATIVE_INFINITY;
      const moment = moments?.[place] ?? all;
      if (isDownstream ? moment <= at : moment === all) {
        places.push(place);
        since.push(at);
      } else toRead.add(place);
    }
    return { toRead, mayOpen, shipped: { places, since: Float64Array.from(since), counts } };
  }

  /** Leaf units, units of which no log is kept, and upstream those with opening stock or made of nothing. */
  #placesThatMayBreak(mayOpen: readonly number[]): number[] {
    const { units, runs } = this.#units.walk;
    const index = this.#index;
    const places = new Set<number>(this.#direction === 'upstream' ? mayOpen : []);
    for (const [place, unit] of units.entries()) {
      if (index.isLeaf(unit) || this.#book.product(index.productOf(unit)).traceDetail === 'none') places.add(place);
    }
    insistOnFew(places.size);
    if (this.#direction === 'upstream') {
      for (const run of runs) {
        if (index.earliestOf(run, 'upstream') !== undefined) continue;
        for (const unit of index.neighbours(run, 'downstream')) {
          const place = this.#units.placeOf(unit);
          if (place !== undefined) places.add(place);
        }
        insistOnFew(places.size);
      }
    }
    return [...places];
  }

  /** The breaks of a trace lie in these units, and in the runs that untracked goods among them and goods made of nothing went through. */
  #readBreaks(noted: readonly TracedUnit[]): BreakRow[] {
    const index = this.#index;
    const runs = new Set<number>();
    for (const unit of noted) {
      const isUpstream = this.#direction === 'upstream';
      if (unit.leaf && this.#book.isUntracked(unit)) {
        const met = isUpstream ? index.neighbours(unit.id + 1, 'downstream') : index.neighbours(unit.id, 'upstream');
        for (const run of met) if (this.#runs.has(run)) runs.add(run);
      }
      if (isUpstream) {
        for (const run of index.neighbours(unit.id, 'upstream'))
          if (this.#runs.has(run) && index.earliestOf(run, 'upstream') === undefined) runs.add(run);
      }
      insistOnFew(runs.size);
    }
    const orders = loadOrders(this.#db, this.#book, { runs: [...runs] });
    const entries = orders.flatMap(({ workOrder, tied }) =>
      tied.entries.filter(({ runId }) => this.#runs.has(runId)).map((entry): TracedEntry => ({ ...entry, workOrder })),
    );
    const traced = {
      direction: this.#direction,
      roots: this.#roots,
      units: noted,
      byId: new Map(noted.map((unit) => [unit.id, unit])),
      runs: [...runs],
      book: this.#book,
    };
    return traceBreaks(this.#db, traced, orders, entries);
  }
}

function insistOnFew(count: number): void {
  if (count > mostRead) throw new NeedsAll();
}
