import type { Database } from 'better-sqlite3';
import type { Read } from '#main/store/views.ts';
import { saysWhy, useInstead } from '#shared/inspections/plans.ts';
import { productToInspect, usesThatHold } from './plans.queries.ts';

/** What a plan is used for, and which of that the other uses say as well. */
export async function usesShown(read: Read, db: Database, plan: string) {
  const all = usesThatHold(db);
  return await Promise.all(
    all
      .filter((use) => use.plan === plan)
      .map(async (use) => {
        const { product: code, category } = use;
        const product = code === '' ? undefined : await read.one(productToInspect, { code });
        const other = useInstead({ ...use, category: product?.category ?? category }, use, all);
        return { ...use, why: saysWhy(use), instead: other?.plan === plan ? saysWhy(other) : null };
      }),
  );
}
