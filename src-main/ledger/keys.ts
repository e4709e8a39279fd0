/** A unit by what names it; a serial with its product; a run with its work order. */
export type UnitKey = readonly [productId: number, lot: string, sublot: string, serial: string];
export type SerialKey = readonly [productId: number, serial: string];
export type RunKey = readonly [workOrder: string, run: string];

/** Codes, lots and serials hold no control characters, so that no two keys read alike. */
export const keyText = (key: readonly (string | number)[]): string => key.join('\u001f');

export const keyOfUnit = (unit: { productId: number; lot: string; sublot: string; serial: string }): string =>
  `${unit.productId}\u001f${unit.lot}\u001f${unit.sublot}\u001f${unit.serial}`;
