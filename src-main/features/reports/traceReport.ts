import { formatsOf } from '#main/documents/format.ts';
import { fill } from '#main/documents/words.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import type { ReportFrame, ReportFact, ReportBody, ReportPicture, ReportSection } from '#shared/kernel/reportModel.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { Outputs } from '#shared/contract.ts';
import type { ListedFile } from '#shared/attachments/vocabulary.ts';
import { parseAttributes } from '#shared/products/attributes.ts';
import { beyondTime } from '#shared/trace/inTime.ts';
import {
  atColumn,
  breaksSection,
  documentColumn,
  listSection,
  measured,
  numberOf,
  partnerColumns,
  quantityColumn,
  formatUnitShort,
  textsOf,
  unitColumns,
  workOrderColumn,
} from '#main/documents/reportFrame.ts';

/** A view of a trace with its lists whole. */
type TraceAnswer = Outputs['trace']['view'];

type Parts = {
  answer: TraceAnswer;
  dated: boolean;
  /** How long each list is in the other order of time. */
  otherCounts: TraceAnswer['counts'];
  picture: ReportPicture;
  /** The signatures on decisions about what was asked. */
  signatures: readonly SignedUnit[];
  /** What is attached to what was asked. */
  files: readonly ListedFile[];
  /** What the plant says of products besides, by their codes. */
  attributes: ReadonlyMap<string, string>;
  frame: ReportFrame;
};
export type SignedUnit = Unit & { signature: Signature };

/** A trace on paper: how complete it is, a small picture, then every list whole. */
export function traceReport({
  answer,
  dated,
  otherCounts,
  picture,
  signatures,
  files,
  attributes,
  frame,
}: Parts): ReportBody {
  const { trace, reports, common } = textsOf(frame);
  const roots = answer.roots.map(formatUnitShort);
  return {
    title: fill(reports.traceTitle, { direction: trace[answer.direction], what: shortList(roots, common.more) }),
    statement: answer.direction === 'upstream' ? reports.upstreamStatement : reports.downstreamStatement,
    facts: [
      ...answer.roots.map((root) => ({
        label: frame.products.get(root.product)?.name ?? root.product,
        kind: 'code' as const,
        value: formatUnitShort(root),
      })),
      ...attributeFacts(answer, attributes),
      ...leftOutFacts({ answer, dated, otherCounts, frame }),
    ],
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
      {
        title: trace.graph.title,
        level: 1,
        sentence: answer.direction === 'upstream' ? reports.pictureUpstream : reports.pictureDownstream,
        picture,
      },
      ...(signatures.length === 0 ? [] : [signaturesSection(signatures, frame)]),
      ...(files.length === 0 ? [] : [filesSection(files, frame)]),
      breaksSection(frame, answer.breaks),
      unitsSection(answer, frame),
      runsSection(answer, frame),
      linksSection(answer, frame),
      ...receiptsSections(answer, frame),
      shipmentsSection(answer, frame),
    ],
  };
}

/** A title names the first; the rest stand in the facts. */
export function shortList(names: readonly string[], more: { other: string } | string): string {
  const rest = names.length - 1;
  if (rest < 1) return names[0] ?? '';
  return `${names[0]} ${fill(typeof more === 'string' ? more : more.other, { count: String(rest) })}`;
}

/** Who signed what about the goods, in the words of the signature. */
function signaturesSection(signatures: readonly SignedUnit[], frame: ReportFrame): ReportSection {
  const { signing, fields } = textsOf(frame);
  const { dateTime } = formatsOf(frame);
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
        comment === '' ? statement : `${statement} ${fill(signing.trimmedComment, { comment })}`,
    },
    {
      key: 'state',
      header: signing.state,
      kind: 'text',
      of: ({ signature: { superseded, clockBehind } }) => {
        const state = superseded ? signing.superseded : signing.valid;
        return clockBehind === undefined ? state : `${state} · ${signing.clockBehind} ${dateTime(clockBehind)}`;
      },
    },
  ]);
}

/** What the products of what was asked say of themselves, such as their allergens. */
const attributeFacts = ({ roots }: TraceAnswer, attributes: ReadonlyMap<string, string>): ReportFact[] => {
  const products = [...new Set(roots.map(({ product }) => product))];
  return products.flatMap((product) =>
    parseAttributes(attributes.get(product) ?? '').map(({ attribute, value }) => ({
      label: products.length === 1 ? attribute : `${product} · ${attribute}`,
      kind: 'text' as const,
      value,
    })),
  );
};

/** Certificates and other files of the goods, each with the digest of what is kept. */
function filesSection(files: readonly ListedFile[], frame: ReportFrame): ReportSection {
  const { attachments, fields } = textsOf(frame);
  return listSection({ title: attachments.onPage, empty: attachments.none }, files, [
    { key: 'number', header: attachments.number, kind: 'code', of: ({ number }) => number },
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    { key: 'unit', header: fields.unit, kind: 'code', of: numberOf },
    { key: 'kind', header: attachments.kind, kind: 'text', of: ({ kind }) => attachments.kinds[kind] },
    { key: 'label', header: attachments.label, kind: 'text', of: ({ label }) => label },
    { key: 'certificate', header: attachments.certificate, kind: 'text', of: ({ certificate }) => certificate },
    { key: 'issuedOn', header: attachments.issuedOn, kind: 'date', of: ({ issuedOn }) => issuedOn || null },
    { key: 'state', header: attachments.state, kind: 'text', of: ({ state }) => attachments.states[state] },
    { key: 'sha256', header: attachments.sha256, kind: 'code', of: ({ sha256 }) => sha256 },
  ]);
}

function unitsSection({ units }: TraceAnswer, frame: ReportFrame): ReportSection {
  const { trace, fields } = textsOf(frame);
  type Row = (typeof units)[number];
  const amount = (key: 'cameIn' | 'used', header: string) => ({
    key,
    header,
    kind: 'quantity' as const,
    of: (row: Row) => (row[key] === '0' ? null : measured(frame, row.product, row[key])),
  });
  return listSection({ title: trace.tabs.units, empty: trace.empty.units }, units, [
    { key: 'depth', header: fields.depth, kind: 'integer', of: ({ depth }) => depth },
    ...unitColumns<Row>(frame),
    amount('cameIn', trace.cameIn),
    amount('used', trace.used),
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

const nameIn = ({ products }: ReportFrame, { product }: Unit): string => products.get(product)?.name ?? '';

function linksSection({ serialLinks }: TraceAnswer, frame: ReportFrame): ReportSection {
  const { trace, fields } = textsOf(frame);
  return listSection({ title: trace.tabs.serialLinks, empty: trace.empty.serialLinks }, serialLinks, [
    workOrderColumn(frame),
    { key: 'component', header: trace.component, kind: 'code', of: ({ component }) => component.product },
    { key: 'componentName', header: fields.name, kind: 'text', of: ({ component }) => nameIn(frame, component) },
    { key: 'componentUnit', header: fields.unit, kind: 'code', of: ({ component }) => numberOf(component) },
    { key: 'parent', header: trace.parent, kind: 'code', of: ({ parent }) => parent.product },
    { key: 'parentName', header: fields.name, kind: 'text', of: ({ parent }) => nameIn(frame, parent) },
    { key: 'parentUnit', header: fields.unit, kind: 'code', of: ({ parent }) => numberOf(parent) },
    {
      key: 'quantity',
      header: fields.quantity,
      kind: 'quantity',
      of: ({ component, quantity }) => measured(frame, component.product, quantity),
    },
  ]);
}

/** What came after the last use is no source of what was made: it is in a list of its own. */
function receiptsSections({ receipts }: TraceAnswer, frame: ReportFrame): ReportSection[] {
  const { trace, fields } = textsOf(frame);
  type Row = (typeof receipts)[number];
  const columns = [
    ...unitColumns<Row>(frame),
    documentColumn<Row>(frame),
    ...partnerColumns<Row>(frame, fields.supplier, ({ supplier }) => supplier),
    {
      key: 'supplierLot',
      header: fields.supplierLot,
      kind: 'code' as const,
      of: ({ supplierLot }: Row) => supplierLot,
    },
    atColumn<Row>(frame),
    quantityColumn<Row>(frame),
  ];
  const [after, before] = [receipts.filter((row) => row.afterUse), receipts.filter((row) => !row.afterUse)];
  const list = (title: string, rows: readonly Row[]): ReportSection =>
    listSection({ title, empty: trace.empty.receipts }, rows, columns);
  return [list(trace.tabs.receipts, before), ...(after.length === 0 ? [] : [list(trace.receiptsAfterUse, after)])];
}

/** What the wider trace has beyond what was possible in time, in numbers. */
function leftOutFacts({
  answer,
  dated,
  otherCounts,
  frame,
}: Pick<Parts, 'answer' | 'dated' | 'otherCounts' | 'frame'>): ReportFact[] {
  const { trace } = textsOf(frame);
  const more = dated ? beyondTime(otherCounts, answer.counts) : beyondTime(answer.counts, otherCounts);
  if (more.length === 0) return [];
  const moreText = ({ list, count }: (typeof more)[number]): string =>
    fill(count === 1 ? trace.more[`${list}_one`] : trace.more[`${list}_other`], { count: String(count) });
  return [{ label: dated ? trace.leftOutOfTime : trace.notInTime, kind: 'text', value: more.map(moreText).join(', ') }];
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
