import { fold, isAscii } from './fold.ts';
import { compareText } from './unit.ts';

/**
 * The order in which people look for codes: numbers within them by their value, letters of every script in either
 * case, so that L-9 comes before l-10 and that before L-100. Codes that differ in less than that stand by code point.
 */
export function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  const order = isAscii(a) && isAscii(b) ? compareNatural(a, b) : compareNatural(fold(a), fold(b));
  return order === 0 ? compareText(a, b) : order;
}

function compareNatural(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(j)];
    if (isDigit(one) && isDigit(other)) {
      const [fromA, fromB] = [behindZeros(a, i), behindZeros(b, j)];
      [i, j] = [behindDigits(a, fromA), behindDigits(b, fromB)];
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
