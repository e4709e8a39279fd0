/**
 * How a text that was typed or scanned fits a code or name, best first: it is the very one, in other letters, with other
 * separators, with its umlauts spelt otherwise; the code begins with it, or the name, or loosely so; it stands within, or so with others.
 */
export const closenesses = [
  'exact',
  'folded',
  'loose',
  'umlauts',
  'umlautsLoosely',
  'begins',
  'nameBegins',
  'beginsLoosely',
  'within',
  'withinLoosely',
] as const;
export type Closeness = (typeof closenesses)[number];

/** Numbers that name a record beside its own. */
export const borneNumbers = [
  'sublot',
  'supplierLot',
  'manufacturerLot',
  'reference',
  'workOrder',
  'externalId',
  'gtin',
  'gln',
] as const;
