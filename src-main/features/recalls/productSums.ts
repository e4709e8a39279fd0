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
    this.addUnexplained(product, flow.unexplained);
  }

  /** What is unexplained of one unit, apart from its other figures. */
  addUnexplained(product: number, net: bigint): void {
    const sums = this.of(product);
    if (net < 0n) sums.missing -= net;
    else sums.found += net;
  }
}
