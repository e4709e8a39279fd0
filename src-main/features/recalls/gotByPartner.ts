/** What a customer got: sums in micro units by product id, and the units and documents that are known so far. */
export type Got = {
  /** Units that count whole, whose documents are read with the page. */
  units: Set<number>;
  unitsInPart: Set<number>;
  documentsInPart: Set<string>;
  shipped: Map<number, bigint>;
  returned: Map<number, bigint>;
};

/** What each customer got, by partner id. */
export class GotByPartner extends Map<number, Got> {
  of(partner: number): Got {
    const known = this.get(partner);
    if (known !== undefined) return known;
    const fresh: Got = {
      units: new Set(),
      unitsInPart: new Set(),
      documentsInPart: new Set(),
      shipped: new Map(),
      returned: new Map(),
    };
    this.set(partner, fresh);
    return fresh;
  }
}

/** Adds to the sum of a product. */
export const addTo = (sums: Map<number, bigint>, product: number, amount: number): Map<number, bigint> =>
  sums.set(product, (sums.get(product) ?? 0n) + BigInt(amount));
