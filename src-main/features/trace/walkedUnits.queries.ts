import type { TraceIndex } from '#main/trace/index.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { compareTraced, type Slice, spanFrom, type TracedUnit, type WalkResult } from './traced.queries.ts';
import type { UnitBook } from './units.queries.ts';

/** Units of one depth and product, by their places in the walk: what an answer lists one after another. */
type Group = { depth: number; product: number; places: number[] };

/** What a walk reached, in the order of an answer, of which only those asked for get names. */
export class WalkedUnits {
  readonly walk: WalkResult;
  readonly book: UnitBook;
  readonly #index: Pick<TraceIndex, 'productOf'>;
  readonly #direction: Direction;
  readonly #groups: readonly Group[];
  #placeOf: Map<number, number> | undefined;

  constructor(book: UnitBook, index: Pick<TraceIndex, 'productOf'>, direction: Direction, walk: WalkResult) {
    this.walk = walk;
    this.book = book;
    this.#index = index;
    this.#direction = direction;
    this.#groups = this.#group();
  }

  /** How many units of each product there are. */
  *products(): Generator<{ product: number; units: number }> {
    for (const { product, places } of this.#groups) yield { product, units: places.length };
  }

  /** Where in the walk a unit is; undefined when it is not in it. */
  placeOf(unit: number): number | undefined {
    if (this.#placeOf === undefined) {
      this.#placeOf = new Map();
      for (const [place, id] of this.walk.units.entries()) this.#placeOf.set(id, place);
    }
    return this.#placeOf.get(unit);
  }

  /** A unit with its name, which the book must know. */
  traced(place: number): TracedUnit {
    const { units, depths, moments } = this.walk;
    return {
      ...this.book.unit(units[place] ?? 0),
      depth: depths[place] ?? 0,
      ...spanFrom(this.#direction, moments?.[place]),
    };
  }

  /** These units of the walk with their names, in the order of an answer. */
  name(places: readonly number[]): TracedUnit[] {
    this.book.load(places.map((place) => this.walk.units[place] ?? 0));
    return places.map((place) => this.traced(place)).sort(compareTraced(this.book.ordering));
  }

  /**
   * The units to which the rows of a slice belong, in order, when a unit has so many rows; `skip` is how many of
   * their rows come before the slice. Only the groups the slice touches get names.
   */
  unitsOf({ offset, limit }: Slice, rowsOf: (place: number) => number): { units: TracedUnit[]; skip: number } {
    const units: TracedUnit[] = [];
    let skip = 0;
    let before = 0;
    for (const { places } of this.#groups) {
      if (before >= offset + limit) break;
      let rows = 0;
      for (const place of places) rows += rowsOf(place);
      if (before + rows > offset) {
        if (units.length === 0) skip = offset - before;
        for (const unit of this.name(places.filter((place) => rowsOf(place) > 0))) units.push(unit);
      }
      before += rows;
    }
    return { units, skip };
  }

  /** In the order of an answer; within a group the order needs the units' names. */
  #group(): Group[] {
    const { units, depths } = this.walk;
    const byDepth: Map<number, Group>[] = [];
    const productsSeen = new Set<number>();
    for (let place = 0; place < units.length; place += 1) {
      const depth = depths[place] ?? 0;
      const product = this.#index.productOf(units[place] ?? 0);
      byDepth[depth] ??= new Map();
      const group = byDepth[depth].get(product);
      if (group === undefined) {
        productsSeen.add(product);
        byDepth[depth].set(product, { depth, product, places: [place] });
      } else group.places.push(place);
    }
    this.book.loadProducts(productsSeen);
    const codeOf = ({ product }: Group): string => this.book.product(product).code;
    return byDepth.flatMap((groups) =>
      [...groups.values()].sort((a, b) => this.book.ordering.codes(codeOf(a), codeOf(b))),
    );
  }
}
