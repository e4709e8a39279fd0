import { sql } from 'kysely';
import { exactSumSql } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';

/** How much of a product crossed the plant's edge in one way, before a period or in it; in micro units, an exact sum. */
export type ProductFlow = {
  product: string;
  kind: MovementKind;
  arrives: 0 | 1;
  explained: 0 | 1;
  isBefore: 0 | 1;
  quantity: string;
};

/** The flows of a product, or of all, until before a moment. What was undone, and what undoes it, is in none. */
export const productFlows = query<{ product: string; from: Moment; until: Moment }, ProductFlow>(
  (_, { product, from, until }) => sql`
    select p.code as product, m.kind, case when m.to_place_id is null then 0 else 1 end as arrives,
      case when trim(m.reason) = '' then 0 else 1 end as explained,
      case when m.at < ${from} then 1 else 0 end as "isBefore", ${exactSumSql('m.quantity')} as quantity
    from movement m join unit u on u.id = m.to_unit_id join product p on p.id = u.product_id
    where m.at < ${until} and (m.from_place_id is null or m.to_place_id is null) and (${product} = '' or p.code = ${product})
      and m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)
    group by 1, 2, 3, 4, 5`,
);
