/** The lists of which people keep views. */
export const viewedLists = [
  'lots',
  'serials',
  'holds',
  'labels',
  'attachments',
  'suppliers',
  'plans',
  'inspections',
  'samples',
  'products',
  'partners',
  'locations',
  'documents',
  'reports',
  'due',
  'audit',
] as const;
export type ViewedList = (typeof viewedLists)[number];
