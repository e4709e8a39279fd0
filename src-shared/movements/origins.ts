import { Flow } from '#shared/kernel/flow.ts';

/**
 * What happened to goods whose name is not whole. The stock lines are null outside the plant, and for goods whose name
 * is whole.
 */
export type Step = { at: number; quantity: number; from: string | null; to: string | null };

/** So much lies in a stock line; its node stands for what it held after the last step. */
type Line = { total: bigint; node: number };

/**
 * Goods without a whole name that lie in one stock line are mixed: what is taken may be any of them. Answers how much
 * of some steps may be goods that came by certain arrivals, of all that is asked for together: goods that one step took
 * no other can have.
 */
export class Origins<S extends Step> {
  readonly #flow = new Flow();
  readonly #arrivals = this.#flow.node();
  readonly #nodes = new Map<S, number>();
  readonly #lines = new Map<string, Line>();

  /**
   * @param steps of one product; those of one moment in any order
   * @param isPossible of what came in, whether it is among those arrivals. What lay there before all that is known may be.
   */
  constructor(steps: readonly S[], isPossible: (arrival: S) => boolean) {
    for (const step of inTurn(steps, (line) => this.#lines.get(line)?.total ?? 0n)) this.#add(step, isPossible);
  }

  /** How much of a step may be such goods, and is of no step that was asked for before. */
  take(step: S): bigint {
    return this.#flow.send(this.#nodeOf(step), this.#arrivals, BigInt(step.quantity));
  }

  /** Leaves what a step took to others. Its goods must not have been asked for under a later step too. */
  giveBack(step: S, quantity: bigint): void {
    this.#flow.takeBack(this.#nodeOf(step), this.#arrivals, quantity);
  }

  #add(step: S, isPossible: (arrival: S) => boolean): void {
    const { from, to } = step;
    const quantity = BigInt(step.quantity);
    const node = this.#flow.node();
    this.#nodes.set(step, node);
    if (from !== null) this.#leave(from, node, quantity);
    else if (isPossible(step)) this.#flow.arc(node, this.#arrivals, quantity);
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
      this.#flow.arc(node, this.#arrivals, line === undefined ? quantity : quantity - known);
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

  #nodeOf(step: S): number {
    const node = this.#nodes.get(step);
    if (node === undefined) throw new Error('a step that was not handed over');
    return node;
  }
}

/** In the order of time; of one moment each once its goods lie there: what comes in, then what moves, then what leaves. */
function* inTurn<S extends Step>(steps: readonly S[], totalOf: (line: string) => bigint): Generator<S> {
  const byMoment = Map.groupBy(steps, ({ at }) => at);
  for (const at of [...byMoment.keys()].sort((a, b) => a - b)) {
    let waiting = (byMoment.get(at) ?? []).toSorted((a, b) => rankOf(a) - rankOf(b));
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

const rankOf = ({ from, to }: Step): number => (from === null ? 0 : to === null ? 2 : 1);
