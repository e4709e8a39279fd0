/** Beyond this a sum moves to the exact side, so that a sum and an amount never pass 2^53 unnoticed. */
export const spillAt = 2 ** 52;

/** An exact sum of whole numbers: a number while that holds it surely, a bigint beyond. */
export type Total = number | bigint;

/** Exact sums of safe integers by small whole keys: in doubles while they are exact, in bigints beyond. */
export class Totals {
  /** By key; not a number where nothing was added. */
  private sums = new Float64Array(0);
  private readonly keys: number[] = [];
  private readonly spilled = new Map<number, bigint>();

  /** Makes room for keys below this. */
  reserve(keys: number): void {
    if (keys > this.sums.length) this.sums = new Float64Array(Math.max(keys, this.sums.length * 2)).fill(Number.NaN);
  }

  /** The key must be below what was reserved. */
  add(key: number, amount: number): void {
    const sum = this.sums[key]! + amount;
    if (sum >= -spillAt && sum <= spillAt) this.sums[key] = sum;
    else this.addRarely(key, amount);
  }

  /** The first amount of a key, or one that makes its sum large. */
  private addRarely(key: number, amount: number): void {
    const sum = this.sums[key]!;
    if (Number.isNaN(sum)) {
      this.keys.push(key);
      this.sums[key] = 0;
      this.add(key, amount);
      return;
    }
    this.spilled.set(key, (this.spilled.get(key) ?? 0n) + BigInt(sum) + BigInt(amount));
    this.sums[key] = 0;
  }

  /** Reports every key that was added to, in order of its first amount, with its sum, and empties the totals. */
  drain(tell: (key: number, total: Total) => void): void {
    for (const key of this.keys) {
      const total = this.sums[key]!;
      this.sums[key] = Number.NaN;
      const large = this.spilled.size === 0 ? undefined : this.spilled.get(key);
      tell(key, large === undefined ? total : large + BigInt(total));
    }
    this.keys.length = 0;
    this.spilled.clear();
  }

  byteLength(): number {
    return this.sums.byteLength;
  }
}
