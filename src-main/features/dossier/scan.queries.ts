import { sentByScanner } from '#shared/kernel/keyboards.ts';
import { isNamed, rankOf } from '#shared/dossier/closeness.ts';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';
import { type Gs1, otherReadings, readGs1 } from '#shared/kernel/gs1.ts';
import { undecorated } from '#shared/kernel/gs1Strings.ts';
import { bareGtin } from '#shared/kernel/gtin.ts';
import { findCompound } from './compound.queries.ts';
import { findHits } from './find.queries.ts';
import { type MasterRow, partnersOfGln, productsOfCode, productsOfGtin } from './findRows.queries.ts';
import {
  byLot,
  bySerial,
  exactly,
  type Found,
  type Goods,
  leftAside,
  type Named,
  named,
  type Numbers,
} from './goods.queries.ts';
import { partnerHit, productHit, type View } from './hits.ts';

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
  for (const wanted of undecorated(text.trim())) {
    const hits = await findHits(view, wanted.normalize('NFC'), limit);
    if (hits.length > 0) return { hits, scanned: null, isSure: true };
  }
  return { hits: scan?.hits ?? [], scanned: scan?.scanned ?? null, isSure: false };
}

/** `isWhole`: everything the barcode names is recorded here. */
type Scan = { scanned: Scanned; hits: Hit[]; isWhole: boolean };

/**
 * The best record a GS1 barcode names: the serial, else the lot, else the product; of one that names no goods, who or
 * what bears its number. What of it is not recorded is told. Where that is so, whatever else the barcode may say counts
 * if all of it is recorded. Undefined when the text is no such barcode.
 */
async function readScan(view: View, text: string, { year, limit }: Bounds): Promise<Scan | undefined> {
  const code = readGs1(text, year);
  if (code === undefined) return undefined;
  const scan = await scanOf(view, code, limit);
  if (scan.isWhole) return scan;
  const others: Scan[] = [];
  for (const other of otherReadings(text, year)) {
    const read = await scanOf(view, other, limit);
    if (read.isWhole) others.push(read);
  }
  const [first] = others;
  return first === undefined ? scan : { ...first, hits: eachOnce(others.flatMap(({ hits }) => hits)) };
}

async function scanOf(view: View, code: Gs1, limit: number): Promise<Scan> {
  const { hits, notFound } = await find(view, code, limit);
  return {
    scanned: { ...say(code), ...(notFound.length === 0 ? {} : { notFound }) },
    hits,
    isWhole: hits.length > 0 && notFound.length === 0,
  };
}

const eachOnce = (hits: readonly Hit[]): Hit[] => [
  ...new Map(hits.map((hit) => [JSON.stringify([hit.kind, hit.label, hit.unit]), hit])).values(),
];

const say = ({ gtin = '', lot = '', serial = '', expiresOn = '', fault, ...beside }: Gs1): Scanned => {
  const { sscc, gln, order, products } = beside;
  return {
    gtin,
    lot,
    serial,
    expiresOn,
    fault: fault ?? '',
    ...(sscc === undefined ? {} : { sscc }),
    ...(gln === undefined ? {} : { gln }),
    ...(order === undefined ? {} : { order }),
    ...(products === undefined ? {} : { product: products.join(', ') }),
  };
};

async function find(view: View, code: Gs1, limit: number): Promise<Found> {
  const { gtin = '', lot = '', serial = '', products = [] } = code;
  if (gtin === '' && lot === '' && serial === '' && products.length === 0) return await findBesides(view, code, limit);
  const masters = await mastersOf(view, code, limit);
  const unknown: Named[] = masters.length > 0 ? [] : gtin === '' ? (products.length > 0 ? ['product'] : []) : ['gtin'];
  if (unknown.includes('gtin')) return { hits: [], notFound: unknown };
  const goods = { products: masters.map((master) => master.code), limit };
  const found = await goodsOf(view, { serial, lot }, goods);
  if (found !== undefined) return { hits: found.hits, notFound: [...found.notFound, ...unknown] };
  if (masters.length === 0) return { hits: [], notFound: [...named({ lot, serial }), ...unknown] };
  return {
    hits: masters.map(productHit).map(exactly),
    notFound: leftAside(masters, named({ lot, serial })),
  };
}

/** Who or what a barcode names that names no goods. */
async function findBesides(view: View, { gln, sscc, order }: Gs1, limit: number): Promise<Found> {
  const hits: Hit[] = [];
  if (gln !== undefined)
    hits.push(...(await view.read.all(partnersOfGln, { gln, limit })).map(partnerHit).map(exactly));
  // A pallet is no record of its own; its number may be that of a document.
  if (sscc !== undefined) hits.push(...(await findHits(view, sscc, limit)));
  if (order !== undefined && hits.length === 0)
    hits.push(...(await findHits(view, order, limit)).filter(({ kind }) => kind === 'document'));
  const given = { sscc, gln, order };
  const notFound = (['sscc', 'gln', 'order'] as const).filter((part) => given[part] !== undefined);
  return { hits, notFound: hits.length > 0 ? [] : notFound };
}

/** The products a barcode names: by their GTIN; else by the number that maker or customer gives the goods, where it is ours. */
async function mastersOf(view: View, { gtin, products = [] }: Gs1, limit: number): Promise<MasterRow[]> {
  const ofGtin = gtin === undefined ? [] : await view.read.all(productsOfGtin, { gtins: [bareGtin(gtin)], limit });
  if (ofGtin.length > 0) return ofGtin;
  for (const number of products) {
    const hits = (await findHits(view, number, limit)).filter(
      ({ kind, closeness }) => kind === 'product' && isNamed(closeness),
    );
    const best = Math.min(...hits.map(({ closeness }) => rankOf(closeness)));
    const codes = hits.filter(({ closeness }) => rankOf(closeness) === best).map(({ label }) => label);
    if (codes.length > 0) return await view.read.all(productsOfCode, { codes });
  }
  return [];
}

/** Goods by their serial, else by their lot, whose number may hold its sublot or its product as well. */
async function goodsOf(view: View, { serial, lot }: Numbers, goods: Goods): Promise<Found | undefined> {
  const found = (await bySerial(view, { serial, lot }, goods)) ?? (await byLot(view, { serial, lot }, goods));
  if (found !== undefined || lot === '') return found;
  const isMeant = ({ unit }: Hit): boolean =>
    unit !== null && (goods.products.length === 0 || goods.products.includes(unit.product));
  const inLot = (await findCompound(view, lot, goods.limit)).filter(isMeant);
  const best = Math.min(...inLot.map(({ closeness }) => rankOf(closeness)));
  const hits = eachOnce(inLot.filter(({ closeness }) => rankOf(closeness) === best));
  return hits.length === 0 ? undefined : { hits: hits.map(exactly), notFound: named({ lot: '', serial }) };
}
