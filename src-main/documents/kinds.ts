import type { ReportKind } from '#shared/kernel/reportModel.ts';

/** Figures are right-aligned in their column, everything else is left-aligned. */
export const isRightAligned = (kind: ReportKind): boolean =>
  kind === 'quantity' || kind === 'integer' || kind === 'percent';
