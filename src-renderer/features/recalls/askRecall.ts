import { api } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { isNamed, type Scope, unitOf } from './scopes.ts';

export type RecallView = Omit<Outputs['recalls']['view'], 'unknown'>;
export type Unknown = { said: string; message: string };

/** A recall's answer, and which suspects it is not about because nobody knows them. */
export type RecallReply = {
  /** The suspects it is about: those that are known. */
  scope: Scope;
  unknown: readonly Unknown[];
  /** Absent when no suspect is known: it would be about nothing. */
  view: RecallView | undefined;
};

/** `documents`: whether the deliveries of each customer are listed, which takes long in a wide recall. */
type Page = { offset: number; limit: number; documents: boolean };
type Options = { signal: AbortSignal };

/** The question of a scope as the contract has it. */
export const questionOf = ({ suspects, supplierLots, workOrders, dated }: Scope) => ({
  suspects: suspects.map(unitOf),
  supplierLots: supplierLots.map(([supplier, supplierLot]) => ({ supplier, supplierLot })),
  workOrders: [...workOrders],
  dated,
});

/**
 * Asks for a recall. A suspect that nobody knows is left out and named, so that one slip does not cost the answer
 * about all the others.
 */
export async function askRecall(asked: Scope, page: Page, options: Options): Promise<RecallReply> {
  if (!isNamed(asked)) return { scope: asked, unknown: [], view: undefined };
  const { unknown, ...view } = await api.recalls.view(
    { ...questionOf(asked), ...page, leaveOutUnknown: true },
    options,
  );
  const isKnown = (among: (typeof unknown)[number]['list']) => (_item: unknown, at: number) =>
    !unknown.some(({ list, place }) => list === among && place === at);
  const scope = {
    ...asked,
    suspects: asked.suspects.filter(isKnown('suspects')),
    supplierLots: asked.supplierLots.filter(isKnown('supplierLots')),
    workOrders: asked.workOrders.filter(isKnown('workOrders')),
  };
  const named = unknown.map(({ list, place, message }) => {
    const parts = [asked[list][place] ?? ''].flat();
    return { said: parts.filter((part) => part !== '').join(' · '), message };
  });
  return { scope, unknown: named, view: isNamed(scope) ? view : undefined };
}

/** Says the unit of measure of an affected product. */
export function unitOfMeasureIn(view: Pick<RecallView, 'products'>): (row: { product: string }) => string {
  const byCode = new Map(view.products.map(({ product, unitOfMeasure }) => [product, unitOfMeasure]));
  return ({ product }) => byCode.get(product) ?? '';
}
