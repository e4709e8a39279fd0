import { parseSerialRange } from '#shared/movements/serialRange.ts';

/**
 * The goods a movement is about, as far as its row can be read: product and lot (U+0000 between), the product
 * alone where no lot can be read, "" where not even the product can.
 */
export function goodsKey(product: unknown, lot: unknown): string {
  if (typeof product !== 'string') return '';
  return typeof lot === 'string' && lot !== '' ? `${product}\u0000${lot}` : product;
}

/** The product of a goods key, and its lot: "" where it has none. */
export const productOfGoods = (key: string): string => key.split('\u0000', 1)[0] ?? '';
export const lotOfGoods = (key: string): string => key.split('\u0000')[1] ?? '';

/** A number for a serial of a product, 0 where none or several are named. Two serials share one by a rare chance only. */
export function serialMark(product: unknown, serial: unknown): number {
  if (typeof product !== 'string' || typeof serial !== 'string' || serial === '') return 0;
  return parseSerialRange(serial) === undefined ? markOf([product, '\u0000', serial]) : 0;
}

/** A number for the id of a row, 0 where it has none; null where nobody can tell which it has. */
export const idMark = (id: unknown): number | null => (typeof id !== 'string' ? null : id === '' ? 0 : markOf([id]));

/** FNV-1a, 32 bits, never 0. */
function markOf(texts: readonly string[]): number {
  let mark = 0x811c9dc5;
  for (const text of texts)
    for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark >>> 0 || 1;
}
