import { api, toFailure } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { type Scope, type SupplierLot, type Suspect, unitOf, withoutUnknown } from './scopes.ts';
import { type Amount, sumUnexplained } from './sums.ts';

export type RecallView = Outputs['recalls']['view'];
export type Unknown = { what: Suspect | SupplierLot; message: string };

/** A recall's answer, and which suspects it is not about because nobody knows them. */
export type RecallReply = {
  /** The suspects it is about: those that are known. */
  scope: Scope;
  unknown: readonly Unknown[];
  /** Absent when no suspect is known. */
  view: RecallView | undefined;
  unexplained: readonly Amount[];
};

type Page = { offset: number; limit: number };
type Options = { signal: AbortSignal };

/** Adjustments are read in pages of so many, to add up those without a reason. */
const adjustmentsAtOnce = 500;

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
      return { scope, unknown, view, unexplained: await addUpUnexplained(scope, view, options) };
    } catch (error) {
      const { code, details, message } = toFailure(error);
      const known = withoutUnknown(scope, details);
      if (code !== 'NOT_FOUND' || known.out.length === 0) throw error;
      unknown.push(...known.out.map((what) => ({ what, message })));
      scope = known.scope;
    }
  }
  return { scope, unknown, view: undefined, unexplained: [] };
}

async function addUpUnexplained(scope: Scope, view: RecallView, options: Options): Promise<readonly Amount[]> {
  const total = view.counts.adjustments;
  const adjustments = view.adjustments.length === total ? [...view.adjustments] : [];
  while (adjustments.length < total) {
    const page = { offset: adjustments.length, limit: adjustmentsAtOnce };
    const more = await api.recalls.view({ ...questionOf(scope), ...page }, options);
    // Something was undone meanwhile; what there is now has been read.
    if (more.adjustments.length === 0) break;
    adjustments.push(...more.adjustments);
  }
  const unitsOfMeasure = unitsOfMeasureIn(view);
  return sumUnexplained(adjustments, (product) => unitsOfMeasure.get(product) ?? '');
}

/** The unit of measure of every affected product. */
export const unitsOfMeasureIn = (view: RecallView): ReadonlyMap<string, string> =>
  new Map(view.products.map(({ product, unitOfMeasure }) => [product, unitOfMeasure]));
