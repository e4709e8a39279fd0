import { defineList } from '#shared/kernel/defineList.ts';

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

/** The list of rules of numbering. Without a sort, the site's comes first. */
export const numberingRuleList = defineList({
  name: 'numberingRules',
  texts: 'numbering.list',
  cells: {
    level: {
      kind: 'choice',
      header: 'audit.fields.level',
      values: numberingLevels,
      said: 'numbering.levels',
      filters: true,
      width: 140,
    },
    code: { kind: 'code', header: 'numbering.of', sorts: true, filters: true, width: 180 },
    lotPattern: { kind: 'code', header: 'audit.fields.lotPattern', width: 240 },
    serialPattern: { kind: 'code', header: 'audit.fields.serialPattern', width: 240 },
    uniqueness: {
      kind: 'choice',
      header: 'audit.fields.uniqueness',
      values: uniquenesses,
      said: 'numbering.uniquenesses',
      width: 190,
    },
  },
});
