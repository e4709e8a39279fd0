import type { ReportKind } from '#shared/kernel/reportModel.ts';

/** Figures stand at the right end of their column, everything else at its left. */
export const isRightAligned = (kind: ReportKind): boolean =>
  kind === 'quantity' || kind === 'integer' || kind === 'percent';
