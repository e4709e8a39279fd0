import Database from 'better-sqlite3';
import { migrations } from '#main/store/migrations/index.ts';
import { parseMoment } from '#shared/kernel/dates.ts';
import { parseQuantity } from '#shared/kernel/quantity.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { LotTracking, SerialTracking, TraceDetail } from '#shared/products/vocabulary.ts';

type Id = number;
type Tracking = { lotTracking?: LotTracking; serialTracking?: SerialTracking; traceDetail?: TraceDetail };
type Named = { product: string; lot?: string; sublot?: string; serial?: string };

export type Movement = Named & {
  kind: MovementKind;
  /** A day of January 2026 at noon, or a whole moment. */
  at: number | string;
  quantity: number | string;
  /** The name the goods had before, where they get one, or get back, where they lose it. */
  under?: Partial<Omit<Unit, 'product'>>;
  from?: string;
  to?: string;
  statusFrom?: string;
  status?: string;
  workOrder?: string;
  run?: string;
  partner?: string;
  document?: string;
  reason?: string;
};

/**
 * A store in memory with a small plant, filled row by row as the ledger leaves it, without its rules: for
 * questions about what is in a store. Products, partners and locations appear when they are first named.
 */
export class PlantStore {
  readonly db: Database.Database;
  readonly #defaults: Tracking;
  #nextNode = 1;

  /** `tracking` is what products have that are not declared. */
  constructor(tracking: Tracking = {}) {
    this.#defaults = tracking;
    this.db = new Database(':memory:');
    this.db.pragma('foreign_keys = on');
    for (const statement of schema()) this.db.exec(statement);
  }

  product(
    code: string,
    { lotTracking = 'mandatory', serialTracking = 'none', traceDetail = 'detailed' }: Tracking = this.#defaults,
  ): Id {
    const known = this.#idOf('product', code);
    if (known !== undefined) return known;
    return this.#insert('product', {
      code,
      name: `Product ${code}`,
      category: '',
      unit: 'EA',
      lot_tracking: lotTracking,
      serial_tracking: serialTracking,
      stock_managed: 1,
      trace_detail: traceDetail,
      expiry_status: 'R',
      retest_status: 'Q',
      gtin: '',
      version: 1,
    });
  }

  partner(code: string): Id {
    const texts = { name: `Partner ${code}`, kind: 'both', country: '', email: '', address: '', phone: '', gln: '' };
    return this.#idOf('partner', code) ?? this.#insert('partner', { code, ...texts, version: 1 });
  }

  place(code: string): Id {
    return (
      this.#idOf('place', code) ??
      this.#insert('place', { code, name: code, site: 'MAIN', kind: 'storage', version: 1 })
    );
  }

  lot(lot: { product: string; lot: string; sublot?: string; supplier?: string; supplierLot?: string }): Id {
    return this.#insert('lot', {
      product_id: this.product(lot.product),
      lot: lot.lot,
      sublot: lot.sublot ?? '',
      supplier_id: lot.supplier === undefined ? null : this.partner(lot.supplier),
      supplier_lot: lot.supplierLot ?? '',
      manufacturer: '',
      manufacturer_lot: '',
      reference: '',
      version: 1,
    });
  }

  unit({ product, lot = '', sublot = '', serial = '' }: Named): Id {
    const productId = this.product(product);
    const known = this.db
      .prepare<unknown[], { id: Id }>(
        'select id from unit where product_id = ? and lot = ? and sublot = ? and serial = ?',
      )
      .get(productId, lot, sublot, serial);
    if (known !== undefined) return known.id;
    const tracking = this.db
      .prepare<unknown[], { lots: string; serials: string }>(
        'select lot_tracking as lots, serial_tracking as serials from product where id = ?',
      )
      .get(productId);
    const untracked = tracking?.lots === 'none' && tracking.serials === 'none';
    const leaf = untracked || (tracking?.lots !== 'none' && lot === '' && serial === '') ? 1 : 0;
    const id = this.#nextNode;
    this.#nextNode += 1 + leaf;
    return this.#insert('unit', { id, product_id: productId, lot, sublot, serial, leaf });
  }

  run(workOrder: string, run = ''): Id {
    const known = this.db
      .prepare<unknown[], { id: Id }>('select id from run where work_order = ? and run = ?')
      .get(workOrder, run);
    if (known !== undefined) return known.id;
    const id = this.#nextNode;
    this.#nextNode += 1;
    return this.#insert('run', { id, work_order: workOrder, run });
  }

  /** Books a movement and its balances; answers its id. */
  move(movement: Movement): Id {
    const named = this.unit(movement);
    const other = movement.under === undefined ? named : this.unit({ product: movement.product, ...movement.under });
    const returns = movement.kind === 'customer-return' || movement.kind === 'production-return';
    return this.#book({
      at: momentOf(movement.at),
      kind: movement.kind,
      document: movement.document ?? '',
      from_unit_id: returns ? named : other,
      to_unit_id: returns ? other : named,
      quantity: micro(movement.quantity),
      from_place_id: movement.from === undefined ? null : this.place(movement.from),
      to_place_id: movement.to === undefined ? null : this.place(movement.to),
      status_from: movement.from === undefined ? '' : (movement.statusFrom ?? 'A'),
      status_to: movement.to === undefined ? '' : (movement.status ?? 'A'),
      run_id: movement.workOrder === undefined ? null : this.run(movement.workOrder, movement.run),
      partner_id: movement.partner === undefined ? null : this.partner(movement.partner),
      reason: movement.reason ?? '',
      reverses_id: null,
    });
  }

  /** Undoes a movement by its opposite. */
  reverse(id: Id, at: number | string): Id {
    const row = this.db.prepare<unknown[], Row>('select * from movement where id = ?').get(id);
    if (row === undefined) throw new Error(`no movement ${id}`);
    return this.#book({
      at: momentOf(at),
      kind: row['kind'],
      document: row['document'],
      from_unit_id: row['to_unit_id'],
      to_unit_id: row['from_unit_id'],
      quantity: row['quantity'],
      from_place_id: row['to_place_id'],
      to_place_id: row['from_place_id'],
      status_from: row['status_to'],
      status_to: row['status_from'],
      run_id: row['run_id'],
      partner_id: row['partner_id'],
      reason: 'undone',
      reverses_id: id,
    });
  }

  link(link: {
    workOrder: string;
    parent: Named;
    component: Named;
    quantity?: number | string;
    at?: number | string;
  }): Id {
    return this.#insert('serial_link', {
      work_order: link.workOrder,
      parent_unit_id: this.unit(link.parent),
      component_unit_id: this.unit(link.component),
      quantity: micro(link.quantity ?? 1),
      at: momentOf(link.at ?? 1),
    });
  }

  #book(row: Row): Id {
    const fixed = {
      entry_seq: 1,
      offset_minutes: 0,
      line: '',
      equipment: '',
      evidence: 'typed',
      person: '',
      workstation: '',
    };
    const id = this.#insert('movement', { ...fixed, recorded_at: row['at'], ...row, digest: Buffer.alloc(32) });
    if (row['from_place_id'] !== null)
      this.#addStock(row['from_unit_id'], row['from_place_id'], row['status_from'], -Number(row['quantity']));
    if (row['to_place_id'] !== null)
      this.#addStock(row['to_unit_id'], row['to_place_id'], row['status_to'], Number(row['quantity']));
    return id;
  }

  #addStock(...[unit, place, status, quantity]: [unknown, unknown, unknown, number]): void {
    const line = [unit, place, status];
    const held = this.db
      .prepare<unknown[], { quantity: number }>(
        'select quantity from balance where unit_id = ? and place_id = ? and status = ?',
      )
      .get(...line);
    const left = (held?.quantity ?? 0) + quantity;
    this.db.prepare('delete from balance where unit_id = ? and place_id = ? and status = ?').run(...line);
    if (left !== 0) this.#insert('balance', { unit_id: unit, place_id: place, status, quantity: left });
  }

  #idOf(table: 'product' | 'partner' | 'place', code: string): Id | undefined {
    return this.db.prepare<unknown[], { id: Id }>(`select id from ${table} where code = ?`).get(code)?.id;
  }

  #insert(table: string, row: Row): Id {
    const columns = Object.keys(row);
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`;
    return Number(this.db.prepare(sql).run(row).lastInsertRowid);
  }
}

type Row = Record<string, unknown>;

/** The moment of a day of January 2026 at noon, or of a written one. */
export function momentOf(at: number | string): number {
  const moment = parseMoment(typeof at === 'string' ? at : `2026-01-${String(at).padStart(2, '0')}T12:00:00Z`);
  if (moment === undefined) throw new Error(`not a moment: ${at}`);
  return moment;
}

function micro(quantity: number | string): number {
  const parsed = parseQuantity(String(quantity));
  if (parsed === undefined) throw new Error(`not a quantity: ${quantity}`);
  return Number(parsed);
}

/** The statements of all migrations. */
const schema = (): readonly string[] => migrations.flatMap(({ statements }) => statements);
