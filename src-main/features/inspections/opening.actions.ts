import { trailTime } from '#main/features/security/identity.queries.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { freeze, isDrawn } from '#shared/inspections/opening.ts';
import { piecesIn } from '#shared/inspections/pieces.ts';
import { type FrequentUse, saysWhy, versionOn } from '#shared/inspections/plans.ts';
import { inspectionRecord, type InspectionValues } from '#shared/inspections/records.ts';
import type { FrozenContent } from '#shared/inspections/inspectionVocabulary.ts';
import type { Moment, PlainDate } from '#shared/kernel/dates.ts';
import type { Message } from '#shared/kernel/message.ts';
import { contentOf, plansThatHold, type StoredPlan, tablesThatHold } from './plans.queries.ts';
import { saveSeries, seriesOf, severitiesOf } from './series.actions.ts';
import { numberAfter } from './stored.queries.ts';

/** Goods that are to be inspected, and what brought them. */
export type ToInspect = Pick<
  InspectionValues,
  | 'point'
  | 'product'
  | 'lot'
  | 'sublot'
  | 'serial'
  | 'supplier'
  | 'document'
  | 'line'
  | 'location'
  | 'statusFrom'
  | 'quantity'
  | 'reason'
> &
  Partial<Pick<InspectionValues, 'slot' | 'dueFrom' | 'dueUntil' | 'workOrder' | 'run'>> & {
    unitOfMeasure: string;
    serials: FrozenContent['serials'];
  };

type By = { person: string; now: Moment };

/** The version of a use's plan that is in force on a day. */
export const planInForce = ({ db }: Pick<Work, 'db'>, plan: string, day: PlainDate): StoredPlan | undefined =>
  versionOn(plansThatHold(db, plan), day);

/**
 * Opens the inspection that a use of a plan asks for, or records that these goods were not drawn. Undefined where no version of
 * the plan is in force.
 */
export async function openByUse(
  work: Work,
  goods: ToInspect,
  { use, day, by }: { use: FrequentUse; day: PlainDate; by: By },
): Promise<InspectionValues | undefined> {
  const plan = planInForce(work, use.plan, day);
  if (plan === undefined) return undefined;
  const named = { plan: use.plan, product: goods.product, supplier: goods.supplier };
  const series = seriesOf(work, named);
  const inspection = await numberAfter(work);
  const isInspected = isDrawn(use.frequency, { seed: seedOf(inspection, goods), skipped: series.skipped });
  const skipped = isInspected ? 0 : series.skipped + 1;
  if (use.frequency.kind !== 'each' && skipped !== series.skipped)
    saveSeries(work, named, { ...series, skipped }, inspection);
  return openInspection(work, goods, { plan, why: saysWhy(use), by, state: isInspected ? 'open' : 'notDrawn' });
}

/** Opens an inspection, with all it is held to frozen into it. */
export async function openInspection(
  work: Work,
  goods: ToInspect,
  {
    plan,
    why,
    by,
    again,
    state = 'open',
  }: {
    plan: Pick<StoredPlan, 'plan' | 'version' | 'content'>;
    why: Message;
    by: By;
    /** What is inspected once more: its code, and the next number. */
    again?: { inspection: string; reinspection: number };
    state?: 'open' | 'notDrawn' | 'missed';
  },
): Promise<InspectionValues> {
  const { unitOfMeasure, serials, ...said } = goods;
  const { inspection, reinspection } = again ?? { inspection: await numberAfter(work), reinspection: 0 };
  const frozen = freeze(contentOf(plan), `${seedOf(inspection, goods)} ${reinspection}`, {
    pieces: piecesIn(goods.quantity, unitOfMeasure),
    serials,
    severities: severitiesOf(work, { ...goods, plan: plan.plan }),
    tables: tablesThatHold(work.db),
  });
  const openedAt = trailTime(work.db, by.now);
  const values: InspectionValues = {
    ...{ slot: null, dueFrom: null, dueUntil: null, workOrder: null, run: null },
    ...{ ...said, inspection, reinspection, gone: 0, plan: plan.plan, planVersion: plan.version },
    ...{ why: JSON.stringify(why), content: JSON.stringify(frozen), inspectionState: state },
    ...{ openedAt, openedBy: by.person, endedAt: state === 'open' ? null : openedAt },
    ...{ keepsPast: null, keepsReason: null, carriedFrom: null, followedBy: null },
  };
  saveRecord(work, inspectionRecord, values);
  return values;
}

/** What chance is drawn from: all of it is on record. */
const seedOf = (
  inspection: string,
  {
    product,
    lot,
    sublot,
    serial,
    document,
    line,
  }: Pick<ToInspect, 'product' | 'lot' | 'sublot' | 'serial' | 'document' | 'line'>,
): string => [inspection, product, lot, sublot, serial, document, line].join(' ');
