import { z } from 'zod';
import { type Asked, api, ask, type DocumentWork, keepWhile, useAsk, useDocument } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { askRecall, questionOf, type RecallReply } from './askRecall.ts';
import { type Compared, isNamed, type Scope, scopeIn } from './scopes.ts';

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

/** So many deliveries of an opened customer at a time. */
export const goodsAtOnce = 100;

/** What drops out between two scopes, by their places: the list that is open. */
export type DroppedSearch = readonly [from: number, to: number, list: 'customers' | 'units'];
export const droppedInAddress = z
  .tuple([z.number().int().min(0), z.number().int().min(0), z.enum(['customers', 'units'])])
  .readonly()
  .optional()
  .catch(undefined);

export type RecallSearch = Compared & {
  tab: RecallTab;
  offset: number;
  sort: string;
  /** The customer whose goods are in sight; none when blank. */
  customer: string;
  dropped?: DroppedSearch | undefined;
  droppedOffset: number;
};

export function useRecall(search: RecallSearch): Asked<RecallReply> {
  const scope = scopeIn(search);
  const page = { offset: search.offset, limit: pageSize, documents: search.tab === 'customers' };
  return useAsk({
    queryKey: [['recalls', 'view'], 'recall', scope, page],
    queryFn: ({ signal }) => askRecall(scope, page, { signal }),
    enabled: isNamed(scope),
    placeholderData: keepWhile,
  });
}

/** The answers of all scopes, in their order: sums and counts, and of each list the first row only. */
export const useComparison = (scopes: readonly Scope[]): Asked<readonly RecallReply[]> =>
  useAsk({
    queryKey: [['recalls', 'view'], 'recall scopes', scopes],
    queryFn: ({ signal }) =>
      Promise.all(scopes.map((scope) => askRecall(scope, { offset: 0, limit: 1, documents: false }, { signal }))),
    placeholderData: keepWhile,
  });

/** The whole answer as a document. */
export function useRecallDocument(scope: Scope): DocumentWork {
  const question = questionOf(scope);
  return useDocument(`recall ${JSON.stringify(question)}`, (drawing) =>
    api.reports.draw({ report: 'recall', parameters: { question }, ...drawing }),
  );
}

/** The comparison of scopes as a document, with what drops out between them whole. */
export function useScopesDocument(scopes: readonly Scope[]): DocumentWork {
  const questions = scopes.map(questionOf);
  return useDocument(`scopes ${JSON.stringify(questions)}`, (drawing) =>
    api.reports.draw({ report: 'scopes', parameters: { questions }, ...drawing }),
  );
}

/** What of a recall's goods went to a customer, a page at a time. */
export const useDeliveries = (
  scope: Scope,
  customer: string,
  offset: number,
): Asked<Outputs['recalls']['listDeliveries']> =>
  useAsk({
    ...ask.recalls.listDeliveries.queryOptions({
      input: { ...questionOf(scope), customer, offset, limit: goodsAtOnce },
    }),
    placeholderData: keepWhile,
  });

export type DroppedLists = Outputs['recalls']['listDropped'];

/** What the first scope has and the second has not, a page at a time. */
export const useDropped = ({ from, to }: { from: Scope; to: Scope }, offset: number): Asked<DroppedLists> =>
  useAsk({
    ...ask.recalls.listDropped.queryOptions({
      input: { from: questionOf(from), to: questionOf(to), offset, limit: pageSize },
    }),
    placeholderData: keepWhile,
  });

/** How much drops out on the way from the first scope to another, and how much comes in. */
export type DroppedCounts = Record<'out' | 'in', { customers: number; units: number }>;

/** Of every scope but the first; undefined for those that have no answer. */
export const useDroppedCounts = (
  scopes: readonly (Scope | undefined)[],
): Asked<readonly (DroppedCounts | undefined)[]> =>
  useAsk({
    queryKey: [['recalls', 'listDropped'], 'recall dropped', scopes],
    queryFn: ({ signal }) => Promise.all(scopes.map((scope, place) => countDropped(scopes[0], scope, place, signal))),
    placeholderData: keepWhile,
  });

async function countDropped(
  first: Scope | undefined,
  other: Scope | undefined,
  place: number,
  signal: AbortSignal,
): Promise<DroppedCounts | undefined> {
  if (first === undefined || other === undefined || place === 0) return undefined;
  return { out: await countBeyond(first, other, signal), in: await countBeyond(other, first, signal) };
}

/** How much one scope has and another has not. */
async function countBeyond(from: Scope, to: Scope, signal: AbortSignal) {
  const scopes = { from: questionOf(from), to: questionOf(to) };
  const { customers, units } = await api.recalls.listDropped({ ...scopes, limit: 1 }, { signal });
  return { customers: customers.total, units: units.total };
}

/** How much of a scope was not possible in time; nothing is asked where only what was possible is in it. */
export const useImpossible = (scope: Scope): Asked<{ customers: number; units: number }> =>
  useAsk({
    queryKey: [['recalls', 'listDropped'], 'recall impossible', { ...scope, dated: false }],
    queryFn: ({ signal }) => countBeyond({ ...scope, dated: false }, { ...scope, dated: true }, signal),
  });

export type Contact = Pick<
  Outputs['partners']['list']['rows'][number],
  'address' | 'country' | 'email' | 'phone' | 'contactName' | 'contactHours'
>;

/** How to reach customers, by their codes; at most a page of them. */
export function useContacts(customers: readonly { customer: string }[]): ReadonlyMap<string, Contact> {
  const codes = customers.map(({ customer }) => customer);
  const { data } = useAsk({
    ...ask.partners.list.queryOptions({ input: { codes, limit: pageSize } }),
    enabled: codes.length > 0,
  });
  // Whom the partner named for a recall comes first.
  return new Map(
    data?.rows.map(({ contactEmail, contactPhone, ...row }) => [
      row.code,
      { ...row, email: contactEmail || row.email, phone: contactPhone || row.phone },
    ]),
  );
}
