import { trailTime } from '#main/features/security/identity.queries.ts';
import { openInspection, type ToInspect } from '#main/features/inspections/opening.actions.ts';
import { writeDraft } from '#main/features/inspections/plans.actions.ts';
import { plansThatHold } from '#main/features/inspections/plans.queries.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import type { InspectionState, KeptReading } from '#shared/inspections/inspectionVocabulary.ts';
import {
  inspectionDecisionRecord,
  inspectionPlanRecord,
  inspectionReadingRecord,
  inspectionRecord,
  planUseRecord,
} from '#shared/inspections/records.ts';
import { type WrittenRow, writtenRow } from '#shared/inspections/vocabulary.ts';
import type { Moment, PlainDate } from '#shared/kernel/dates.ts';
import { msg } from '#shared/kernel/message.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';

const inspector = 'ines';
const manager = 'quentin';

/** An inspection, with what was read by row, and what became of it. */
type DemoInspection = Partial<ToInspect> & {
  read: readonly (readonly string[])[];
  state: InspectionState;
  /** The document of the goods' own history by which they were released. */
  released?: string;
};
type DemoOffice = {
  plan: { name: string; basedOn: string; revision: string; samplings: string; rows: readonly Partial<WrittenRow>[] };
  product: string;
  unitOfMeasure: string;
  inspections: readonly DemoInspection[];
};

/** What is inspected in the demo plants: a plan in force, and inspections in every state. */
const officeOf: Readonly<Record<DemoPlant, DemoOffice>> = {
  food: {
    plan: {
      ...{ name: 'Apricot preserve, final', basedOn: 'Recipe JAM-APR', revision: 'F', samplings: '5' },
      rows: [
        { balloon: '1', name: 'Net mass', specification: '340–352', unit: 'g', instrument: 'Scale' },
        { balloon: '2', name: 'Dry matter', specification: '62.0–66.0 target 64.0', unit: '°Bx', rule: 'rounded' },
        { balloon: '3', name: 'pH', specification: '3.1–3.5', unit: 'pH', instrument: 'pH meter' },
        { balloon: '4', name: 'Vacuum of the lid', specification: 'min 0.30', unit: 'bar' },
        {
          ...{ balloon: '5', name: 'Glass and foreign matter', kind: 'attribute', designator: 'critical' },
          reaction: 'Hold the lot and tell the quality manager',
        },
      ],
    },
    product: 'JAM-APR',
    unitOfMeasure: 'EA',
    inspections: [
      {
        ...{ lot: 'JA-1062', point: 'output', document: 'WO-1353', quantity: 987 * oneUnit, location: 'FINISHED' },
        read: [
          ['345', '344', '346', '345', '347'],
          ['64.1', '64.0', '63.8', '64.3', '64.1'],
          ['3.28', '3.3', '3.29', '3.31', '3.3'],
          ['0.42', '0.41', '0.43', '0.42', '0.4'],
          ['ok', 'ok', 'ok', 'ok', 'ok'],
        ],
        ...{ state: 'decided', released: 'QC-5293' },
      },
      {
        ...{ lot: 'JA-1064', point: 'output', document: 'WO-1355', quantity: 996 * oneUnit, location: 'FINISHED' },
        ...{ read: [], state: 'notDrawn' },
      },
      {
        ...{ lot: 'JA-1063', point: 'output', document: 'WO-1354', quantity: 968 * oneUnit, location: 'FINISHED' },
        ...{ read: [['345']], state: 'withdrawn', reason: 'Opened twice' },
      },
      {
        ...{ lot: 'JA-1058', point: 'return', document: 'RT-0155', quantity: 24 * oneUnit, location: 'QUARANTINE' },
        read: [
          ['346', '345', '344'],
          ['64.2', '66.4'],
          ['3.3', '3.31'],
        ],
        state: 'open',
      },
    ],
  },
  device: {
    plan: {
      ...{ name: 'Nebulizer, final', basedOn: 'Test plan NEB-200', revision: '7', samplings: '100 %' },
      rows: [
        { balloon: '1', name: 'Aerosol output', specification: '0.25–0.45', unit: 'ml/min', designator: 'critical' },
        { balloon: '2', name: 'Mean droplet size', specification: '4.0 ± 0.8', unit: 'µm', designator: 'critical' },
        { balloon: '3', name: 'Leak current', specification: 'max 100', unit: 'µA', designator: 'critical' },
        { balloon: '4', name: 'Marks legible', kind: 'attribute', designator: 'minor' },
      ],
    },
    product: 'NEB-200',
    unitOfMeasure: 'EA',
    inspections: [
      {
        ...{ serial: 'NB-02297', point: 'output', document: 'MO-3341', quantity: oneUnit, location: 'BURN-IN' },
        ...{ read: [['0.34'], ['4.1'], ['38'], ['ok']], state: 'decided', released: 'BI-02297' },
      },
      {
        ...{ serial: 'NB-02252', point: 'return', document: 'RM-0023', quantity: oneUnit, location: 'QUARANTINE' },
        ...{ read: [['0.21'], ['4.3']], state: 'open' },
      },
    ],
  },
};

type At = { now: Moment; today: PlainDate };

export async function addDemoInspections(work: Work, plant: DemoPlant, { now, today }: At): Promise<void> {
  const { plan, product, unitOfMeasure, inspections } = officeOf[plant];
  const { samplings: drawn, rows, ...said } = plan;
  const samplings = { critical: drawn, major: drawn, minor: drawn };
  writeDraft(
    work,
    inspector,
    { plan: 'PL-2', planVersion: 1, version: 0 },
    {
      ...{ ...said, samplings, validFrom: today, validUntil: '', note: '' },
      ...{ isCurtailed: false, drawsLargest: true, isDecidedByAnother: false },
      rows: rows.map((row) => writtenRow.parse(row)),
    },
  );
  const [draft] = plansThatHold(work.db, 'PL-2');
  if (draft === undefined) throw new Error('no plan PL-2');
  const { version, state: _draft, recordVersion: _count, ...same } = draft;
  saveRecord(work, inspectionPlanRecord, {
    ...{ ...same, planVersion: version, planState: 'approved', validUntil: null, approver: manager },
  });
  const use = { product, category: '', supplier: '', atOperation: '', plan: 'PL-2', frequency: null };
  saveRecord(work, planUseRecord, { ...use, reason: 'First plan of this product' });
  for (const one of inspections) await addInspection(work, one, { now, product, unitOfMeasure, plan: draft });
}

async function addInspection(
  work: Work,
  { read, state, released, ...goods }: DemoInspection,
  { now, product, unitOfMeasure, plan }: { now: Moment; product: string; unitOfMeasure: string; plan: Plan },
): Promise<void> {
  const opened = await openInspection(
    work,
    { ...blank, ...goods, product, unitOfMeasure },
    {
      ...{ plan, why: msg`Plan for ${msg`product ${product}`}`, by: { person: inspector, now } },
      state: state === 'notDrawn' ? 'notDrawn' : 'open',
    },
  );
  const { inspection, reinspection } = opened;
  const at = trailTime(work.db, now);
  const readings = read.flatMap((values, row) =>
    values.map((value, piece): KeptReading => ({ row, piece, place: 0, value, typed: value, reason: '' })),
  );
  if (readings.length > 0)
    saveRecord(work, inspectionReadingRecord, {
      ...{ inspection, reinspection, readingNumber: 1, readBy: inspector, readAt: at, isSecond: 0, note: '' },
      carriedFrom: null,
      readings: JSON.stringify(readings),
      readingsSaid: readings.map(({ row, piece, value }) => `${row + 1} (${piece + 1}): ${value}`).join('; '),
    });
  if (released !== undefined)
    saveRecord(work, inspectionDecisionRecord, {
      ...{ inspection, reinspection, tranche: 1, accepted: opened.quantity, rejected: 0, statusAccepted: 'A' },
      ...{ statusRejected: '', serials: JSON.stringify({ accepted: [], rejected: [] }), proposal: 'accept' },
      ...{ isOverride: 0, document: released, reason: 'By the readings', decidedBy: manager, decidedAt: at },
    });
  if (state === 'decided' || state === 'withdrawn')
    saveRecord(work, inspectionRecord, { ...opened, inspectionState: state, endedAt: at });
}

type Plan = Parameters<typeof openInspection>[2]['plan'];

const blank: Omit<ToInspect, 'product' | 'unitOfMeasure'> = {
  ...{ point: '', lot: '', sublot: '', serial: '', supplier: '', document: '', line: '', location: '' },
  ...{ statusFrom: 'Q', quantity: 0, reason: '', serials: [] },
};
