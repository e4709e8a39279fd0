import type { Database } from 'better-sqlite3';
import type { Hit } from '#shared/dossier/contract.ts';

type Row = {
  kind: Hit['kind'];
  label: string;
  detail: string;
  product: string | null;
  lot: string | null;
  sublot: string | null;
  serial: string | null;
};

/**
 * Finds records by how their number begins; lots also by the supplier's number, lots and serials also by
 * their last characters, four at least. Exact matches come first, then lots and serials, then the rest.
 */
export function findHits(db: Database, text: string, limit: number): Hit[] {
  if (text === '') return [];
  const rows = db
    .prepare<unknown[], Row>(select)
    .all({ text, last: lastAfter(text), ending: `%${escapeLike(text)}`, limit });
  return rows.map(({ kind, label, detail, product, lot, sublot, serial }) => ({
    kind,
    label,
    detail,
    unit: product === null ? null : { product, lot: lot ?? '', sublot: sublot ?? '', serial: serial ?? '' },
  }));
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The end of the range of texts that begin with this one, so that an index can serve the search. */
const lastAfter = (text: string): string => `${text}\u{10ffff}`;

const begins = (column: string): string => `${column} >= @text and ${column} < @last`;

const select = `
  select * from (
    select * from (select 'lot' as kind, l.lot || iif(l.sublot = '', '', ' / ' || l.sublot) as label, p.code || ' ' || p.name as detail,
      p.code as product, l.lot, l.sublot, '' as serial, l.lot as matched, 1 as rank
      from lot l join product p on p.id = l.product_id where ${begins('l.lot')} limit @limit)
    union all
    select * from (select 'lot', l.lot, 'supplier''s lot ' || l.supplier_lot || ', ' || p.code || ' ' || p.name, p.code, l.lot, l.sublot, '', l.supplier_lot, 2
      from lot l join product p on p.id = l.product_id where l.supplier_lot <> '' and ${begins('l.supplier_lot')} limit @limit)
    union all
    select * from (select 'serial', u.serial, p.code || ' ' || p.name, p.code, u.lot, u.sublot, u.serial, u.serial, 1
      from unit u join product p on p.id = u.product_id where u.serial <> '' and ${begins('u.serial')} limit @limit)
    union all
    select * from (select 'lot', l.lot || iif(l.sublot = '', '', ' / ' || l.sublot), p.code || ' ' || p.name, p.code, l.lot, l.sublot, '', l.lot, 3
      from lot l join product p on p.id = l.product_id
      where length(@text) >= 4 and l.lot like @ending escape '\\' and not (${begins('l.lot')}) limit @limit)
    union all
    select * from (select 'serial', u.serial, p.code || ' ' || p.name, p.code, u.lot, u.sublot, u.serial, u.serial, 3
      from unit u join product p on p.id = u.product_id
      where length(@text) >= 4 and u.serial <> '' and u.serial like @ending escape '\\' and not (${begins('u.serial')}) limit @limit)
    union all
    select * from (select 'product', p.code, p.name, null, null, null, null, p.code, 4 from product p where ${begins('p.code')} limit @limit)
    union all
    select * from (select 'partner', q.code, q.name, null, null, null, null, q.code, 4 from partner q where ${begins('q.code')} limit @limit)
    union all
    select * from (select distinct 'document', m.document, '', null, null, null, null, m.document, 5 from movement m where ${begins('m.document')} limit @limit)
  ) order by matched <> @text, rank, label, detail limit @limit`;
