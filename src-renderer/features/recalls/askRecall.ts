import { api, toFailure } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { type Scope, type SupplierLot, type Suspect, unitOf, withoutUnknown } from './scopes.ts';

export type RecallView = Outputs['recalls']['view'];
export type Unknown = { what: Suspect | SupplierLot; message: string };

/** A recall's answer, and which suspects it is not about because nobody knows them. */
export type RecallReply = {
  /** The suspects it is about: those that are known. */
  scope: Scope;
  unknown: readonly Unknown[];
  /** Absent when no suspect is known. */
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
  const unknown: Unknown[] = [];
  let scope = asked;
  // Each round leaves a suspect out, so this ends.
  while (scope.suspects.length + scope.supplierLots.length > 0) {
    try {
      const view = await api.recalls.view({ ...questionOf(scope), ...page }, options);
      return { scope, unknown, view };
    } catch (error) {
      const { code, details, message } = toFailure(error);
      const known = withoutUnknown(scope, details);
      if (code !== 'NOT_FOUND' || known.out.length === 0) throw error;
      unknown.push(...known.out.map((what) => ({ what, message })));
      scope = known.scope;
    }
  }
  return { scope, unknown, view: undefined };
}

/** Says the unit of measure of an affected product. */
export function unitOfMeasureIn(view: Pick<RecallView, 'products'>): (row: { product: string }) => string {
  const byCode = new Map(view.products.map(({ product, unitOfMeasure }) => [product, unitOfMeasure]));
  return ({ product }) => byCode.get(product) ?? '';
}
