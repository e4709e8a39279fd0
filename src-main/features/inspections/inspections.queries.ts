import type { QueriesOf } from '#main/context/context.ts';
import { askList } from '#main/store/lists.ts';
import { type PlanUse, saysWhy, standingOf, useFor, versionOn } from '#shared/inspections/plans.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import {
  missingPlan,
  planSource,
  plansThatHold,
  productToInspect,
  type StoredPlan,
  usesThatHold,
  versionKnownBy,
  writtenPlan,
} from './plans.queries.ts';

export const inspectionQueries: QueriesOf<'inspections'> = {
  plans: (question, context) => askList(planSource, question, context),

  async plan({ plan, planVersion }, { reader: { db }, now, offsetMinutes }) {
    const today = dateOf(now, offsetMinutes);
    const versions = plansThatHold(db, plan);
    const shown =
      planVersion === null ? versionKnownBy(versions, today) : versions.find(({ version }) => version === planVersion);
    if (shown === undefined) throw missingPlan(plan, planVersion);
    const said = (one: StoredPlan) => ({
      ...{ planVersion: one.version, standing: standingOf(one, versions, today), note: one.note },
      ...{ validFrom: one.validFrom, validUntil: one.validUntil, author: one.author, approver: one.approver },
    });
    return {
      plan,
      ...writtenPlan(shown),
      shown: said(shown),
      version: shown.recordVersion,
      versions: versions.toReversed().map(said),
      uses: usesThatHold(db).flatMap((use) => (use.plan === plan ? [{ ...use, why: saysWhy(use) }] : [])),
    };
  },

  async planFor({ product: code, supplier, operation }, { read, reader: { db }, now, offsetMinutes }) {
    const product = await read.one(productToInspect, { code });
    if (product === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'product' });
    const today = dateOf(now, offsetMinutes);
    const object = { product: code, category: product.category, supplier, operation };
    const all = usesThatHold(db);
    const found = useFor(object, all);
    const others: PlanUse[] = [];
    for (let left = all.filter((use) => use !== found); ; ) {
      const next = useFor(object, left);
      if (next === undefined) break;
      others.push(next);
      left = left.filter((use) => use !== next);
    }
    const version = found === undefined ? undefined : versionOn(plansThatHold(db, found.plan), today);
    return {
      found:
        found === undefined
          ? null
          : {
              ...{ plan: found.plan, planVersion: version?.version ?? null, why: saysWhy(found) },
              name: version?.name ?? plansThatHold(db, found.plan).at(-1)?.name ?? '',
            },
      others: others.map((use) => ({ plan: use.plan, why: saysWhy(use) })),
    };
  },
};
