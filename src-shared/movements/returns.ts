import { isMidnight, midnightOf } from '#shared/kernel/dates.ts';
import { NamePaths } from './namePaths.ts';

/**
 * Goods that went to somebody (a customer, a supplier, a work order) or came back, under the name they bore there; parts
 * that were not named are "". Quantities are whole millionths above zero.
 */
export type Crossing = {
  at: number;
  isReturn: boolean;
  quantity: number;
  lot: string;
  sublot: string;
  serial: string;
};

/**
 * Of a return that cannot be: how much had come back under its name, itself counted, how much of that had gone there,
 * and how much of the return is too much.
 */
export type TooMuch = { returned: bigint; went: bigint; beyond: bigint };

/**
 * The returns that cannot be: by their time less had gone there than came back. All of one moment is counted
 * together, what went first. Goods that went without a lot or a serial may be any that come back with one, and the
 * other way round; of all explanations of which came back the one counts that explains most. What is too much is
 * reported at the return that brought it, and not counted on.
 * @param crossings of one product; of one moment those first that were recorded first
 */
export function returnsBeyond<C extends Crossing>(crossings: readonly C[]): Map<C, TooMuch> {
  const beyond = new Map<C, TooMuch>();
  const names = new Names(crossings);
  for (const crossing of crossings.toSorted((a, b) => a.at - b.at || Number(a.isReturn) - Number(b.isReturn))) {
    const name = names.of(crossing);
    const quantity = BigInt(crossing.quantity);
    if (!crossing.isReturn) names.count(name, { went: quantity });
    else {
      names.count(name, { came: quantity, returned: quantity });
      const { lacking } = names;
      if (lacking === 0n) continue;
      names.count(name, { came: -lacking, refused: lacking });
      beyond.set(crossing, { returned: name.returned, went: name.returned - name.refused, beyond: lacking });
    }
  }
  return beyond;
}

/**
 * A return at midnight is one of which only the day is known: what went on that day may have gone before it, and counts
 * from its midnight on.
 */
export function fromMidnight<C extends Pick<Crossing, 'at' | 'isReturn'> & { offsetMinutes: number }>(
  crossings: readonly C[],
): readonly C[] {
  const midnights = new Set(
    crossings
      .filter(({ isReturn, at, offsetMinutes }) => isReturn && isMidnight(at, offsetMinutes))
      .map(({ at }) => at),
  );
  if (midnights.size === 0) return crossings;
  return crossings.map((one) => {
    const midnight = midnightOf(one.at, one.offsetMinutes);
    return one.isReturn || !midnights.has(midnight) ? one : { ...one, at: midnight };
  });
}

/** What one name comes to. */
type Name = {
  above: Name | undefined;
  /** Under this very name: what went, and what came back and is counted. */
  went: bigint;
  came: bigint;
  /** Under this name and all that are part of it: what came back, and what of it is not counted. */
  returned: bigint;
  refused: bigint;
  /** What came back and what went of its parts that did not find each other there. */
  lackBelow: bigint;
  leftBelow: bigint;
  lack: bigint;
  left: bigint;
};

type Counted = Partial<Pick<Name, 'went' | 'came' | 'returned' | 'refused'>>;

/** The names of a product's goods: all of it, its lots, their sublots, and serials, each part of the one above. */
class Names {
  readonly #root = newName(undefined);
  readonly #names = new Map<string, Name>();
  readonly #paths: NamePaths;

  constructor(crossings: readonly Crossing[]) {
    this.#paths = new NamePaths(crossings);
  }

  /** How much came back in all that nothing explains. */
  get lacking(): bigint {
    return this.#root.lack;
  }

  of(crossing: Crossing): Name {
    return this.#paths.of(crossing).reduce((name, key) => this.#part(name, key), this.#root);
  }

  count(name: Name, { went = 0n, came = 0n, returned = 0n, refused = 0n }: Counted): void {
    name.went += went;
    name.came += came;
    for (let one: Name | undefined = name; one !== undefined; one = one.above) {
      one.returned += returned;
      one.refused += refused;
      const { lack, left } = one;
      settle(one);
      if (one.above === undefined) return;
      one.above.lackBelow += one.lack - lack;
      one.above.leftBelow += one.left - left;
    }
  }

  #part(above: Name, key: string): Name {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = newName(above);
    this.#names.set(key, name);
    return name;
  }
}

/** What went under a name explains what came back of its parts first, since nothing else may but what went above. */
function settle(name: Name): void {
  const spare = above0(name.went - name.lackBelow) + name.leftBelow;
  name.lack = above0(name.lackBelow - name.went) + above0(name.came - spare);
  name.left = above0(spare - name.came);
}

const above0 = (quantity: bigint): bigint => (quantity > 0n ? quantity : 0n);

const newName = (above: Name | undefined): Name => ({
  above,
  went: 0n,
  came: 0n,
  returned: 0n,
  refused: 0n,
  lackBelow: 0n,
  leftBelow: 0n,
  lack: 0n,
  left: 0n,
});
