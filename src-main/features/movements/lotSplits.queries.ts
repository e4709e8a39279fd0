import { sql } from 'kysely';
import { comparableSumSql, exactSumSql, readSum } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';

/** So much of a lot became another lot of the same product: split off, merged, repacked, reworked or renamed. */
export type Split = {
  product: string;
  parent: string;
  parentSublot: string;
  lot: string;
  sublot: string;
  document: string;
  at: string;
  quantity: string;
};
/** One in a tree: how many splits it is away from where the tree begins. */
export type SplitInTree = Split & { level: number };

/** All splits of lots of a product, or of all; what was undone is none. */
export async function splitsOf(read: Pick<Read, 'all'>, product: string): Promise<Split[]> {
  const rows = [...(await read.all(renamed, { product })), ...(await read.all(worked, { product }))];
  return rows
    .map(({ at, quantity, ...row }) => ({ ...row, at: formatMoment(at), quantity: formatQuantity(readSum(quantity)) }))
    .sort((a, b) => compareCodes(a.product, b.product) || compareCodes(a.at, b.at) || compareCodes(a.lot, b.lot));
}

/** The splits down or up from some lots, level by level; each stands there once, where it is nearest. */
export function treeOf(splits: readonly Split[], from: readonly string[], way: 'down' | 'up'): SplitInTree[] {
  const [begin, end] = way === 'down' ? [parentOf, childOf] : [childOf, parentOf];
  const byBegin = Map.groupBy(splits, begin);
  const seen = new Set(from);
  const found: SplitInTree[] = [];
  for (let level = 1, names = [...from]; names.length > 0; level += 1) {
    const next = names.flatMap((name) => byBegin.get(name) ?? []);
    found.push(...next.map((split) => ({ ...split, level })));
    names = [...new Set(next.map(end))].filter((name) => !seen.has(name));
    for (const name of names) seen.add(name);
  }
  return found;
}

export const parentOf = ({ product, parent, parentSublot }: Split): string => nameOf(product, parent, parentSublot);
export const childOf = ({ product, lot, sublot }: Split): string => nameOf(product, lot, sublot);
export const nameOf = (product: string, lot: string, sublot: string): string => [product, lot, sublot].join('\u001f');

type Row = Omit<Split, 'at' | 'quantity'> & { at: Moment; quantity: string };

const stands = sql`m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`;
const isAnother = sql`a.lot <> '' and b.lot <> '' and (a.lot <> b.lot or a.sublot <> b.sublot)`;

/** Goods of one lot that got the number of another. */
const renamed = query<{ product: string }, Row>(
  (_, { product }) => sql`
    select p.code as product, a.lot as parent, a.sublot as "parentSublot", b.lot, b.sublot, m.document, min(m.at) as at,
      ${exactSumSql('m.quantity')} as quantity
    from movement m join unit a on a.id = m.from_unit_id join unit b on b.id = m.to_unit_id
      join product p on p.id = b.product_id
    where m.from_unit_id <> m.to_unit_id and a.product_id = b.product_id and ${isAnother} and ${stands}
      and (${product} = '' or p.code = ${product})
    group by p.code, a.lot, a.sublot, b.lot, b.sublot, m.document`,
);

/** Goods that went into a work order, and were not all given back, and came out of it under another number; of each output all of it counts. */
const worked = query<{ product: string }, Row>(
  (_, { product }) => sql`
    with made as (
      select u.product_id, u.lot, u.sublot, r.work_order, r.run, min(m.at) as at, ${exactSumSql('m.quantity')} as quantity
      from run r join movement m on m.run_id = r.id join unit u on u.id = m.to_unit_id
        join product p on p.id = u.product_id
      where m.kind = 'output' and ${stands} and (${product} = '' or p.code = ${product})
      group by u.product_id, u.lot, u.sublot, r.work_order, r.run
    ), taken as (
      select u.product_id, u.lot, u.sublot, r.work_order, r.run, m.kind,
        case when m.kind = 'consumption' then m.quantity else -m.quantity end as quantity
      from run r join movement m on m.run_id = r.id join unit u on u.id = m.to_unit_id
        join product p on p.id = u.product_id
      where m.kind in ('consumption', 'production-return') and ${stands} and (${product} = '' or p.code = ${product})
    ), kept as (
      select product_id, lot, sublot, work_order from taken
      group by product_id, lot, sublot, work_order having ${comparableSumSql('quantity')} > 0
    ), used as (
      select distinct t.product_id, t.lot, t.sublot, t.work_order, t.run from taken t
      join kept k on k.product_id = t.product_id and k.lot = t.lot and k.sublot = t.sublot
        and k.work_order = t.work_order
      where t.kind = 'consumption'
    )
    select distinct p.code as product, a.lot as parent, a.sublot as "parentSublot", b.lot, b.sublot,
      b.work_order as document, b.at, b.quantity
    from made b join used a on a.product_id = b.product_id and a.work_order = b.work_order
      and (a.run = b.run or a.run = '' or b.run = '')
      join product p on p.id = b.product_id
    where ${isAnother}`,
);
