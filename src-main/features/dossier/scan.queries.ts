import { type IndexedCode, spellingsOf } from '#main/store/spellings.ts';
import { sentByScanner } from '#shared/kernel/keyboards.ts';
import { closenessTo, isNamed } from '#shared/dossier/closeness.ts';
import { closenesses } from '#shared/dossier/vocabulary.ts';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';
import { type Gs1, readGs1 } from '#shared/kernel/gs1.ts';
import { withoutSymbology } from '#shared/kernel/gs1Strings.ts';
import { bareGtin } from '#shared/kernel/gtin.ts';
import { findHits } from './find.queries.ts';
import { lotHit, partnerHit, productHit, serialHit, type View } from './hits.ts';
import { lotsNamed, partnersOfGln, productsOfGtin, type ScannedRow, serialsNamed } from './findRows.queries.ts';

type Answer = { scanned: Scanned | null; hits: Hit[] };
type Bounds = { year: number; limit: number };

/**
 * What a text leads to that was scanned or typed. Where nothing of it is here and it shows that the scanner writes for
 * another keyboard, what it meant is looked for instead: only what bears that very number counts, and it is told.
 */
export async function findScanned(view: View, text: string, bounds: Bounds): Promise<Answer> {
  const { isSure, ...said } = await findAsWritten(view, text, bounds);
  if (isSure) return said;
  for (const meant of sentByScanner(text.trim())) {
    const { isSure: isMeant, hits, scanned } = await findAsWritten(view, meant, bounds);
    const named = hits.filter(({ closeness }) => closeness === 'exact' || closeness === 'folded');
    const faulty: Scanned = { ...(scanned ?? nothingScanned), fault: 'keyboard' };
    if (isMeant && named.length > 0) return { hits: named, scanned: faulty };
    if (scanned !== null && said.scanned === null) return { hits: [], scanned: faulty };
  }
  return said;
}

const nothingScanned: Scanned = { gtin: '', lot: '', serial: '', expiresOn: '', fault: '' };

/** `isSure`: everything the barcode names is recorded here, or something bears the text itself. */
async function findAsWritten(view: View, text: string, { year, limit }: Bounds): Promise<Answer & { isSure: boolean }> {
  const scan = await readScan(view, text, { year, limit });
  if (scan?.isWhole === true) return { hits: scan.hits, scanned: scan.scanned, isSure: true };
  // A code of ours may look like a barcode: what was read counts only where nothing bears the text itself.
  for (const wanted of new Set([text.trim(), withoutSymbology(text.trim())])) {
    const hits = await findHits(view, wanted.normalize('NFC'), limit);
    if (hits.length > 0) return { hits, scanned: null, isSure: true };
  }
  return { hits: scan?.hits ?? [], scanned: scan?.scanned ?? null, isSure: false };
}

/** `isWhole`: everything the barcode names is recorded here. */
type Scan = { scanned: Scanned; hits: Hit[]; isWhole: boolean };

type Named = NonNullable<Scanned['notFound']>[number];

/**
 * The best record a GS1 barcode names: the serial, else the lot, else the product; of one that names no goods, who or
 * what bears its number. What of it is not recorded is told. Undefined when the text is no such barcode.
 */
async function readScan(view: View, text: string, { year, limit }: Bounds): Promise<Scan | undefined> {
  const code = readGs1(text, year);
  if (code === undefined) return undefined;
  const { hits, notFound } = await find(view, code, limit);
  return {
    scanned: { ...say(code), ...(notFound.length === 0 ? {} : { notFound }) },
    hits,
    isWhole: hits.length > 0 && notFound.length === 0,
  };
}

const say = ({ gtin = '', lot = '', serial = '', expiresOn = '', fault, sscc, gln, product }: Gs1): Scanned => ({
  gtin,
  lot,
  serial,
  expiresOn,
  fault: fault ?? '',
  ...(sscc === undefined ? {} : { sscc }),
  ...(gln === undefined ? {} : { gln }),
  ...(product === undefined ? {} : { product }),
});

type Found = { hits: Hit[]; notFound: Named[] };

async function find(view: View, code: Gs1, limit: number): Promise<Found> {
  const { gtin = '', lot = '', serial = '', sscc, gln, product } = code;
  if (product !== undefined) return await findOfMaker(view, { product, lot, serial }, limit);
  if (gtin === '' && lot === '' && serial === '') {
    if (gln !== undefined)
      return numbered('gln', (await view.read.all(partnersOfGln, { gln, limit })).map(partnerHit).map(exactly));
    // A pallet is no record of its own; its number may be that of a document.
    if (sscc !== undefined) return numbered('sscc', await findHits(view, sscc, limit));
    return { hits: [], notFound: [] };
  }
  const goods = { gtins: gtin === '' ? [] : [bareGtin(gtin)], limit };
  return (
    (await bySerial(view, { serial, lot }, goods)) ??
    (await byLot(view, { serial, lot }, goods)) ??
    (await byProduct(view, { serial, lot }, goods)) ?? {
      hits: [],
      notFound: gtin === '' ? named({ lot, serial }) : ['gtin'],
    }
  );
}

/**
 * A maker's number is seldom ours: where it is, the goods are of that product. Else the lot or serial counts alone, and
 * that the product is not known is told.
 */
async function findOfMaker(
  view: View,
  { product, lot, serial }: Numbers & { product: string },
  limit: number,
): Promise<Found> {
  const masters = (await findHits(view, product, limit)).filter(
    ({ kind, closeness }) => kind === 'product' && isNamed(closeness),
  );
  const goods = { gtins: [], limit: mostRead };
  const found = (await bySerial(view, { serial, lot }, goods)) ?? (await byLot(view, { serial, lot }, goods));
  const isOurs = (hit: Hit): boolean => masters.some(({ label }) => label === hit.unit?.product);
  if (masters.length === 0)
    return { hits: found?.hits.slice(0, limit) ?? [], notFound: [...(found?.notFound ?? []), 'product'] };
  const ours = found?.hits.filter(isOurs) ?? [];
  return ours.length > 0
    ? { hits: ours, notFound: found?.notFound ?? [] }
    : { hits: masters, notFound: named({ lot, serial }) };
}

/** So many goods with the same number are looked through for those of a product. */
const mostRead = 500;

type Numbers = { serial: string; lot: string };
type Goods = { gtins: readonly string[]; limit: number };

/** The serial of its lot, else of any. */
async function bySerial(view: View, { serial, lot }: Numbers, goods: Goods): Promise<Found | undefined> {
  for (const codes of spelt(view, { table: 'unit', column: 'serial' }, serial)) {
    const rows = await view.read.all(serialsNamed, { ...goods, codes });
    const ofLot = rows.filter((row) => [lot, row.lot].includes('') || isNamed(closenessTo(lot, { code: row.lot })));
    if (ofLot.length > 0) return { hits: ofLot.map(serialHit).map(exactly), notFound: [] };
    if (rows.length > 0) return { hits: rows.map(serialHit).map(exactly), notFound: leftAside(rows, ['lot']) };
  }
  return undefined;
}

/** The lot by our number; else by the one its supplier or manufacturer gave it, which is what their labels say. */
async function byLot(view: View, { serial, lot }: Numbers, goods: Goods): Promise<Found | undefined> {
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

async function byProduct(view: View, numbers: Numbers, goods: Goods): Promise<Found | undefined> {
  const rows = await view.read.all(productsOfGtin, goods);
  if (rows.length === 0) return undefined;
  return { hits: rows.map(productHit).map(exactly), notFound: leftAside(rows, named(numbers)) };
}

/** The ways a number is spelt here: as it was scanned, else in other letters, else with other separators. */
function spelt(view: View, column: IndexedCode, number: string): string[][] {
  const { same } = spellingsOf(view.reader.db, column, number, { loosely: true, limit: 20 });
  return closenesses
    .map((closeness) => same.filter((code) => closenessTo(number, { code }) === closeness))
    .filter((codes) => codes.length > 0);
}

const exactly = (hit: Omit<Hit, 'closeness'>): Hit => ({ ...hit, closeness: 'exact' });

const numbered = (part: Named, hits: Hit[]): Found => ({ hits, notFound: hits.length === 0 ? [part] : [] });

const named = (parts: Numbers): Named[] => (['lot', 'serial'] as const).filter((part) => parts[part] !== '');

/** A number that the product is not kept by is not missing. */
const leftAside = (
  rows: readonly Pick<ScannedRow, 'lotTracking' | 'serialTracking'>[],
  parts: readonly Named[],
): Named[] =>
  parts.filter((part) => rows.some((row) => (part === 'serial' ? row.serialTracking : row.lotTracking) !== 'none'));
