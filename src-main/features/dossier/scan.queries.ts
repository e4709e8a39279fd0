import type { Database } from 'better-sqlite3';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';
import { type Gs1, type Gs1Fault, readGs1 } from '#shared/kernel/gs1.ts';

export type Scan = { scanned: Scanned; hits: Hit[] };

/** What a GS1 barcode means here: the serial, else the lot, else the product. Undefined when the text is none. */
export function readScan(
  db: Database,
  text: string,
  { year, limit }: { year: number; limit: number },
): Scan | undefined {
  const code = readGs1(text, year);
  if (code === undefined) return undefined;
  return 'fault' in code
    ? { scanned: say({}, code.fault), hits: [] }
    : { scanned: say(code), hits: find(db, code, limit) };
}

const say = ({ gtin = '', lot = '', serial = '', expiresOn = '' }: Gs1, fault: Gs1Fault | '' = ''): Scanned => ({
  gtin,
  lot,
  serial,
  expiresOn,
  fault,
});

type Row = { product: string; name: string; lot: string; sublot: string; serial: string };

/** Products keep their GTIN as it was typed, with or without leading zeros. */
const ofGtin = "(@gtin = '' or (p.gtin <> '' and substr('00000000000000' || p.gtin, -14) = @gtin))";
const product = 'p.code as product, p.name';
const serials = `select ${product}, u.lot, u.sublot, u.serial from unit u join product p on p.id = u.product_id
  where u.serial = @serial and u.serial <> '' and (@lot = '' or u.lot in ('', @lot)) and ${ofGtin} order by p.code, u.id limit @limit`;
const lots = `select ${product}, l.lot, l.sublot, '' as serial from lot l join product p on p.id = l.product_id
  where l.lot = @lot and ${ofGtin} order by p.code, l.sublot limit @limit`;
const products = `select ${product}, '' as lot, '' as sublot, '' as serial from product p where @gtin <> '' and ${ofGtin} order by p.code limit @limit`;

function find(db: Database, { gtin = '', lot = '', serial = '' }: Gs1, limit: number): Hit[] {
  const sql = serial !== '' ? serials : lot !== '' ? lots : products;
  return db.prepare<unknown[], Row>(sql).all({ gtin, lot, serial, limit }).map(toHit);
}

function toHit({ name, ...unit }: Row): Hit {
  const detail = `${unit.product} ${name}`;
  if (unit.serial !== '') return { kind: 'serial', label: unit.serial, detail, unit, supplier: '' };
  const lot = unit.sublot === '' ? unit.lot : `${unit.lot} / ${unit.sublot}`;
  if (lot !== '') return { kind: 'lot', label: lot, detail, unit, supplier: '' };
  return { kind: 'product', label: unit.product, detail: name, unit: null, supplier: '' };
}
