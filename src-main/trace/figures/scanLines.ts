import { decodeAmount } from '../packing/amounts.ts';
import { type Figures, linesOf, newestLine } from './figures.ts';
import { startOf } from '../packing/starts.ts';

/** Hears a line of the unit at `place` of those that are scanned: its figure kind, its reference and an amount that is not 0. */
export type HearLine = (place: number, figureKind: number, reference: number, amount: number) => void;

/** More lines of one unit than this are added up in a map, as linesOf does. */
const fewLines = 24;

/**
 * Visits the lines of many units, each line once with its whole amount, in no promised order within a unit; lines
 * that add up to nothing are left out. The result equals calling linesOf for each unit, without creating an object
 * per line.
 */
export function scanLines(figures: Figures, units: Int32Array, hear: HearLine): void {
  const { lines, lists, headingKinds, headingReferences } = figures;
  for (let place = 0; place < units.length; place++) {
    const unit = units[place]!;
    const isBase = unit <= lines.nodes;
    const from = isBase ? startOf(lines.starts, unit) : 0;
    const to = isBase ? startOf(lines.starts, unit + 1) : 0;
    const isNewer = lists.count > 0 && newestLine(lists, unit) !== 0;
    if (isNewer || to - from > fewLines || isRepeated(lines.headings, from, to)) {
      for (const { figureKind, reference, amount } of linesOf(figures, unit))
        if (amount !== 0) hear(place, figureKind, reference, amount);
      continue;
    }
    for (let i = from; i < to; i++) {
      const heading = lines.headings[i]!;
      const amount = decodeAmount(lines.amounts[i]!, lines.overflow);
      if (amount !== 0) hear(place, headingKinds[heading]!, headingReferences[heading]!, amount);
    }
  }
}

/** A sum beyond the safe integers lies in two lines of one heading. */
function isRepeated(headings: Uint16Array | Uint32Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    for (let before = from; before < i; before++) if (headings[before] === headings[i]) return true;
  }
  return false;
}
