import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { vouchedValues } from '#main/store/vouchedRecords.ts';
import { piecesIn } from '#shared/inspections/pieces.ts';
import { type Progress, progressOf, readingsOf } from '#shared/inspections/progress.ts';
import type { Readings } from '#shared/inspections/judging.ts';
import {
  inspectionDecisionRecord,
  type InspectionDecisionValues,
  inspectionReadingRecord,
  type InspectionReadingValues,
  inspectionRecord,
  type InspectionValues,
} from '#shared/inspections/records.ts';
import {
  frozenContent,
  type FrozenContent,
  keptReading,
  type KeptReading,
} from '#shared/inspections/inspectionVocabulary.ts';
import { productRecord } from '#shared/products/records.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { z } from 'zod';

/** Which inspection is meant; without a `reinspection` the last. */
export type InspectionNamed = { inspection: string; reinspection: number | null };

/** Readings as they were recorded in one go. */
export type ReadingEntry = Omit<InspectionReadingValues, 'readings' | 'isSecond'> & {
  isSecond: boolean;
  readings: KeptReading[];
};

/** An inspection with all that was read and decided of it, each compared with the journal. */
export type StoredInspection = {
  values: InspectionValues;
  /** How often its record changed. */
  version: number;
  frozen: FrozenContent;
  entries: ReadingEntry[];
  readings: Readings;
  decisions: InspectionDecisionValues[];
  progress: Progress;
  /** Not decided yet, in millionths. */
  pending: number;
  unitOfMeasure: string;
  /** How often it was done again so far: the number of the last. */
  last: number;
};

const keptReadings = z.array(keptReading);

/** @throws LotlineError NOT_FOUND */
export function inspectionThatHolds(db: Database, { inspection, reinspection }: InspectionNamed): StoredInspection {
  const all = vouchedValues(db, inspectionRecord, inspection);
  const last = Math.max(0, ...all.map((one) => one.reinspection));
  const found = all.find((one) => one.reinspection === (reinspection ?? last));
  if (found === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no inspection ${inspection}. Check the number.`, {
      field: 'inspection',
    });
  const isIts = (one: { reinspection: number }): boolean => one.reinspection === found.reinspection;
  const entries = vouchedValues(db, inspectionReadingRecord, inspection)
    .filter(isIts)
    .map((one) => ({
      ...one,
      isSecond: one.isSecond === 1,
      readings: keptReadings.parse(JSON.parse(one.readings)),
    }));
  const decisions = vouchedValues(db, inspectionDecisionRecord, inspection).filter(isIts);
  const { version, ...values } = found;
  const frozen = frozenContent.parse(JSON.parse(found.content));
  const readings = readingsOf(entries);
  const unitOfMeasure = unitOf(db, found.product);
  const pieces = piecesIn(found.quantity, unitOfMeasure);
  return {
    ...{ values, version, frozen, entries, readings, decisions, unitOfMeasure, last },
    progress: progressOf(frozen, readings, { quantity: found.quantity, pieces }),
    pending: pendingOf(found, decisions),
  };
}

const unitOf = (db: Database, code: string): string => vouchedValues(db, productRecord, code)[0]?.unit ?? '';

/** Whether an inspection is of a piece: of several that came in together it names each. */
export const isOf = ({ frozen: { serials } }: Pick<StoredInspection, 'frozen'>, serial: string): boolean =>
  serials.length === 0 || serial === '' || serials.some((one) => one.serial === serial);

/** Whether an inspection is in the way of no other: goods in stock that are looked at from time to time, and runs, are free meanwhile. */
export const standsBeside = ({ point, workOrder }: { point: string; workOrder?: string | null }): boolean =>
  point === 'periodic' || (workOrder ?? '') !== '';

/** Accepted, rejected, gone and pending are the whole, always. */
export const pendingOf = (
  { quantity, gone, inspectionState }: Pick<InspectionValues, 'quantity' | 'gone' | 'inspectionState'>,
  decisions: readonly Pick<InspectionDecisionValues, 'accepted' | 'rejected'>[],
): number =>
  inspectionState === 'open'
    ? decisions.reduce((left, { accepted, rejected }) => left - accepted - rejected, quantity - gone)
    : 0;

/** The last number given so far; inspections are never deleted. */
export const lastNumbered = query((tables) =>
  tables.selectFrom('inspection').select('inspection').where('reinspection', '=', 0).orderBy('id', 'desc').limit(1),
);

/** The inspections of goods in a state, by their product and lot. */
export const inspectionsOfLot = query((tables, { product, lot }: { product: string; lot: string }) =>
  tables
    .selectFrom('inspection')
    .select(['inspection', 'reinspection', 'point', 'sublot', 'serial', 'plan', 'document', 'line'])
    .select('inspection_state as state')
    .where('product', '=', product)
    .where('lot', '=', lot)
    .orderBy('id'),
);

export const isAnyOpen = query((tables) =>
  tables.selectFrom('inspection').select('id').where('inspection_state', '=', 'open').limit(1),
);

export const isAnyUnmoved = query((tables) =>
  tables.selectFrom('inspection_decision').select('id').where('document', '=', '').limit(1),
);

/** How many are open, and when the first of them was opened. */
export const openInspections = query((tables) =>
  tables
    .selectFrom('inspection')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('opened_at').as('first'),
      fn.min('due_until').as('until'),
    ])
    .where('inspection_state', '=', 'open'),
);

export const numberAfter = async (read: Pick<Read, 'one'>): Promise<string> =>
  `IN-${Number((await read.one(lastNumbered))?.inspection.slice(3) ?? 0) + 1}`;

/** Whether a document is that of a decision of an inspection. */
export const decisionWith = query((tables, { document }: { document: string }) =>
  tables.selectFrom('inspection_decision').select('id').where('document', '=', document).limit(1),
);
