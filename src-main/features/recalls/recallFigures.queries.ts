import type { Database } from 'better-sqlite3';
import { readFlows } from '#main/features/trace/flows.queries.ts';
import type { WalkResult } from '#main/features/trace/traced.queries.ts';
import type { Span } from '#main/features/trace/wanted.queries.ts';
import { readFirstMoments, readRenamedUnits } from '#main/features/trace/wholeUnits.queries.ts';
import { figureKinds, figureNameOf, repeatedShipments } from '#main/trace/figures/figureKinds.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { accountedPercent, type Flow, noFlow } from '#shared/recalls/figures.ts';
import { addTo, GotByPartner } from './gotByPartner.ts';
import { SumsByProduct } from './productSums.ts';
import { readDeliveries } from './recallDeliveries.queries.ts';

/** What is added up over all affected units of a recall. */
export type RecallFigures = {
  products: SumsByProduct;
  customers: GotByPartner;
  accountedPercent: string;
  /** By place in the walk: in how many locations and statuses something of the unit lies. */
  balances: Int32Array;
  /** Units that were adjusted, or may have been. */
  adjusted: ReadonlySet<number>;
};

/** The parts of a flow that show how much is accounted for. */
type Accounted = Pick<Flow, 'opening' | 'received' | 'produced' | 'adjusted'>;

type Source = {
  db: Database;
  index: TraceIndex;
  walk: WalkResult;
  /** See unitsForStore. */
  forStore: ReadonlySet<number>;
  spansOf: (units: Iterable<number>) => Span[];
};

/**
 * The units of a walk whose figures must come from the store. The index has sums of whole units, each under one name,
 * which are wrong for units whose goods got or lost a name, and in a dated walk for those to which something happened
 * before suspect goods can have been in them.
 */
export function unitsForStore(db: Database, { units, moments }: WalkResult): Set<number> {
  const renamed = readRenamedUnits(db);
  const found = new Set(units.filter((unit) => renamed.has(unit)));
  if (moments === undefined) return found;
  const dated = [...units.entries()].filter(([place]) => moments[place] !== Number.NEGATIVE_INFINITY);
  const first = readFirstMoments(
    db,
    dated.map(([, unit]) => unit),
  );
  for (const [place, unit] of dated)
    if ((moments[place] ?? 0) > (first.get(unit) ?? Number.NEGATIVE_INFINITY)) found.add(unit);
  return found;
}

/** Adds up from two sources: the index for most units, the store for the others. */
export function addUp(source: Source): RecallFigures {
  const { walk, forStore } = source;
  const figures = {
    products: new SumsByProduct(),
    customers: new GotByPartner(),
    balances: new Int32Array(walk.units.length),
    adjusted: new Set(forStore),
  };
  const accounted = [...addFromIndex(source, figures), ...addFromStore(source, figures)];
  return { ...figures, accountedPercent: accountedPercent(accounted) };
}

type Sums = Omit<RecallFigures, 'accountedPercent' | 'adjusted'> & { adjusted: Set<number> };

/** Stock on hand does not depend on names and dates: the index has it for every unit. */
function addFromIndex({ index, walk, forStore }: Source, figures: Sums): Accounted[] {
  const { units } = walk;
  index.scanLines(units, (place, figureKind, reference, amount) => {
    const unit = units[place] ?? 0;
    if (figureKind === figureKinds.onHand) figures.balances[place]! += 1;
    else if (forStore.has(unit)) return;
    else if (figureKind === figureKinds.adjusted) figures.adjusted.add(unit);
    else if ((figureKind === figureKinds.shipped || figureKind === figureKinds.returned) && reference > 0) {
      const got = figures.customers.of(reference);
      got.unitsToRead.add(unit);
      addTo(figureKind === figureKinds.shipped ? got.shipped : got.returned, index.productOf(unit), amount);
    }
  });
  const whole = index.sumLines(
    units.filter((unit) => !forStore.has(unit)),
    { netOf: figureKinds.adjusted },
  );
  const cameIn = { opening: 0n, received: 0n, produced: 0n };
  for (const { figureKind, product, total } of whole.byProduct) {
    if (figureKind === repeatedShipments) continue;
    const sums = figures.products.of(product);
    const name = figureNameOf(figureKind);
    if (name === 'onHand') sums.onHand += BigInt(total);
    else sums.flow[name] += BigInt(total);
    if (name === 'opening' || name === 'received' || name === 'produced') cameIn[name] += BigInt(total);
  }
  const others = index.sumLines(Int32Array.from(forStore), { netOf: figureKinds.adjusted });
  for (const { figureKind, product, total } of others.byProduct)
    if (figureKind === figureKinds.onHand) figures.products.of(product).onHand += BigInt(total);
  return [{ ...cameIn, adjusted: BigInt(whole.netAbsolute) }];
}

function addFromStore({ db, index, forStore, spansOf }: Source, figures: Sums): Accounted[] {
  if (forStore.size === 0) return [];
  const spans = spansOf(forStore);
  for (const row of readDeliveries(db, spans)) {
    const got = figures.customers.of(row.partner);
    got.unitsRead.add(row.unit);
    if (row.kind === 'shipment') got.documentsRead.add(row.document);
    addTo(row.kind === 'shipment' ? got.shipped : got.returned, index.productOf(row.unit), row.quantity);
  }
  const { flows } = readFlows(db, spans);
  return Array.from(forStore, (unit) => {
    const flow = flows.get(unit) ?? noFlow();
    figures.products.addUnit(index.productOf(unit), flow);
    return flow;
  });
}
