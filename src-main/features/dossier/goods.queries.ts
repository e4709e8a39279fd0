import { type IndexedCode, spellingsOf } from '#main/store/spellings.ts';
import { closenessTo, isNamed, worse } from '#shared/dossier/closeness.ts';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';
import { closenesses } from '#shared/dossier/vocabulary.ts';
import { lotHit, serialHit, type View } from './hits.ts';
import { lotsInParts, lotsNamed, type ScannedRow, serialsNamed } from './findRows.queries.ts';

export type Named = NonNullable<Scanned['notFound']>[number];
export type Found = { hits: Hit[]; notFound: Named[] };

/** The numbers of goods; "" where one is not given. */
export type Numbers = { serial: string; lot: string };
/** Of which products goods count, by their codes; of all where none is named. */
export type Goods = { products: readonly string[]; limit: number };

/** The serial of its lot, else of any. */
export async function bySerial(view: View, { serial, lot }: Numbers, goods: Goods): Promise<Found | undefined> {
  for (const codes of spelt(view, { table: 'unit', column: 'serial' }, serial)) {
    const rows = await view.read.all(serialsNamed, { ...goods, codes });
    const ofLot = rows.filter((row) => [lot, row.lot].includes('') || isNamed(closenessTo(lot, { code: row.lot })));
    if (ofLot.length > 0) return { hits: ofLot.map(serialHit).map(exactly), notFound: [] };
    if (rows.length > 0) return { hits: rows.map(serialHit).map(exactly), notFound: leftAside(rows, ['lot']) };
  }
  return undefined;
}

/** The lot by our number; else by the one its supplier or manufacturer gave it, which is what their labels say. */
export async function byLot(view: View, { serial, lot }: Numbers, goods: Goods): Promise<Found | undefined> {
  for (const { column, as } of lotNumbers) {
    for (const codes of spelt(view, { table: 'lot', column }, lot)) {
      const rows = await view.read.all(lotsNamed[column], { ...goods, codes });
      const hits = rows.map((row) => exactly({ ...lotHit(row), bears: as && { as, number: row.number } }));
      if (hits.length > 0) return { hits, notFound: leftAside(rows, named({ lot: '', serial })) };
    }
  }
  return undefined;
}

const lotNumbers = [
  { column: 'lot', as: null },
  { column: 'supplier_lot', as: 'supplierLot' },
  { column: 'manufacturer_lot', as: 'manufacturerLot' },
] as const;

/** The lots whose number and sublot stand in a text one behind the other. */
export async function inParts(view: View, text: string, goods: Goods): Promise<Hit[]> {
  const codes = spellingsOf(view.reader.db, { table: 'lot', column: 'lot' }, text, near).leading;
  const rows = codes.length === 0 ? [] : await view.read.all(lotsInParts, { ...goods, codes });
  return rows.flatMap((row) => {
    const cut = cutBehind(text, row.lot);
    if (cut === undefined) return [];
    const ofSublot = closenessTo(cut.rest, { code: row.sublot });
    return isNamed(ofSublot) ? [{ ...lotHit(row), closeness: worse(cut.closeness, ofSublot) }] : [];
  });
}

/** How a text begins with a code, and what stands behind it without the signs that part them. */
export function cutBehind(text: string, code: string): { closeness: Hit['closeness']; rest: string } | undefined {
  for (let end = 1; end < text.length; end += 1) {
    const closeness = closenessTo(text.slice(0, end), { code });
    if (isNamed(closeness)) return { closeness, rest: text.slice(end).replace(/^[^\p{L}\p{N}]+/u, '') };
  }
  return undefined;
}

/** In any spelling, so many at most. */
export const near = { spelling: 'loosely', limit: 20 } as const;

/** The ways a number is spelt here: as it was scanned, else in other letters, else with other separators. */
function spelt(view: View, column: IndexedCode, number: string): string[][] {
  const { same } = spellingsOf(view.reader.db, column, number, near);
  return closenesses
    .map((closeness) => same.filter((code) => closenessTo(number, { code }) === closeness))
    .filter((codes) => codes.length > 0);
}

export const exactly = (hit: Omit<Hit, 'closeness'>): Hit => ({ ...hit, closeness: 'exact' });

export const named = (parts: Numbers): Named[] => (['lot', 'serial'] as const).filter((part) => parts[part] !== '');

/** A number that the product is not kept by is not missing. */
export const leftAside = (
  rows: readonly Pick<ScannedRow, 'lotTracking' | 'serialTracking'>[],
  parts: readonly Named[],
): Named[] =>
  parts.filter((part) => rows.some((row) => (part === 'serial' ? row.serialTracking : row.lotTracking) !== 'none'));
