import { z } from 'zod';
import { type Asked, api, ask, type DocumentWork, keepWhile, useAsk, useDocument } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { askRecall, questionOf, type RecallReply, type RecallView } from './askRecall.ts';
import type { Compared, Scope } from './scopes.ts';

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
export const tabInAddress = z.enum(recallTabs).catch('products').default('products');

/** So many rows of each list at a time. */
export const pageSize = 500;

export type RecallSearch = Compared & { tab: RecallTab; offset: number; sort: string };

const isNamed = ({ suspects, supplierLots }: Scope): boolean => suspects.length + supplierLots.length > 0;

export function useRecall(search: RecallSearch): Asked<RecallReply> {
  const { suspects, supplierLots, dated, offset } = search;
  const scope = { suspects, supplierLots, dated };
  const page = { offset, limit: pageSize };
  return useAsk({
    queryKey: ['recall', scope, page],
    queryFn: ({ signal }) => askRecall(scope, page, { signal }),
    enabled: isNamed(scope),
    placeholderData: keepWhile,
  });
}

/** The answers of all scopes, in their order: sums and counts, and of each list the first row only. */
export const useComparison = (scopes: readonly Scope[]): Asked<readonly RecallReply[]> =>
  useAsk({
    queryKey: ['recall scopes', scopes],
    queryFn: ({ signal }) => Promise.all(scopes.map((scope) => askRecall(scope, { offset: 0, limit: 1 }, { signal }))),
    placeholderData: keepWhile,
  });

/** The whole answer as a document. */
export function useRecallDocument(scope: Scope): DocumentWork {
  const question = questionOf(scope);
  return useDocument(`recall ${JSON.stringify(question)}`, (drawing) =>
    api.reports.drawRecall({ question, ...drawing }),
  );
}

export type Contact = Pick<Outputs['partners']['list']['rows'][number], 'email' | 'phone'>;

/** How to reach the customers of an answer, by their codes. */
export function useContacts(view: RecallView): ReadonlyMap<string, Contact> {
  const codes = view.customers.map(({ customer }) => customer);
  const { data } = useAsk({
    ...ask.partners.list.queryOptions({ input: { codes, limit: pageSize } }),
    enabled: codes.length > 0,
  });
  return new Map(data?.rows.map((row) => [row.code, row]));
}
