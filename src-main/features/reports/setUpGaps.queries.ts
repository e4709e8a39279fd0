import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { ProductSettings } from '#main/features/products/settings.queries.ts';
import { warrantyRules } from '#main/features/serials/warranty.queries.ts';
import { rulesThatHold } from '#main/features/statuses/rules.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { statusLetters } from '#shared/kernel/status.ts';
import type { NumberingRuleValues } from '#shared/numbering/records.ts';
import { decideNumbering } from '#shared/numbering/rules.ts';
import { endOfSpan, hasSpan } from '#shared/products/shelfLife.ts';
import { isUntracked } from '#shared/products/vocabulary.ts';
import { warrantyRuleOn } from '#shared/serials/warranty.ts';
import { refusingRule, type StatusRule } from '#shared/statuses/rules.ts';
import { type RuledAct, ruledActs } from '#shared/statuses/vocabulary.ts';

/** What the set-up of a product leaves open, the gravest first. */
export const productGaps = [
  'untracked',
  'undated',
  'shutOut',
  'noExpiryStatus',
  'noRetestStatus',
  'retestTooLate',
  'noCapacity',
  'noNumbers',
  'noWarranty',
] as const;
export type ProductGap = (typeof productGaps)[number];

/** `count` is how many movements or lots are in it already. */
export type FoundGap = { gap: ProductGap; product: string; name: string; count: number };

/** Any day will do for comparing spans. */
const someDay = '2026-01-01';

/** The gaps of all products, by what their settings say on a day, that would leave a gap in a trace or a job of the day. */
export async function gapsOfProducts(read: Read, db: Database, today: PlainDate): Promise<FoundGap[]> {
  const used = countsOf(await read.all(usesInProduction));
  const made = countsOf(await read.all(outputs));
  const shipped = countsOf(await read.all(serialsShipped));
  const statusRules = rulesThatHold(db);
  const numbered = await read.all(numberingRules);
  const warranties = await read.all(warrantyRules);
  const undated = new Map((await read.all(undatedLots)).map((row) => [row.id, row]));
  const products = await read.all(allProducts);
  const settings = new ProductSettings(read, db);
  await settings.load(products.map(({ id }) => id));
  const limited = new Set(
    products.flatMap(({ id, category }) => (settings.capacity(id, today) === undefined ? [] : [category])),
  );
  const found = products.flatMap((product): FoundGap[] => {
    const { id, code, name, stockManaged } = product;
    const life = settings.life(id, today);
    const { expiryStatus, retestStatus } = settings.statuses(id, today);
    const expires = hasSpan(life, 'shelfLife') || hasSpan(life, 'useBy');
    const last = endOfSpan(life, 'useBy', someDay) ?? endOfSpan(life, 'shelfLife', someDay);
    const retest = endOfSpan(life, 'retest', someDay);
    const lots = undated.get(id);
    const counts: Record<ProductGap, number | undefined> = {
      untracked: stockManaged === 1 && isUntracked(product) ? used.get(id) : undefined,
      undated: lots !== undefined && (expires || lots.othersDated === 1) ? Number(lots.count) : undefined,
      noExpiryStatus: expires && expiryStatus === '' ? 0 : undefined,
      noRetestStatus: retest !== null && retestStatus === '' ? 0 : undefined,
      retestTooLate: retest !== null && last !== null && retest >= last ? 0 : undefined,
      shutOut: ruledActs.some((act) => nothingMay(act, product, statusRules)) ? 0 : undefined,
      // Where lots of its category have a limit, one that says itself that it has none is meant to have none.
      noCapacity:
        product.lotTracking !== 'none' &&
        product.category !== '' &&
        limited.has(product.category) &&
        settings.capacity(id, today) === undefined &&
        settings.decide(id, 'lotCapacity', today).level !== 'product'
          ? 0
          : undefined,
      // Where no goods are numbered, or under warranty, nobody means these to be.
      noNumbers: numbered.length > 0 && lacksNumbers(product, numbered) ? made.get(id) : undefined,
      noWarranty:
        warranties.length > 0 && warrantyRuleOn(warranties, product, today) === undefined ? shipped.get(id) : undefined,
    };
    return productGaps.flatMap((gap) => {
      const count = counts[gap];
      return count === undefined ? [] : [{ gap, product: code, name, count }];
    });
  });
  return found.toSorted((a, b) => productGaps.indexOf(a.gap) - productGaps.indexOf(b.gap));
}

type Of = { code: string; category: string };

/** Whether the rules of the site, a category and a product together let no goods of it do something, whatever their status. */
function nothingMay(act: RuledAct, { code, category }: Of, rules: readonly StatusRule[]): boolean {
  const own = rules.filter(
    (rule) =>
      rule.act === act &&
      (rule.level === 'site' ||
        (rule.level === 'category' && rule.code === category) ||
        (rule.level === 'product' && rule.code === code)),
  );
  const statuses = [...statusLetters, ...own.flatMap(({ taken }) => taken.map((one) => one.replace('*', '')))];
  return own.length > 0 && statuses.every((status) => refusingRule(act, status, own) !== undefined);
}

/** Whether lots or serials of a product that has them are numbered by no pattern. */
function lacksNumbers(
  { code, category, lotTracking, serialTracking }: Of & { lotTracking: string; serialTracking: string },
  rules: readonly NumberingRuleValues[],
): boolean {
  const { lots, serials } = decideNumbering(
    rules.filter(
      (rule) =>
        rule.level === 'site' ||
        (rule.level === 'category' && category !== '' && rule.code === category) ||
        (rule.level === 'product' && rule.code === code),
    ),
  );
  return (lotTracking !== 'none' && lots.value === '') || (serialTracking !== 'none' && serials.value === '');
}

const numberingRules = query((tables) =>
  tables
    .selectFrom('numbering_rule')
    .select(['level', 'code', 'lot_pattern as lotPattern', 'serial_pattern as serialPattern', 'uniqueness'])
    .where(({ eb, or }) => or([eb('lot_pattern', '<>', ''), eb('serial_pattern', '<>', '')])),
);

const countsOf = (rows: readonly { id: number; count: number }[]): ReadonlyMap<number, number> =>
  new Map(rows.map(({ id, count }) => [id, Number(count)]));

const allProducts = query((tables) =>
  tables
    .selectFrom('product')
    .select(['id', 'code', 'name', 'category', 'stock_managed as stockManaged'])
    .select(['lot_tracking as lotTracking', 'serial_tracking as serialTracking'])
    .orderBy('code'),
);

type Counted = { id: number; count: number };

/** What was posted by mistake and undone is in no trace. */
const stands = sql`m.reverses_id is null and not exists (select 1 from movement r where r.reverses_id = m.id)`;

/** How often each product went into an order or came out of one. */
const usesInProduction = query<Record<never, never>, Counted>(
  () => sql`select u.product_id as "id", count(*) as "count"
  from movement m join unit u on u.id = case when m.kind = 'output' then m.to_unit_id else m.from_unit_id end
  where m.kind in ('consumption', 'output') and ${stands} group by u.product_id`,
);

/** How often each product came out of an order. */
const outputs = query<Record<never, never>, Counted>(
  () => sql`select u.product_id as "id", count(*) as "count" from movement m join unit u on u.id = m.to_unit_id
  where m.kind = 'output' and ${stands} group by u.product_id`,
);

/** How many serials of each product went to customers. */
const serialsShipped = query<Record<never, never>, Counted>(
  () => sql`select u.product_id as "id", count(distinct u.id) as "count" from movement m join unit u on u.id = m.from_unit_id
  where m.kind = 'shipment' and u.serial <> '' and ${stands} group by u.product_id`,
);

/** Lots in stock, not rejected, without a last day of their own or of their lot, and whether other lots of theirs have one. */
const undatedLots = query<Record<never, never>, Counted & { othersDated: number }>(
  () => sql`select l.product_id as "id", count(distinct l.id) as "count", case when exists (select 1 from lot o
      where o.product_id = l.product_id and o.expires_on is not null) then 1 else 0 end as "othersDated"
  from lot l join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot
    join balance b on b.unit_id = u.id
    left join lot w on w.product_id = l.product_id and w.lot = l.lot and w.sublot = ''
  where b.status not like 'R%' and coalesce(l.expires_on, w.expires_on, l.use_by_on, w.use_by_on) is null
  group by l.product_id`,
);

/** Customers that goods went to and that nobody could call in a recall. */
export const customersOutOfReach = query<Record<never, never>, { code: string; name: string; count: number }>(
  () => sql`select p.code as "code", p.name as "name", count(*) as "count"
  from movement m join partner p on p.id = m.partner_id
  where m.kind = 'shipment' and ${stands} and p.phone = '' and p.email = ''
    and not exists (select 1 from partner_terms t where t.partner = p.code and (t.contact_phone <> '' or t.contact_email <> ''))
  group by p.code, p.name order by p.code`,
);
