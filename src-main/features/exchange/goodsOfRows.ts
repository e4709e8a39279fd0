import { goodsKey, serialMark } from './read/goods.ts';

type NotedRow = { product: string; lot: string; serial: string; from: string; to: string };

/** Which goods each movement of an export is about, nine bytes a row. */
export class GoodsOfRows {
  readonly #keys: string[] = [''];
  readonly #codes = new Map<string, Map<string, number>>();
  #rows = new Uint32Array(1024);
  #serials = new Uint32Array(1024);
  #comeIn = new Uint8Array(1024);

  note(row: number, { product, lot, serial, from, to }: NotedRow): void {
    if (row >= this.#rows.length) {
      const length = Math.max(row + 1, this.#rows.length * 2);
      this.#rows = widened(this.#rows, length);
      this.#serials = widened(this.#serials, length);
      const comeIn = new Uint8Array(length);
      comeIn.set(this.#comeIn);
      this.#comeIn = comeIn;
    }
    this.#rows[row] = this.#codeOf(product, lot);
    this.#serials[row] = serialMark(product, serial);
    this.#comeIn[row] = from === '' && to !== '' ? 1 : 0;
  }

  /** Whether a row's goods come from outside the plant, so that it may be a piece coming back. */
  comesIn(row: number): boolean {
    return this.#comeIn[row] === 1;
  }

  /** The mark of a row's serial, 0 for none. */
  serialOf(row: number): number {
    return this.#serials[row] ?? 0;
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
