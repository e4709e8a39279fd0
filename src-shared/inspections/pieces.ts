import { fold } from '#shared/kernel/fold.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';

/** Units that measure instead of counting, as plants write them. */
const measures = new Set(
  'kg g mg µg ug t to ton tne kgm grm mgm lb lbs lbr oz onz l ltr lt liter litre dl cl ml mlt hl m mtr mm mmt cm cmt km ft in yd m2 m² mtk m3 m³ mtq gal gll min h hur'.split(
    ' ',
  ),
);

/** How many pieces a quantity in millionths is, a part of one counted as one; null for goods that are measured, which have no pieces to draw. */
export const piecesIn = (quantity: number, unit: string): number | null =>
  measures.has(fold(unit.trim())) ? null : Math.ceil(quantity / oneUnit);
