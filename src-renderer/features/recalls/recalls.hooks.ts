import { z } from 'zod';
import { type Asked, api, ask, type DocumentWork, keepWhile, useAsk, useDocument } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';

export type RecallView = Outputs['recalls']['view'];

export const recallTabs = [
  'products',
  'affected',
  'onHand',
  'inProcess',
  'adjustments',
  'customers',
  'breaks',
] as const;
export type RecallTab = (typeof recallTabs)[number];

/** So many rows of each list at a time. */
export const pageSize = 500;

/** A suspect in the address: product, lot, sublot, serial. */
export type Suspect = readonly [product: string, lot: string, sublot: string, serial: string];
/** A supplier's lot in the address. */
export type SupplierLot = readonly [supplier: string, supplierLot: string];

const text = z.coerce.string();
export const suspectsInAddress = z
  .array(z.tuple([text, text, text, text]).readonly())
  .readonly()
  .catch([])
  .default([]);
export const supplierLotsInAddress = z
  .array(z.tuple([text, text]).readonly())
  .readonly()
  .catch([])
  .default([]);
export const tabInAddress = z.enum(recallTabs).catch('products').default('products');

export type RecallSearch = {
  suspects: readonly Suspect[];
  supplierLots: readonly SupplierLot[];
  dated: boolean;
  tab: RecallTab;
  offset: number;
  sort: string;
};

export const unitOf = ([product, lot, sublot, serial]: Suspect): Unit => ({ product, lot, sublot, serial });

type RecallScope = Pick<RecallSearch, 'suspects' | 'supplierLots' | 'dated'>;

const questionOf = ({ suspects, supplierLots, dated }: RecallScope) => ({
  suspects: suspects.map(unitOf),
  supplierLots: supplierLots.map(([supplier, supplierLot]) => ({ supplier, supplierLot })),
  dated,
});

/** The whole answer as a document. */
export function useRecallDocument(scope: RecallScope): DocumentWork {
  const question = questionOf(scope);
  return useDocument(`recall ${JSON.stringify(question)}`, (drawing) =>
    api.reports.drawRecall({ question, ...drawing }),
  );
}

export function useRecall({ suspects, supplierLots, dated, offset }: RecallSearch): Asked<RecallView> {
  const input = { ...questionOf({ suspects, supplierLots, dated }), offset, limit: pageSize };
  return useAsk({
    ...ask.recalls.view.queryOptions({ input }),
    enabled: suspects.length + supplierLots.length > 0,
    placeholderData: keepWhile,
  });
}
