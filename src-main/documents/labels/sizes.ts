import type { LabelSize } from '#shared/labels/vocabulary.ts';

/** In points. */
export const millimetre = 72 / 25.4;
const mm = (length: number): number => length * millimetre;

/** A label, and how far what it says keeps from its edge. */
export type Place = { width: number; height: number; padding: { x: number; y: number } };

const roll = (width: number, height: number, padding: number): Place => ({
  width: mm(width),
  height: mm(height),
  padding: { x: mm(padding), y: mm(padding) },
});

export const places: Readonly<Record<LabelSize, Place>> = {
  '50x25': roll(50, 25, 1.5),
  '100x50': roll(100, 50, 2.5),
  '100x150': roll(100, 150, 4),
  // Usual printers leave the outer 4 mm of a sheet blank.
  'a4-3x8': { width: mm(70), height: mm(37), padding: { x: mm(5), y: mm(4) } },
};

/** How labels lie on a page: one a page on a roll, 24 on a sheet, whose rows begin half a millimetre below its edge. */
export const pages: Readonly<
  Record<LabelSize, { width: number; height: number; across: number; down: number; top: number }>
> = {
  '50x25': { width: mm(50), height: mm(25), across: 1, down: 1, top: 0 },
  '100x50': { width: mm(100), height: mm(50), across: 1, down: 1, top: 0 },
  '100x150': { width: mm(100), height: mm(150), across: 1, down: 1, top: 0 },
  'a4-3x8': { width: mm(210), height: mm(297), across: 3, down: 8, top: mm(0.5) },
};
