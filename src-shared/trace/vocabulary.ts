/** Upstream: where it is from. Downstream: where it is used and who got it. */
export const directions = ['upstream', 'downstream'] as const;
export type Direction = (typeof directions)[number];

/** Why a trace ends or has a hole at a unit. */
export const breakReasons = ['untracked', 'lot-missing', 'no-inputs', 'unlinked', 'opening', 'no-log'] as const;
export type BreakReason = (typeof breakReasons)[number];

/** How two nodes of a trace hang together: `naming` is goods getting a lot or serial later, `link` a serial built into another. */
export const pictureLinkKinds = ['receipt', 'consumption', 'output', 'link', 'naming', 'shipment'] as const;
export type PictureLinkKind = (typeof pictureLinkKinds)[number];
