import type { Moment } from '#shared/kernel/dates.ts';

/** A consumption, production return or output of one work order. Movements that were reversed, and those that reverse, are not among them. */
export type OrderRow = {
  id: number;
  kind: 'consumption' | 'production-return' | 'output';
  /** The node of the unit consumed, given back or made: the named one where stock gets its serial on issue. */
  unit: number;
  productId: number;
  /** Goods without tracking or without their lot: consumption hangs on the next node, so that no walk leads through. */
  leaf: boolean;
  /** The node of the row's run, and the run's name, '' for none. */
  runId: number;
  run: string;
  /** Micro units of the product, above zero. */
  quantity: number;
  at: Moment;
};

/** A serial link of the order, between unit nodes. */
export type OrderLink = { id: number; parent: number; component: number; componentProductId: number; quantity: number };
