/**
 * Amounts in 4 bytes: overflow flag (bit 31), sign (30), power of ten (29 to 27) and 27 bits of digits. Quantities
 * are integers of a millionth of a unit, and nearly all have at most eight significant digits; any other amount is
 * kept in an overflow table, and the 31 lower bits are its index there.
 */
export const overflowFlag = 0x80000000;

const digitBits = 27;
const largestDigits = 2 ** digitBits - 1;
const largestPower = 7;
const signFlag = 1 << 30;

/** By the four bits of sign and power. */
const factors = Float64Array.from({ length: 16 }, (_, index) => (index < 8 ? 1 : -1) * 10 ** (index & 7));

/** The four bytes of a safe integer, or -1 when it does not fit them. */
export function encodeAmount(amount: number): number {
  let digits = Math.abs(amount);
  let power = 0;
  while (digits > largestDigits) {
    const fewer = Math.floor(digits / 10);
    if (power === largestPower || fewer * 10 !== digits) return -1;
    digits = fewer;
    power += 1;
  }
  return (amount < 0 ? signFlag : 0) | (power << digitBits) | digits;
}

export const decodeAmount = (code: number, overflow: Float64Array): number =>
  (code & overflowFlag) === 0
    ? (code & largestDigits) * factors[(code >>> digitBits) & 15]!
    : overflow[code & ~overflowFlag]!;
