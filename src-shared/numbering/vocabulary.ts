/** For what a rule of numbering is, from the narrowest: the first that says something decides. */
export const numberingLevels = ['product', 'category', 'site'] as const;
export type NumberingLevel = (typeof numberingLevels)[number];

/**
 * Among which goods a number of a lot is given once. Within a product it always is: a barcode names goods by product and
 * lot, so that two lots of one product under one number would be one lot to every scanner.
 */
export const uniquenesses = ['product', 'supplier', 'global'] as const;
export type Uniqueness = (typeof uniquenesses)[number];

/** What is numbered. */
export const numberedKinds = ['lots', 'serials'] as const;
export type NumberedKind = (typeof numberedKinds)[number];

/** So many numbers are made at once at most. */
export const mostAtOnce = 100_000;
