import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { NumberingRuleValues } from '#shared/numbering/records.ts';
import { decideNumbering, type Numbering } from '#shared/numbering/rules.ts';
import type { NumberedKind, Uniqueness } from '#shared/numbering/vocabulary.ts';

export type ProductToNumber = { id: number; code: string; category: string };

/** How a product is numbered, by itself, its category or the site. */
export const numberingOf = async (read: Pick<Read, 'all'>, product: ProductToNumber): Promise<Numbering> =>
  decideNumbering(await read.all(rulesFor, product));

const rulesFor = query<{ code: string; category: string }, NumberingRuleValues>(
  (
    _,
    { code, category },
  ) => sql`select level, code, lot_pattern as "lotPattern", serial_pattern as "serialPattern", uniqueness
  from numbering_rule where level = 'site' or level = 'product' and code = ${code}
    or level = 'category' and code = ${category} and code <> ''`,
);

/** The product of a code, as far as it is numbered. */
export const productToNumber = query((tables, { code }: { code: string }) =>
  tables
    .selectFrom('product')
    .select(['id', 'code', 'category', 'lot_tracking as lotTracking'])
    .where('code', '=', code),
);

type Among = { product: ProductToNumber; of: NumberedKind; supplier: string; uniqueness: Uniqueness };

/** Which of some numbers are given to other goods already, within their scope. Serials are unique within a product or at all. */
export async function usedNumbers(
  read: Pick<Read, 'all'>,
  { product, of, supplier, uniqueness }: Among,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = of === 'serials' ? usedSerials : usedLots;
  const found = await read.all(asked, { numbers, product: product.id, supplier, uniqueness });
  return new Set(found.map(({ number }) => number));
}

type AskedNumbers = { numbers: readonly string[]; product: number; supplier: string; uniqueness: string };

const usedLots = query<AskedNumbers, { number: string }>(
  (_, { numbers, product, supplier, uniqueness }, { textsOf }) => sql`select distinct l.lot as number from lot l
  where l.lot in ${textsOf(numbers)} and (l.product_id = ${product} or ${uniqueness} = 'global'
    or ${uniqueness} = 'supplier' and l.supplier_id = (select id from partner where code = ${supplier}))`,
);

const usedSerials = query<AskedNumbers, { number: string }>(
  (_, { numbers, product, uniqueness }, { textsOf }) => sql`select distinct u.serial as number from unit u
  where u.serial in ${textsOf(numbers)} and (u.product_id = ${product} or ${uniqueness} = 'global')`,
);

/** The site of a location; "" where it has none. */
export async function siteAt(read: Pick<Read, 'one'>, location: string): Promise<string> {
  return (await read.one(siteOfLocation, { location }))?.site ?? '';
}

/** The site of the plant where it has one; where it has several, the location of the goods says which. */
export async function siteOfPlant(read: Pick<Read, 'all'>): Promise<string> {
  const [site, ...others] = await read.all(sites);
  return site === undefined || others.length > 0 ? '' : site.site;
}

const sites = query<Record<never, never>, { site: string }>(
  () => sql`select distinct site from place where site <> '' limit 2`,
);

const siteOfLocation = query((tables, { location }: { location: string }) =>
  tables.selectFrom('place').select('site').where('code', '=', location),
);
