import type { Database } from 'better-sqlite3';
import type { CodeColumn } from '#main/store/beyondAscii.ts';
import { type Closeness, type RowSearch, searchesInRows, searchFor } from '#main/store/textSearch.ts';
import type { Hit } from '#shared/dossier/contract.ts';
import { codeSeparators, fold, isSearchedLoosely, withoutSeparators } from '#shared/kernel/fold.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
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
 * and by their GTIN or GLN, documents by how they begin; in any letter case and script. Best first: the very number, then what
 * begins with the text, then what holds it; lots and serials before the rest. Where that very number
 * is not there, separators of codes are left out: "VE66318" finds VE-66318, and "VE-66318" finds VE66318.
 */
export function findHits(db: Database, text: string, limit: number): Hit[] {
  if (text === '') return [];
  const exact = [...rowsThatHold(db, text, limit, 'exact'), ...bearersOf(db, text, limit)];
  const isThere = exact.some((row) => rankOf(row, text) === 0);
  const near = isThere || !isSearchedLoosely(text) ? [] : rowsThatBegin(db, spellingsOf(text), limit);
  const found = [...exact, ...near];
  const rows = found.length > 0 || !isSearchedLoosely(text) ? found : rowsThatHold(db, text, limit, 'loose');
  return bestFirst(rows, text).slice(0, limit).map(toHit);
}

/** What begins with one of some texts: read from the indexes alone. */
function rowsThatBegin(db: Database, texts: readonly string[], limit: number): Row[] {
  const { begins, parameters } = beginsWith(texts.flatMap(casesOf));
  const never = (): string => 'false';
  const asked = questions({ begins, beginsBeyond: never, holds: never, inRows: { lot: [], unit: [] } });
  return rowsOf(db, asked, { ...parameters, limit });
}

const rowsOf = (db: Database, asked: readonly string[], parameters: Record<string, unknown>): Row[] =>
  asked.flatMap((sql) => db.prepare<unknown[], Row>(sql).all(parameters));

function beginsWith(texts: readonly string[]): {
  begins: (column: string) => string;
  parameters: Record<string, string>;
} {
  const begins = (column: string): string =>
    texts.map((_, n) => `(${column} >= @from${n} and ${column} < @to${n})`).join(' or ');
  const bounds = texts.flatMap((one, n) => [
    [`from${n}`, one],
    [`to${n}`, `${one}\u{10ffff}`],
  ]);
  return { begins, parameters: Object.fromEntries(bounds) };
}

function rowsThatHold(db: Database, text: string, limit: number, closeness: Closeness): Row[] {
  const { begins, parameters: bounds } = beginsWith(casesOf(text));
  const inside = searchFor(text, closeness);
  const rowsInside = (table: 'lot' | 'unit') =>
    text.length < leastInside ? [] : searchesInRows(db, table, text, closeness);
  const searches = { lot: rowsInside('lot'), unit: rowsInside('unit') };
  const asked = questions({
    begins,
    beginsBeyond: inside.beginsBeyond,
    holds: (column) => (text.length < leastInside ? 'false' : inside.holds(column)),
    inRows: searches,
  });
  const parameters = {
    limit,
    ...bounds,
    ...inside.parameters,
    ...Object.assign({}, ...[...searches.lot, ...searches.unit].map((search) => search.parameters)),
  };
  return rowsOf(db, asked, parameters);
}

/** So many places in a code where a separator may stand are tried. */
const mostPlaces = 2;

/** How a number may begin in an index that nobody would read whole: with each separator where letters meet digits, or none. */
function spellingsOf(text: string): string[] {
  const parts = text
    .normalize('NFC')
    .replace(/[-\s./]/g, '')
    .split(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u);
  const [first = '', ...rest] = parts;
  const places = rest
    .slice(0, mostPlaces)
    .reduce(
      (spelt, part) => spelt.flatMap((before) => ['', ...codeSeparators].map((sign) => `${before}${sign}${part}`)),
      [first],
    );
  return places.map((spelt) => spelt + rest.slice(mostPlaces).join(''));
}

/** The letter cases in which numbers are usually written: an index finds one of them at a time. */
function casesOf(text: string): string[] {
  const [first = '', ...rest] = text;
  const lower = text.toLowerCase();
  return [...new Set([text, text.toUpperCase(), lower, first.toUpperCase() + rest.join('').toLowerCase()])];
}

/** The products and partners whose own number in trade, GTIN or GLN, the text is. */
function bearersOf(db: Database, text: string, limit: number): Row[] {
  const gtins = gtinsIn(text).map(bareGtin);
  const inList = gtins.map(() => '?').join(', ');
  const products =
    gtins.length === 0
      ? []
      : db
          .prepare<unknown[], Row>(`${selectMaster('product')} where ltrim(gtin, '0') in (${inList}) limit ?`)
          .all(...gtins, limit);
  const partners = isGln(text)
    ? db.prepare<unknown[], Row>(`${selectMaster('partner')} where gln = ? limit ?`).all(text, limit)
    : [];
  return [...products, ...partners].map((row) => ({ ...row, matched: text }));
}

type Conditions = {
  begins: (column: string) => string;
  beginsBeyond: (column: string) => string;
  holds: (column: string) => string;
  inRows: Record<'lot' | 'unit', readonly RowSearch[]>;
};

/**
 * One question a kind. What begins with the text is read from the index of the numbers; what holds it somewhere
 * by one pass over that index, which ends when there is enough. Only the rows found are then read in full.
 */
function questions({ begins, beginsBeyond, holds, inRows }: Conditions): string[] {
  const either = (table: 'lot' | 'unit', column: CodeColumn['column'], only = 'true'): string =>
    [begins(column), ...inRows[table].map((search) => search.holds(column))]
      .map((condition) => `select id from (select id from ${table} where ${only} and (${condition}) limit @limit)`)
      .join(' union ');
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
       document as matched, '' as named from movement where ${begins('document')} or ${beginsBeyond('document')} limit @limit`,
  ];
}

const selectMaster = (kind: 'product' | 'partner'): string =>
  `select '${kind}' as kind, code as label, name as detail, null as product, null as lot, null as sublot, null as serial, '' as supplier,
     code as matched, name as named from ${kind}`;

const kinds: readonly Hit['kind'][] = ['supplierLot', 'lot', 'serial', 'product', 'partner', 'document'];

/** Each record once, where it fits best. */
function bestFirst(rows: readonly Row[], text: string): Row[] {
  const ranked = rows.map((row) => ({ row, rank: rankOf(row, text), kind: kinds.indexOf(row.kind) }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.kind - b.kind ||
      compareCodes(a.row.label, b.row.label) ||
      compareCodes(a.row.detail, b.row.detail),
  );
  const seen = new Set<string>();
  return ranked.flatMap(({ row }) => {
    const key = [row.kind, row.label, row.product, row.supplier].join('\u001f');
    if (seen.has(key)) return [];
    seen.add(key);
    return [row];
  });
}

/** What holds the text as it stands comes before what holds it but for separators. */
function rankOf({ matched, named }: Row, text: string): number {
  const [number, name, wanted] = [fold(matched), fold(named), fold(text)];
  const isExact = number.includes(wanted) || name.includes(wanted);
  return isExact
    ? rankOfTexts(number, name, wanted)
    : 4 + rankOfTexts(withoutSeparators(number), withoutSeparators(name), withoutSeparators(wanted));
}

function rankOfTexts(number: string, name: string, wanted: string): number {
  if (number === wanted || name === wanted) return 0;
  if (number.startsWith(wanted)) return 1;
  return name.startsWith(wanted) ? 2 : 3;
}

const toHit = ({ kind, label, detail, product, lot, sublot, serial, supplier }: Row): Hit => ({
  kind,
  label,
  detail,
  supplier,
  unit: product === null ? null : { product, lot: lot ?? '', sublot: sublot ?? '', serial: serial ?? '' },
});
