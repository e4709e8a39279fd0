import { bytesOf, withRoom } from './memory.ts';
import { claimSlot, clearPages, newPages, pageSize } from './pages.ts';

/** Beyond this a sum moves to the exact side, so that a sum and an amount never pass 2^53 unnoticed. */
export const spillAt = 2 ** 52;

/** Sums whose room is kept between uses. */
const keptSums = 1 << 14;

/** Exact sums of safe integers by small whole keys: in doubles while they are exact, in bigints beyond. */
export class Totals {
  private readonly pages = newPages();
  private readonly spilled = new Map<number, bigint>();
  /** By slot; not a number where nothing was added yet. */
  private sums = new Float64Array(0);
  private keys = new Int32Array(0);
  private count = 0;

  add(key: number, amount: number): void {
    const claimed = this.pages.count;
    const slot = claimSlot(this.pages, key);
    if (this.pages.count > claimed) this.addPage(claimed * pageSize);
    const sum = this.sums[slot]! + amount;
    if (sum >= -spillAt && sum <= spillAt) this.sums[slot] = sum;
    else this.addRarely(key, slot, amount);
  }

  private addPage(slot: number): void {
    this.sums = withRoom(this.sums, slot + pageSize);
    this.sums.fill(Number.NaN, slot, slot + pageSize);
  }

  /** The first amount of a key, or one that makes its sum large. */
  private addRarely(key: number, slot: number, amount: number): void {
    const sum = this.sums[slot]!;
    if (Number.isNaN(sum)) {
      if (this.count === this.keys.length) this.keys = withRoom(this.keys, this.count + 1);
      this.keys[this.count++] = key;
      this.sums[slot] = 0;
      this.add(key, amount);
      return;
    }
    this.spilled.set(key, (this.spilled.get(key) ?? 0n) + BigInt(sum) + BigInt(amount));
    this.sums[slot] = 0;
  }

  /** Tells every key that was added to, in order of its first amount, with its sum; then there are none. */
  drain<Row>(tell: (key: number, total: bigint) => Row): Row[] {
    const rows: Row[] = [];
    for (let i = 0; i < this.count; i++) {
      const key = this.keys[i]!;
      const total = BigInt(this.sums[claimSlot(this.pages, key)]!);
      rows.push(tell(key, this.spilled.size === 0 ? total : total + (this.spilled.get(key) ?? 0n)));
    }
    clearPages(this.pages);
    this.spilled.clear();
    this.count = 0;
    if (this.sums.length > keptSums) this.sums = new Float64Array(0);
    if (this.keys.length > keptSums) this.keys = new Int32Array(0);
    return rows;
  }

  byteLength(): number {
    return bytesOf(this, this.pages);
  }
}
