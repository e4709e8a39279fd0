import { spellingsOf } from '#main/store/spellings.ts';
import { closenessTo, worse } from '#shared/dossier/closeness.ts';
import type { Hit } from '#shared/dossier/contract.ts';
import { bareGtin, gtinsIn } from '#shared/kernel/gtin.ts';
import { productsOfGtin } from './findRows.queries.ts';
import { byLot, bySerial, cutBehind, inParts, near } from './goods.queries.ts';
import type { View } from './hits.ts';

/** What the program itself writes between the parts of a unit's name. */
const words = /\s(?:lot|sublot|serial|Charge|Untercharge|Seriennummer)\s/gi;

/** Longer texts, or of more parts, are no codes one behind the other. */
const longest = 120;
const mostParts = 8;

/**
 * The lots and serials that a text names in several parts, in whatever signs stand between them and however each is
 * spelt: a product and its lot or serial, "MILK L-100", as labels and other programs have it, in either order; a lot and
 * its sublot, as a list shows it; all three.
 */
export async function findCompound(view: View, text: string, limit: number): Promise<Hit[]> {
  if (text.length > longest) return [];
  const whole = text.replaceAll(words, ' ');
  const found = await inParts(view, whole, { products: [], limit });
  for (const { product, closeness, rest } of await productsIn(view, whole, limit)) {
    const goods = { products: [product], limit };
    const serials = await bySerial(view, { serial: rest, lot: '' }, goods);
    const lots = await byLot(view, { serial: '', lot: rest }, goods);
    const hits = [...(serials?.hits ?? []), ...(lots?.hits ?? [])].map((hit) => ({
      ...hit,
      closeness: closenessTo(rest, { code: numberOf(hit) }),
    }));
    const all = [...hits, ...(await inParts(view, rest, goods))];
    found.push(...all.map((hit) => ({ ...hit, closeness: worse(closeness, hit.closeness) })));
  }
  return found.slice(0, limit);
}

/** The number a hit was found by. */
const numberOf = ({ bears, unit }: Hit): string => bears?.number ?? (unit?.serial || (unit?.lot ?? ''));

type Cut = { product: string; closeness: Hit['closeness']; rest: string };

/** The products with which a text begins or ends, by code or GTIN, and what else stands there. */
async function productsIn(view: View, text: string, limit: number): Promise<Cut[]> {
  const { db } = view.reader;
  const product = { table: 'product', column: 'code' } as const;
  const cuts = spellingsOf(db, product, text, near).leading.flatMap((code) => {
    const cut = cutBehind(text, code);
    return cut === undefined ? [] : [{ product: code, ...cut }];
  });
  const between = [...text.matchAll(/[^\p{L}\p{N}]+/gu)].filter(({ index }) => index > 0).slice(0, mostParts);
  for (const { 0: signs, index } of between) {
    const [before, behind] = [text.slice(0, index), text.slice(index + signs.length)];
    for (const code of spellingsOf(db, product, behind, near).same)
      cuts.push({ product: code, closeness: closenessTo(behind, { code }), rest: before });
    for (const [number, rest] of [
      [before, behind],
      [behind, before],
    ] as const) {
      const gtins = gtinsIn(number).map(bareGtin);
      const rows = gtins.length === 0 ? [] : await view.read.all(productsOfGtin, { gtins, limit });
      cuts.push(...rows.map(({ code }): Cut => ({ product: code, closeness: 'exact', rest })));
    }
  }
  return cuts.filter(({ rest }) => rest !== '');
}
