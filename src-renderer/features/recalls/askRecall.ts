import { api } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { type Scope, type SupplierLot, type Suspect, unitOf } from './scopes.ts';

export type RecallView = Omit<Outputs['recalls']['view'], 'unknown'>;
export type Unknown = { what: Suspect | SupplierLot; message: string };

/** A recall's answer, and which suspects it is not about because nobody knows them. */
export type RecallReply = {
  /** The suspects it is about: those that are known. */
  scope: Scope;
  unknown: readonly Unknown[];
  /** Absent when no suspect is known: it would be about nothing. */
  view: RecallView | undefined;
};

type Page = { offset: number; limit: number };
type Options = { signal: AbortSignal };

/** The question of a scope as the contract has it. */
export const questionOf = ({ suspects, supplierLots, dated }: Scope) => ({
  suspects: suspects.map(unitOf),
  supplierLots: supplierLots.map(([supplier, supplierLot]) => ({ supplier, supplierLot })),
  dated,
});

/**
 * Asks for a recall. A suspect that nobody knows is left out and named, so that one slip does not cost the answer
 * about all the others.
 */
export async function askRecall(asked: Scope, page: Page, options: Options): Promise<RecallReply> {
  if (asked.suspects.length + asked.supplierLots.length === 0) return { scope: asked, unknown: [], view: undefined };
  const { unknown, ...view } = await api.recalls.view(
    { ...questionOf(asked), ...page, leaveOutUnknown: true },
    options,
  );
  const named = unknown.flatMap(({ list, place, message }) => {
    const what = asked[list][place];
    return what === undefined ? [] : [{ what, message }];
  });
  const isKnown = (item: Suspect | SupplierLot): boolean => !named.some(({ what }) => what === item);
  const scope = {
    ...asked,
    suspects: asked.suspects.filter(isKnown),
    supplierLots: asked.supplierLots.filter(isKnown),
  };
  return { scope, unknown: named, view: scope.suspects.length + scope.supplierLots.length === 0 ? undefined : view };
}

/** Says the unit of measure of an affected product. */
export function unitOfMeasureIn(view: Pick<RecallView, 'products'>): (row: { product: string }) => string {
  const byCode = new Map(view.products.map(({ product, unitOfMeasure }) => [product, unitOfMeasure]));
  return ({ product }) => byCode.get(product) ?? '';
}
