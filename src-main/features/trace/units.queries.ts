import { msg } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Ordering, type OrderingName, orderings } from '#shared/kernel/natural.ts';
import { unitMessage, type Unit, type UnitSelector } from '#shared/kernel/unit.ts';
import { always, decideSetting, type SettingRule } from '#shared/products/settings.ts';
import {
  isUntracked,
  type LotTracking,
  type SerialTracking,
  type TraceDetail,
  traceDetails,
} from '#shared/products/vocabulary.ts';
import { notReversed, prepared, readByIds } from './wanted.queries.ts';

/** A product as answers need it. */
export type ProductRow = {
  id: number;
  code: string;
  name: string;
  unitOfMeasure: string;
  lotTracking: LotTracking;
  serialTracking: SerialTracking;
  traceDetail: TraceDetail;
};

/** A unit with its node in the trace graph. */
export type UnitRow = Unit & { id: number; productId: number; leaf: boolean };

/** Units and products by id, each read once for an answer, and how the answer's rows are sorted. */
export class UnitBook {
  readonly #db: Database;
  readonly #units = new Map<number, UnitRow>();
  readonly #products = new Map<number, ProductRow>();

  readonly ordering: Ordering;

  constructor(db: Database, ordering: OrderingName = 'codePoint') {
    this.#db = db;
    this.ordering = orderings[ordering];
  }

  /** Reads the units among these nodes that are not known yet; nodes that are runs stay unknown. */
  load(nodes: Iterable<number>): void {
    const missing = [...new Set(nodes)].filter((id) => !this.#units.has(id));
    const rows = readByIds<Omit<UnitRow, 'product' | 'leaf'> & { leaf: number }>(
      this.#db,
      (ids) =>
        `select u.id, u.product_id as productId, u.lot, u.sublot, u.serial, u.leaf from unit u where u.id in ${ids}`,
      missing,
    );
    this.loadProducts(rows.map((row) => row.productId));
    for (const row of rows) {
      const { id, productId, lot, sublot, serial, leaf } = row;
      this.#units.set(id, {
        id,
        productId,
        product: this.product(productId).code,
        lot,
        sublot,
        serial,
        leaf: leaf === 1,
      });
    }
  }

  find(id: number): UnitRow | undefined {
    return this.#units.get(id);
  }

  unit(id: number): UnitRow {
    const unit = this.#units.get(id);
    if (unit === undefined) throw new Error(`unit ${id} was not read`);
    return unit;
  }

  product(id: number): ProductRow {
    const product = this.#products.get(id);
    if (product === undefined) throw new Error(`product ${id} was not read`);
    return product;
  }

  /** Every product read so far, by code. */
  knownProducts(): ProductRow[] {
    return [...this.#products.values()].sort((a, b) => this.ordering.codes(a.code, b.code));
  }

  isUntracked(unit: UnitRow): boolean {
    return isUntracked(this.product(unit.productId));
  }

  /** Reads the products among these ids that are not known yet. */
  loadProducts(ids: Iterable<number>): void {
    const missing = [...new Set(ids)].filter((id) => !this.#products.has(id));
    const rows = readByIds<ProductRow & { category: string }>(
      this.#db,
      (list) =>
        `select p.id, p.code, p.name, p.category, p.unit as unitOfMeasure, p.lot_tracking as lotTracking, p.serial_tracking as serialTracking,
            p.trace_detail as traceDetail
          from product p where p.id in ${list}`,
      missing,
    );
    const rules = rows.length === 0 ? [] : prepared<SettingRule>(this.#db, logRules).all();
    for (const { category, ...row } of rows) {
      const owner = { code: row.code, category, own: { traceDetail: row.traceDetail } };
      const { value } = decideSetting('traceDetail', owner, rules, always);
      this.#products.set(row.id, { ...row, traceDetail: traceDetails.find((one) => one === value) ?? 'detailed' });
    }
  }
}

const logRules = `select level, code, setting, valid_from as "validFrom", value from product_setting where setting = 'traceDetail'`;

/** The plain unit of a row, for an answer. */
export const unitOf = ({ product, lot, sublot, serial }: Unit): Unit => ({ product, lot, sublot, serial });

/**
 * The units a person means, in the order of units. A lot without sublot or serial means all of it; a serial
 * alone means the unit with that serial whatever its lot; a product alone means its goods without any name.
 *
 * @throws LotlineError NOT_FOUND when a selector means nothing the store knows.
 */
export function resolveUnits(db: Database, selectors: readonly UnitSelector[]): UnitRow[] {
  const book = new UnitBook(db);
  const ids = new Set(selectors.flatMap((selector) => unitsMeantBy(db, selector)));
  book.load(ids);
  return [...ids].map((id) => book.unit(id)).sort(book.ordering.units);
}

function unitsMeantBy(db: Database, selector: UnitSelector): number[] {
  const { product, lot, sublot, serial } = selector;
  const known = prepared<{ id: number }>(db, 'select id from product where code = ?').get(product);
  if (known === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${product}. Check the code.`, { product });
  const found = candidates(db, known.id, selector).filter((unit) => sublot === '' || unit.sublot === sublot);
  if (found.length === 0) {
    const hint =
      lot === '' && serial === ''
        ? msg`Name a lot or a serial of it.`
        : msg`Check the product, the lot and the serial.`;
    throw new LotlineError('NOT_FOUND', msg`Nothing is recorded of ${unitMessage(selector)}. ${hint}`, {
      product,
      lot,
      sublot,
      serial,
    });
  }
  return withoutEmptyShell(db, found, sublot).map((unit) => unit.id);
}

type Meant = { id: number; sublot: string; serial: string };

function candidates(db: Database, productId: number, { lot, sublot, serial }: UnitSelector): Meant[] {
  if (serial !== '') {
    const sql = `select id, sublot, serial from unit where serial = ? and product_id = ?${lot === '' ? '' : ' and lot = ?'} order by id`;
    return prepared<Meant>(db, sql).all(serial, productId, ...(lot === '' ? [] : [lot]));
  }
  const unnamed = lot === '' && sublot === '' ? " and sublot = '' and serial = ''" : '';
  return prepared<Meant>(
    db,
    `select id, sublot, serial from unit where product_id = ? and lot = ?${unnamed} order by id`,
  ).all(productId, lot);
}

/** The bare lot is listed beside its sublots and serials only where goods ever lay under the bare number. */
function withoutEmptyShell(db: Database, units: Meant[], sublot: string): Meant[] {
  if (units.length < 2) return units;
  return units.filter((unit) => unit.serial !== '' || unit.sublot !== sublot || everMoved(db, unit.id));
}

function everMoved(db: Database, id: number): boolean {
  const sql = `select 1 as moved where exists (select 1 from movement where to_unit_id = ?)
    or exists (select 1 from movement where from_unit_id = ? and from_unit_id <> to_unit_id)`;
  return prepared(db, sql).get(id, id) !== undefined;
}

/**
 * The units of a supplier's lot: of every lot of ours that came with this number from this supplier. A lot
 * whose supplier is not noted counts when goods of it were received from the supplier, or when it was named of goods
 * without a whole name among which some of the supplier's had come by then.
 *
 * @throws LotlineError NOT_FOUND when no goods of such a lot are recorded.
 */
export function resolveSupplierLot(
  db: Database,
  { supplier, supplierLot }: { supplier: string; supplierLot: string },
): UnitRow[] {
  const partner = prepared<{ id: number }>(db, 'select id from partner where code = ?').get(supplier);
  if (partner === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no supplier ${supplier}. Check the code.`, { supplier });
  const lots = prepared<UnitSelector>(
    db,
    `with recursive bearing (id, product_id, lot, sublot, supplier_id) as (
        select l.id, l.product_id, l.lot, l.sublot, l.supplier_id from lot l
        where l.supplier_lot = ? and l.supplier_lot <> ''
          and exists (select 1 from unit u where u.product_id = l.product_id and u.lot = l.lot and (l.sublot = '' or u.sublot = l.sublot))),
      came (id, unit_id, until) as (
        select b.id, u.id, (select max(at) from movement)
        from bearing b join unit u on u.product_id = b.product_id and u.lot = b.lot and (b.sublot = '' or u.sublot = b.sublot)
        where b.supplier_id is null
        union select c.id, m.from_unit_id, m.at from came c join movement m on m.to_unit_id = c.unit_id
        where m.at <= c.until and m.from_unit_id <> m.to_unit_id and m.from_place_id is not null and m.to_place_id is not null
          and ${notReversed})
      select p.code as product, b.lot, b.sublot, '' as serial from bearing b join product p on p.id = b.product_id
      where b.supplier_id = ? or exists (select 1 from came c join movement m on m.to_unit_id = c.unit_id
        where c.id = b.id and m.at <= c.until and m.kind = 'receipt' and m.partner_id = ? and ${notReversed})`,
  ).all(supplierLot, partner.id, partner.id);
  if (lots.length === 0) {
    const message = msg`No goods of lot ${supplierLot} of supplier ${supplier} are recorded. Check the supplier and the number.`;
    throw new LotlineError('NOT_FOUND', message, { supplier, supplierLot });
  }
  return resolveUnits(db, lots);
}
