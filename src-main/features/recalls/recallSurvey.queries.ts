import type { Database } from 'better-sqlite3';
import { recallBreaks } from '#main/features/trace/breaks.queries.ts';
import { readFlows } from '#main/features/trace/flows.queries.ts';
import { figureKinds, figureNameOf, readRenamedUnits, repeatedShipments } from '#main/features/trace/lines.queries.ts';
import { hasLinks } from '#main/features/trace/orders.queries.ts';
import { type Slice, spanFrom, type TracedUnit, type WalkResult } from '#main/features/trace/traced.queries.ts';
import { UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { WalkedUnits } from '#main/features/trace/walkedUnits.queries.ts';
import { prepared, type Span } from '#main/features/trace/wanted.queries.ts';
import { nodeKinds } from '#main/trace/graph.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { accountedPercent, noFlow } from '#shared/recalls/figures.ts';
import { byGravity } from '#shared/trace/gaps.ts';
import { readGaps } from './gaps.queries.ts';
import { addTo, type Got, GotByPartner } from './gotByPartner.ts';
import { NeedsAll, unitsInPart } from './inPart.queries.ts';
import { SumsByProduct } from './productSums.ts';
import { byProductCode, type CustomerRow, readDeliveries, readDocuments } from './recallDeliveries.queries.ts';
import type { Dropped, Reach } from './recallDropped.ts';
import {
  readAdjustments,
  readBalances,
  readInProcess,
  readRunsOfWalk,
  type RecallLists,
  sumByUnit,
} from './recallLists.queries.ts';
import { cut, type RecallView, unexplainedFirst } from './recallView.ts';

type Customer = Got & { id: number; code: string; name: string };

/**
 * A recall as people read it, seen from the trace index: all sums and counts come from there, and a page reads its own rows
 * from the store. Lists that are short by nature (adjustments, goods in process, breaks) are read whole. The index knows
 * whole units: with dates, the figures of those that count from a later moment on are read from the store.
 */
export class RecallSurvey {
  readonly #db: Database;
  readonly #index: TraceIndex;
  readonly #walk: WalkResult;
  readonly #book: UnitBook;
  readonly #units: WalkedUnits;
  /** By place: in how many places and statuses something of the unit lies. */
  readonly #balances: Int32Array;
  readonly #customers: readonly Customer[];
  /** By partner id, of the customers that were on a page. */
  readonly #documents = new Map<number, string[]>();
  readonly #products = new SumsByProduct();
  /** Units that count in part, by id. */
  readonly #inPart: ReadonlySet<number>;
  readonly #whole: Pick<RecallLists, 'roots' | 'inProcess' | 'adjustments' | 'breaks' | 'gaps' | 'totals'>;

  /** Undefined where too many units count in part: the complete lists tell then. */
  static of(db: Database, index: TraceIndex, roots: readonly UnitRow[], walk: WalkResult): RecallSurvey | undefined {
    try {
      return new RecallSurvey(db, index, roots, walk);
    } catch (error) {
      if (error instanceof NeedsAll) return undefined;
      throw error;
    }
  }

  constructor(db: Database, index: TraceIndex, roots: readonly UnitRow[], walk: WalkResult) {
    this.#db = db;
    this.#index = index;
    this.#walk = walk;
    this.#book = new UnitBook(db, 'natural');
    const renamed = readRenamedUnits(db);
    this.#inPart = unitsInPart(db, walk, renamed);
    const isRead = (unit: number): boolean => renamed.has(unit) || this.#inPart.has(unit);
    const read = walk.units.filter(isRead);
    this.#units = new WalkedUnits(this.#book, index, 'downstream', walk);
    for (const { product, units } of this.#units.products()) this.#products.of(product).units += units;
    const { balances, gotBy, adjusted } = this.#scanLines();
    this.#balances = balances;
    this.#customers = this.#nameCustomers(gotBy);
    const percent = this.#sumUp(
      walk.units.filter((unit) => !isRead(unit)),
      read,
    );
    // A renamed unit's adjustments are not all its own: the store says which are.
    const maybeAdjusted = [...new Set([...adjusted, ...read])];
    this.#book.load(maybeAdjusted);
    const adjustments = readAdjustments(db, this.#spansOf(maybeAdjusted), this.#book);
    this.#products.addUnexplained(
      adjustments.filter(({ unit }) => !isRead(unit)),
      (unit) => index.productOf(unit),
    );
    this.#whole = {
      roots: roots.toSorted(this.#book.ordering.units),
      adjustments: unexplainedFirst(adjustments),
      ...this.#readExceptions(roots),
      totals: { affected: walk.units.length, customers: this.#customers.length, accountedPercent: percent },
    };
    for (const { unit, quantity } of this.#whole.inProcess) this.#products.of(unit.productId).inProcess += quantity;
  }

  /** A page: its rows from the store, everything else from the index. */
  view(slice: Slice): RecallView {
    const { roots, inProcess, adjustments, breaks, gaps, totals } = this.#whole;
    const db = this.#db;
    const lying = this.#units.unitsOf(slice, (place) => this.#balances[place] ?? 0);
    const onHand = cut(readBalances(db, lying.units, this.#book), { ...slice, offset: lying.skip });
    return {
      page: {
        roots: cut(roots, slice),
        ...this.#readAffected(slice, () => true),
        onHand,
        inProcess: cut(inProcess, slice),
        adjustments: cut(adjustments, slice),
        breaks: cut(breaks, slice),
        gaps,
        customers: this.#readCustomers(cut(this.#customers, slice)),
        products: this.#products,
        totals,
        book: this.#book,
      },
      counts: {
        affected: totals.affected,
        onHand: this.#balances.reduce((sum, count) => sum + count, 0),
        inProcess: inProcess.length,
        adjustments: adjustments.length,
        breaks: breaks.length,
        customers: totals.customers,
      },
    };
  }

  /** What this recall reaches, to tell what another one leaves out of it. */
  reach(): Reach {
    return { units: new Set(this.#walk.units), customers: new Set(this.#customers.map(({ code }) => code)) };
  }

  /** A page of the units and the customers that another scope does not reach. */
  beyond(other: Reach, slice: Slice): Dropped {
    const isDropped = (place: number): boolean => !other.units.has(this.#walk.units[place] ?? 0);
    const customers = this.#customers.filter(({ code }) => !other.customers.has(code));
    return {
      ...this.#readAffected(slice, isDropped),
      inProcess: this.#whole.inProcess,
      customers: this.#readCustomers(cut(customers, slice)),
      book: this.#book,
      totals: {
        units: this.#walk.units.reduce((sum, _unit, place) => sum + Number(isDropped(place)), 0),
        customers: customers.length,
      },
    };
  }

  /** The units of which a customer got something or sent something back, known to the book. */
  unitsOfCustomer(wanted: string): { units: Span[]; book: UnitBook } {
    const customer = this.#customers.find(({ code }) => code === wanted);
    const units = customer === undefined ? [] : [...customer.units, ...customer.unitsInPart];
    this.#book.load(units);
    return { units: this.#spansOf(units), book: this.#book };
  }

  /** A page of the affected units that are asked for, by their places, with their figures. */
  #readAffected(
    slice: Slice,
    isWanted: (place: number) => boolean,
  ): Pick<RecallLists, 'affected' | 'flows' | 'onHandOf'> {
    const { units, skip } = this.#units.unitsOf(slice, (place) => Number(isWanted(place)));
    const affected = cut(units, { ...slice, offset: skip });
    const { flows } = readFlows(this.#db, affected);
    return { affected, flows, onHandOf: sumByUnit(readBalances(this.#db, affected, this.#book)) };
  }

  #spansOf(units: readonly number[]): Span[] {
    const { moments } = this.#walk;
    return units.map((id) => ({ id, ...spanFrom('downstream', moments?.[this.#units.placeOf(id) ?? 0]) }));
  }

  /** What the lines of each unit say beyond their sums. */
  #scanLines() {
    const balances = new Int32Array(this.#walk.units.length);
    const gotBy = new GotByPartner();
    const adjusted = new Set<number>();
    const { units } = this.#walk;
    this.#index.scanLines(units, (place, figureKind, reference, amount) => {
      const unit = units[place] ?? 0;
      if (figureKind === figureKinds.onHand) balances[place] = (balances[place] ?? 0) + 1;
      else if (figureKind === figureKinds.adjusted) adjusted.add(unit);
      else if ((figureKind === figureKinds.shipped || figureKind === figureKinds.returned) && reference > 0) {
        if (this.#inPart.has(unit)) return;
        const got = gotBy.of(reference);
        got.units.add(unit);
        addTo(figureKind === figureKinds.shipped ? got.shipped : got.returned, this.#index.productOf(unit), amount);
      }
    });
    return { balances, gotBy, adjusted };
  }

  #nameCustomers(gotBy: GotByPartner): Customer[] {
    const partners = prepared<{ id: number; code: string; name: string }>(
      this.#db,
      'select id, code, name from partner',
    ).all();
    if (this.#inPart.size > 0) {
      const idOf = new Map(partners.map(({ id, code }) => [code, id]));
      for (const row of readDeliveries(this.#db, this.#spansOf([...this.#inPart]))) {
        const got = gotBy.of(idOf.get(row.customer) ?? 0);
        got.unitsInPart.add(row.unit);
        if (row.kind === 'shipment') got.documentsInPart.add(row.document);
        const sums = row.kind === 'shipment' ? got.shipped : got.returned;
        addTo(sums, this.#index.productOf(row.unit), row.quantity);
      }
    }
    return partners
      .flatMap((partner) => {
        const got = gotBy.get(partner.id);
        return got === undefined ? [] : [{ ...partner, ...got }];
      })
      .sort((a, b) => compareCodes(a.code, b.code));
  }

  /**
   * Sums by product, and how much is accounted for. The index has what renamed units took over without dates, but
   * not what came back and was handed on, so their figures are read as the complete lists have them, as are those of units
   * that count in part.
   */
  #sumUp(plain: Int32Array, read: Int32Array): string {
    const ofPlain = this.#index.sumLines(plain, { netOf: figureKinds.adjusted });
    const ofRead = this.#index.sumLines(read, { netOf: figureKinds.adjusted });
    const cameIn = { opening: 0n, received: 0n, produced: 0n };
    for (const { figureKind, product, total } of ofPlain.byProduct) {
      if (figureKind === repeatedShipments) continue;
      const sums = this.#products.of(product);
      const name = figureNameOf(figureKind);
      if (name === 'onHand') sums.onHand += BigInt(total);
      else sums.flow[name] += BigInt(total);
      if (name === 'opening' || name === 'received' || name === 'produced') cameIn[name] += BigInt(total);
    }
    for (const { figureKind, product, total } of ofRead.byProduct)
      if (figureKind === figureKinds.onHand) this.#products.of(product).onHand += BigInt(total);
    const { flows } = readFlows(this.#db, this.#spansOf([...read]));
    const flowsRead = Array.from(read, (unit) => {
      const flow = flows.get(unit) ?? noFlow();
      this.#products.addUnit(this.#index.productOf(unit), flow);
      return flow;
    });
    return accountedPercent([{ ...cameIn, adjusted: BigInt(ofPlain.netAbsolute) }, ...flowsRead]);
  }

  /** Goods in process and breaks. Both need the names of few units, unless serial links ask for all. */
  #readExceptions(roots: readonly UnitRow[]): Pick<RecallLists, 'inProcess' | 'breaks' | 'gaps'> {
    const { units, runs } = this.#walk;
    const index = this.#index;
    const find = (id: number): TracedUnit | undefined => {
      const place = this.#units.placeOf(id);
      return place === undefined ? undefined : this.#units.traced(place);
    };
    const isLeaf = (unit: number): boolean => unit < index.nodeCount && index.kindOf(unit + 1) === nodeKinds.twin;
    const mayBreak = (unit: number): boolean =>
      isLeaf(unit) || this.#book.product(index.productOf(unit)).traceDetail === 'none';
    const odd = hasLinks(this.#db) ? units : units.filter(mayBreak);
    const listed = this.#units.name(Array.from(odd, (id) => this.#units.placeOf(id) ?? 0));
    const byId = new Map(listed.map((unit) => [unit.id, unit]));
    const all = Array.from(runs);
    const openRuns = readRunsOfWalk(this.#db, all, listed).filter((run) => !index.leadsOn(run));
    const breaks = recallBreaks(this.#db, {
      direction: 'downstream',
      roots: roots.toSorted(this.#book.ordering.units),
      units: listed,
      byId,
      runs: all,
      book: this.#book,
    });
    return {
      inProcess: readInProcess(this.#db, { openRuns, find, book: this.#book }),
      breaks: breaks.toSorted(byGravity),
      gaps: readGaps(this.#db, {
        breaks,
        book: this.#book,
        reaches: (unit) => this.#units.placeOf(unit) !== undefined,
      }),
    };
  }

  /** Only the documents are not in the index. */
  #readCustomers(page: readonly Customer[]): CustomerRow[] {
    const fresh = page.filter(({ id }) => !this.#documents.has(id));
    const read = readDocuments(this.#db, [...new Set(fresh.flatMap(({ units }) => [...units]))]);
    for (const { id, documentsInPart } of fresh) {
      const documents = new Set([...(read.get(id) ?? []), ...documentsInPart]);
      this.#documents.set(id, [...documents].sort(this.#book.ordering.codes));
    }
    return page.map(({ id, code, name, shipped, returned }) => ({
      customer: code,
      name,
      deliveries: this.#documents.get(id) ?? [],
      shipped: byProductCode(shipped, this.#book),
      returned: byProductCode(returned, this.#book),
    }));
  }
}
