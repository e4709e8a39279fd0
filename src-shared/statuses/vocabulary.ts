/** For what a rule is, from the widest: each level takes statuses away from what those before it let through. */
export const ruleLevels = ['site', 'category', 'product', 'supplier'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/**
 * What goods do that rules are made for. Staging is bringing them to a location for shipping. Counting, deciding,
 * returning to the supplier and scrapping stay open to all goods: whatever their status, there is a way out.
 */
export const ruledActs = [
  'receipt',
  'put-away',
  'transfer',
  'staging',
  'assign',
  'consumption',
  'production-return',
  'output',
  'shipment',
  'customer-return',
  'sample',
] as const;
export type RuledAct = (typeof ruledActs)[number];

/** What a rule lets through: one status, or all that begin with a letter ("Q*"). */
export const takenPattern = /^[AQR][*0-9A-Z]?$/;

/** How a status looks on screens: as its letter does, or marked apart from it. */
export const statusLooks = ['letter', 'hold', 'neutral'] as const;
export type StatusLook = (typeof statusLooks)[number];
