import type { Database } from 'better-sqlite3';
import { searchFor } from '#main/store/textSearch.ts';
import type { Hit } from '#shared/dossier/contract.ts';
import { bareGtin, gtinsIn, isGln } from '#shared/kernel/gtin.ts';

type Row = {
  kind: Hit['kind'];
  label: string;
  detail: string;
  product: string | null;
  lot: string | null;
  sublot: string | null;
  serial: string | null;
  supplier: string;
  /** The texts in which the words may stand: the number, and a name beside it. */
  matched: string;
  named: string;
};

/** From so many characters on, words are also looked for inside a number or a name. */
const leastInside = 2;

/**
 * Finds lots and serials by their number, lots also by the supplier's, that number itself, products and partners by code or name,
 * products also by their GTIN, however many of its leading zeros are there, documents by how they begin; in any letter case. Best first: the very number, then what begins with the text,
 * then what holds it; lots and serials before the rest.
 */
export function findHits(db: Database, text: string, limit: number): Hit[] {
  if (text === '') return [];
  const cases = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
  const inside = searchFor(text);
  const gtins = gtinsIn(text).map(bareGtin);
  const parameters = {
    limit,
    ...Object.fromEntries(gtins.map((gtin, n) => [`gtin${n}`, gtin])),
    ...Object.fromEntries(
      cases.flatMap((one, n) => [
        [`from${n}`, one],
        [`to${n}`, `${one}\u{10ffff}`],
      ]),
    ),
    ...inside.parameters,
  };
  const begins = (column: string): string =>
    cases.map((_, n) => `(${column} >= @from${n} and ${column} < @to${n})`).join(' or ');
  const holds = (column: string): string => (text.length < leastInside ? 'false' : inside.holds(column));
  const rows = questions({ begins, holds }).flatMap((sql) => db.prepare<unknown[], Row>(sql).all(parameters));
  if (gtins.length > 0) {
    const bearing = db.prepare<unknown[], Row>(productsOf(gtins.map((_, n) => `@gtin${n}`))).all(parameters);
    rows.push(...bearing.map((row) => ({ ...row, matched: text })));
  }
  if (isGln(text)) {
    const bearing = db.prepare<unknown[], Row>(`${selectMaster('partner')} where gln = @gln limit @limit`);
    rows.push(...bearing.all({ gln: text, limit }).map((row) => ({ ...row, matched: text })));
  }
  return bestFirst(rows, text.toLowerCase()).slice(0, limit).map(toHit);
}

/**
 * One question a kind. What begins with the text is read from the index of the numbers; what holds it somewhere
 * by one pass over that index, which ends when there is enough. Only the rows found are then read in full.
 */
function questions({ begins, holds }: Record<'begins' | 'holds', (column: string) => string>): string[] {
  const either = (table: string, column: string, only = 'true'): string =>
    `select id from (select id from ${table} where ${only} and (${begins(column)}) limit @limit)
     union select id from (select id from ${table} where ${only} and (${holds(column)}) limit @limit)`;
  const lotLabel = "l.lot || iif(l.sublot = '', '', ' / ' || l.sublot)";
  const lots = 'from lot l join product p on p.id = l.product_id';
  const master = (kind: 'product' | 'partner'): string =>
    `${selectMaster(kind)} where ${begins('code')} or ${holds('code')} or ${begins('name')} or ${holds('name')}`;
  return [
    `select 'lot' as kind, ${lotLabel} as label, p.code || ' ' || p.name as detail, p.code as product, l.lot, l.sublot, '' as serial, '' as supplier,
       l.lot as matched, '' as named ${lots} where l.id in (${either('lot', 'lot')})`,
    `select 'serial' as kind, u.serial as label, p.code || ' ' || p.name as detail, p.code as product, u.lot, u.sublot, u.serial, '' as supplier,
       u.serial as matched, '' as named from unit u join product p on p.id = u.product_id where u.id in (${either('unit', 'serial', "serial <> ''")})`,
    `select 'lot' as kind, ${lotLabel} as label, 'supplier''s lot ' || l.supplier_lot || ', ' || p.code || ' ' || p.name as detail,
       p.code as product, l.lot, l.sublot, '' as serial, '' as supplier, l.supplier_lot as matched, '' as named
       ${lots} where l.id in (${either('lot', 'supplier_lot', "supplier_lot <> ''")})`,
    `select 'supplierLot' as kind, l.supplier_lot as label, q.code || ' ' || q.name as detail, null as product, null as lot,
       null as sublot, null as serial, q.code as supplier, l.supplier_lot as matched, '' as named
       from lot l join partner q on q.id = l.supplier_id
       where l.id in (${either('lot', 'supplier_lot', "supplier_lot <> ''")}) group by l.supplier_lot, q.id`,
    master('product'),
    master('partner'),
    `select distinct 'document' as kind, document as label, '' as detail, null as product, null as lot, null as sublot, null as serial, '' as supplier,
       document as matched, '' as named from movement where ${begins('document')} limit @limit`,
  ];
}

const selectMaster = (kind: 'product' | 'partner'): string =>
  `select '${kind}' as kind, code as label, name as detail, null as product, null as lot, null as sublot, null as serial, '' as supplier,
     code as matched, name as named from ${kind}`;

const productsOf = (gtins: readonly string[]): string =>
  `${selectMaster('product')} where ltrim(gtin, '0') in (${gtins.join(', ')}) limit @limit`;

const kinds: readonly Hit['kind'][] = ['supplierLot', 'lot', 'serial', 'product', 'partner', 'document'];

/** Each record once, where it fits best. `wanted` is in lower case. */
function bestFirst(rows: readonly Row[], wanted: string): Row[] {
  const ranked = rows.map((row) => ({ row, rank: rankOf(row, wanted), kind: kinds.indexOf(row.kind) }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank || a.kind - b.kind || compare(a.row.label, b.row.label) || compare(a.row.detail, b.row.detail),
  );
  const seen = new Set<string>();
  return ranked.flatMap(({ row }) => {
    const key = [row.kind, row.label, row.product, row.supplier].join('\u001f');
    if (seen.has(key)) return [];
    seen.add(key);
    return [row];
  });
}

function rankOf({ matched, named }: Row, wanted: string): number {
  const [number, name] = [matched.toLowerCase(), named.toLowerCase()];
  if (number === wanted || name === wanted) return 0;
  if (number.startsWith(wanted)) return 1;
  return name.startsWith(wanted) ? 2 : 3;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toHit = ({ kind, label, detail, product, lot, sublot, serial, supplier }: Row): Hit => ({
  kind,
  label,
  detail,
  supplier,
  unit: product === null ? null : { product, lot: lot ?? '', sublot: sublot ?? '', serial: serial ?? '' },
});
