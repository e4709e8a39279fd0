/**
 * Quantities are whole millionths of the product's unit ("micro"), costs whole ten-thousandths of the currency, so
 * that sums are exact. Code that adds up whole plants uses bigint; a single stored figure is a number within ±(2^53 −
 * 1), because SQLite returns larger integers as doubles.
 */
export type Micro = bigint;

export const quantityDecimals = 6;
export const costDecimals = 4;
export const largestStored = Number.MAX_SAFE_INTEGER;

const decimalText = /^(-?)(\d{1,16})(?:\.(\d{1,}))?$/;

/**
 * Reads a decimal with a dot ("12", "0.5", "-3.25") as whole units of 10^-decimals.
 * Answers undefined for anything else: signs other than a leading minus, commas, exponents, spaces,
 * more decimals than there are (trailing zeros aside), or a figure the store could not hold.
 */
export function parseDecimal(text: string, decimals: number): bigint | undefined {
  const match = decimalText.exec(text);
  if (match === null) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return undefined;
  const size = BigInt((match[2] ?? '') + fraction.padEnd(decimals, '0'));
  if (size > BigInt(largestStored)) return undefined;
  return match[1] === '-' ? -size : size;
}

/** Writes whole units of 10^-decimals as a decimal string without trailing zeros. */
export function formatDecimal(value: bigint | number, decimals: number): string {
  const whole = BigInt(value);
  const negative = whole < 0n;
  const digits = (negative ? -whole : whole).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  const head = digits.slice(0, -decimals);
  return `${negative ? '-' : ''}${head}${fraction === '' ? '' : `.${fraction}`}`;
}

export const parseQuantity = (text: string): Micro | undefined => parseDecimal(text, quantityDecimals);
export const formatQuantity = (micro: Micro | number): string => formatDecimal(micro, quantityDecimals);
export const parseCost = (text: string): bigint | undefined => parseDecimal(text, costDecimals);
export const formatCost = (cost: bigint | number): string => formatDecimal(cost, costDecimals);

/** The count and the name of what is counted, of a quantity such as "3 case"; undefined of any other text, such as a power, "1e3". */
export function counted(text: string): { count: string; of: string } | undefined {
  const [, count, of] = /^([^\p{L}]*\p{N})(?!e[+-]?\p{N})\s*(\p{L}.*)$/iu.exec(text.trim()) ?? [];
  return count === undefined || of === undefined ? undefined : { count: count.trim(), of };
}

/** One piece: the quantity of every serial number. */
export const oneUnit = 1_000_000;
