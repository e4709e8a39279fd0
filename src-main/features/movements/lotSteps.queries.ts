import type { ProductFacts } from '#main/ledger/facts.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import type { Step } from '#shared/movements/origins.ts';
import { lacksLot } from '#shared/movements/tracking.ts';
import { lackingOf, linesOf, type PassageRow, passagesOf, unitsNamedLater } from './namedLater.queries.ts';

/** What goods did that came without a whole lot; the stock lines are null where their lot is whole. */
export type LotStep = PassageRow & Step;

/** What a unit of work did to a product: its rows that gave goods a lot, by their movements, and the lots it is about. */
type Noted = {
  product: ProductFacts;
  rows: Map<number, number>;
  lastRow: number;
  lots: Set<string>;
  /** Whether it may have made any lot wrong. */
  anyLot: boolean;
};

/** A product's steps, undone or not. */
export type StepsOfProduct = Pick<Noted, 'product' | 'lastRow'> & {
  steps: LotStep[];
  rows: ReadonlyMap<number, number>;
  /** Whether a lot may have become wrong. */
  isAsked: (lot: string) => boolean;
};

/** Notes what a unit of work does to goods without a whole lot, and reads what such goods of those products ever did. */
export class LotSteps {
  readonly #work: Work;
  readonly #lastBefore: number;
  readonly #products = new Map<number, Noted>();

  /** @param lastBefore the journal's last movement before this unit of work */
  constructor(work: Work, lastBefore: number) {
    this.#work = work;
    this.#lastBefore = lastBefore;
  }

  note({ id, draft, fromUnit, toUnit }: PostedMovement): void {
    const { product, from, reverses, row } = draft;
    // What comes in makes no name wrong, unless that is undone.
    if ((from === null && reverses === null) || !lacksLot(product, fromUnit)) return;
    const noted = this.#noted(product, row);
    if (fromUnit === toUnit || reverses !== null) noted.anyLot = true;
    if (fromUnit === toUnit) return;
    noted.rows.set(id, row);
    noted.lots.add(toUnit.lot);
  }

  /** Notes a lot of which something became known that its goods may not fit. */
  noteLot(product: ProductFacts, lot: string, row = 0): void {
    this.#noted(product, row).lots.add(lot);
  }

  #noted(product: ProductFacts, row: number): Noted {
    const known = this.#products.get(product.id) ?? {
      product,
      rows: new Map(),
      lastRow: 0,
      lots: new Set(),
      anyLot: false,
    };
    known.lastRow = Math.max(known.lastRow, row);
    this.#products.set(product.id, known);
    return known;
  }

  /** Of each product of which goods ever got a lot after they came. */
  *all(): Generator<StepsOfProduct> {
    for (const one of this.#products.values()) {
      const { id, lotTracking } = one.product;
      if (lotTracking === 'none' || (this.#lastBefore === 0 && one.rows.size === 0)) continue;
      const lacking = lackingOf(one.product);
      const units = new Set(unitsNamedLater(this.#work, id, lacking));
      if (units.size === 0) continue;
      const passages = passagesOf(this.#work, id, lacking);
      const { lots, anyLot } = one;
      const steps = passages.map((row) => ({ ...row, ...linesOf(row, units) }));
      yield { ...one, steps, isAsked: (lot) => anyLot || lots.has(lot) };
    }
  }

  /** Those that are not reversed. */
  now(steps: readonly LotStep[]): LotStep[] {
    return steps.filter(({ undoneBy }) => undoneBy === null);
  }

  /** Those that were not reversed before this unit of work. */
  before(steps: readonly LotStep[]): LotStep[] {
    const last = this.#lastBefore;
    return steps.filter(({ id, undoneBy }) => id <= last && (undoneBy === null || undoneBy > last));
  }
}

/** Those that gave goods their lot or sublot. Goods are judged by the last they get. */
export function lotNamings(steps: readonly LotStep[]): LotStep[] {
  const namings = steps.filter(
    ({ fromPlace, fromLot, fromSublot, lot, sublot }) =>
      fromPlace !== null && lot !== '' && (lot !== fromLot || sublot !== fromSublot),
  );
  /** Units of which goods get more of a lot. */
  const isNamedOn = new Set(namings.map(({ fromUnit }) => fromUnit));
  for (let size = 0; size !== isNamedOn.size; ) {
    size = isNamedOn.size;
    for (const { fromUnit, toUnit } of steps) if (isNamedOn.has(toUnit)) isNamedOn.add(fromUnit);
  }
  return namings.filter(({ toUnit }) => !isNamedOn.has(toUnit));
}
