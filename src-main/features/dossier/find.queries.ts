import { type Reach, leastInside, rowsWithCode } from '#main/store/codeSearch.ts';
import { type IndexedCode, spellingsOf } from '#main/store/spellings.ts';
import { closenessTo, isNamed, rankOf } from '#shared/dossier/closeness.ts';
import type { Hit } from '#shared/dossier/contract.ts';
import { hasUmlauts, isSearchedLoosely } from '#shared/kernel/fold.ts';
import { bareGtin, glnsIn, gtinsIn } from '#shared/kernel/gtin.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { findCompound } from './compound.queries.ts';
import { findQuality } from './findQuality.queries.ts';
import { bare, lotHit, serialHit, type View } from './hits.ts';
import {
  documentsOfMovements,
  documentsOfOrders,
  type LotRow,
  lotsOf,
  masters,
  partnersOfGln,
  productsOfGtin,
  serialsOf,
} from './findRows.queries.ts';

type Asked = { text: string; limit: number; reach: Reach };

/**
 * Finds lots by their number, the supplier's, the manufacturer's, their reference and their sublot, the supplier's lot
 * itself, serials, products and partners by code or name and by their GTIN or GLN, locations likewise, documents by how they begin and by
 * their work order, inspections by their number and plans by code or name; in any letter case and script, best first. Other separators of codes and other
 * spellings of umlauts are allowed where nothing bears the text as it stands: "VE66318" finds VE-66318 before VE66318-B,
 * and both before what only holds it.
 */
export async function findHits(view: View, text: string, limit: number): Promise<Hit[]> {
  if (text === '') return [];
  const ask = (reach: Reach): Promise<Hit[]> => findBy(view, { text, limit, reach });
  const hits = [...(await ask('exact')), ...(await bearersOf(view, text, limit)), ...(await findQuality(view, text))];
  if (!hits.some(({ closeness }) => closeness === 'exact' || closeness === 'folded')) hits.push(...(await ask('near')));
  if (!hits.some(({ closeness }) => isNamed(closeness))) hits.push(...(await findCompound(view, text, limit)));
  if (hits.length === 0 && isSearchedLoosely(text)) hits.push(...(await ask('loose')));
  if (hits.length === 0 && isSearchedLoosely(text) && hasUmlauts(text)) hits.push(...(await ask('narrow')));
  return bestFirst(hits).slice(0, limit);
}

async function findBy(view: View, asked: Asked): Promise<Hit[]> {
  const found = [
    await findLots(view, asked),
    await findSerials(view, asked),
    await findMasters(view, 'product', asked),
    await findMasters(view, 'partner', asked),
    await findMasters(view, 'location', asked),
    await findDocuments(view, asked),
  ];
  return found.flat();
}

const lotNumbers = [
  { column: 'lot', of: 'lot', as: undefined },
  { column: 'sublot', of: 'sublot', as: 'sublot' },
  { column: 'supplier_lot', of: 'supplierLot', as: 'supplierLot' },
  { column: 'manufacturer_lot', of: 'manufacturerLot', as: 'manufacturerLot' },
  { column: 'reference', of: 'reference', as: 'reference' },
] as const;

async function findLots(view: View, asked: Asked): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (const { column, of, as } of lotNumbers) {
    const rows = await view.read.all(lotsOf, {
      ids: rowsWithCode(view.reader.db, { table: 'lot', column }, asked.text, asked),
    });
    for (const row of rows) {
      const number = row[of];
      const closeness = closenessTo(asked.text, { code: number });
      hits.push({ ...lotHit(row), closeness, bears: as === undefined ? null : { as, number } });
      if (column === 'supplier_lot' && row.supplier !== null) hits.push(supplierLotHit(row, row.supplier, closeness));
    }
  }
  return hits;
}

const supplierLotHit = ({ supplierLot, supplierName }: LotRow, supplier: string, closeness: Hit['closeness']): Hit => ({
  ...bare('supplierLot', supplierLot, `${supplier} ${supplierName}`),
  supplier,
  closeness,
});

async function findSerials(view: View, asked: Asked): Promise<Hit[]> {
  const ids = rowsWithCode(view.reader.db, { table: 'unit', column: 'serial' }, asked.text, asked);
  return (await view.read.all(serialsOf, { ids })).map((row) => ({
    ...serialHit(row),
    closeness: closenessTo(asked.text, { code: row.serial }),
  }));
}

const holding = { exact: 'holds', near: 'holdsLoosely', loose: 'holdsLoosely', narrow: 'holdsNarrow' } as const;

/** There are thousands of them at most, so that all are compared. */
async function findMasters(view: View, kind: keyof typeof masters, { text, reach }: Asked): Promise<Hit[]> {
  const rows = await view.read.all(masters[kind][holding[reach]], { text });
  const least = reach === 'near' || text.length < leastInside ? 'beginsLoosely' : 'withinLoosely';
  return rows
    .map(({ code, name }): Hit => ({ ...bare(kind, code, name), closeness: closenessTo(text, { code, name }) }))
    .filter(({ closeness }) => rankOf(closeness) <= rankOf(least));
}

/** By their own number, by the work order of their movements, and by the very number another program gave a movement. */
async function findDocuments(view: View, asked: Asked): Promise<Hit[]> {
  if (asked.reach === 'loose') return [];
  const spelling = ({ exact: 'asWritten', near: 'loosely', narrow: 'narrow' } as const)[asked.reach];
  const spelt = (column: IndexedCode) =>
    spellingsOf(view.reader.db, column, asked.text, { spelling, limit: asked.limit });
  const codesOf = (column: IndexedCode): string[] => {
    const { same, begun } = spelt(column);
    return [...same, ...begun].slice(0, asked.limit);
  };
  const own = codesOf({ table: 'movement', column: 'document' });
  const orders = codesOf({ table: 'run', column: 'work_order' });
  const ids = spelt({ table: 'movement', column: 'external_id' }).same;
  const ofOrders = await view.read.all(documentsOfOrders, { numbers: orders, limit: asked.limit });
  const ofMovements = await view.read.all(documentsOfMovements, { numbers: ids });
  const hitOf = (document: string, number: string): Hit => ({
    ...bare('document', document, ''),
    closeness: closenessTo(asked.text, { code: number }),
  });
  return [
    ...own.map((document) => hitOf(document, document)),
    ...ofOrders.map(({ document, number }) => ({
      ...hitOf(document, number),
      bears: { as: 'workOrder', number } as const,
    })),
    ...ofMovements.map(({ document, number }) => ({
      ...hitOf(document, number ?? ''),
      bears: { as: 'externalId', number: number ?? '' } as const,
    })),
  ];
}

/** The products and partners whose own number in trade, GTIN or GLN, the text is. */
async function bearersOf(view: View, text: string, limit: number): Promise<Hit[]> {
  const gtins = gtinsIn(text).map(bareGtin);
  const products = gtins.length === 0 ? [] : await view.read.all(productsOfGtin, { gtins, limit });
  const [gln] = glnsIn(text);
  const partners = gln === undefined ? [] : await view.read.all(partnersOfGln, { gln, limit });
  const hitOf = (
    kind: 'product' | 'partner',
    as: 'gtin' | 'gln',
    row: { code: string; name: string; number: string },
  ): Hit => ({
    ...bare(kind, row.code, row.name),
    bears: { as, number: row.number },
    closeness: 'exact',
  });
  return [
    ...products.map((row) => hitOf('product', 'gtin', row)),
    ...partners.map((row) => hitOf('partner', 'gln', row)),
  ];
}

const kinds: readonly Hit['kind'][] = [
  ...(['supplierLot', 'lot', 'serial', 'product', 'partner', 'location', 'document', 'inspection', 'plan'] as const),
];

/** Each record once, where it fits best; what the text is the own number of before what only bears it. */
function bestFirst(hits: readonly Hit[]): Hit[] {
  const sorted = hits.toSorted(
    (a, b) =>
      rankOf(a.closeness) - rankOf(b.closeness) ||
      Number(isNamed(a.closeness) && a.bears !== null) - Number(isNamed(b.closeness) && b.bears !== null) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compareCodes(a.label, b.label) ||
      compareCodes(a.detail, b.detail),
  );
  const seen = new Set<string>();
  return sorted.filter(({ kind, label, unit, supplier }) => {
    const key = JSON.stringify([kind, label, unit?.product, unit?.lot, supplier]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
