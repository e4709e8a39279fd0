import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { ReportView } from '#main/context/context.ts';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { fill } from '#main/documents/words.ts';
import { signaturesOn } from '#main/features/signing/signatures.queries.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import type { ReportFact, ReportFrame, ReportSection } from '#shared/kernel/reportModel.ts';
import { inspectionPlanRecord } from '#shared/inspections/records.ts';
import type { PlanTable } from '#shared/inspections/sampling/attributes.ts';
import { curveCharts, qualitiesOf } from '#shared/inspections/sampling/curveChart.ts';
import { samplesOf } from '#shared/inspections/sampling/planSamples.ts';
import { mostInLot, type PlanSample, type WrittenRow } from '#shared/inspections/vocabulary.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';
import {
  contentOf,
  missingPlan,
  plansThatHold,
  type StoredPlan,
  tablesThatHold,
  usesThatHold,
  writtenPlan,
} from './plans.queries.ts';

/** Lots of so many pieces, where nothing else is said. */
const usualLot = 1000;

/** One version of a plan as it is written, with what its samples do. */
export const planReport = defineReport({
  name: 'plan',
  group: 'quality',
  permission: 'look',
  formats: reportFormats,
  parameters: z.object({ plan: parameter.code(), planVersion: parameter.text(), lotSize: parameter.text() }).strict(),
  async make({ plan, planVersion, lotSize }, { reader: { db }, frame }) {
    const { inspections } = textsOf(frame);
    const words = inspections.document;
    const versions = plan === '' ? [] : plansThatHold(db, plan);
    const shown =
      planVersion === '' ? versions.at(-1) : versions.find(({ version }) => version === Number(planVersion));
    if (plan !== '' && shown === undefined) throw missingPlan(plan, versions.length === 0 ? null : Number(planVersion));
    if (shown === undefined)
      return { figures: [], sections: [{ title: words.title, level: 1, empty: words.asksPlan, table: noTable }] };
    const written = writtenPlan(shown);
    const size = Math.min(mostInLot, Number(/^[1-9]\d{0,6}$/.test(lotSize) ? lotSize : usualLot));
    return {
      title: `${words.title} ${plan}`,
      subject: plan,
      facts: factsOf(shown, frame),
      figures: [{ label: inspections.rows, values: [written.rows.length] }],
      sections: [
        ...rowSections(written.rows, frame),
        ...sampleSections(shown, { size, tables: tablesThatHold(db) }, frame),
        versionsSection(versions, frame),
        usesSection(db, plan, frame),
        signaturesSection(db, shown, frame),
      ],
    };
  },
});

const noTable = { columns: [], rows: [] };
type Frame = ReportView['frame'];

function factsOf(shown: StoredPlan, frame: Frame): ReportFact[] {
  const { inspections, audit, fields } = textsOf(frame);
  const text = (label: string, value: string): ReportFact => ({ label, kind: 'text', value });
  const { isCurtailed, drawsLargest, isDecidedByAnother } = contentOf(shown);
  const basedOn = [shown.basedOn, shown.revision].filter((one) => one !== '').join(' · ');
  return [
    text(fields.name, shown.name),
    { label: inspections.version, kind: 'integer', value: shown.version },
    text(audit.fields.planState, inspections.states[shown.state]),
    { label: inspections.validFrom, kind: 'date', value: shown.validFrom },
    ...(shown.validUntil === ''
      ? []
      : [{ label: inspections.validUntil, kind: 'date', value: shown.validUntil } as const]),
    ...(basedOn === '' ? [] : [text(audit.fields.basedOn, basedOn)]),
    text(inspections.author, shown.author),
    ...(shown.approver === '' ? [] : [text(inspections.approver, shown.approver)]),
    ...(shown.note === '' ? [] : [text(inspections.write.note, shown.note)]),
    ...(drawsLargest ? [text(inspections.write.samplings, inspections.document.drawsLargest)] : []),
    ...(isCurtailed ? [text(inspections.write.isCurtailed, inspections.document.isCurtailed)] : []),
    ...(isDecidedByAnother ? [text(inspections.work.decide, inspections.work.byAnother)] : []),
  ];
}

/** What stands on paper side by side; all else that rows say is told below them, and is a column of the workbook. */
const besideEachOther = [
  ...(['balloon', 'name', 'kind', 'specification', 'unit', 'designator', 'sampling', 'places', 'formula'] as const),
  ...(['method', 'instrument'] as const),
] satisfies readonly (keyof WrittenRow)[];
const below = [
  ...(['rule', 'instruction', 'reaction', 'requirement', 'sheet', 'zone', 'geometry', 'datums', 'condition'] as const),
  ...(['sizeOf', 'side', 'needsFile', 'isDual', 'difference', 'isLongTerm', 'operation'] as const),
] satisfies readonly (keyof WrittenRow)[];

/** The rows under the names that reading a workbook knows, as texts: read again they are the same. */
function rowSections(rows: readonly WrittenRow[], frame: Frame): ReportSection[] {
  const { inspections, common } = textsOf(frame);
  const said = (row: WrittenRow, field: keyof WrittenRow): string => {
    const value = row[field];
    if (typeof value === 'boolean') return value ? common.yes : '';
    if (field === 'kind') return row.kind === '' ? '' : inspections.kinds[row.kind];
    if (field === 'designator') return row.designator === '' ? '' : inspections.designators[row.designator];
    if (field === 'geometry') return row.geometry === '' ? '' : inspections.geometries[row.geometry];
    if (field === 'side') return row.side === '' ? '' : inspections.sides[row.side];
    return field === 'places' && value === 1 ? '' : String(value ?? '');
  };
  const used = (field: keyof WrittenRow): boolean => rows.some((row) => said(row, field) !== '');
  const column = (field: keyof WrittenRow) =>
    textColumn<WrittenRow>(field, inspections.row[field], (row) => said(row, field));
  const more = rows.flatMap((row) =>
    below.flatMap((field) => {
      const text = said(row, field);
      const of = row.balloon === '' ? row.name : row.balloon;
      return text === '' ? [] : [{ of, what: inspections.row[field], text }];
    }),
  );
  return [
    listSection({ title: inspections.rows, empty: '' }, rows, [
      ...besideEachOther.filter(used).map(column),
      ...below.filter(used).map((field) => ({ ...column(field), sheetOnly: true as const })),
    ]),
    ...(more.length === 0
      ? []
      : [
          listSection({ title: inspections.document.more, empty: '' }, more, [
            textColumn('of', inspections.row.balloon, ({ of }) => of),
            textColumn('what', inspections.document.field, ({ what }) => what),
            textColumn('text', inspections.document.text, ({ text }) => text),
          ]),
        ]),
  ];
}

type Lot = { size: number; tables: readonly PlanTable[] };

function sampleSections(shown: StoredPlan, lot: Lot, frame: Frame): ReportSection[] {
  const { samples: words, designators } = textsOf(frame).inspections;
  const found = samplesOf(contentOf(shown), lot);
  const figures = new Intl.NumberFormat(frame.locale, { maximumSignificantDigits: 3 });
  const count = new Intl.NumberFormat(frame.locale).format(lot.size);
  const sentence = `${words.lotSize}: ${count}. ${words.help}`;
  if ('missing' in found) {
    const { issue, written } = found.missing;
    return [
      {
        title: words.title,
        level: 1,
        sentence: `${words.lotSize}: ${count}. ${fill(words.missing[issue], { written })}`,
      },
    ];
  }
  const nameOf = ({ of, rows }: PlanSample): string =>
    of === '' ? fill(words.rows, { rows: rows.join(', ') }) : designators[of];
  const quality = (percent: number, place: 0 | 1 | 2) =>
    textColumn<PlanSample>(`at${percent}`, fill(words.at, { percent: String(percent) }), (one) =>
      one.isWhole ? '' : `${figures.format(qualitiesOf(one)[place])}${one.countsDefects ? '' : ' %'}`,
    );
  const charts = curveCharts(found.samples, {
    ...{ description: words.curve, accepted: words.accepted, nonconforming: words.nonconforming },
    ...{ defects: words.defects, number: (value) => figures.format(value) },
    nameOf,
  });
  return [
    {
      ...listSection<PlanSample>({ title: words.title, empty: '' }, found.samples, [
        textColumn('of', words.rule, nameOf),
        textColumn('written', words.written, ({ written }) => written),
        { key: 'letter', header: words.letter, kind: 'code', of: ({ letter }) => letter },
        { key: 'sample', header: words.sample, kind: 'integer', of: ({ sample }) => sample },
        {
          key: 'accept',
          header: words.accept,
          kind: 'integer',
          of: (one) => (one.byVariables === null ? one.accept : null),
        },
        {
          key: 'reject',
          header: words.reject,
          kind: 'integer',
          of: (one) => (one.byVariables === null ? one.reject : null),
        },
        quality(95, 0),
        quality(50, 1),
        quality(10, 2),
      ]),
      sentence: charts.length === 0 ? `${words.lotSize}: ${count}. ${words.noCurve}` : sentence,
    },
    ...charts.map((chart): ReportSection => ({ title: words.curve, level: 2, chart })),
  ];
}

function versionsSection(versions: readonly StoredPlan[], frame: ReportFrame): ReportSection {
  const { inspections, audit } = textsOf(frame);
  return listSection({ title: inspections.page.versions, empty: '' }, versions.toReversed(), [
    { key: 'version', header: inspections.version, kind: 'integer', of: ({ version }) => version },
    textColumn('state', audit.fields.planState, ({ state }) => inspections.states[state]),
    { key: 'from', header: inspections.validFrom, kind: 'date', of: ({ validFrom }) => validFrom },
    {
      key: 'until',
      header: inspections.validUntil,
      kind: 'date',
      of: ({ validUntil }) => (validUntil === '' ? null : validUntil),
    },
    textColumn('author', inspections.author, ({ author }) => author),
    textColumn('approver', inspections.approver, ({ approver }) => approver),
    textColumn('note', inspections.write.note, ({ note }) => note),
  ]);
}

function usesSection(db: Database, plan: string, frame: ReportFrame): ReportSection {
  const { inspections, fields, audit } = textsOf(frame);
  const uses = usesThatHold(db).filter((use) => use.plan === plan);
  return listSection({ title: inspections.usedFor, empty: inspections.page.unused }, uses, [
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    textColumn('category', fields.category, ({ category }) => category),
    { key: 'supplier', header: fields.supplier, kind: 'code', of: ({ supplier }) => supplier },
    textColumn('operation', audit.fields.atOperation, ({ operation }) => operation),
  ]);
}

function signaturesSection(db: Database, { plan, version }: StoredPlan, frame: ReportFrame): ReportSection {
  const { inspections, signing, fields } = textsOf(frame);
  const { signatures, unsigned } = inspections.document;
  const key = [plan, version].join(partSeparator);
  return listSection(
    { title: signatures, empty: unsigned },
    signaturesOn(db, inspectionPlanRecord.name, key).toReversed(),
    [
      { key: 'at', header: fields.at, kind: 'dateTime', of: ({ at }) => at },
      textColumn('name', signing.by, ({ name }) => name),
      textColumn('meaning', signing.meaning, ({ meaning }) => signing.meanings[meaning]),
      textColumn('statement', signing.statement, ({ statement }) => statement),
      textColumn('superseded', inspections.document.superseded, (one) =>
        one.superseded ? inspections.document.superseded : '',
      ),
    ],
  );
}
