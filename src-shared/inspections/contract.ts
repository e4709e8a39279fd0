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
  positiveQuantityText,
  quantityText,
  statusText,
  storedCode,
} from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import {
  missingSample,
  mostInLot,
  planSampleShown,
  planTableShown,
  mostTableRows,
  planList,
  planStandings,
  writtenRow,
  writtenTableRow,
} from './vocabulary.ts';
import { used, writtenPlan, versionShown } from './planVocabulary.ts';
import {
  frequency,
  inspectionList,
  mostReadings,
  inspectionShown,
  onFormerShown,
  readingsOfRow,
  summaryShown,
} from './inspectionVocabulary.ts';
import { sampleDrawn, sampleList } from './sampleVocabulary.ts';

const planNamed = { plan: storedCode, planVersion: z.number().int().min(1) };
const writtenPlanRead = z.object(writtenPlan);
export type WrittenPlan = z.output<typeof writtenPlanRead>;
const usedRead = z.object(used);
export type UsedFor = z.output<typeof usedRead>;

/** `instead` is what would say the same without it: then it is not needed. */
const usedShown = z.object({ ...used, plan: z.string(), why: message, frequency, instead: message.nullable() });

const reinspection = z.number().int().min(0).max(999);
/** An inspection by its number, and how often it was done again. */
const inspectionNamed = { inspection: storedCode, reinspection };
/** Goods by their names. */
const goods = {
  product: storedCode,
  lot: optionalStoredCode.default(''),
  sublot: optionalStoredCode.default(''),
  serial: optionalStoredCode.default(''),
};

const decideFields = z
  .object({
    ...inspectionNamed,
    accepted: quantityText,
    rejected: quantityText,
    statusAccepted: statusText.default('A'),
    statusRejected: statusText.default('R'),
    /** Of goods with serials: those that are rejected, and those accepted where some stay pending. */
    acceptedSerials: z.array(storedCode).max(mostReadings).default([]),
    rejectedSerials: z.array(storedCode).max(mostReadings).default([]),
    /** Accepts more than the readings say. */
    isOverride: z.boolean().default(false),
    /** The goods get their status by a later act. */
    movesLater: z.boolean().default(false),
  })
  .strict();
export type DecideInput = z.output<typeof decideFields>;

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
    input: z.object({ ...used, plan: optionalStoredCode, frequency: frequency.default({ kind: 'each' }) }).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** The last readings by a plan, by the measured rows of one of its versions and held against its limits. */
  planReadings: query({
    permission: 'look',
    reads: ['inspection', 'inspection_reading', 'inspection_plan'],
    input: z.object(planNamed).strict(),
    output: z.object({ rows: z.array(readingsOfRow) }),
  }),
  /** The plan tables of the plant, with the plans whose rules name them. */
  planTables: query({
    permission: 'look',
    reads: ['plan_table', 'inspection_plan'],
    input: z.object({}).strict(),
    output: z.object({
      tables: z.array(planTableShown),
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
  list: query({
    permission: 'look',
    reads: ['inspection', 'inspection_reading', 'inspection_decision', 'product'],
    input: listInput(inspectionList),
    output: pageOf(listRow(inspectionList)),
  }),
  /** An inspection as it is done: its rows and samples, what was read, what follows from it, and what was decided. */
  get: query({
    permission: 'look',
    reads: [
      'inspection',
      'inspection_reading',
      'inspection_decision',
      'inspection_sample',
      'inspection_plan',
      'plan_use',
    ],
    input: z.object({ inspection: storedCode, reinspection: reinspection.nullable().default(null) }).strict(),
    output: inspectionShown,
  }),
  /** The inspections of a lot or serial, the last first, and whether an open one is in the way of releasing it. */
  onGoods: query({
    permission: 'look',
    reads: ['inspection', 'inspection_decision', 'plan_use', 'inspection_plan', 'product'],
    input: z.object(goods).strict(),
    output: z.object({
      inspections: z.array(summaryShown),
      /** At which points plans are used for these goods. */
      points: z.array(z.object({ point: z.string(), plan: z.string(), why: message })),
    }),
  }),
  /** The lots in stock whose inspection by time is due on a day: for which of its days it is opened, and how many before it were missed. */
  due: query({
    permission: 'look',
    reads: ['inspection', 'plan_use', 'inspection_plan', 'product', 'lot', 'movement'],
    input: pageInput.extend({ asOf: plainDateText.optional() }).strict(),
    output: pageOf(
      z.object({
        product: z.string(),
        lot: z.string(),
        sublot: z.string(),
        plan: z.string(),
        dueOn: z.string(),
        missed: z.number().int(),
      }),
    ),
  }),
  /** Opens what a lot in stock is due for by time: the daily job calls it lot by lot. Nothing happens where that was done already. */
  openDue: command({
    permission: 'status',
    input: z.object({ product: storedCode, lot: storedCode, asOf: plainDateText.optional() }).strict(),
    output: z.object({
      product: z.string(),
      lot: z.string(),
      opened: z.array(z.string()),
      missed: z.array(z.string()),
    }),
  }),
  /** Opens an inspection by hand, of goods that lie here in a status; what is left blank is all that lies there. */
  open: command({
    permission: 'inspect',
    reason: true,
    input: z
      .object({
        ...goods,
        location: optionalStoredCode.default(''),
        status: statusText,
        quantity: z.union([z.literal(''), positiveQuantityText]).default(''),
        /** A point of their way, a step of work, or "". */
        point: optionalName.default(''),
        /** "" for the plan that is used for these goods. */
        plan: optionalStoredCode.default(''),
      })
      .strict(),
    output: z.object({ inspection: z.string(), reinspection: z.number().int() }),
  }),
  /**
   * Records readings. `before` is what the reader saw there; another value by now, or a replaced one without a reason, refuses all
   * of them, and `faults` tell which. A blank takes a reading back.
   */
  record: command({
    permission: 'inspect',
    input: z
      .object({
        ...inspectionNamed,
        isSecond: z.boolean().default(false),
        /** How the reader writes decimals. */
        mark: z.enum(['.', ',']),
        note: freeText.default(''),
        readings: z
          .array(
            z
              .object({
                row: z.number().int().min(0),
                piece: z.number().int().min(0),
                place: z.number().int().min(0).default(0),
                typed: freeText,
                before: z.string().max(2000).default(''),
                reason: freeText.default(''),
              })
              .strict(),
          )
          .max(mostReadings),
      })
      .strict(),
    output: z.object({ readingNumber: z.number().int(), recorded: z.number().int() }),
  }),
  /** Decides a part of the goods, or all that is pending, and moves it to its status, unless that comes later. */
  decide: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['released', 'rejected'], witness: true },
    input: decideFields,
    output: z.object({
      tranche: z.number().int(),
      document: z.string(),
      pending: z.string(),
      isOver: z.boolean(),
      movements: z.array(z.number().int()),
    }),
  }),
  /** Moves what was decided and left where it was. */
  moveDecided: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['released', 'rejected'] },
    input: z.object({ ...inspectionNamed, tranche: z.number().int().min(1) }).strict(),
    output: z.object({ document: z.string(), movements: z.array(z.number().int()) }),
  }),
  /** The register of samples and retains. */
  samples: query({
    permission: 'look',
    reads: ['inspection_sample', 'product'],
    input: listInput(sampleList),
    output: pageOf(listRow(sampleList)),
  }),
  /** Draws a sample of inspected goods: it leaves the stock, and what is only looked at comes back by undoing that. */
  drawSample: command({
    permission: 'inspect',
    input: z.object({ ...inspectionNamed, ...sampleDrawn }).strict(),
    output: z.object({ sampleNumber: z.number().int(), document: z.string(), movement: z.number().int() }),
  }),
  /** Destroys a sample that was kept, before a witness. */
  destroySample: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['performed'], witness: true },
    input: z.object({ ...inspectionNamed, sampleNumber: z.number().int().min(1) }).strict(),
    output: z.object({ document: z.string() }),
  }),
  /** Gives an open inspection up of which nothing is decided yet. */
  withdraw: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z.object(inspectionNamed).strict(),
    output: z.object({ inspection: z.string() }),
  }),
  /** Goes on by the version an open inspection has, though `planVersion` of its plan is in force by now. */
  keepPlan: command({
    permission: 'status',
    reason: true,
    input: z.object({ ...inspectionNamed, planVersion: z.number().int().min(1) }).strict(),
    output: z.object({ inspection: z.string() }),
  }),
  /** Ends an open inspection and begins another by the version in force, which takes over the readings that hold under it. */
  startAnew: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z.object(inspectionNamed).strict(),
    output: z.object({ inspection: z.string(), reinspection: z.number().int(), carried: z.number().int() }),
  }),
  /** The open inspections by other versions of a plan than the one in force, the oldest first. */
  onFormer: query({
    permission: 'look',
    reads: ['inspection', 'inspection_reading', 'inspection_decision', 'inspection_plan'],
    input: z.object({ plan: storedCode }).strict(),
    output: z.object({
      inspections: z.array(onFormerShown),
      /** How many there are in all. */
      total: z.number().int(),
    }),
  }),
  /** Opens the next inspection of what was rejected, and puts that into the status it was inspected in. */
  reinspect: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['performed'] },
    input: z
      .object({ ...inspectionNamed, quantity: z.union([z.literal(''), positiveQuantityText]).default('') })
      .strict(),
    output: z.object({ inspection: z.string(), reinspection: z.number().int() }),
  }),
};
