import { Flow } from '#shared/kernel/flow.ts';

/**
 * What happened to goods whose name is not whole. The stock lines are null outside the plant, and for goods whose name
 * is whole.
 */
export type Step = { at: number; quantity: number; from: string | null; to: string | null };

/** So much lies in a stock line; its node represents what it held after the last step. */
type Line = { total: bigint; node: number };

/** What may have come in any way. */
export const anyRank = Number.NEGATIVE_INFINITY;

/**
 * Goods without a whole name that lie in one stock line are mixed: what is taken may be any of them. Returns how much
 * of some steps may be goods that came by certain arrivals, of all that is asked for together: goods that one step
 * took no other can have. The arrivals are selected by a rank that each has, such as its day.
 */
export class Origins<S extends Step> {
  readonly #flow = new Flow();
  readonly #nodes = new Map<S, number>();
  readonly #lines = new Map<string, Line>();
  /** What came in with a rank or a lower one, the lowest first. */
  readonly #arrivals: { rank: number; node: number }[] = [];
  readonly #byRank = new Map<number, number>();

  /**
   * @param steps of one product; those of one moment in any order
   * @param rankOf of what came in. What lay there before all that is known has any.
   */
  constructor(steps: readonly S[], rankOf: (arrival: S) => number) {
    const ranks = new Set([anyRank, ...steps.filter(({ from }) => from === null).map((one) => rankOf(one))]);
    for (const rank of [...ranks].sort((a, b) => a - b)) {
      const lower = this.#arrivals.at(-1);
      const node = this.#flow.node();
      this.#arrivals.push({ rank, node });
      this.#byRank.set(rank, node);
      if (lower !== undefined) this.#flow.arc(lower.node, node, endless);
    }
    for (const step of inTurn(steps, (line) => this.#lines.get(line)?.total ?? 0n)) this.#add(step, rankOf);
  }

  /** How much of a step may be goods of a rank or a lower one, and is of no step that was asked for before. */
  take(step: S, rank: number): bigint {
    return this.#flow.send(this.#nodeOf(step), this.#upTo(rank), BigInt(step.quantity));
  }

  /** The same of steps together, which leave what they took to others. No goods may have gone through two of them. */
  most(steps: readonly S[], rank: number): bigint[] {
    const mosts = steps.map((step) => this.take(step, rank));
    for (const [place, step] of steps.entries())
      this.#flow.takeBack(this.#nodeOf(step), this.#upTo(rank), mosts[place] ?? 0n);
    return mosts;
  }

  #add(step: S, rankOf: (arrival: S) => number): void {
    const { from, to } = step;
    const quantity = BigInt(step.quantity);
    const node = this.#flow.node();
    this.#nodes.set(step, node);
    if (from !== null) this.#leave(from, node, quantity);
    else this.#flow.arc(node, this.#upTo(rankOf(step)), quantity);
    if (to === null) return;
    const before = this.#lines.get(to);
    const after = this.#flow.node();
    this.#flow.arc(after, node, quantity);
    if (before !== undefined) this.#flow.arc(after, before.node, before.total);
    this.#lines.set(to, { total: (before?.total ?? 0n) + quantity, node: after });
  }

  #leave(key: string, node: number, quantity: bigint): void {
    const line = this.#lines.get(key);
    const known = line === undefined || line.total > quantity ? quantity : line.total;
    if (line === undefined || known < quantity)
      this.#flow.arc(node, this.#upTo(anyRank), line === undefined ? quantity : quantity - known);
    if (line === undefined) return;
    this.#flow.arc(node, line.node, known);
    const total = line.total - known;
    if (total === 0n) {
      this.#lines.delete(key);
      return;
    }
    const after = this.#flow.node();
    this.#flow.arc(after, line.node, total);
    this.#lines.set(key, { total, node: after });
  }

  #upTo(rank: number): number {
    const node = this.#byRank.get(rank) ?? this.#arrivals.findLast((one) => one.rank <= rank)?.node;
    if (node === undefined) throw new Error('a rank below every rank');
    return node;
  }

  #nodeOf(step: S): number {
    const node = this.#nodes.get(step);
    if (node === undefined) throw new Error('a step that was not handed over');
    return node;
  }
}

/** In the order of time; of one moment each once its goods lie there: what comes in, then what moves, then what leaves. */
export function* inTurn<S extends Step>(steps: readonly S[], totalOf: (line: string) => bigint): Generator<S> {
  const byMoment = Map.groupBy(steps, ({ at }) => at);
  for (const at of [...byMoment.keys()].sort((a, b) => a - b)) {
    let waiting = (byMoment.get(at) ?? []).toSorted((a, b) => turnOf(a) - turnOf(b));
    while (waiting.length > 0) {
      const still: S[] = [];
      for (const step of waiting)
        if (step.from === null || totalOf(step.from) >= BigInt(step.quantity)) yield step;
        else still.push(step);
      const stuck = still.length === waiting.length ? still.shift() : undefined;
      if (stuck !== undefined) yield stuck;
      waiting = still;
    }
  }
}

const turnOf = ({ from, to }: Step): number => (from === null ? 0 : to === null ? 2 : 1);

const endless = 1n << 100n;
