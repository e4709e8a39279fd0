import type { Database } from 'better-sqlite3';
import { type BreakRow, recallBreaks } from '#main/features/trace/breaks.queries.ts';
import { loadOrders } from '#main/features/trace/orders.queries.ts';
import { compareTraced, type Traced, type TracedUnit } from '#main/features/trace/traced.queries.ts';
import type { UnitBook } from '#main/features/trace/units.queries.ts';
import { notReversed, readByIds, readInSpans } from '#main/features/trace/wanted.queries.ts';
import { compareText, compareUnits } from '#shared/kernel/unit.ts';
import { type Flow, noFlow } from '#shared/recalls/figures.ts';
import { readFlows } from '#main/features/trace/flows.queries.ts';

export type BalanceRow = { unit: TracedUnit; location: string; status: string; quantity: number };
export type InProcessRow = { unit: TracedUnit; workOrder: string; quantity: bigint };
export type AdjustmentRow = {
  id: number;
  unit: number;
  document: string;
  at: number;
  quantity: number;
  reason: string;
};
export type CustomerRow = {
  customer: string;
  name: string;
  deliveries: string[];
  /** Micro units by product id, in the order of product codes. */
  shipped: Map<number, bigint>;
  returned: Map<number, bigint>;
};

/** Every list of a recall, complete and in its order, before it is written out: see answer.ts. */
export type RecallLists = {
  traced: Traced;
  flows: ReadonlyMap<number, Flow>;
  onHand: readonly BalanceRow[];
  inProcess: readonly InProcessRow[];
  adjustments: readonly AdjustmentRow[];
  breaks: readonly BreakRow[];
  customers: readonly CustomerRow[];
};

/** Reads what belongs to a downstream walk from the suspects. */
export function readRecall(db: Database, traced: Traced): RecallLists {
  const { flows, delivered, adjusted } = readFlows(db, traced.units);
  const among = (ids: ReadonlySet<number>): TracedUnit[] => traced.units.filter(({ id }) => ids.has(id));
  return {
    traced,
    flows,
    onHand: readBalances(db, traced),
    inProcess: readInProcess(db, traced),
    adjustments: readAdjustments(db, among(adjusted), traced.book),
    breaks: recallBreaks(db, traced),
    customers: readCustomers(db, among(delivered), traced.book),
  };
}

export const flowOf = ({ flows }: Pick<RecallLists, 'flows'>, unit: { id: number }): Flow =>
  flows.get(unit.id) ?? noFlow();

/** What lies where, now. */
function readBalances(db: Database, { units, byId }: Traced): BalanceRow[] {
  const rows = readByIds<Omit<BalanceRow, 'unit'> & { unit: number }>(
    db,
    (list) => `select b.unit_id as unit, p.code as location, b.status, b.quantity
      from balance b cross join place p where b.unit_id in ${list} and p.id = b.place_id`,
    units.map(({ id }) => id),
  );
  return rows
    .flatMap(({ unit, ...row }) => withUnit(byId, unit, row))
    .sort(
      (a, b) => compareTraced(a.unit, b.unit) || compareText(a.location, b.location) || compareText(a.status, b.status),
    );
}

/** Consumption, net, that no output is tied to. Only runs that made nothing can hold any. */
function readInProcess(db: Database, { runs, units, byId, book }: Traced): InProcessRow[] {
  const open = readByIds<{ id: number }>(
    db,
    (list) => `select r.id from run r where r.id in ${list}
      and not exists (select 1 from movement m where m.run_id = r.id and m.kind = 'output' and ${notReversed})`,
    [...new Set([...runs, ...runsOfLeaves(db, units)])],
  );
  const orders = loadOrders(db, book, { runs: open.map((row) => row.id) });
  const rows = orders.flatMap(({ workOrder, tied }) => {
    const sums = new Map<number, bigint>();
    for (const { unit, quantity, at } of tied.inProcess) {
      const affected = byId.get(unit);
      if (affected !== undefined && at >= affected.since) sums.set(unit, (sums.get(unit) ?? 0n) + quantity);
    }
    return [...sums].flatMap(([unit, quantity]) => withUnit(byId, unit, { workOrder, quantity }));
  });
  return rows.sort((a, b) => compareTraced(a.unit, b.unit) || compareText(a.workOrder, b.workOrder));
}

/** No walk leads through a leaf, yet what was put into production of it counts. */
function runsOfLeaves(db: Database, units: readonly TracedUnit[]): number[] {
  const rows = readByIds<{ id: number }>(
    db,
    (list) => `select distinct m.run_id as id from movement m where m.to_unit_id in ${list} and m.kind = 'consumption'`,
    units.filter(({ leaf }) => leaf).map(({ id }) => id),
  );
  return rows.map(({ id }) => id);
}

const withUnit = <Row>(byId: Traced['byId'], id: number, row: Row): (Row & { unit: TracedUnit })[] => {
  const unit = byId.get(id);
  return unit === undefined ? [] : [{ ...row, unit }];
};

function readAdjustments(db: Database, units: readonly TracedUnit[], book: UnitBook): AdjustmentRow[] {
  const rows = readInSpans<AdjustmentRow>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select m.id, m.to_unit_id as unit, m.document, m.at, case when m.to_place_id is null then -m.quantity else m.quantity end as quantity, m.reason
        from wanted w cross join movement m
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and m.kind = 'adjustment' and ${notReversed}`,
    units,
  );
  return rows.sort(
    (a, b) =>
      a.at - b.at ||
      compareText(a.document, b.document) ||
      compareUnits(book.unit(a.unit), book.unit(b.unit)) ||
      a.id - b.id,
  );
}

type DeliveryRow = {
  kind: 'shipment' | 'customer-return';
  unit: number;
  customer: string;
  name: string;
  document: string;
  quantity: number;
};

/** Everyone who got affected goods or sent some back, gross. What comes back counts for the name it came back under. */
function readCustomers(db: Database, units: readonly TracedUnit[], book: UnitBook): CustomerRow[] {
  const columns = 'm.kind, w.id as unit, p.code as customer, p.name, m.document, m.quantity';
  const rows = readInSpans<DeliveryRow>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select ${columns} from wanted w cross join movement m cross join partner p
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and p.id = m.partner_id
          and (m.kind = 'shipment' or (m.kind = 'customer-return' and m.from_unit_id = m.to_unit_id)) and ${notReversed}
      union all
      select ${columns} from wanted w cross join movement m cross join partner p
        where m.from_unit_id = w.id and m.from_unit_id <> m.to_unit_id and m.at >= w.since and m.at <= w.until and p.id = m.partner_id
          and m.kind = 'customer-return' and ${notReversed}`,
    units,
  );
  const customers = new Map<string, CustomerRow & { documents: Set<string> }>();
  for (const { kind, unit, customer, name, document, quantity } of rows) {
    const row = customers.get(customer) ?? {
      customer,
      name,
      deliveries: [],
      documents: new Set(),
      shipped: new Map(),
      returned: new Map(),
    };
    customers.set(customer, row);
    const sums = kind === 'shipment' ? row.shipped : row.returned;
    const { productId } = book.unit(unit);
    sums.set(productId, (sums.get(productId) ?? 0n) + BigInt(quantity));
    if (kind === 'shipment') row.documents.add(document);
  }
  const byCode = (sums: Map<number, bigint>) =>
    new Map([...sums].sort(([a], [b]) => compareText(book.product(a).code, book.product(b).code)));
  return [...customers.values()]
    .map(({ documents, ...row }) => ({
      ...row,
      deliveries: [...documents].sort(),
      shipped: byCode(row.shipped),
      returned: byCode(row.returned),
    }))
    .sort((a, b) => compareText(a.customer, b.customer));
}
