/** What a customer got: sums in micro units by product id, and the units and documents these are made of. */
export type Got = {
  /** Units whose documents are read with the page. */
  unitsToRead: Set<number>;
  unitsRead: Set<number>;
  documentsRead: Set<string>;
  shipped: Map<number, bigint>;
  returned: Map<number, bigint>;
};

/** What each customer got, by partner id. */
export class GotByPartner extends Map<number, Got> {
  of(partner: number): Got {
    const known = this.get(partner);
    if (known !== undefined) return known;
    const fresh: Got = {
      unitsToRead: new Set(),
      unitsRead: new Set(),
      documentsRead: new Set(),
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
