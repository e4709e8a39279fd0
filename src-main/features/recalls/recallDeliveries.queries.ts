import type { Database } from 'better-sqlite3';
import type { UnitBook } from '#main/features/trace/units.queries.ts';
import { notReversed, readByIds, readInSpans, type Span } from '#main/features/trace/wanted.queries.ts';

export type CustomerRow = {
  customer: string;
  name: string;
  deliveries: string[];
  /** Micro units by product id, in the order of product codes. */
  shipped: Map<number, bigint>;
  returned: Map<number, bigint>;
};

export type DeliveryRow = {
  id: number;
  kind: 'shipment' | 'customer-return';
  unit: number;
  partner: number;
  customer: string;
  name: string;
  document: string;
  at: number;
  quantity: number;
};

/**
 * What of these units went to customers and what came back, in no promised order; to one customer only when it is
 * named. What comes back counts for the name it came back under.
 */
export function readDeliveries(db: Database, units: readonly Span[], customer?: string): DeliveryRow[] {
  const columns =
    'm.id, m.kind, w.id as unit, p.id as partner, p.code as customer, p.name, m.document, m.at, m.quantity';
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
  return customer === undefined ? rows : rows.filter((row) => row.customer === customer);
}

export const readPartners = (db: Database, ids: readonly number[]): { id: number; code: string; name: string }[] =>
  readByIds(db, (list) => `select id, code, name from partner where id in ${list}`, ids);

/** The documents with which any of these units went to each customer, by its partner id. */
export function readDocuments(db: Database, units: readonly number[]): Map<number, Set<string>> {
  const rows = readByIds<{ partner: number; document: string }>(
    db,
    (list) => `select m.partner_id as partner, m.document from movement m
      where m.to_unit_id in ${list} and m.kind = 'shipment' and m.partner_id is not null and ${notReversed}`,
    units,
  );
  const documents = new Map<number, Set<string>>();
  for (const { partner, document } of rows) {
    const known = documents.get(partner);
    if (known === undefined) documents.set(partner, new Set([document]));
    else known.add(document);
  }
  return documents;
}

/** Puts deliveries in order: by customer, then oldest first. The book must know their units. */
export const sortDeliveries = (rows: readonly DeliveryRow[], book: UnitBook): DeliveryRow[] =>
  rows.toSorted(
    (a, b) =>
      book.ordering.codes(a.customer, b.customer) ||
      a.at - b.at ||
      book.ordering.codes(a.document, b.document) ||
      book.ordering.units(book.unit(a.unit), book.unit(b.unit)) ||
      a.id - b.id,
  );

/** In the order of product codes, as a customer's sums are listed. */
export const byProductCode = (sums: ReadonlyMap<number, bigint>, book: UnitBook): Map<number, bigint> =>
  new Map([...sums].sort(([a], [b]) => book.ordering.codes(book.product(a).code, book.product(b).code)));
