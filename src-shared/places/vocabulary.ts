export const placeKinds = [
  'dock',
  'storage',
  'quarantine',
  'production',
  'shipping',
  'reject',
  'subcontractor',
] as const;
export type PlaceKind = (typeof placeKinds)[number];
