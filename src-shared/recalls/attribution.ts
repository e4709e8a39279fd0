import type { Moment } from '#shared/kernel/dates.ts';

/** Goods a unit holds by a figure: how much, and since when under this unit's name. */
export type Held = { unit: number; figure: HeldFigure; quantity: bigint; enteredAt: Moment };
export type HeldFigure = 'opening' | 'received' | 'produced' | 'returned' | 'adjusted' | 'unexplained';
/** Goods that changed their name with no figure to take over: production gave back what it never took. */
export type Stray = { from: number; to: number; quantity: bigint; at: Moment };

type Layer = { figure: HeldFigure; at: Moment; id: number; enteredAt: Moment; quantity: bigint };
type Row = { id: number; at: Moment; quantity: number };
type Naming = Row & { from: number; to: number };

/** What can be taken over: first what goods truly came from, then what came back, then what a count found. */
const rank: Record<HeldFigure, number> = {
  opening: 0,
  received: 0,
  produced: 0,
  returned: 1,
  adjusted: 2,
  unexplained: 2,
};

/**
 * Attributes figures to goods that get their name later. Goods put away from the dock into a lot, or issued from a
 * lot under a serial, are the named unit's: it takes over so much of the unnamed unit's opening, received or produced
 * figure, oldest first, also through several namings (dock, lot, serial). If these three do not suffice, because what
 * was named had come back or was found by a count, the rest is taken over from the returned figure, then from
 * adjustments upward. A serial named on issue that comes back returns to its lot, and its share with it. So every
 * unit's figures balance.
 */
export class Attribution {
  readonly #arrivals: { unit: number; figure: HeldFigure; row: Row }[] = [];
  readonly #namings: Naming[] = [];
  readonly #layers = new Map<number, Layer[]>();

  arrive(unit: number, figure: HeldFigure, row: Row): void {
    this.#arrivals.push({ unit, figure, row });
  }

  name(row: Naming): void {
    this.#namings.push(row);
  }

  /**
   * Replays everything in order of time; answers what each unit holds in the end, and what has no figure to take
   * over.
   */
  settle(): { held: Held[]; strays: Stray[] } {
    this.#arrivals.sort((a, b) => a.row.at - b.row.at || a.row.id - b.row.id);
    this.#namings.sort((a, b) => a.at - b.at || a.id - b.id);
    const strays: Stray[] = [];
    let arrived = 0;
    const arriveUntil = (at: Moment): void => {
      for (
        let next = this.#arrivals[arrived];
        next !== undefined && next.row.at <= at;
        next = this.#arrivals[arrived]
      ) {
        this.#add(next.unit, layerOf(next.figure, next.row));
        arrived += 1;
      }
    };
    for (const [at, namings] of Map.groupBy(this.#namings, (naming) => naming.at)) {
      // A document often has one time for all its rows, in any order: what arrives in an instant is there for its namings.
      arriveUntil(at);
      strays.push(...this.#nameAll(namings));
    }
    arriveUntil(Number.POSITIVE_INFINITY);
    const held = [...this.#layers].flatMap(([unit, layers]) =>
      layers.map(({ figure, quantity, enteredAt }): Held => ({ unit, figure, quantity, enteredAt })),
    );
    return { held, strays };
  }

  /** Applies the namings of one instant. One may feed another in any order, so they take turns until nothing moves. */
  #nameAll(namings: readonly Naming[]): Stray[] {
    let open = namings.map((naming) => ({ naming, left: BigInt(naming.quantity) }));
    for (let worst = 0; worst <= rank.adjusted && open.length > 0; ) {
      let moved = false;
      for (const step of open) {
        const taken = this.#move(step.naming, step.left, worst);
        step.left -= taken;
        moved ||= taken > 0n;
      }
      open = open.filter(({ left }) => left > 0n);
      // A naming that moved goods may have brought a better figure to a unit that lacked one.
      worst = moved ? 0 : worst + 1;
    }
    return open.map(({ naming: { from, to, at }, left }) => ({ from, to, quantity: left, at }));
  }

  /** Moves up to `quantity` of the layers that rank at most `worst`; answers how much it could. */
  #move(naming: Naming, quantity: bigint, worst: number): bigint {
    const layers = this.#layers.get(naming.from) ?? [];
    let left = quantity;
    while (left > 0n) {
      const layer = layers[0];
      if (layer === undefined || rank[layer.figure] > worst) break;
      const taken = layer.quantity < left ? layer.quantity : left;
      layer.quantity -= taken;
      left -= taken;
      if (layer.quantity === 0n) layers.shift();
      this.#add(naming.to, { ...layer, quantity: taken, enteredAt: naming.at });
    }
    return quantity - left;
  }

  /** Keeps a unit's layers by rank, then oldest first. */
  #add(unit: number, layer: Layer): void {
    const layers = this.#layers.get(unit) ?? [];
    if (layers.length === 0) this.#layers.set(unit, layers);
    let place = layers.length;
    for (let before = layers[place - 1]; before !== undefined && compare(layer, before) < 0; before = layers[place - 1])
      place -= 1;
    const same = layers[place - 1];
    if (same !== undefined && compare(layer, same) === 0 && same.enteredAt === layer.enteredAt)
      same.quantity += layer.quantity;
    else layers.splice(place, 0, layer);
  }
}

const layerOf = (figure: HeldFigure, row: Row): Layer => ({
  figure,
  at: row.at,
  id: row.id,
  enteredAt: row.at,
  quantity: BigInt(row.quantity),
});

const compare = (a: Layer, b: Layer): number => rank[a.figure] - rank[b.figure] || a.at - b.at || a.id - b.id;
