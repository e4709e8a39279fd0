import { spellingsOf } from '#main/store/spellings.ts';
import { closenessTo, isNamed } from '#shared/dossier/closeness.ts';
import type { Hit } from '#shared/dossier/contract.ts';
import { lotHit, serialHit, type View } from './hits.ts';
import { lotsBegunBy, lotsNamed, productsBegunBy, serialsNamed } from './findRows.queries.ts';

/** What the program itself writes between the parts of a unit's name. */
const words = /\s(?:lot|sublot|serial|Charge|Untercharge|Seriennummer)\s/gi;

/** Longer texts are no codes one behind the other. */
const longest = 120;

/**
 * The lots and serials that a text names in several parts, in whatever signs stand between them: a product and its lot or
 * serial, "MILK L-100", as labels and other programs have it; a lot and its sublot, as a list shows it; all three.
 */
export async function findCompound(view: View, text: string, limit: number): Promise<Hit[]> {
  if (text.length > longest) return [];
  const whole = text.replaceAll(words, ' ');
  const found: Hit[] = [];
  for (const { code } of await view.read.all(productsBegunBy, { beginnings: beginningsOf(whole) })) {
    const rest = behind(whole, code);
    const isOfProduct = (row: { product: string }): boolean => row.product === code;
    const serials = { codes: same(view, 'serial', rest), gtins: [], limit: mostRead };
    found.push(...(await view.read.all(serialsNamed, serials)).filter(isOfProduct).map(serialHit).map(loosely));
    const lots = { codes: same(view, 'lot', rest), gtins: [], limit: mostRead };
    found.push(...(await view.read.all(lotsNamed.lot, lots)).filter(isOfProduct).map(lotHit).map(loosely));
    found.push(...(await withSublot(view, rest)).filter(({ unit }) => unit?.product === code));
  }
  return [...found, ...(await withSublot(view, whole))].slice(0, limit);
}

/** So many rows of one number are looked through for those of the product. */
const mostRead = 500;

async function withSublot(view: View, text: string): Promise<Hit[]> {
  const rows = await view.read.all(lotsBegunBy, { beginnings: beginningsOf(text) });
  return rows
    .filter(({ lot, sublot }) => isNamed(closenessTo(behind(text, lot), { code: sublot })))
    .map((row) => loosely(lotHit(row)));
}

const same = (view: View, column: 'lot' | 'serial', text: string): string[] =>
  spellingsOf(view.reader.db, column === 'lot' ? { table: 'lot', column } : { table: 'unit', column }, text, {
    loosely: true,
    limit: 20,
  }).same;

/** Every beginning of a text, in the letter cases in which codes are usually written. */
function beginningsOf(text: string): string[] {
  const places = Array.from({ length: Math.max(0, text.length - 1) }, (_, place) => text.slice(0, place + 1));
  return [...new Set(places.flatMap((part) => [part, part.toUpperCase(), part.toLowerCase()]))];
}

/** What stands behind a code, without the signs that part them. */
const behind = (text: string, code: string): string => text.slice(code.length).replace(/^[^\p{L}\p{N}]+/u, '');

const loosely = (hit: Omit<Hit, 'closeness'>): Hit => ({ ...hit, closeness: 'loose' });
