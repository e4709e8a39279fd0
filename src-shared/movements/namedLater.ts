import { Flow } from '#shared/kernel/flow.ts';
import { type GoodsName, NamePaths } from './namePaths.ts';
import type { Crossing } from './returns.ts';

/** Goods that went to someone, or that came back under a name that was not made more exact since. */
export type CrossingWith = Crossing & {
  /** To whom they went and from whom they came back. */
  by: string;
  /** What of a return is known to be too much, and not counted on. */
  beyond: bigint;
};

/** What happened in the plant to goods whose name is not whole: where they came from, and where they went. */
export type Passage = GoodsName & {
  at: number;
  quantity: number;
  /** The stock lines; null outside the plant, and for goods whose name is whole. */
  from: string | null;
  to: string | null;
  /** The units taken and reached, which differ where goods in the plant get a name, or more of one: the one above. */
  fromUnit: number;
  toUnit: number;
  isNaming: boolean;
  /** Who sent the goods back; null for goods that came in any other way. */
  by: string | null;
  beyond: bigint;
};

/** How much of a naming, or of a return under a name, can be; and whose goods it is about. */
export type Doubtful = { explained: bigint; by: string[] };

/**
 * Goods may come back without a name and get one later. Then more may have a name than those who sent goods back had
 * ever got of it. Returns the namings of which part cannot be, and returns under a name which cannot be since goods
 * that had come back without it were named so.
 *
 * Goods without a name that lie in one stock line are mixed: it is unknown whose were named. Of all explanations the
 * one counts that explains most: goods that came from elsewhere may have had any name, and of several customers'
 * goods each may have been those named. What is taken from a line without a name may be any of it. So only that is
 * reported which no explanation covers. What cannot be is reported once, and not counted on.
 * @param passages of one product; those of one moment in any order
 * @param crossings of that product and of all who sent some of it back without a whole name
 */
export function namedBeyond<P extends Passage, C extends CrossingWith>(
  passages: readonly P[],
  crossings: readonly C[],
): Map<P | C, Doubtful> {
  const goods = new NamedGoods([...crossings, ...passages]);
  const doubtful = new Map<P | C, Doubtful>();
  const wents = crossings.filter(({ isReturn }) => !isReturn);
  const returns = crossings.filter(({ isReturn }) => isReturn);
  const ats = new Set([...crossings, ...passages].map(({ at }) => at));
  const [wentAt, returnedAt, passedAt] = [byTime(wents), byTime(returns), byTime(passages)];
  for (const at of [...ats].sort((a, b) => a - b)) {
    for (const one of wentAt.get(at) ?? []) goods.wentOut(one);
    for (const one of returnedAt.get(at) ?? []) note(one, goods.cameBack(one));
    goods.passAll(passedAt.get(at) ?? [], note);
  }
  return doubtful;

  function note(one: P | C, found: Doubtful | undefined): void {
    if (found !== undefined) doubtful.set(one, found);
  }
}

const byTime = <T extends { at: number }>(all: readonly T[]): Map<number, T[]> => Map.groupBy(all, ({ at }) => at);

/** Goods without a whole name that came together: so much that somebody sent back, or, where `by` is null, all else of a line. */
type Parcel = { by: string | null; at: number; node: number; arc: number };

/** How much lies in a stock line, and how much of it each parcel is at most. */
type Line = { total: bigint; most: Map<Parcel, bigint>; others: Parcel };

type Went = { node: number; at: number };

/** What went to one partner or work order, by the name it bore and by every name that this is part of. */
type Outside = { node: number; arc: number; as: Map<string, Went[]>; partOf: Map<string, Went[]> };

const endless = 1n << 100n;

class NamedGoods {
  readonly #flow = new Flow();
  readonly #end = this.#flow.node();
  readonly #outside = new Map<string, Outside>();
  readonly #lines = new Map<string, Line>();
  /** What was named a unit whose name is not whole itself: it may be named more exactly, and then counts as that. */
  readonly #namings = new Map<number, { node: number; sent: bigint }>();
  readonly #paths: NamePaths;

  constructor(names: readonly GoodsName[]) {
    this.#paths = new NamePaths(names);
  }

  wentOut({ by, at, quantity, ...name }: CrossingWith): void {
    const { node, as, partOf } = this.#of(by);
    const went = { node: this.#flow.node(), at };
    this.#flow.arc(went.node, node, BigInt(quantity));
    const path = this.#pathOf(name);
    const own = path.pop() ?? '';
    add(as, own, went);
    for (const above of path) add(partOf, above, went);
  }

  /** Goods come back under a name. */
  cameBack({ by, at, quantity, beyond, ...name }: CrossingWith): Doubtful | undefined {
    const wanted = BigInt(quantity) - beyond;
    const outside = this.#of(by);
    const node = this.#flow.node();
    for (const went of this.#mayBe(outside, name, at)) this.#flow.arc(node, went.node, endless);
    this.#flow.widen(outside.node, outside.arc, wanted);
    const sent = this.#flow.send(node, this.#end, wanted);
    this.#flow.widen(outside.node, outside.arc, sent - wanted);
    return sent < wanted ? { explained: sent, by: [by] } : undefined;
  }

  /** Takes all of one moment: each once its goods lie there, those that get no name first. */
  passAll<P extends Passage>(passages: readonly P[], note: (passage: P, found: Doubtful | undefined) => void): void {
    let waiting: readonly P[] = passages.toSorted((a, b) => Number(a.isNaming) - Number(b.isNaming));
    while (waiting.length > 0) {
      const still: P[] = [];
      for (const one of waiting) {
        if (one.from === null || this.#totalOf(one.from) >= BigInt(one.quantity)) note(one, this.#pass(one));
        else still.push(one);
      }
      const [first, ...rest] = still;
      if (first === undefined) return;
      if (still.length === waiting.length) note(first, this.#pass(first));
      waiting = still.length === waiting.length ? rest : still;
    }
  }

  #pass(passage: Passage): Doubtful | undefined {
    const { from, to, isNaming, by, at, beyond } = passage;
    const quantity = BigInt(passage.quantity);
    const known = from === null ? 0n : least(quantity, this.#totalOf(from));
    const taken = from === null ? [] : this.#take(from, quantity);
    const found = isNaming ? this.#name(passage, taken, known) : undefined;
    if (to === null) return found;
    const line = this.#lineOf(to);
    line.total += quantity;
    if (by !== null) {
      const { node, arc } = this.#of(by);
      this.#flow.widen(node, arc, quantity - beyond);
      line.most.set({ by, at, node: 0, arc: 0 }, quantity - beyond);
    }
    for (const [parcel, most] of taken) line.most.set(parcel, (line.most.get(parcel) ?? 0n) + most);
    const rest = by === null ? quantity - known : beyond;
    if (rest === 0n) return found;
    this.#flow.widen(line.others.node, line.others.arc, rest);
    line.most.set(line.others, (line.most.get(line.others) ?? 0n) + rest);
    return found;
  }

  /** Goods of some parcels get a name; `known` is how much of them is known to have lain there. */
  #name(passage: Passage, taken: readonly [Parcel, bigint][], known: bigint): Doubtful | undefined {
    const { quantity, fromUnit, toUnit, to } = passage;
    this.#nameMoreExactly(fromUnit, BigInt(quantity));
    const [one, ...others] = taken;
    if (one === undefined) return undefined;
    if (others.length === 0 && one[0].by === null) {
      // What is named more exactly later counts then.
      if (to === null) this.#flow.widen(one[0].node, one[0].arc, -known);
      return undefined;
    }
    const node = this.#flow.node();
    for (const [parcel, most] of taken) {
      const part = parcel.by === null ? parcel.node : this.#flow.node();
      this.#flow.arc(node, part, most);
      if (parcel.by === null) continue;
      for (const went of this.#mayBe(this.#of(parcel.by), passage, parcel.at)) this.#flow.arc(part, went.node, endless);
    }
    const sent = to === null ? this.#flow.send(node, this.#end, known) : this.#sendAs(toUnit, node, known);
    if (sent === known) return undefined;
    const by = new Set(taken.flatMap(([parcel]) => parcel.by ?? []));
    return { explained: sent + BigInt(quantity) - known, by: [...by].sort() };
  }

  /** Counts a naming of a unit that may be named more exactly, together with all others of it. */
  #sendAs(unit: number, naming: number, quantity: bigint): bigint {
    const all = this.#namings.get(unit) ?? { node: this.#flow.node(), sent: 0n };
    this.#namings.set(unit, all);
    this.#flow.arc(all.node, naming, quantity);
    const sent = this.#flow.send(all.node, this.#end, quantity);
    all.sent += sent;
    return sent;
  }

  /**
   * Which of the namings it was is not known: as much as can be is taken from what they come to together, and what is
   * left of that may be any of them.
   */
  #nameMoreExactly(unit: number, quantity: bigint): void {
    const all = this.#namings.get(unit);
    if (all === undefined) return;
    const part = least(quantity, all.sent);
    this.#flow.takeBack(all.node, this.#end, part);
    all.sent -= part;
  }

  #take(line: string, quantity: bigint): [Parcel, bigint][] {
    const known = this.#lineOf(line);
    const taken = [...known.most].flatMap(([parcel, most]): [Parcel, bigint][] =>
      most > 0n ? [[parcel, least(most, quantity)]] : [],
    );
    known.total -= quantity;
    if (known.total <= 0n) this.#lines.delete(line);
    else for (const [parcel, most] of known.most) known.most.set(parcel, least(most, known.total));
    return taken;
  }

  #totalOf(line: string): bigint {
    return this.#lines.get(line)?.total ?? 0n;
  }

  #lineOf(key: string): Line {
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const node = this.#flow.node();
    const line = {
      total: 0n,
      most: new Map(),
      others: { by: null, at: 0, node, arc: this.#flow.arc(node, this.#end, 0n) },
    };
    this.#lines.set(key, line);
    return line;
  }

  #of(by: string): Outside {
    const known = this.#outside.get(by);
    if (known !== undefined) return known;
    const node = this.#flow.node();
    const outside = { node, arc: this.#flow.arc(node, this.#end, 0n), as: new Map(), partOf: new Map() };
    this.#outside.set(by, outside);
    return outside;
  }

  /** What had gone out by a moment and may be goods of a name: under it, under a part of it, or with less of a name. */
  *#mayBe({ as, partOf }: Outside, name: GoodsName, by: number): Generator<Went> {
    const path = this.#pathOf(name);
    const found = [...path.map((key) => as.get(key)), partOf.get(path.at(-1) ?? '')];
    for (const wents of found) for (const went of wents ?? []) if (went.at <= by) yield went;
  }

  /** The names of goods from the product down to their own. */
  #pathOf(name: GoodsName): string[] {
    return ['', ...this.#paths.of(name)];
  }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
