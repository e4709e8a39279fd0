import type { CommandsOf, QueryContext } from '#main/context/context.ts';
import { insistOnAnother } from '#main/features/security/separation.actions.ts';
import { nameOf } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { UsedFor } from '#shared/inspections/contract.ts';
import { type FrequentUse, saysHowOften, saysWhy, standingOf } from '#shared/inspections/plans.ts';
import type { Frequency } from '#shared/inspections/inspectionVocabulary.ts';
import {
  inspectionPlanRecord,
  type InspectionPlanValues,
  planUseRecord,
  type PlanUseValues,
} from '#shared/inspections/records.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { judgeFrequency } from '#shared/inspections/due.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { writeDraft, writersOf } from './plans.actions.ts';
import {
  categoryToInspect,
  contentOf,
  missingPlan,
  plansThatHold,
  productToInspect,
  type StoredPlan,
  supplierToInspect,
  usesThatHold,
} from './plans.queries.ts';

type Asked = Pick<QueryContext, 'read' | 'reader'>;

export const planCommands: Pick<
  CommandsOf<'inspections', 'policies'>,
  'writePlan' | 'approvePlan' | 'withdrawPlan' | 'usePlan'
> = {
  writePlan: async ({ plan, planVersion, version, ...written }, { work, actor }) =>
    writeDraft(work, actor.person.id, { plan, planVersion, version }, written),

  approvePlan: {
    async toSign({ reason, ...named }, context) {
      const { stored } = await toApprove(named, context);
      const count = contentOf(stored).characteristics.length;
      const { plan, version, name, validFrom: date } = stored;
      return {
        sentence: msg`Plan ${plan}, version ${version}, ${name}: ${{ count }} characteristics, in force from ${{ date }}. ${reason}`,
        reads: [{ kind: inspectionPlanRecord, name: nameOf(inspectionPlanRecord, valuesOf(stored)) }],
      };
    },

    async within({ reason: _why, ...named }, context) {
      const { work, actor } = context;
      const { stored, all, today } = await toApprove(named, { ...context, read: work, reader: { db: work.db } });
      const values: InspectionPlanValues = {
        ...valuesOf(stored),
        planState: 'approved',
        approver: actor.person.id,
      };
      saveRecord(work, inspectionPlanRecord, values);
      const approved = { ...stored, state: 'approved' as const };
      return {
        reply: { standing: standingOf(approved, [...all.filter((one) => one !== stored), approved], today) },
        signed: [{ kind: inspectionPlanRecord, name: nameOf(inspectionPlanRecord, values) }],
      };
    },
  },

  withdrawPlan: {
    async toSign({ reason, ...named }, { reader: { db } }) {
      const stored = toWithdraw(named, plansThatHold(db, named.plan));
      return {
        sentence: msg`Plan ${stored.plan}, version ${stored.version}, ${stored.name}, is withdrawn. ${reason}`,
        reads: [{ kind: inspectionPlanRecord, name: nameOf(inspectionPlanRecord, valuesOf(stored)) }],
      };
    },

    async within({ reason: _why, ...named }, { work }) {
      const stored = toWithdraw(named, plansThatHold(work.db, named.plan));
      const values: InspectionPlanValues = { ...valuesOf(stored), planState: 'withdrawn' };
      return {
        reply: { saved: saveRecord(work, inspectionPlanRecord, values) },
        signed: [{ kind: inspectionPlanRecord, name: nameOf(inspectionPlanRecord, values) }],
      };
    },
  },

  usePlan: {
    async toSign({ reason, ...use }, context) {
      const before = await toUse(use, context);
      return {
        sentence: msg`${saysWhy(use)}: ${saysUse(before)} → ${saysUse(use)}. ${reason}`,
        reads: [{ kind: planUseRecord, name: nameOf(planUseRecord, useValues(use, reason)) }],
      };
    },

    async within({ reason, ...use }, context) {
      const { work } = context;
      await toUse(use, { read: work, reader: { db: work.db } });
      const values = useValues(use, reason);
      return {
        reply: { saved: saveRecord(work, planUseRecord, values) },
        signed: [{ kind: planUseRecord, name: nameOf(planUseRecord, values) }],
      };
    },
  },
};

const valuesOf = ({
  version,
  state,
  validUntil,
  recordVersion: _count,
  ...same
}: StoredPlan): InspectionPlanValues => ({
  ...same,
  planVersion: version,
  planState: state,
  validUntil: validUntil === '' ? null : validUntil,
});

type Named = { plan: string; planVersion: number };

/**
 * The draft that is to be approved, among all versions of its plan.
 * @throws LotlineError NOT_FOUND; CONFLICT where it is no draft any more; VALIDATION for a day that is past;
 * SEPARATION_OF_DUTIES for whoever wrote in it
 */
async function toApprove(
  { plan, planVersion }: Named,
  context: Asked & Pick<QueryContext, 'actor' | 'now' | 'offsetMinutes'>,
) {
  const all = plansThatHold(context.reader.db, plan);
  const stored = all.find(({ version }) => version === planVersion);
  if (stored === undefined) throw missingPlan(plan, planVersion);
  if (stored.state !== 'draft')
    throw new LotlineError('CONFLICT', msg`Version ${planVersion} of plan ${plan} is no draft any more.`, {
      field: 'planVersion',
    });
  const today = dateOf(context.now, context.offsetMinutes);
  if (stored.validFrom < today)
    refuse(
      'validFrom',
      msg`It is meant to be in force from ${{ date: stored.validFrom }}, and that is past. Write a day from today on.`,
    );
  for (const first of writersOf(stored))
    insistOnAnother(context, 'inspectionPlan', { first, what: msg`Nobody approves a plan they wrote in.` });
  return { stored, all, today };
}

function toWithdraw({ plan, planVersion }: Named, all: readonly StoredPlan[]): StoredPlan {
  const stored = all.find(({ version }) => version === planVersion);
  if (stored === undefined) throw missingPlan(plan, planVersion);
  if (stored.state === 'withdrawn')
    throw new LotlineError('CONFLICT', msg`Version ${planVersion} of plan ${plan} is withdrawn already.`, {
      field: 'planVersion',
    });
  return stored;
}

type Used = UsedFor & { plan: string; frequency: Frequency };

const useValues = ({ operation, frequency, ...use }: Used, reason: string): PlanUseValues => ({
  ...use,
  atOperation: operation,
  // Each time is what a use means that says nothing.
  frequency: frequency.kind === 'each' ? null : JSON.stringify(frequency),
  reason,
});

const saysUse = (use: Pick<Used, 'plan' | 'frequency'> | undefined): MessageValue =>
  use === undefined || use.plan === ''
    ? '\u2013'
    : use.frequency.kind === 'each'
      ? use.plan
      : msg`${use.plan}, ${saysHowOften(use.frequency)}`;

/** The use until then; undefined for none. @throws LotlineError VALIDATION, NOT_FOUND; CONFLICT where nothing changes */
async function toUse(
  { plan, frequency, ...of }: Used,
  { read, reader: { db } }: Asked,
): Promise<FrequentUse | undefined> {
  const { product, category, supplier } = of;
  if (product !== '' && category !== '')
    refuse('category', msg`It is for a product or a category. Leave one of them blank.`);
  if (product !== '' && (await read.one(productToInspect, { code: product })) === undefined)
    throw missing('product', msg`There is no product ${product}. Check the code.`);
  if (category !== '' && (await read.one(categoryToInspect, { category })) === undefined)
    throw missing('category', msg`No product is of the category ${category}. Check its name.`);
  if (supplier !== '' && (await read.one(supplierToInspect, { code: supplier })) === undefined)
    throw missing('supplier', msg`There is no partner ${supplier}. Check the code.`);
  if (plan !== '' && plansThatHold(db, plan).length === 0) throw missingPlan(plan, null);
  if (plan !== '') insist(judgeFrequency(of.operation, frequency));
  const before = usesThatHold(db).find((one) =>
    (['product', 'category', 'supplier', 'operation'] as const).every((field) => one[field] === of[field]),
  );
  const isSame = plan === '' || JSON.stringify(before?.frequency) === JSON.stringify(frequency);
  // It may have been made so a moment ago, by the very same command too.
  if ((before?.plan ?? '') === plan && isSame)
    throw new LotlineError('CONFLICT', msg`Nothing was changed, so there is nothing to sign.`, { field: 'plan' });
  return before;
}

const missing = (field: string, text: Message): LotlineError => new LotlineError('NOT_FOUND', text, { field });
function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
