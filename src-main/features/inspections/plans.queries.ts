import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import { type Vouched, vouchedRecords } from '#main/store/vouchedRecords.ts';
import { inspectionPlanRecord, planTableRecord, planUseRecord } from '#shared/inspections/records.ts';
import { planContent, type PlanContent, planList, planStates, tableRow } from '#shared/inspections/vocabulary.ts';
import type { PlanTable } from '#shared/inspections/sampling/attributes.ts';
import { type FrequentUse, type PlanUse, type PlanVersion, standingOf, versionOn } from '#shared/inspections/plans.ts';
import { type Frequency, frequency } from '#shared/inspections/inspectionVocabulary.ts';
import { writeRow } from '#shared/inspections/writtenRows.ts';
import { writeSampling } from '#shared/inspections/writtenSampling.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';

/** A version of a plan as its record has it; `recordVersion` counts the changes of the record itself. */
export type StoredPlan = PlanVersion & {
  name: string;
  basedOn: string;
  revision: string;
  note: string;
  content: string;
  author: string;
  writers: string;
  approver: string;
  rowCount: number | null;
  recordVersion: number;
};

/** The versions of all plans, or of one, each compared with the journal; the first of each plan first. */
export const plansThatHold = (db: Database, plan?: string): StoredPlan[] =>
  vouchedRecords(db, inspectionPlanRecord, plan)
    .flatMap((row): StoredPlan[] => {
      const state = planStates.find((one) => one === row['planState']);
      if (state === undefined) return [];
      const text = (name: string): string => String(row[name] ?? '');
      return [
        {
          ...{ plan: text('plan'), version: Number(row['planVersion']), state, recordVersion: row.version },
          ...{ name: text('name'), validFrom: text('validFrom'), validUntil: text('validUntil') },
          ...{ basedOn: text('basedOn'), revision: text('revision'), note: text('note'), content: text('content') },
          ...{ author: text('author'), writers: text('writers'), approver: text('approver') },
          rowCount: typeof row['rowCount'] === 'number' ? row['rowCount'] : null,
        },
      ];
    })
    .toSorted((a, b) => a.version - b.version);

const each: Frequency = { kind: 'each' };

/** The uses of plans; of one product those that may be for it: its own, and those of no product. */
export const usesThatHold = (db: Database, product?: string): FrequentUse[] =>
  (product === undefined ? [undefined] : [product, ''])
    .flatMap((of) => vouchedRecords(db, planUseRecord, of))
    .flatMap(useOf);

function useOf(row: Vouched): FrequentUse[] {
  const text = (name: string): string => String(row[name] ?? '');
  const use = { product: text('product'), category: text('category'), supplier: text('supplier') };
  if (text('plan') === '') return [];
  const often = text('frequency') === '' ? each : frequency.parse(JSON.parse(text('frequency')));
  return [{ ...use, operation: text('atOperation'), plan: text('plan'), frequency: often }];
}

/** The plan tables, each compared with the journal; rules name them. */
export const tablesThatHold = (db: Database): (PlanTable & { version: number })[] =>
  vouchedRecords(db, planTableRecord).map((row) => ({
    ...{ name: String(row['planTable']), source: String(row['source']), edition: String(row['edition']) },
    rows: z.array(tableRow).parse(JSON.parse(String(row['content']))),
    version: row.version,
  }));

export const contentOf = ({ content }: Pick<StoredPlan, 'content'>): PlanContent =>
  planContent.parse(JSON.parse(content));

/** What a version says, as planners write it. */
export function writtenPlan(stored: StoredPlan) {
  const { characteristics, samplings, isCurtailed, drawsLargest, isDecidedByAnother } = contentOf(stored);
  const { name, validFrom, validUntil, basedOn, revision, note } = stored;
  return {
    ...{ name, validFrom, validUntil, basedOn, revision, note, isCurtailed, drawsLargest, isDecidedByAnother },
    samplings: {
      critical: writeSampling(samplings.critical),
      major: writeSampling(samplings.major),
      minor: writeSampling(samplings.minor),
    },
    rows: characteristics.map(writeRow),
  };
}

/** The version that a plan is known by on a day: the one in force, or else its last. */
export const versionKnownBy = (versions: readonly StoredPlan[], today: PlainDate): StoredPlan | undefined =>
  versionOn(versions, today) ?? versions.at(-1);

/** What a use is of, in the plant's own codes; "*" for all goods. */
const codesOf = ({ product, category, supplier, operation }: PlanUse): string =>
  [product, category, supplier, operation].filter((one) => one !== '').join(' · ') || '*';

/** How the list of plans is read. */
export const planSource: SimpleSource<typeof planList> = {
  list: planList,
  rows: async (_read, { reader: { db }, now, offsetMinutes }) => {
    const today = dateOf(now, offsetMinutes);
    const uses = Map.groupBy(usesThatHold(db), ({ plan }) => plan);
    return [...Map.groupBy(plansThatHold(db), ({ plan }) => plan)].flatMap(([plan, versions]) => {
      const shown = versionKnownBy(versions, today);
      if (shown === undefined) return [];
      const { version: planVersion, name, validFrom, validUntil, approver } = shown;
      return [
        {
          ...{ plan, planVersion, name, validFrom, validUntil, approver },
          standing: standingOf(shown, versions, today),
          // Of versions that were written before it was counted, by their rows.
          rows: shown.rowCount ?? contentOf(shown).characteristics.length,
          usedFor: (uses.get(plan) ?? []).map(codesOf).join(', '),
          draft: versions.find(({ state }) => state === 'draft')?.version ?? null,
        },
      ];
    });
  },
};

export const productToInspect = query((tables, { code }: { code: string }) =>
  tables.selectFrom('product').select(['code', 'name', 'category', 'unit']).where('code', '=', code),
);
export const categoryToInspect = query((tables, { category }: { category: string }) =>
  tables.selectFrom('product').select('category').where('category', '=', category).limit(1),
);
export const supplierToInspect = query((tables, { code }: { code: string }) =>
  tables.selectFrom('partner').select(['code', 'kind']).where('code', '=', code),
);

/** What is thrown for a plan, or a version of one, that is not there. */
export const missingPlan = (plan: string, version: number | null): LotlineError =>
  version === null
    ? new LotlineError('NOT_FOUND', msg`There is no inspection plan ${plan}. Check the code.`, { field: 'plan' })
    : new LotlineError('NOT_FOUND', msg`There is no version ${version} of plan ${plan}. Look at the plan again.`, {
        field: 'planVersion',
      });
