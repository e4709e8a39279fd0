export const lotTrackings = ['none', 'optional', 'mandatory', 'lot-sublot'] as const;
export type LotTracking = (typeof lotTrackings)[number];

export const serialTrackings = ['none', 'on-issue', 'received-issued', 'global'] as const;
export type SerialTracking = (typeof serialTrackings)[number];

export const traceDetails = ['detailed', 'summary', 'none'] as const;
export type TraceDetail = (typeof traceDetails)[number];

/** A product that is traced neither by lot nor by serial: shown in a trace, never walked through. */
export const isUntracked = (product: { lotTracking: LotTracking; serialTracking: SerialTracking }): boolean =>
  product.lotTracking === 'none' && product.serialTracking === 'none';

/** Whether stock lies on its shelf piece by piece under serial numbers. */
export const keepsSerialsInStock = (serialTracking: SerialTracking): boolean =>
  serialTracking === 'received-issued' || serialTracking === 'global';
