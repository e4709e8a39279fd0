import { goodsKey, idMark, serialMark } from './read/goods.ts';

type NotedRow = { kind: string; product: string; lot: string; serial: string; from: string; to: string; id: string };

const comesInFlag = 1;
const unnamedFlag = 2;

/** Which goods each movement of an export is about, and its id: thirteen bytes a row. */
export class GoodsOfRows {
  readonly #keys: string[] = [''];
  readonly #codes = new Map<string, Map<string, number>>();
  #rows = new Uint32Array(1024);
  #serials = new Uint32Array(1024);
  #ids = new Uint32Array(1024);
  #flags = new Uint8Array(1024);

  note(row: number, { kind, product, lot, serial, from, to, id }: NotedRow): void {
    if (row >= this.#rows.length) {
      const length = Math.max(row + 1, this.#rows.length * 2);
      this.#rows = widened(this.#rows, length);
      this.#serials = widened(this.#serials, length);
      this.#ids = widened(this.#ids, length);
      const flags = new Uint8Array(length);
      flags.set(this.#flags);
      this.#flags = flags;
    }
    this.#rows[row] = this.#codeOf(product, lot);
    this.#serials[row] = serialMark(product, serial);
    this.#ids[row] = idMark(id) ?? 0;
    this.#flags[row] =
      (from === '' && to !== '' ? comesInFlag : 0) |
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
