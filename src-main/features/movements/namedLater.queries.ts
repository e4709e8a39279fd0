import type { ProductFacts } from '#main/ledger/facts.ts';
import type { Work } from '#main/store/work.ts';
import { type CrossingWith, namedBeyond, type Passage } from '#shared/movements/namedLater.ts';
import { fromMidnight, returnsBeyond } from '#shared/movements/returns.ts';
import { type CrossingRow, crossingsOfCustomer, crossingsOfOrder } from './returns.queries.ts';

/** A movement of goods without a whole name, as the journal has it. */
export type PassageRow = {
  id: number;
  at: number;
  offsetMinutes: number;
  kind: string;
  document: string;
  quantity: number;
  fromUnit: number;
  toUnit: number;
  fromPlace: number | null;
  toPlace: number | null;
  statusFrom: string;
  statusTo: string;
  partnerId: number | null;
  partner: string | null;
  workOrder: string | null;
  fromLot: string;
  fromSublot: string;
  lot: string;
  sublot: string;
  serial: string;
  undoneBy: number | null;
};

type Named = { id: number; document: string; quantity: number; lot: string; sublot: string; serial: string };

/** Goods of which part cannot bear the name they have; `isNaming` where they got it in the plant. */
export type NamedWrongly = Named & { explained: bigint; by: string[]; isNaming: boolean };

const returns = ['customer-return', 'production-return'];

/**
 * What is known of a product whose goods came back without a whole name and got one later: read once, judged as it
 * stands now and as it stood before.
 */
export class NamedLater {
  readonly #passages: readonly PassageRow[];
  readonly #units: ReadonlySet<number>;
  readonly #crossings: ReadonlyMap<string, CrossingRow[]>;

  constructor(work: Work, product: ProductFacts) {
    const isTold = product.stockManaged && hasReturns(work, product.id);
    this.#units = new Set(isTold ? unitsNamedLater(work, product.id) : []);
    this.#passages = isTold ? passagesOf(work, product.id) : [];
    const crossings = new Map<string, CrossingRow[]>();
    for (const row of this.#passages) {
      const { partnerId, workOrder } = row;
      const by = this.#isParcel(row) ? byOf(row) : null;
      if (by === null || crossings.has(by)) continue;
      const rows =
        workOrder === null
          ? crossingsOfCustomer(work, partnerId ?? 0, product.id)
          : crossingsOfOrder(work, workOrder, product.id).map((one) => ({ ...one, at: 0 }));
      crossings.set(by, rows);
    }
    this.#crossings = crossings;
  }

  /** What of it cannot be, by the numbers of the movements; of what counts. */
  judge(counts: (row: { id: number; undoneBy: number | null }) => boolean): Map<number, NamedWrongly> {
    const passages = this.#passages.filter(counts);
    const parcels = new Set(passages.filter((row) => this.#isParcel(row)).map(({ id }) => id));
    const crossings: (CrossingWith & Named)[] = [];
    const beyond = new Map<number, bigint>();
    for (const [by, rows] of this.#crossings) {
      const all = fromMidnight(
        rows.filter(counts).map((row) => ({ ...row, by, isReturn: returns.includes(row.kind) })),
      );
      for (const [{ id }, tooMuch] of returnsBeyond(all)) beyond.set(id, tooMuch.beyond);
      for (const one of all) if (!parcels.has(one.id)) crossings.push({ ...one, beyond: beyond.get(one.id) ?? 0n });
    }
    const found = namedBeyond(
      passages.map((row) => this.#passage(row, beyond.get(row.id) ?? 0n)),
      crossings,
    );
    return new Map(
      [...found].map(([one, doubtful]) => [
        one.id,
        { ...one, ...doubtful, isNaming: 'isNaming' in one && one.isNaming },
      ]),
    );
  }

  /** Goods that came back and may be named later; a serial that goes back into its lot was named as it came. */
  #isParcel({ kind, fromUnit, toUnit }: PassageRow): boolean {
    return returns.includes(kind) && fromUnit === toUnit && this.#units.has(toUnit);
  }

  #passage(row: PassageRow, beyond: bigint): Passage & Named {
    const { fromUnit, toUnit, fromPlace, toPlace } = row;
    return {
      ...row,
      ...linesOf(row, this.#units),
      isNaming: fromUnit !== toUnit && fromPlace !== null && toPlace !== null && ['', row.lot].includes(row.fromLot),
      by: this.#isParcel(row) ? byOf(row) : null,
      beyond,
    };
  }
}

const byOf = ({ partner, workOrder }: PassageRow): string =>
  workOrder === null ? (partner ?? '') : `work order ${workOrder}`;

/** Which part of its name a unit may lack: any, its lot, or that or its sublot. */
type Lacking = 'name' | 'lot' | 'lotOrSublot';

const lacks: Record<Lacking, string> = {
  name: "(u.lot = '' or u.sublot = '' or u.serial = '')",
  // Along the index of names: not every lot of the product is looked at.
  lot: "u.lot = ''",
  lotOrSublot: "(u.lot = '' or u.sublot = '')",
};

/** What of its lot goods of a product may lack. */
export const lackingOf = ({ lotTracking }: ProductFacts): Lacking =>
  lotTracking === 'lot-sublot' ? 'lotOrSublot' : 'lot';

/**
 * Units of a product of which some goods got a name, or more of one, where they lay or as they were put away. What was
 * split off or merged got another.
 */
const named = (lacking: Lacking): string => `select u.id from product p cross join unit u
  where p.id = ? and u.product_id = p.id and ${lacks[lacking]}
    and exists (select 1 from movement n join unit t on t.id = n.to_unit_id
      where n.from_unit_id = u.id and n.from_unit_id <> n.to_unit_id
      and n.from_place_id is not null and n.to_place_id is not null
      and u.lot in ('', t.lot) and u.sublot in ('', t.sublot))`;

export const unitsNamedLater = (work: Work, productId: number, lacking: Lacking = 'name'): number[] =>
  work.all<{ id: number }>(named(lacking), productId).map(({ id }) => id);

const hasReturns = (work: Work, productId: number): boolean =>
  work.one(
    `with named as (${named('name')}) select 1 from named d cross join movement m on m.to_unit_id = d.id
     where m.kind in ('customer-return', 'production-return') and m.from_unit_id = m.to_unit_id and m.reverses_id is null limit 1`,
    productId,
  ) !== undefined;

const columns = `m.id, m.at, m.offset_minutes as "offsetMinutes", m.kind, m.document, m.quantity,
  m.from_unit_id as "fromUnit", m.to_unit_id as "toUnit", m.from_place_id as "fromPlace", m.to_place_id as "toPlace",
  m.status_from as "statusFrom", m.status_to as "statusTo", p.code as partner, p.id as "partnerId",
  r.work_order as "workOrder", f.lot as "fromLot", f.sublot as "fromSublot", u.lot, u.sublot, u.serial,
  (select b.id from movement b where b.reverses_id = m.id) as "undoneBy"`;

const others = `join unit u on u.id = m.to_unit_id join unit f on f.id = m.from_unit_id
  left join partner p on p.id = m.partner_id left join run r on r.id = m.run_id`;

/** All that such goods did, under the names they had after it. */
export const passagesOf = (work: Work, productId: number, lacking: Lacking = 'name'): PassageRow[] =>
  work.all(
    `with named as (${named(lacking)})
     select ${columns} from named d cross join movement m on m.to_unit_id = d.id ${others}
     where m.reverses_id is null
     union all
     select ${columns} from named d cross join movement m on m.from_unit_id = d.id and m.from_unit_id <> m.to_unit_id ${others}
     where m.reverses_id is null and not exists (select 1 from named o where o.id = m.to_unit_id)
     order by 1`,
    productId,
  );

/** All that goods of one unit did, and what came from them under further names. */
export const passagesOfUnit = (work: Work, unitId: number): PassageRow[] =>
  work.all(
    `with asked as (select u.id from unit u where u.id = ?)
     select ${columns} from asked d cross join movement m on m.to_unit_id = d.id ${others} where m.reverses_id is null
     union all
     select ${columns} from asked d cross join movement m on m.from_unit_id = d.id and m.from_unit_id <> m.to_unit_id ${others}
     where m.reverses_id is null
     order by 1`,
    unitId,
  );

/** The stock lines a passage leaves and reaches: null outside the plant, and of units that are not among those. */
export const linesOf = (
  { fromUnit, toUnit, fromPlace, toPlace, statusFrom, statusTo }: PassageRow,
  units: ReadonlySet<number>,
): { from: string | null; to: string | null } => ({
  from: fromPlace === null || !units.has(fromUnit) ? null : `${fromUnit}/${fromPlace}/${statusFrom}`,
  to: toPlace === null || !units.has(toUnit) ? null : `${toUnit}/${toPlace}/${statusTo}`,
});
