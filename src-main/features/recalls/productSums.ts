import { isUnexplained } from '#shared/recalls/balances.ts';
import { addFlow, type Flow, noFlow } from '#shared/recalls/figures.ts';

/** Sums over affected units of one product. */
export type ProductSums = {
  units: number;
  flow: Flow;
  onHand: bigint;
  inProcess: bigint;
  /** What vanished and what appeared without a reason, net of each unit. */
  missing: bigint;
  found: bigint;
};

/** Sums by product id. */
export class SumsByProduct extends Map<number, ProductSums> {
  /** The sums of a product, begun where there are none yet. */
  of(product: number): ProductSums {
    const known = this.get(product);
    if (known !== undefined) return known;
    const fresh: ProductSums = { units: 0, flow: noFlow(), onHand: 0n, inProcess: 0n, missing: 0n, found: 0n };
    this.set(product, fresh);
    return fresh;
  }

  addUnit(product: number, flow: Flow): void {
    addFlow(this.of(product).flow, flow);
    this.#addNet(product, flow.unexplained);
  }

  /** Adds what is unexplained of units whose other figures are in already; all adjustments of each. */
  addUnexplained(
    adjustments: readonly { unit: number; quantity: number; reason: string }[],
    productOf: (unit: number) => number,
  ): void {
    const nets = new Map<number, bigint>();
    for (const { unit, quantity } of adjustments.filter(isUnexplained))
      nets.set(unit, (nets.get(unit) ?? 0n) + BigInt(quantity));
    for (const [unit, net] of nets) {
      this.of(productOf(unit)).flow.unexplained += net;
      this.#addNet(productOf(unit), net);
    }
  }

  #addNet(product: number, net: bigint): void {
    const sums = this.of(product);
    if (net < 0n) sums.missing -= net;
    else sums.found += net;
  }
}
