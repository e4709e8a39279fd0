import type { Database } from 'better-sqlite3';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';
import { type Gs1, readGs1 } from '#shared/kernel/gs1.ts';
import { bareGtin } from '#shared/kernel/gtin.ts';
import type { LotTracking, SerialTracking } from '#shared/products/vocabulary.ts';
import { findHits } from './find.queries.ts';

/** `isWhole`: everything the barcode names is recorded here. */
export type Scan = { scanned: Scanned; hits: Hit[]; isWhole: boolean };

type Named = NonNullable<Scanned['notFound']>[number];

/**
 * The best record a GS1 barcode names: the serial, else the lot, else the product; of one that names no goods, who or
 * what bears its number. What of it is not recorded is told. Undefined when the text is no such barcode.
 */
export function readScan(
  db: Database,
  text: string,
  { year, limit }: { year: number; limit: number },
): Scan | undefined {
  const code = readGs1(text, year);
  if (code === undefined) return undefined;
  const { hits, notFound } = find(db, code, limit);
  return {
    scanned: { ...say(code), ...(notFound.length === 0 ? {} : { notFound }) },
    hits,
    isWhole: hits.length > 0 && notFound.length === 0,
  };
}

const say = ({ gtin = '', lot = '', serial = '', expiresOn = '', fault, sscc, gln }: Gs1): Scanned => ({
  gtin,
  lot,
  serial,
  expiresOn,
  fault: fault ?? '',
  ...(sscc === undefined ? {} : { sscc }),
  ...(gln === undefined ? {} : { gln }),
});

type Found = { hits: Hit[]; notFound: Named[] };

function find(db: Database, code: Gs1, limit: number): Found {
  const { gtin = '', lot = '', serial = '', sscc, gln } = code;
  if (gtin === '' && lot === '' && serial === '') {
    if (gln !== undefined) return numbered('gln', db.prepare<unknown[], Hit>(partners).all({ gln, limit }));
    // A pallet is no record of its own; its number may be that of a document.
    if (sscc !== undefined) return numbered('sscc', findHits(db, sscc, limit));
    return { hits: [], notFound: [] };
  }
  const parameters = { gtin: bareGtin(gtin), lot, serial, limit };
  for (const { sql, leaves } of stepsFor({ gtin, lot, serial })) {
    const rows = db.prepare<unknown[], Row>(sql).all(parameters);
    if (rows.length > 0) return { hits: rows.map(toHit), notFound: leaves.filter((part) => rows.some(keeps(part))) };
  }
  return { hits: [], notFound: gtin === '' ? named({ lot, serial }) : ['gtin'] };
}

const numbered = (part: Named, hits: Hit[]): Found => ({ hits, notFound: hits.length === 0 ? [part] : [] });

const named = (parts: { lot: string; serial: string }): Named[] =>
  (['lot', 'serial'] as const).filter((part) => parts[part] !== '');

/** Where to look, best first, and what of the barcode each leaves aside. */
function stepsFor({
  gtin,
  lot,
  serial,
}: Record<'gtin' | 'lot' | 'serial', string>): { sql: string; leaves: Named[] }[] {
  return [
    ...(serial === '' ? [] : [{ sql: serialsWith("(@lot = '' or u.lot in ('', @lot))"), leaves: [] }]),
    ...(serial === '' || lot === '' ? [] : [{ sql: serialsWith('true'), leaves: ['lot' as const] }]),
    ...(lot === '' ? [] : [{ sql: lots, leaves: named({ lot: '', serial }) }]),
    ...(gtin === '' ? [] : [{ sql: products, leaves: named({ lot, serial }) }]),
  ];
}

type Row = {
  product: string;
  name: string;
  lotTracking: LotTracking;
  serialTracking: SerialTracking;
  lot: string;
  sublot: string;
  serial: string;
};

/** A number that the product is not kept by is not missing. */
const keeps =
  (part: Named) =>
  ({ lotTracking, serialTracking }: Row): boolean =>
    (part === 'serial' ? serialTracking : lotTracking) !== 'none';

/** Products keep their GTIN as it was typed, with or without leading zeros. */
const ofGtin = "(@gtin = '' or ltrim(p.gtin, '0') = @gtin)";
const product = 'p.code as product, p.name, p.lot_tracking as lotTracking, p.serial_tracking as serialTracking';
const serialsWith = (itsLot: string): string =>
  `select ${product}, u.lot, u.sublot, u.serial from unit u join product p on p.id = u.product_id
   where u.serial = @serial and u.serial <> '' and ${itsLot} and ${ofGtin} order by p.code, u.id limit @limit`;
const lots = `select ${product}, l.lot, l.sublot, '' as serial from lot l join product p on p.id = l.product_id
  where l.lot = @lot and ${ofGtin} order by p.code, l.sublot limit @limit`;
const products = `select ${product}, '' as lot, '' as sublot, '' as serial from product p where ${ofGtin} order by p.code limit @limit`;
const partners = `select 'partner' as kind, code as label, name as detail, null as unit, '' as supplier from partner
  where gln = @gln order by code limit @limit`;

function toHit({ product: code, name, lot, sublot, serial }: Row): Hit {
  const detail = `${code} ${name}`;
  const unit = { product: code, lot, sublot, serial };
  if (serial !== '') return { kind: 'serial', label: serial, detail, unit, supplier: '' };
  if (lot !== '') return { kind: 'lot', label: sublot === '' ? lot : `${lot} / ${sublot}`, detail, unit, supplier: '' };
  return { kind: 'product', label: code, detail: name, unit: null, supplier: '' };
}
