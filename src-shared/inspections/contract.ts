import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import {
  code,
  freeText,
  message,
  name,
  optionalName,
  optionalStoredCode,
  plainDateText,
  storedCode,
} from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import {
  missingSample,
  mostInLot,
  mostRows,
  mostTableRows,
  planList,
  planSampleShown,
  planStandings,
  writtenRow,
  writtenTableRow,
} from './vocabulary.ts';

const planNamed = { plan: storedCode, planVersion: z.number().int().min(1) };
/** How many are drawn by class, as planners write it. */
const samplings = z.object({ critical: name, major: name, minor: name }).strict();

/** What goods a plan is used for; "" for any. A product or a category, never both. */
const used = {
  product: optionalStoredCode.default(''),
  category: optionalStoredCode.default(''),
  supplier: optionalStoredCode.default(''),
  operation: optionalName.default(''),
};

const writtenPlan = {
  name,
  /** The day from which it is meant to be in force. */
  validFrom: plainDateText,
  /** The last day; "" for no end. */
  validUntil: z.union([z.literal(''), plainDateText]).default(''),
  basedOn: optionalName.default(''),
  revision: optionalName.default(''),
  /** What is new in this version. */
  note: freeText.default(''),
  samplings,
  isCurtailed: z.boolean().default(false),
  drawsLargest: z.boolean().default(true),
  rows: z.array(writtenRow).min(1).max(mostRows),
};

const writtenPlanRead = z.object(writtenPlan);
export type WrittenPlan = z.output<typeof writtenPlanRead>;
const usedRead = z.object(used);
export type UsedFor = z.output<typeof usedRead>;

const versionShown = z.object({
  planVersion: z.number().int(),
  standing: z.enum(planStandings),
  validFrom: z.string(),
  validUntil: z.string(),
  note: z.string(),
  author: z.string(),
  approver: z.string(),
});

/** `instead` is what would say the same without it: then it is not needed. */
const usedShown = z.object({ ...used, plan: z.string(), why: message, instead: message.nullable() });

export const inspections = {
  plans: query({
    permission: 'look',
    reads: ['inspection_plan', 'plan_use'],
    input: listInput(planList),
    output: pageOf(listRow(planList)),
  }),
  /** One version of a plan, or the one in force, else the last: its rows as planners write them, all versions, and what it is used for. */
  plan: query({
    permission: 'look',
    reads: ['inspection_plan', 'plan_use'],
    input: z.object({ plan: storedCode, planVersion: z.number().int().min(1).nullable().default(null) }).strict(),
    output: z.object({
      plan: z.string(),
      ...writtenPlan,
      rows: z.array(writtenRow),
      shown: versionShown,
      /** Of the record, for who changes it. */
      version: z.number().int(),
      versions: z.array(versionShown),
      uses: z.array(usedShown),
    }),
  }),
  /** What a version draws from a lot of so many under normal inspection, by class and by rule; `missing` is the first rule that gives none. */
  planSamples: query({
    permission: 'look',
    reads: ['inspection_plan'],
    input: z.object({ ...planNamed, lotSize: z.number().int().min(1).max(mostInLot) }).strict(),
    output: z.object({ samples: z.array(planSampleShown), missing: missingSample.nullable() }),
  }),
  /** Which plan goods are inspected by today and why, and the others that would be for them. */
  planFor: query({
    permission: 'look',
    reads: ['inspection_plan', 'plan_use', 'product'],
    input: z
      .object({ ...used, product: storedCode })
      .omit({ category: true })
      .strict(),
    output: z.object({
      /** `planVersion` is null where none of its versions is in force today. */
      found: z
        .object({ plan: z.string(), name: z.string(), planVersion: z.number().int().nullable(), why: message })
        .nullable(),
      others: z.array(z.object({ plan: z.string(), why: message })),
    }),
  }),
  /**
   * Writes a draft: the first version of a plan, the next of one, or the draft that was opened at a `version` of its record,
   * which is 0 for what is not there yet.
   */
  writePlan: command({
    permission: 'plan',
    input: z
      .object({ plan: code, planVersion: z.number().int().min(1), version: z.number().int().min(0), ...writtenPlan })
      .strict(),
    output: z.object({ plan: z.string(), planVersion: z.number().int(), version: z.number().int() }),
  }),
  /** Puts a draft in force from its day on. Whoever wrote in it does not approve it. */
  approvePlan: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z.object(planNamed).strict(),
    output: z.object({ standing: z.enum(planStandings) }),
  }),
  /** Takes a version out of use, approved or not. */
  withdrawPlan: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z.object(planNamed).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** Says by which plan goods are inspected; a blank plan for none of their own. */
  usePlan: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z.object({ ...used, plan: optionalStoredCode }).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** The plan tables of the plant, with the plans whose rules name them. */
  planTables: query({
    permission: 'look',
    reads: ['plan_table', 'inspection_plan'],
    input: z.object({}).strict(),
    output: z.object({
      tables: z.array(
        z.object({
          table: z.string(),
          source: z.string(),
          edition: z.string(),
          rows: z.array(writtenTableRow),
          plans: z.array(z.string()),
          version: z.number().int(),
        }),
      ),
    }),
  }),
  /** Writes a plan table; `version` is that of its record, 0 for a new one. */
  savePlanTable: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z
      .object({
        table: code,
        source: name,
        edition: optionalName.default(''),
        version: z.number().int().min(0),
        rows: z.array(writtenTableRow).min(1).max(mostTableRows),
      })
      .strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
};
