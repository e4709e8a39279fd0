import { type MessageValue, msg } from './message.ts';
import { optionalStoredCode, storedCode } from './fields.ts';
import { z } from 'zod';

/** A traceable unit: (product, lot, sublot, serial), empty parts "". */
export const unitShape = {
  product: z.string(),
  lot: z.string(),
  sublot: z.string(),
  serial: z.string(),
};
export const unit = z.object(unitShape);
export type Unit = z.infer<typeof unit>;

/** What a person names: a lot without sublot or serial means all of it. */
export const unitSelector = z
  .object({
    product: storedCode,
    lot: optionalStoredCode.default(''),
    sublot: optionalStoredCode.default(''),
    serial: optionalStoredCode.default(''),
  })
  .strict();
export type UnitSelector = z.infer<typeof unitSelector>;

/** Order of texts by code point, as the store sorts them; the language itself compares by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    const [one, other] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (one !== other) return rankOf(one) - rankOf(other);
  }
  return a.length - b.length;
}

/** Surrogates encode the characters above all others, though their own numbers lie below some. */
const rankOf = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** A unit as written in a sentence: "MILK lot RL-1 / S2, serial N". */
export function formatUnit(unit: Unit): string {
  const lot = unit.lot === '' ? '' : ` lot ${unit.lot}`;
  const sublot = unit.sublot === '' ? '' : ` sublot ${unit.sublot}`;
  const serial = unit.serial === '' ? '' : ` serial ${unit.serial}`;
  return `${unit.product}${lot}${sublot}${serial}`;
}

/** The same for a message, to be read in any language. */
export function unitMessage({ product, lot, sublot, serial }: Unit): MessageValue {
  const ofLot = lot === '' ? product : msg`${product} lot ${lot}`;
  const ofSublot = sublot === '' ? ofLot : msg`${ofLot} sublot ${sublot}`;
  return serial === '' ? ofSublot : msg`${ofSublot} serial ${serial}`;
}
