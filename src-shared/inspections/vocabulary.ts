import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import { freeText, optionalName } from '#shared/kernel/fields.ts';

/** What a characteristic is, by what is written down of it. */
export const characteristicKinds = [
  /** A measured figure, held against limits. */
  'number',
  /** Conforms or does not. */
  'attribute',
  /** One of some answers, of which some are right. */
  'choice',
  /** Nonconformities counted on a piece. */
  'count',
  /** A remark, which is not judged. */
  'text',
  /** A photograph, which is judged by who took it. */
  'picture',
  /** A figure that a formula makes of other rows. */
  'calculated',
] as const;
export type CharacteristicKind = (typeof characteristicKinds)[number];

/** How a drawing or a specification says what is allowed. */
export const limitKinds = ['tolerance', 'minMax', 'basic', 'reference'] as const;
export type LimitKind = (typeof limitKinds)[number];

export const roundings = ['halfEven', 'halfUp'] as const;
export type Rounding = (typeof roundings)[number];

export const verdicts = ['pass', 'conditionalPass', 'conditionalFail', 'fail', 'unjudged'] as const;
export type Verdict = (typeof verdicts)[number];

/** What hangs on a characteristic; "key" and "customer" count as major where nonconformities are counted by class. */
export const designators = ['critical', 'major', 'minor', 'key', 'customer'] as const;
export type Designator = (typeof designators)[number];

/** The classes in which nonconformities are counted, each for itself. */
export const defectClasses = ['critical', 'major', 'minor'] as const;
export type DefectClass = (typeof defectClasses)[number];

export const samplingKinds = ['all', 'fixed', 'percent', 'root', 'attributes', 'table', 'variables'] as const;
export type SamplingKind = (typeof samplingKinds)[number];

export const inspectionLevels = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'] as const;
export type InspectionLevel = (typeof inspectionLevels)[number];

/** Acceptance quality limits: nonconforming per cent, or nonconformities per hundred units where they are above 10. */
export const aqls: readonly Aql[] = [
  ...['0.010', '0.015', '0.025', '0.040', '0.065', '0.10', '0.15', '0.25', '0.40', '0.65', '1.0', '1.5', '2.5'],
  ...['4.0', '6.5', '10', '15', '25', '40', '65', '100', '150', '250', '400', '650', '1000'],
];
export type Aql = string;

export const severities = ['normal', 'tightened', 'reduced'] as const;
export type Severity = (typeof severities)[number];

/** How severe inspection becomes by the results of lots; schemes are never mixed. */
export const switchingSchemes = ['none', 'MIL-STD-105E', 'ISO 2859-1'] as const;
export type SwitchingScheme = (typeof switchingSchemes)[number];

/** Geometrical tolerances (ISO 1101, ASME Y14.5), by what they say of a feature. */
export const geometries = [
  ...(['straightness', 'flatness', 'circularity', 'cylindricity', 'lineProfile', 'surfaceProfile'] as const),
  ...(['angularity', 'perpendicularity', 'parallelism', 'position', 'concentricity', 'symmetry'] as const),
  ...(['circularRunout', 'totalRunout'] as const),
] as const;
export type GeometryKind = (typeof geometries)[number];

/** Regardless of the feature's size, or with a bonus as it departs from its maximum or least material. */
export const materialConditions = ['RFS', 'MMC', 'LMC'] as const;
export type MaterialCondition = (typeof materialConditions)[number];

/** What the size of a feature is of: of a hole or slot, or of a shaft or tab. */
export const featureSides = ['internal', 'external'] as const;

export const planStates = ['draft', 'approved', 'withdrawn'] as const;
export type PlanState = (typeof planStates)[number];

/** How a version of a plan stands on a day. */
export const planStandings = ['draft', 'coming', 'inForce', 'superseded', 'ended', 'withdrawn'] as const;
export type PlanStanding = (typeof planStandings)[number];

/** A decimal as it is planned; "" for none. That it is one is judged where its row can be named. */
const decimal = z.string().max(32);
const count = (most: number) => z.number().int().min(0).max(most);

export const samplingRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }).strict(),
  z.object({ kind: z.literal('fixed'), pieces: count(100_000), accept: count(100_000) }).strict(),
  /** Of the lot, and at least so many; a part of a piece is one. */
  z.object({ kind: z.literal('percent'), percent: decimal, least: count(100_000), accept: count(100_000) }).strict(),
  /** The square root of the lot, and one more. */
  z.object({ kind: z.literal('root'), accept: count(100_000) }).strict(),
  z
    .object({
      kind: z.literal('attributes'),
      level: z.enum(inspectionLevels),
      aql: z.string().max(8),
      scheme: z.enum(switchingSchemes),
    })
    .strict(),
  /** A table of the plant, by its name. */
  z.object({ kind: z.literal('table'), table: optionalName }).strict(),
  /** By the mean and deviation of so many readings: at least k deviations inside, or at most so many per cent estimated beyond; "" for the other. `sigma` is the deviation where it is known. */
  z
    .object({ kind: z.literal('variables'), sample: count(100_000), k: decimal, most: decimal, sigma: decimal })
    .strict(),
]);
export type SamplingRule = z.infer<typeof samplingRule>;

const plannedLimits = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tolerance'), nominal: decimal, plus: decimal, minus: decimal }).strict(),
  z.object({ kind: z.literal('minMax'), lower: decimal, upper: decimal, target: decimal }).strict(),
  /** Reported and not judged: an exact dimension that others are toleranced from, or one for information. */
  z.object({ kind: z.enum(['basic', 'reference']), nominal: decimal }).strict(),
]);
/** Limits as they are planned; "" for what is not said. */
export type PlannedLimits = z.infer<typeof plannedLimits>;

/**
 * How a reading is held against a limit, which a statement of conformity must name (ISO/IEC 17025, 7.8.6): as it is; after
 * rounding to the places of the limit (ASTM E29, rounding method) or to places of its own; or with a guard band, within which
 * it is said to pass or fail on condition.
 */
const decisionRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('simple') }).strict(),
  z.object({ kind: z.literal('rounded'), places: count(10).nullable(), rounding: z.enum(roundings) }).strict(),
  z.object({ kind: z.literal('guarded'), guard: decimal }).strict(),
]);
export type DecisionRule = z.infer<typeof decisionRule>;

const geometry = z
  .object({
    kind: z.enum(geometries),
    datums: optionalName,
    condition: z.enum(materialConditions),
    /** The row with the size of the feature, and which side of the material it is. */
    sizeOf: optionalName,
    side: z.enum(featureSides),
  })
  .strict();
export type Geometry = z.infer<typeof geometry>;

/** One row of a plan. What it does not say is "", or null. */
export const characteristic = z
  .object({
    /** Its number on the drawing or in the specification: 12, 12.1. It names the row. */
    balloon: optionalName,
    name: optionalName,
    kind: z.enum(characteristicKinds),
    designator: z.enum(designators),
    sheet: optionalName.default(''),
    zone: optionalName.default(''),
    /** As it is printed there. */
    requirement: freeText.default(''),
    unit: optionalName.default(''),
    limits: plannedLimits.nullable().default(null),
    rule: decisionRule.default({ kind: 'simple' }),
    geometry: geometry.nullable().default(null),
    /** Readings wanted of each piece. */
    places: z.number().int().min(1).max(50).default(1),
    /** Of a choice: the answers, and which are right. */
    choices: z
      .array(z.object({ answer: optionalName, isRight: z.boolean() }).strict())
      .max(50)
      .default([]),
    /** Of a count: so many on a piece still conform. */
    most: count(100_000).default(0),
    /** What a calculated row is, or what else its readings must fulfil. */
    formula: freeText.default(''),
    /** Null where it is that of its class. */
    sampling: samplingRule.nullable().default(null),
    method: optionalName.default(''),
    instrument: optionalName.default(''),
    instruction: freeText.default(''),
    /** What to do where it is out, and who is told. */
    reaction: freeText.default(''),
    /** A photograph or file is needed. */
    needsFile: z.boolean().default(false),
    /** A second person reads as well, without seeing the first reading; they may differ by so much. */
    isDual: z.boolean().default(false),
    difference: decimal.default(''),
    /** It may be finished after the decision. */
    isLongTerm: z.boolean().default(false),
    /** At which operation it is inspected; "" for that of the whole plan. */
    operation: optionalName.default(''),
  })
  .strict();
export type Characteristic = z.infer<typeof characteristic>;

/** The most rows of a plan. */
export const mostRows = 500;

/** What a version of a plan says: its rows, and how many pieces are drawn by class where a row says nothing of its own. */
export const planContent = z
  .object({
    characteristics: z.array(characteristic).min(1).max(mostRows),
    samplings: z.object({ critical: samplingRule, major: samplingRule, minor: samplingRule }).strict(),
    /** Inspection may end as soon as the rejection number is reached. */
    isCurtailed: z.boolean().default(false),
    /** The largest sample of the classes is drawn for all of them. */
    drawsLargest: z.boolean().default(true),
    /** Whoever recorded a reading does not decide by it. */
    isDecidedByAnother: z.boolean().default(false),
  })
  .strict();
export type PlanContent = z.infer<typeof planContent>;

/**
 * A row of a plan as people write it, in a grid or a workbook: figures, limits and samplings as texts, which writtenRows.ts
 * reads.
 */
export const writtenRow = z
  .object({
    balloon: optionalName.default(''),
    name: optionalName.default(''),
    /** "" for a number, and for major. */
    kind: z.enum(['', ...characteristicKinds]).default(''),
    designator: z.enum(['', ...designators]).default(''),
    /** "12 ± 0.5", "11.0–13.0", "max 0.9"; of a choice its answers, the right ones before a bar; of a count how many are let. */
    specification: freeText.default(''),
    unit: optionalName.default(''),
    places: z.number().int().min(1).max(50).nullable().default(null),
    formula: freeText.default(''),
    /** "100 %", "5", "10 % Ac 1", "II 0.65"; "" for that of its class. */
    sampling: optionalName.default(''),
    /** "", "rounded 2 half-up", "guard 0.002". */
    rule: optionalName.default(''),
    method: optionalName.default(''),
    instrument: optionalName.default(''),
    requirement: freeText.default(''),
    sheet: optionalName.default(''),
    zone: optionalName.default(''),
    instruction: freeText.default(''),
    reaction: freeText.default(''),
    geometry: z.enum(['', ...geometries]).default(''),
    datums: optionalName.default(''),
    condition: z.enum(['', ...materialConditions]).default(''),
    sizeOf: optionalName.default(''),
    side: z.enum(['', ...featureSides]).default(''),
    needsFile: z.boolean().default(false),
    isDual: z.boolean().default(false),
    difference: optionalName.default(''),
    isLongTerm: z.boolean().default(false),
    operation: optionalName.default(''),
  })
  .strict();
export type WrittenRow = z.infer<typeof writtenRow>;

/** The most rows of a plan table. */
export const mostTableRows = 200;

/** A row of a plan table as people write it: "2–8", "up to 4,800", "over 240,000"; rejected is one more than accepted unless said. */
export const writtenTableRow = z
  .object({
    lots: optionalName,
    sample: count(1_000_000).min(1),
    accept: count(1_000_000),
    reject: count(1_000_001).nullable().default(null),
  })
  .strict();
export type WrittenTableRow = z.infer<typeof writtenTableRow>;

/** A plan table, and the plans whose rules name it. */
export const planTableShown = z.object({
  table: z.string(),
  source: z.string(),
  edition: z.string(),
  rows: z.array(writtenTableRow),
  plans: z.array(z.string()),
  version: z.number().int(),
});

/** Lots of up to so many pieces; null for all larger ones. */
export const tableRow = z
  .object({
    upTo: z.number().int().nullable(),
    sample: count(1_000_000),
    accept: count(1_000_000),
    reject: count(1_000_001),
  })
  .strict();
export type TableRow = z.infer<typeof tableRow>;

/** The largest lot whose samples are shown. */
export const mostInLot = 1_000_000;
const ofClass = z.enum(['', ...defectClasses]);

/**
 * What one rule of a plan draws from a lot: `of` is its class, "" for rows with a rule of their own, which `rows` name. With
 * `countsDefects` it counts nonconformities, of which a unit may have several, and not nonconforming units.
 */
export const planSampleShown = z.object({
  of: ofClass,
  rows: z.array(z.string()),
  written: z.string(),
  letter: z.string(),
  sample: z.number().int(),
  accept: z.number().int(),
  reject: z.number().int(),
  isWhole: z.boolean(),
  countsDefects: z.boolean(),
  /** Where readings are judged by their mean and deviation: the k it comes to, and whether the deviation is known. */
  byVariables: z.object({ k: z.number(), isKnown: z.boolean() }).nullable(),
});
export type PlanSample = z.infer<typeof planSampleShown>;

/** Why a rule gives no sample. */
export const noSamples = ['noPieces', 'noTable', 'outsideTable'] as const;
export type NoSample = (typeof noSamples)[number];
/** The class whose rule gives none, or the row that has it. */
export const missingSample = z.object({ issue: z.enum(noSamples), of: ofClass, row: z.string(), written: z.string() });
export type MissingSample = z.infer<typeof missingSample>;

/** The list of plans, each by the version in force, or else by its last. Without a sort it is in the order of their codes. */
export const planList = defineList({
  name: 'plans',
  texts: 'inspections.plans.list',
  cells: {
    plan: { kind: 'code', header: 'inspections.plan', page: 'plan', sorts: true, filters: true, width: 140 },
    name: { kind: 'text', header: 'fields.name', sorts: true, filters: true, width: 240 },
    planVersion: { kind: 'integer', header: 'inspections.version', width: 90 },
    standing: {
      kind: 'choice',
      header: 'inspections.standing',
      values: planStandings,
      said: 'inspections.standings',
      filters: true,
      width: 140,
    },
    validFrom: { kind: 'date', header: 'inspections.validFrom', sorts: true, filters: true, width: 132 },
    validUntil: { kind: 'date', header: 'inspections.validUntil', sorts: true, filters: true, width: 132 },
    rows: { kind: 'integer', header: 'inspections.rows', sorts: true, width: 130 },
    usedFor: { kind: 'text', header: 'inspections.usedFor', filters: true, width: 240 },
    draft: { kind: 'integer', header: 'inspections.draftVersion', width: 120 },
    approver: { kind: 'text', header: 'inspections.approver', extra: true, filters: true, width: 150 },
  },
});
