import type { Work } from '#main/store/work.ts';
import { insistOnVouched, type Named } from '#main/store/vouchedGoods.ts';
import { locationRecord } from '#shared/locations/records.ts';
import { lotRecord } from '#shared/lots/records.ts';
import { productRecord } from '#shared/products/records.ts';

type Goods = {
  product: { id: number; code: string } | undefined;
  lot: string;
  sublot: string;
  locations: readonly string[];
};

/**
 * What goods a command names are said to be, held to the journal: their products, lots and locations, each once.
 * @throws RecordTampered
 */
export function insistOnGoods(work: Work, goods: Iterable<Goods>): void {
  const named = new Map<string, Named>();
  const add = (one: Named): void => void named.set(`${one.kind.name} ${one.name.join('\u001f')}`, one);
  for (const { product, lot, sublot, locations } of goods) {
    for (const code of locations) if (code !== '') add({ kind: locationRecord, key: [code], name: [code] });
    if (product === undefined) continue;
    add({ kind: productRecord, key: [product.code], name: [product.code] });
    // A sublot has the dates of its lot where it has none itself.
    for (const part of lot === '' ? [] : new Set([sublot, '']))
      add({ kind: lotRecord, key: [product.id, lot, part], name: [product.code, lot, part] });
  }
  insistOnVouched(work.db, named.values());
}
