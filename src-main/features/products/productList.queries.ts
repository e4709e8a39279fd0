import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import { dateOf, daysBetween } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { endOfSpan } from '#shared/products/shelfLife.ts';
import { productList } from '#shared/products/vocabulary.ts';
import { ProductSettings } from './settings.queries.ts';

/** How the list of products is read. How long a product lasts is what holds for a lot that is made today. */
export const productSource: SimpleSource<typeof productList> = {
  list: productList,
  async rows(read, { reader: { db }, now, offsetMinutes }) {
    const today = dateOf(now, offsetMinutes);
    const all = await read.all(products);
    const settings = new ProductSettings(read, db);
    await settings.load(all.map(({ id }) => id));
    const lastLots = new Map((await read.all(lastLotOfEach)).map(({ productId, ...lot }) => [productId, lot]));
    const lying = Map.groupBy(await read.all(lyingOfEach), ({ productId }) => productId);
    return all.map(({ id, attributes, ...product }) => {
      const here = lying.get(id) ?? [];
      const inStatus = (letter: string) => {
        const amount = here.find((one) => one.letter === letter)?.quantity;
        return amount === undefined ? null : { amount: formatQuantity(readSum(amount)), unit: product.unit };
      };
      const lot = lastLots.get(id);
      const lasts = endOfSpan(settings.life(id, today), 'shelfLife', today);
      return {
        ...product,
        attributes: attributes ?? '',
        shelfLifeDays: lasts === null ? null : daysBetween(today, lasts),
        released: inStatus('A'),
        quarantine: inStatus('Q'),
        rejected: inStatus('R'),
        lastLot: lot === undefined ? null : { product: product.code, ...lot, serial: '' },
        nextExpiry: here.reduce(
          (next, { expiry }) => (expiry !== null && (next === '' || expiry < next) ? expiry : next),
          '',
        ),
      };
    });
  },
};

const products = query((tables) =>
  tables
    .selectFrom('product')
    .select(['id', 'code', 'name', 'category', 'unit', 'lot_tracking as lotTracking'])
    .select(['serial_tracking as serialTracking', 'gtin', 'attributes']),
);

const lastLotOfEach = query((tables) =>
  tables
    .selectFrom('lot')
    .select(['product_id as productId', 'lot', 'sublot'])
    .where(
      'id',
      'in',
      tables
        .selectFrom('lot')
        .select(({ fn }) => fn.max('id').as('last'))
        .groupBy('product_id'),
    ),
);

type Lying = { productId: number; letter: string; quantity: string; expiry: string | null };

/** How much lies here in statuses of each letter, and what of it expires next. */
const lyingOfEach = query<Record<never, never>, Lying>(
  () => sql`select u.product_id as "productId", substr(b.status, 1, 1) as letter, ${exactSumSql('b.quantity')} as quantity,
    min(l.expires_on) as expiry
  from balance b join unit u on u.id = b.unit_id
    left join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = u.sublot and u.lot <> ''
  group by u.product_id, substr(b.status, 1, 1)`,
);
