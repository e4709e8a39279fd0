import type { KeptReading } from '#shared/inspections/inspectionVocabulary.ts';

/** "12 (2): 11.8, 12.1", by row and piece, as far as it fits into a line or two. */
export function saidIn(kept: readonly KeptReading[], balloonOf: (row: number) => string): string {
  const told = kept
    .slice(0, 40)
    .map(({ row, piece, value }) => `${balloonOf(row)} (${piece + 1}): ${value === '' ? '\u2013' : value}`)
    .join('; ');
  return kept.length > 40 ? `${told}; \u2026` : told;
}
