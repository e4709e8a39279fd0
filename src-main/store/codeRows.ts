import { hasUmlauts } from '#shared/kernel/fold.ts';
import { compareCodes } from '#shared/kernel/natural.ts';

/** A row to be sorted: its id, then its codes. */
export type CodeRow = [id: number, ...codes: string[]];

/** The order in which people look for codes: the first code that differs decides, at last the id. */
export function compareCodeRows(a: CodeRow, b: CodeRow): number {
  for (let at = 1; at < a.length; at += 1) {
    // From the second place on there are codes.
    const order = compareCodes(a[at] as string, b[at] as string);
    if (order !== 0) return order;
  }
  return a[0] - b[0];
}

/**
 * The ids of a page of rows in that order, and how many rows there are in all. No index sorts so, and all rows are read
 * for it: it fits what a plant has thousands of, such as products, partners, the stock of one product.
 */
export function pageByCodes(
  rows: readonly CodeRow[],
  { offset, limit }: { offset: number; limit: number },
): { ids: number[]; total: number } {
  const page = rows.toSorted(compareCodeRows).slice(offset, offset + limit);
  return { ids: page.map(([id]) => id), total: rows.length };
}

/**
 * What a list shows for a text: the rows that hold it or are named so; where there are none, those that hold it but for
 * the separators of codes, or however its umlauts are spelt.
 */
export async function firstFound<Asked, Row>(
  text: string,
  { names, holdsLoosely, holdsNarrow }: Record<'names' | 'holdsLoosely' | 'holdsNarrow', Asked>,
  ask: (asked: Asked) => Promise<Row[]>,
): Promise<Row[]> {
  for (const asked of [names, holdsLoosely, ...(hasUmlauts(text) ? [holdsNarrow] : [])]) {
    const rows = await ask(asked);
    if (rows.length > 0) return rows;
  }
  return [];
}
