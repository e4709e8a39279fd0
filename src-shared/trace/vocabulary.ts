/** Upstream: where it is from. Downstream: where it is used and who got it. */
export const directions = ['upstream', 'downstream'] as const;
export type Direction = (typeof directions)[number];

/** Why a trace ends or has a hole at a unit. */
export const breakReasons = ['untracked', 'lot-missing', 'no-inputs', 'unlinked', 'opening', 'no-log'] as const;
export type BreakReason = (typeof breakReasons)[number];
