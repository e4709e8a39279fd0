import { goodsKey, idMark, serialMark } from './read/goods.ts';

type NotedRow = {
  kind: string;
  product: string;
  lot: string;
  serial: string;
  from: string;
  to: string;
  id: string;
  quantity: number;
};

const comesInFlag = 1;
const unnamedFlag = 2;
const leavesFlag = 4;

/** So many rows are named that may be the cause of another one's shortage. */
const mostNamed = 3;

/** Which goods each movement of an export is about, and its id: 25 bytes a row. */
export class GoodsOfRows {
  readonly #keys: string[] = [''];
  readonly #codes = new Map<string, Map<string, number>>();
  #rows = new Uint32Array(1024);
  #serials = new Uint32Array(1024);
  #ids = new Uint32Array(1024);
  #turns = new Uint32Array(1024);
  #lastTurn = 0;
  #quantities = new Float64Array(1024);
  #flags = new Uint8Array(1024);

  note(row: number, { kind, product, lot, serial, from, to, id, quantity }: NotedRow): void {
    if (row >= this.#rows.length) {
      const length = Math.max(row + 1, this.#rows.length * 2);
      this.#rows = widened(this.#rows, length);
      this.#serials = widened(this.#serials, length);
      this.#ids = widened(this.#ids, length);
      this.#turns = widened(this.#turns, length);
      const quantities = new Float64Array(length);
      quantities.set(this.#quantities);
      this.#quantities = quantities;
      const flags = new Uint8Array(length);
      flags.set(this.#flags);
      this.#flags = flags;
    }
    this.#rows[row] = this.#codeOf(product, lot);
    this.#serials[row] = serialMark(product, serial);
    this.#ids[row] = idMark(id) ?? 0;
    this.#lastTurn += 1;
    this.#turns[row] = this.#lastTurn;
    this.#quantities[row] = quantity;
    this.#flags[row] =
      (from === '' && to !== '' ? comesInFlag : 0) |
      (from !== '' && to === '' ? leavesFlag : 0) |
      (lot === '' || kind === 'put-away' || kind === 'assign' ? unnamedFlag : 0);
  }

  /** Whether a row's goods come from outside the plant, so that it may be a piece coming back. */
  comesIn(row: number): boolean {
    return ((this.#flags[row] ?? 0) & comesInFlag) !== 0;
  }

  /** Whether a row may take goods without a lot: it names none, or the one that they get. */
  mayTakeUnnamed(row: number): boolean {
    return ((this.#flags[row] ?? 0) & unnamedFlag) !== 0;
  }

  /** The mark of a row's serial, 0 for none. */
  serialOf(row: number): number {
    return this.#serials[row] ?? 0;
  }

  /** The mark of a row's id, 0 for none. */
  idOf(row: number): number {
    return this.#ids[row] ?? 0;
  }

  /**
   * Rows that took just as much of a row's goods out of the plant before it, the last of them, in their order: where
   * one of them names the wrong lot, that is what the row is short of.
   */
  tookAsMuch(row: number, quantity: number): number[] {
    const [goods, turn] = [this.#rows[row], this.#turns[row] ?? 0];
    const found: number[] = [];
    for (const [other, one] of this.#rows.entries()) {
      if (one !== goods || other === row || this.#quantities[other] !== quantity) continue;
      if (((this.#flags[other] ?? 0) & leavesFlag) !== 0 && (this.#turns[other] ?? 0) < turn) found.push(other);
    }
    const byTurn = found.toSorted((a, b) => (this.#turns[a] ?? 0) - (this.#turns[b] ?? 0));
    return byTurn.slice(-mostNamed).toSorted((a, b) => a - b);
  }

  of(row: number): string | undefined {
    const code = this.#rows[row] ?? 0;
    return code === 0 ? undefined : this.#keys[code];
  }

  #codeOf(product: string, lot: string): number {
    const lots = this.#codes.get(product) ?? new Map<string, number>();
    const known = lots.get(lot);
    if (known !== undefined) return known;
    this.#codes.set(product, lots);
    const code = this.#keys.push(goodsKey(product, lot)) - 1;
    lots.set(lot, code);
    return code;
  }
}

function widened(full: Uint32Array, length: number) {
  const wider = new Uint32Array(length);
  wider.set(full);
  return wider;
}
