export const locationKinds = [
  'dock',
  'storage',
  'quarantine',
  'production',
  'shipping',
  'reject',
  'subcontractor',
] as const;
export type LocationKind = (typeof locationKinds)[number];
