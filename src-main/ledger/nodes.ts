import type { Work } from '#main/store/work.ts';
import { isLeafUnit } from '#shared/movements/tracking.ts';
import type { ProductFacts, UnitFacts } from './facts.ts';

/** Lots and serials compare without the separators they may not hold. */
const keyOf = (productId: number, lot: string, sublot: string, serial: string): string =>
  `${productId}\u001f${lot}\u001f${sublot}\u001f${serial}`;

/**
 * The nodes of the trace graph inside one unit of work: finds units and runs, and registers new ones.
 * Both share one dense sequence of ids, in order of registration; a leaf unit takes two.
 */
export class Nodes {
  readonly #work: Work;
  readonly #units = new Map<string, UnitFacts>();
  readonly #runs = new Map<string, number>();
  readonly #firstNew: number;
  #next: number;
  readonly #products: (id: number) => ProductFacts;

  constructor(work: Work, products: (id: number) => ProductFacts) {
    this.#work = work;
    this.#products = products;
    this.#next = nextNodeId(work);
    this.#firstNew = this.#next;
  }

  /** Whether a unit was registered in this unit of work, and so has nothing in the store yet. */
  isNew(unit: UnitFacts): boolean {
    return unit.id >= this.#firstNew;
  }

  find(product: ProductFacts, lot: string, sublot: string, serial: string): UnitFacts | undefined {
    const key = keyOf(product.id, lot, sublot, serial);
    const known = this.#units.get(key);
    if (known !== undefined || this.#firstNew === 1) return known;
    const row = this.#work.one<{ id: number; leaf: number }>(
      'select id, leaf from unit where product_id = ? and lot = ? and sublot = ? and serial = ?',
      product.id,
      lot,
      sublot,
      serial,
    );
    if (row === undefined) return undefined;
    const unit = {
      id: row.id,
      productId: product.id,
      product: product.code,
      lot,
      sublot,
      serial,
      leaf: row.leaf === 1,
    };
    this.#units.set(key, unit);
    return unit;
  }

  /** Finds a unit or registers it. */
  unit(product: ProductFacts, lot: string, sublot: string, serial: string): UnitFacts {
    const known = this.find(product, lot, sublot, serial);
    if (known !== undefined) return known;
    const leaf = isLeafUnit(product, { lot, serial });
    const unit = { id: this.#next, productId: product.id, product: product.code, lot, sublot, serial, leaf };
    this.#next += leaf ? 2 : 1;
    this.#work.run(
      'insert into unit (id, product_id, lot, sublot, serial, leaf) values (?, ?, ?, ?, ?, ?)',
      unit.id,
      product.id,
      lot,
      sublot,
      serial,
      leaf ? 1 : 0,
    );
    this.#units.set(keyOf(product.id, lot, sublot, serial), unit);
    return unit;
  }

  unitById(id: number): UnitFacts {
    const row = this.#work.one<{ productId: number; lot: string; sublot: string; serial: string }>(
      'select product_id as productId, lot, sublot, serial from unit where id = ?',
      id,
    );
    if (row === undefined) throw new Error(`no unit ${id}`);
    return this.unit(this.#products(row.productId), row.lot, row.sublot, row.serial);
  }

  /** Every unit of a product with this serial, whatever its lot. */
  withSerial(product: ProductFacts, serial: string): UnitFacts[] {
    const rows = this.#work.all<{ lot: string; sublot: string }>(
      'select lot, sublot from unit where serial = ? and product_id = ? order by id',
      serial,
      product.id,
    );
    return rows.map((row) => this.unit(product, row.lot, row.sublot, serial));
  }

  /** The node of a work order's run. */
  run(workOrder: string, run: string): number {
    const key = `${workOrder}\u001f${run}`;
    const known = this.#runs.get(key) ?? this.#storedRun(workOrder, run);
    if (known !== undefined) {
      this.#runs.set(key, known);
      return known;
    }
    const id = this.#next;
    this.#next += 1;
    this.#work.run('insert into run (id, work_order, run) values (?, ?, ?)', id, workOrder, run);
    this.#runs.set(key, id);
    return id;
  }

  #storedRun(workOrder: string, run: string): number | undefined {
    if (this.#firstNew === 1) return undefined;
    return this.#work.one<{ id: number }>('select id from run where work_order = ? and run = ?', workOrder, run)?.id;
  }
}

function nextNodeId(work: Work): number {
  const row = work.one<{ last: number }>(
    'select max(coalesce((select id + leaf from unit order by id desc limit 1), 0), coalesce((select max(id) from run), 0)) as last',
  );
  return (row?.last ?? 0) + 1;
}
