/** The lists of which people keep views. */
export const viewedLists = [
  'lots',
  'serials',
  'products',
  'partners',
  'locations',
  'documents',
  'reports',
  'numberingRules',
] as const;
export type ViewedList = (typeof viewedLists)[number];
