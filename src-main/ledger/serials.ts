import type { Work } from '#main/store/work.ts';
import type { ProductFacts, UnitFacts } from './facts.ts';

/**
 * Where each serial is, counted over all lots it was ever named with: pieces in the plant, and pieces
 * that left it for a customer (or, for serials named on issue, into production) and have not come back.
 * More than one in all means it would be in two places.
 */
export type Whereabouts = { inPlant: number; outside: number; lots: { lot: string; sublot: string }[] };

export class Serials {
  readonly #work: Work;
  readonly #startsEmpty: boolean;
  readonly #known = new Map<string, Whereabouts>();

  constructor(work: Work, startsEmpty: boolean) {
    this.#work = work;
    this.#startsEmpty = startsEmpty;
  }

  of(product: ProductFacts, serial: string): Whereabouts {
    const key = `${product.id}\u001f${serial}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#startsEmpty ? { inPlant: 0, outside: 0, lots: [] } : this.#read(product, serial);
    this.#known.set(key, found);
    return found;
  }

  /** Notes that a serial was named with a lot. */
  name(product: ProductFacts, unit: UnitFacts): void {
    const { lots } = this.of(product, unit.serial);
    if (!lots.some((known) => known.lot === unit.lot && known.sublot === unit.sublot)) lots.push({ lot: unit.lot, sublot: unit.sublot });
  }

  #read(product: ProductFacts, serial: string): Whereabouts {
    const lots = this.#work.all<{ lot: string; sublot: string }>('select lot, sublot from unit where serial = ? and product_id = ?', serial, product.id);
    if (lots.length === 0) return { inPlant: 0, outside: 0, lots };
    const inPlant = this.#work.one<{ pieces: number }>(
      `select coalesce(sum(b.quantity), 0) / 1000000 as pieces from unit u join balance b on b.unit_id = u.id where u.serial = ? and u.product_id = ?`,
      serial,
      product.id,
    );
    const outside = this.#work.one<{ pieces: number }>(
      `select coalesce(sum(case
          when m.kind in (${leavingKinds(product)}) then iif(m.reverses_id is null, 1, -1)
          when m.kind in (${comingBackKinds(product)}) then iif(m.reverses_id is null, -1, 1)
          else 0 end), 0) as pieces
        from unit u join movement m on (m.to_unit_id = u.id or m.from_unit_id = u.id)
        where u.serial = ? and u.product_id = ?`,
      serial,
      product.id,
    );
    return { inPlant: inPlant?.pieces ?? 0, outside: Math.max(0, outside?.pieces ?? 0), lots };
  }
}

const namesOnIssue = (product: ProductFacts): boolean => product.serialTracking === 'on-issue';

/** Kinds after which a serial is outside. A consumed stock serial is gone; one named on issue now sits in a product. */
export const leaves = (product: ProductFacts, kind: string): boolean => kind === 'shipment' || (kind === 'consumption' && namesOnIssue(product));
export const comesBack = (product: ProductFacts, kind: string): boolean =>
  kind === 'customer-return' || (kind === 'production-return' && namesOnIssue(product));

const leavingKinds = (product: ProductFacts): string => (namesOnIssue(product) ? "'shipment', 'consumption'" : "'shipment'");
const comingBackKinds = (product: ProductFacts): string => (namesOnIssue(product) ? "'customer-return', 'production-return'" : "'customer-return'");
