import { fold, isAscii } from './fold.ts';
import { compareText, type Unit } from './unit.ts';

/**
 * The order in which people look for codes: numbers within them by their value, letters of every script in either
 * case, so that L-9 comes before l-10 and that before L-100. Codes that differ only otherwise are in order of code
 * points.
 */
export function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  const order = isAscii(a) && isAscii(b) ? compareNatural(a, b, firstApart(a, b)) : compareNatural(fold(a), fold(b), 0);
  return order === 0 ? compareText(a, b) : order;
}

/** How the rows of an answer are sorted. */
export type Ordering = { codes: (a: string, b: string) => number; units: (a: Unit, b: Unit) => number };

/** Answers that people read are in the natural order; those that scripts read by code point, as they were promised. */
export const orderings = { natural: orderingBy(compareCodes), codePoint: orderingBy(compareText) };
export const orderingNames = ['natural', 'codePoint'] as const satisfies readonly (keyof typeof orderings)[];
export type OrderingName = (typeof orderingNames)[number];

function orderingBy(codes: Ordering['codes']): Ordering {
  return {
    codes,
    units: (a, b) =>
      codes(a.product, b.product) || codes(a.lot, b.lot) || codes(a.sublot, b.sublot) || codes(a.serial, b.serial),
  };
}

/** Where two texts begin to differ, or the number in which they do: the codes of a plant have long beginnings in common. */
function firstApart(a: string, b: string): number {
  let from = 0;
  while (from < a.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  while (from > 0 && isDigit(a.charCodeAt(from - 1))) from -= 1;
  return from;
}

function compareNatural(a: string, b: string, from: number): number {
  let i = from;
  let j = from;
  while (i < a.length && j < b.length) {
    const one = a.charCodeAt(i);
    const other = b.charCodeAt(j);
    if (isDigit(one) && isDigit(other)) {
      const fromA = behindZeros(a, i);
      const fromB = behindZeros(b, j);
      i = behindDigits(a, fromA);
      j = behindDigits(b, fromB);
      // Of two numbers the longer one is the larger.
      const longer = i - fromA - (j - fromB);
      if (longer !== 0) return longer;
      for (let at = 0; at < i - fromA; at += 1) {
        const larger = a.charCodeAt(fromA + at) - b.charCodeAt(fromB + at);
        if (larger !== 0) return larger;
      }
    } else {
      const order = upper(one) - upper(other);
      if (order !== 0) return order;
      i += 1;
      j += 1;
    }
  }
  return a.length - i - (b.length - j);
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
/** Capitals come where plain text has them: before "_", behind "9". */
const upper = (unit: number): number => (unit >= 97 && unit <= 122 ? unit - 32 : unit);

function behindZeros(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 48) at += 1;
  return at;
}

function behindDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}
