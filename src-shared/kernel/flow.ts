/** `sent` is what goes through it now; the arc back has as much room, and is none that somebody made. */
type Arc = { to: number; room: bigint; sent: bigint; back: number; isBack: boolean };

/**
 * How much can be sent from one node to another through arcs of limited capacity, asked piece by piece: what was sent
 * keeps its amount and may still change its way (augmenting paths; Ford and Fulkerson).
 */
export class Flow {
  readonly #arcs: Arc[][] = [];

  node(): number {
    this.#arcs.push([]);
    return this.#arcs.length - 1;
  }

  /** Adds an arc; answers its place among those of its node. */
  arc(from: number, to: number, room: bigint): number {
    const [out, back] = [this.#of(from), this.#of(to)];
    out.push({ to, room, sent: 0n, back: back.length, isBack: false });
    back.push({ to: from, room: 0n, sent: 0n, back: out.length - 1, isBack: true });
    return out.length - 1;
  }

  /** Gives an arc more room, or takes some that is free. */
  widen(from: number, place: number, by: bigint): void {
    const arc = this.#of(from)[place];
    if (arc !== undefined) arc.room += by;
  }

  /** Sends as much as there is a way for, at most `wanted`; answers how much that is. */
  send(from: number, to: number, wanted: bigint): bigint {
    let sent = 0n;
    while (sent < wanted) {
      const way = this.#way(from, to, ({ room }) => room);
      if (way === undefined) break;
      const most = way.reduce((least, { room }) => (room < least ? room : least), wanted - sent);
      for (const arc of way) this.#push(arc, most);
      sent += most;
    }
    return sent;
  }

  /** Takes back so much of what a node that nothing is sent through had sent. */
  takeBack(from: number, to: number, quantity: bigint): void {
    for (let left = quantity; left > 0n; ) {
      const way = this.#way(from, to, ({ sent, isBack }) => (isBack ? 0n : sent));
      if (way === undefined) return;
      const most = way.reduce((least, { sent }) => (sent < least ? sent : least), left);
      for (const arc of way) this.#push(arc, -most);
      left -= most;
    }
  }

  #push(arc: Arc, quantity: bigint): void {
    arc.room -= quantity;
    const back = this.#of(arc.to)[arc.back];
    if (back === undefined) return;
    back.room += quantity;
    const made = arc.isBack ? back : arc;
    made.sent += arc.isBack ? -quantity : quantity;
  }

  /** The arcs of a shortest way, through arcs of which there is something. */
  #way(from: number, to: number, of: (arc: Arc) => bigint): Arc[] | undefined {
    const reachedBy = new Map<number, { arc: Arc; from: number }>();
    const queue = [from];
    for (const node of queue) {
      for (const arc of this.#of(node)) {
        if (of(arc) <= 0n || arc.to === from || reachedBy.has(arc.to)) continue;
        reachedBy.set(arc.to, { arc, from: node });
        if (arc.to === to) return wayBack(reachedBy, from, to);
        queue.push(arc.to);
      }
    }
    return undefined;
  }

  #of(node: number): Arc[] {
    const arcs = this.#arcs[node];
    if (arcs === undefined) throw new Error(`no node ${node}`);
    return arcs;
  }
}

function wayBack(reachedBy: ReadonlyMap<number, { arc: Arc; from: number }>, from: number, to: number): Arc[] {
  const way: Arc[] = [];
  for (let node = to; node !== from; ) {
    const step = reachedBy.get(node);
    if (step === undefined) throw new Error('the way is broken');
    way.push(step.arc);
    node = step.from;
  }
  return way;
}
