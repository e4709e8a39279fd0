import { z } from 'zod';
import type { ReportView } from '#main/context/context.ts';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { fill } from '#main/documents/words.ts';
import { signaturesOn } from '#main/features/signing/signatures.queries.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';
import { inspectionDecisionRecord } from '#shared/inspections/records.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { ReportFact, ReportSection } from '#shared/kernel/reportModel.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';
import { codeOf } from './inspectionList.queries.ts';
import { productToInspect } from './plans.queries.ts';
import { shownInspection } from './shown.queries.ts';
import { inspectionThatHolds } from './stored.queries.ts';

type Frame = ReportView['frame'];
type Row = InspectionShown['rows'][number];

/** The record of one inspection: every reading with its verdict and who read it, the rules, the decisions and signatures. */
export const inspectionReport = defineReport({
  name: 'inspection',
  group: 'quality',
  permission: 'look',
  formats: reportFormats,
  comesFrom: '/inspections',
  parameters: z.object({ inspection: parameter.code() }).strict(),
  async make({ inspection: named }, { reader: { db }, read, frame, now, offsetMinutes, actor }) {
    const { inspections } = textsOf(frame);
    const [inspection = '', again = '0'] = named.split('/');
    if (inspection === '')
      return {
        figures: [],
        sections: [{ title: inspections.inspection, level: 1, empty: inspections.record.asks, table: noTable }],
      };
    const stored = inspectionThatHolds(db, { inspection, reinspection: Number(again) });
    const product = await read.one(productToInspect, { code: stored.values.product });
    const shown = shownInspection(db, stored, {
      ...{ productName: product?.name ?? '', today: dateOf(now, offsetMinutes), person: actor.person.id },
    });
    return {
      title: `${inspections.inspection} ${codeOf(shown)}`,
      subject: codeOf(shown),
      facts: factsOf(shown, frame),
      figures: [
        { label: inspections.done, values: [shown.done] },
        { label: inspections.record.outside, values: [shown.nonconforming.length] },
      ],
      sections: [
        samplesSection(shown, frame),
        ...shown.rows.map((row) => readingsSection(shown, row, frame)),
        decisionsSection(shown, frame),
        signaturesSection(db, shown, frame),
      ],
    };
  },
});

const noTable = { columns: [], rows: [] };

function factsOf(shown: InspectionShown, frame: Frame): ReportFact[] {
  const { inspections, fields } = textsOf(frame);
  const { product, lot, sublot, serial, unitOfMeasure } = shown;
  const text = (label: string, value: string): ReportFact => ({ label, kind: 'text', value });
  const amount = (label: string, value: string): ReportFact => text(label, `${value} ${unitOfMeasure}`);
  return [
    text(inspections.goods, formatUnit({ product, lot, sublot, serial })),
    text(fields.name, shown.productName),
    text(inspections.state, inspections.inspectionStates[shown.state]),
    text(inspections.plan, `${shown.plan} · ${shown.planVersion}`),
    amount(inspections.quantity, shown.quantity),
    amount(inspections.work.accepted, shown.accepted),
    amount(inspections.work.rejected, shown.rejected),
    amount(inspections.pending, shown.pending),
    ...(shown.supplier === '' ? [] : [text(fields.supplier, shown.supplier)]),
    ...(shown.document === '' ? [] : [text(fields.document, shown.document)]),
    ...(shown.workOrder === ''
      ? []
      : [text(fields.workOrder, [shown.workOrder, shown.run].filter(Boolean).join(' / '))]),
    ...(shown.slot === '' ? [] : [text(inspections.slot, shown.slot)]),
    ...(shown.carriedFrom === '' ? [] : [text(inspections.former.carriedFrom, shown.carriedFrom)]),
    ...(shown.followedBy === '' ? [] : [text(inspections.former.followedBy, shown.followedBy)]),
    ...(shown.reason === '' ? [] : [text(fields.reason, shown.reason)]),
  ];
}

function samplesSection(shown: InspectionShown, frame: Frame): ReportSection {
  const { inspections } = textsOf(frame);
  const { work, designators } = inspections;
  return listSection<InspectionShown['groups'][number]>({ title: work.sampling, empty: '' }, shown.groups, [
    textColumn('of', work.of, ({ of, rows }) =>
      of === 'critical' || of === 'major' || of === 'minor'
        ? designators[of]
        : (shown.rows[rows[0] ?? 0]?.balloon ?? ''),
    ),
    textColumn('rule', work.rule, ({ sampling, letter }) => [sampling, letter].filter((one) => one !== '').join(' · ')),
    { key: 'sample', header: work.sample, kind: 'integer', of: ({ sample }) => sample },
    { key: 'accept', header: work.accept, kind: 'integer', of: ({ accept }) => accept },
    { key: 'reject', header: work.reject, kind: 'integer', of: ({ reject }) => reject },
    { key: 'found', header: work.found, kind: 'integer', of: ({ nonconforming }) => nonconforming },
    textColumn('outcome', work.outcome, ({ outcome }) => work.outcomes[outcome]),
  ]);
}

/** What was read of a row, with what it took the place of. */
function readingsSection(shown: InspectionShown, row: Row, frame: Frame): ReportSection {
  const { inspections, fields } = textsOf(frame);
  const { lower, upper } = row.limits;
  const limits = [lower, upper].some((one) => one !== '')
    ? `${lower || '…'} – ${upper || '…'} ${row.unit}`
    : row.specification;
  const rule = row.rule === '' ? '' : ` · ${row.rule}`;
  type Read = {
    piece: number;
    value: string;
    verdict: Row['readings'][number]['verdict'];
    by: string;
    at: string;
    note: string;
  };
  const readings: Read[] = row.readings.map(
    ({ piece, value, verdict, readBy: by, readAt: at, former, isSecond, carriedFrom }) => ({
      ...{ piece: shown.drawn[piece] ?? piece + 1, value, verdict, by, at },
      note: [
        ...(isSecond ? [inspections.work.second] : []),
        ...(carriedFrom === '' ? [] : [fill(inspections.former.readIn, { inspection: carriedFrom })]),
        ...former.map((one) => `${one.value} (${one.readBy}): ${one.reason}`),
      ].join('; '),
    }),
  );
  const calculated = row.calculated.map(
    ({ piece, value, verdict }): Read => ({ piece: piece + 1, value, verdict, by: '', at: '', note: '' }),
  );
  return {
    ...listSection<Read>(
      { title: `${row.balloon} ${row.name}`.trim(), empty: inspections.record.notRead },
      [...readings, ...calculated],
      [
        { key: 'piece', header: inspections.record.piece, kind: 'integer', of: ({ piece }) => piece },
        textColumn('value', inspections.done, ({ value }) => value),
        textColumn('verdict', inspections.record.verdict, ({ verdict }) => inspections.verdicts[verdict]),
        textColumn('by', inspections.record.readBy, ({ by }) => by),
        { key: 'at', header: fields.at, kind: 'dateTime', of: ({ at }) => (at === '' ? null : at) },
        textColumn('note', inspections.record.replaced, ({ note }) => note),
      ],
    ),
    sentence: `${limits}${rule}`.trim(),
  };
}

function decisionsSection(shown: InspectionShown, frame: Frame): ReportSection {
  const { inspections, fields } = textsOf(frame);
  const { work } = inspections;
  return listSection<InspectionShown['decisions'][number]>(
    { title: work.decisions, empty: work.noDecision },
    shown.decisions,
    [
      { key: 'tranche', header: inspections.record.part, kind: 'integer', of: ({ tranche }) => tranche },
      textColumn('accepted', work.accepted, (one) => `${one.accepted} ${one.statusAccepted}`.trim()),
      textColumn('rejected', work.rejected, (one) => `${one.rejected} ${one.statusRejected}`.trim()),
      { key: 'document', header: work.moved, kind: 'code', of: ({ document }) => document },
      textColumn('by', inspections.record.decidedBy, ({ decidedBy }) => decidedBy),
      { key: 'at', header: fields.at, kind: 'dateTime', of: ({ decidedAt }) => decidedAt },
      textColumn('reason', fields.reason, (one) => (one.isOverride ? `${work.override}: ${one.reason}` : one.reason)),
    ],
  );
}

function signaturesSection(db: ReportView['reader']['db'], shown: InspectionShown, frame: Frame): ReportSection {
  const { inspections, signing, fields } = textsOf(frame);
  const signatures = shown.decisions.flatMap(({ tranche }) =>
    signaturesOn(
      db,
      inspectionDecisionRecord.name,
      [shown.inspection, shown.reinspection, tranche].join(partSeparator),
    ),
  );
  return listSection({ title: inspections.document.signatures, empty: inspections.document.unsigned }, signatures, [
    { key: 'at', header: fields.at, kind: 'dateTime', of: ({ at }) => at },
    textColumn('name', signing.by, ({ name }) => name),
    textColumn('meaning', signing.meaning, ({ meaning }) => signing.meanings[meaning]),
    textColumn('statement', signing.statement, ({ statement }) => statement),
  ]);
}
