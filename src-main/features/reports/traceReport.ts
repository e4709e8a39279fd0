import { fill } from '#main/documents/words.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import type { ReportModel, ReportPicture, ReportSection } from '#shared/kernel/reportModel.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { TraceAnswer } from '#shared/trace/contract.ts';
import {
  atColumn,
  breaksSection,
  documentColumn,
  framed,
  listSection,
  measured,
  numberOf,
  partnerColumns,
  quantityColumn,
  type ReportFrame,
  sayUnitShort,
  textsOf,
  unitColumns,
  workOrderColumn,
} from './reportFrame.ts';

type Parts = {
  answer: TraceAnswer;
  dated: boolean;
  picture: ReportPicture;
  /** The signatures on decisions about what was asked. */
  signatures: readonly SignedUnit[];
  frame: ReportFrame;
};
export type SignedUnit = Unit & { signature: Signature };

/** A trace on paper: how complete it is, a small picture, then every list whole. */
export function traceReport({ answer, dated, picture, signatures, frame }: Parts): ReportModel {
  const { trace, reports, common } = textsOf(frame);
  const roots = answer.roots.map(sayUnitShort);
  return {
    ...framed(frame),
    title: fill(reports.traceTitle, { direction: trace[answer.direction], what: saidShort(roots, common.more) }),
    statement: answer.direction === 'upstream' ? reports.upstreamStatement : reports.downstreamStatement,
    facts: answer.roots.map((root) => ({
      label: frame.products.get(root.product)?.name ?? root.product,
      kind: 'code',
      value: sayUnitShort(root),
    })),
    filters: dated ? [{ label: trace.dated, value: common.yes }] : [],
    figures: [
      { label: trace.tabs.units, values: [answer.units.length] },
      { label: trace.tabs.runs, values: [answer.runs.length] },
      answer.direction === 'upstream'
        ? { label: trace.tabs.receipts, values: [answer.receipts.length] }
        : { label: trace.tabs.shipments, values: [answer.shipments.length] },
      { label: trace.tabs.breaks, values: [answer.breaks.length] },
    ],
    sections: [
      { title: trace.graph.title, level: 1, picture },
      ...(signatures.length === 0 ? [] : [signaturesSection(signatures, frame)]),
      breaksSection(frame, answer.breaks),
      unitsSection(answer, frame),
      runsSection(answer, frame),
      linksSection(answer, frame),
      receiptsSection(answer, frame),
      shipmentsSection(answer, frame),
    ],
  };
}

/** A title names the first; the rest stand in the facts. */
export function saidShort(names: readonly string[], more: { other: string } | string): string {
  const rest = names.length - 1;
  if (rest < 1) return names[0] ?? '';
  return `${names[0]} ${fill(typeof more === 'string' ? more : more.other, { count: String(rest) })}`;
}

/** Who signed what about the goods, in the words of the signature. */
function signaturesSection(signatures: readonly SignedUnit[], frame: ReportFrame): ReportSection {
  const { signing, fields } = textsOf(frame);
  return listSection({ title: signing.title, empty: signing.none }, signatures, [
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    { key: 'unit', header: fields.unit, kind: 'code', of: numberOf },
    { key: 'name', header: signing.by, kind: 'text', of: ({ signature }) => signature.name },
    {
      key: 'meaning',
      header: signing.meaning,
      kind: 'text',
      of: ({ signature }) => signing.meanings[signature.meaning],
    },
    { key: 'at', header: signing.at, kind: 'dateTime', of: ({ signature }) => signature.at },
    {
      key: 'statement',
      header: signing.statement,
      kind: 'text',
      of: ({ signature: { statement, comment } }) =>
        comment === '' ? statement : `${statement} ${fill(signing.saidComment, { comment })}`,
    },
    {
      key: 'state',
      header: signing.state,
      kind: 'text',
      of: ({ signature }) => (signature.superseded ? signing.superseded : signing.valid),
    },
  ]);
}

function unitsSection({ units }: TraceAnswer, frame: ReportFrame): ReportSection {
  const { trace, fields } = textsOf(frame);
  return listSection({ title: trace.tabs.units, empty: trace.empty.units }, units, [
    { key: 'depth', header: fields.depth, kind: 'integer', of: ({ depth }) => depth },
    ...unitColumns<(typeof units)[number]>(frame),
  ]);
}

/** A row for each thing that went into a run or came out of it, so that both sides can be filtered and added up. */
function runsSection({ runs }: TraceAnswer, frame: ReportFrame): ReportSection {
  const { trace, fields, reports } = textsOf(frame);
  const rows = runs.flatMap(({ workOrder, run, at, inputs, outputs }) => [
    ...inputs.map((unit) => ({ ...unit, workOrder, run, at, side: reports.into })),
    ...outputs.map((unit) => ({ ...unit, workOrder, run, at, side: reports.outOf })),
  ]);
  return listSection({ title: trace.tabs.runs, empty: trace.empty.runs }, rows, [
    workOrderColumn(frame),
    { key: 'run', header: fields.run, kind: 'code', of: ({ run }) => run },
    atColumn(frame),
    { key: 'side', header: reports.side, kind: 'text', of: ({ side }) => side },
    ...unitColumns<(typeof rows)[number]>(frame),
    quantityColumn(frame),
  ]);
}

function linksSection({ serialLinks }: TraceAnswer, frame: ReportFrame): ReportSection {
  const { trace, fields } = textsOf(frame);
  return listSection({ title: trace.tabs.serialLinks, empty: trace.empty.serialLinks }, serialLinks, [
    workOrderColumn(frame),
    { key: 'component', header: trace.component, kind: 'code', of: ({ component }) => component.product },
    { key: 'componentUnit', header: fields.unit, kind: 'code', of: ({ component }) => numberOf(component) },
    { key: 'parent', header: trace.parent, kind: 'code', of: ({ parent }) => parent.product },
    { key: 'parentUnit', header: fields.unit, kind: 'code', of: ({ parent }) => numberOf(parent) },
    {
      key: 'quantity',
      header: fields.quantity,
      kind: 'quantity',
      of: ({ component, quantity }) => measured(frame, component.product, quantity),
    },
  ]);
}

function receiptsSection({ receipts }: TraceAnswer, frame: ReportFrame): ReportSection {
  const { trace, fields } = textsOf(frame);
  type Row = (typeof receipts)[number];
  return listSection({ title: trace.tabs.receipts, empty: trace.empty.receipts }, receipts, [
    ...unitColumns<Row>(frame),
    documentColumn(frame),
    ...partnerColumns<Row>(frame, fields.supplier, ({ supplier }) => supplier),
    { key: 'supplierLot', header: fields.supplierLot, kind: 'code', of: ({ supplierLot }) => supplierLot },
    atColumn(frame),
    quantityColumn<Row>(frame),
  ]);
}

function shipmentsSection({ shipments }: TraceAnswer, frame: ReportFrame): ReportSection {
  const { trace, fields } = textsOf(frame);
  type Row = (typeof shipments)[number];
  return listSection({ title: trace.tabs.shipments, empty: trace.empty.shipments }, shipments, [
    ...partnerColumns<Row>(frame, fields.customer, ({ customer }) => customer),
    documentColumn(frame),
    atColumn(frame),
    ...unitColumns<Row>(frame),
    quantityColumn<Row>(frame),
  ]);
}
