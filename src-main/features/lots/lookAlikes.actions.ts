import type { Work } from '#main/store/work.ts';
import { looksOf } from '#shared/lots/lookAlike.ts';

type Names = { known: Set<string>; byLooks: Map<string, string> };

/** Finds lots that a reader would take for another lot of the same product. */
export class LookAlikes {
  readonly #work: Work;
  readonly #startsEmpty: boolean;
  readonly #products = new Map<number, Names>();

  constructor(work: Work, startsEmpty: boolean) {
    this.#work = work;
    this.#startsEmpty = startsEmpty;
  }

  /** Notes a lot. Answers the one it looks like when it is new and there is such a one; each lot is told once. */
  note(productId: number, lot: string, sublot: string): string | undefined {
    const names = this.#of(productId);
    const twin = add(names, lot, looksOf);
    if (sublot === '') return twin;
    return twin ?? add(names, sayLot(lot, sublot), () => sayLot(lot, looksOf(sublot)));
  }

  #of(productId: number): Names {
    const known = this.#products.get(productId);
    if (known !== undefined) return known;
    const names: Names = { known: new Set(), byLooks: new Map() };
    this.#products.set(productId, names);
    if (this.#startsEmpty) return names;
    for (const { lot, sublot } of this.#work.all<{ lot: string; sublot: string }>(selectLots, productId))
      this.note(productId, lot, sublot);
    return names;
  }
}

function add({ known, byLooks }: Names, name: string, looks: (name: string) => string): string | undefined {
  if (known.has(name)) return undefined;
  known.add(name);
  const seen = looks(name);
  const twin = byLooks.get(seen);
  if (twin === undefined) byLooks.set(seen, name);
  return twin;
}

/** How a lot and its sublot are said together; no name can hold the blanks around the stroke twice. */
const sayLot = (lot: string, sublot: string): string => `${lot} / ${sublot}`;

const selectLots = 'select lot, sublot from lot where product_id = ? order by id';
