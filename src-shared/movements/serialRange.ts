import { longestCode } from '#shared/kernel/text.ts';

/** `A0001..A0100`: serials of one prefix and width that follow one another. */
export type SerialRange = { prefix: string; first: bigint; width: number; count: number };

/** The most serials one row may name. */
export const longestSerialRange = 100_000;

const separator = '..';
const counter = /\d+$/;

/**
 * Reads a range of serials. The digits at the end count up; before them both ends are the same, and both have
 * the same length. Answers undefined for anything else: a plain serial, a range that falls, one that is too long.
 */
export function parseSerialRange(text: string): SerialRange | undefined {
  if (text.length > longestCode) return undefined;
  const at = text.indexOf(separator);
  if (at === -1) return undefined;
  const [start, end] = [text.slice(0, at), text.slice(at + separator.length)];
  const [low, high] = [counter.exec(start)?.[0], counter.exec(end)?.[0]];
  if (low === undefined || high === undefined || low.length !== high.length) return undefined;
  const prefix = start.slice(0, -low.length);
  if (prefix !== end.slice(0, -high.length)) return undefined;
  const first = BigInt(low);
  const count = BigInt(high) - first + 1n;
  if (count < 1n || count > BigInt(longestSerialRange)) return undefined;
  return { prefix, first, width: low.length, count: Number(count) };
}

/** Every serial of a range, in order. */
export const expandSerialRange = (range: SerialRange): string[] =>
  Array.from(
    { length: range.count },
    (_, index) => range.prefix + (range.first + BigInt(index)).toString().padStart(range.width, '0'),
  );

/** Whether a serial is written like a range, be it a good one or not. */
export const looksLikeSerialRange = (text: string): boolean => text.includes(separator);

/** The serials that a text names: many for a range of a product with global serials. */
export function serialsNamed(text: string, product: { serialTracking: string }): string[] {
  const range = product.serialTracking === 'global' ? parseSerialRange(text) : undefined;
  return range === undefined ? [text] : expandSerialRange(range);
}
