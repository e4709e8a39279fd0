import type { Slice } from '#main/features/trace/traced.queries.ts';
import type { RecallLists } from './recallLists.queries.ts';
import { cut } from './recallView.ts';

/** The units and the customers, by their codes, that a recall reaches. */
export type Reach = { units: ReadonlySet<number>; customers: ReadonlySet<string> };

/** A page of what one recall reaches and another does not, and how much it is in all. */
export type Dropped = Pick<RecallLists, 'affected' | 'flows' | 'onHandOf' | 'inProcess' | 'customers' | 'book'> & {
  totals: { units: number; customers: number };
};

export const reachOfLists = ({ affected, customers }: RecallLists): Reach => ({
  units: new Set(affected.map(({ id }) => id)),
  customers: new Set(customers.map(({ customer }) => customer)),
});

/** Cuts a page of what the other recall does not reach out of complete lists. */
export function listsBeyond(lists: RecallLists, other: Reach, slice: Slice): Dropped {
  const affected = lists.affected.filter(({ id }) => !other.units.has(id));
  const customers = lists.customers.filter(({ customer }) => !other.customers.has(customer));
  return {
    ...lists,
    affected: cut(affected, slice),
    customers: cut(customers, slice),
    totals: { units: affected.length, customers: customers.length },
  };
}
