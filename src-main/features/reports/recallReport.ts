import { fill } from '#main/documents/words.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import type { ReportModel, ReportPicture, ReportSection } from '#shared/kernel/reportModel.ts';
import { compareText } from '#shared/kernel/unit.ts';
import { figureNames, type RecallAnswer, type RecallQuestion } from '#shared/recalls/contract.ts';
import type { TraceAnswer } from '#shared/trace/contract.ts';
import {
  atColumn,
  breaksSection,
  documentColumn,
  framed,
  listSection,
  measured,
  quantityColumn,
  type ReportFrame,
  sayUnitShort,
  textsOf,
  unitColumns,
  workOrderColumn,
} from './reportFrame.ts';
import { saidShort, shipmentsSection } from './traceReport.ts';

type Parts = {
  answer: RecallAnswer;
  /** The trace downstream of the same suspects: the deliveries one by one. */
  trace: TraceAnswer;
  question: RecallQuestion;
  picture: ReportPicture;
  frame: ReportFrame;
};

/** A recall on paper: three figures, what is unexplained, then every list under them whole. */
export function recallReport({ answer, trace, question, picture, frame }: Parts): ReportModel {
  const { recalls, reports, common, fields, trace: traceTexts } = textsOf(frame);
  // As it was asked, so that two scopes of one incident are told apart by their names.
  const asked = [
    ...question.supplierLots.map(({ supplier, supplierLot }) =>
      fill(recalls.supplierLotSaid, { supplier, supplierLot }),
    ),
    ...question.suspects.map(sayUnitShort),
  ];
  return {
    ...framed(frame),
    title: fill(reports.recallTitle, { what: saidShort(asked, common.more) }),
    statement: reports.recallStatement,
    facts: [
      ...answer.suspects.map((unit) => ({
        label: frame.products.get(unit.product)?.name ?? unit.product,
        kind: 'code' as const,
        value: sayUnitShort(unit),
      })),
      ...question.supplierLots.map(({ supplier, supplierLot }) => ({
        label: fields.supplierLot,
        kind: 'code' as const,
        value: fill(recalls.supplierLotSaid, { supplier, supplierLot }),
      })),
    ],
    filters: question.dated ? [{ label: traceTexts.dated, value: common.yes }] : [],
    figures: [
      { label: recalls.out, values: sumsOf(frame, answer, ({ shipped, returned }) => [shipped, returned]) },
      { label: recalls.customers, values: [answer.totals.customers] },
      { label: recalls.onHand, values: sumsOf(frame, answer, ({ onHand }) => [onHand, '0']) },
      {
        label: recalls.accounted,
        values: [{ amount: answer.totals.accountedPercent, unit: '%' }],
        ...noteOf(unexplainedOf(answer, frame)),
      },
    ],
    sections: [
      adjustmentsSection(answer, frame),
      customersSection(answer, trace, frame),
      { ...shipmentsSection(trace, frame), title: recalls.deliveries },
      onHandSection(answer, frame),
      inProcessSection(answer, frame),
      affectedSection(answer, frame),
      breaksSection(frame, answer.breaks),
      { title: traceTexts.graph.title, level: 1, picture },
    ],
  };
}

/** Kilograms and pieces cannot be added: a figure for each unit of measure, of the first less the second amount. */
function sumsOf(
  frame: ReportFrame,
  { affected }: RecallAnswer,
  amountsOf: (unit: RecallAnswer['affected'][number]) => readonly [string, string],
) {
  const sums = new Map<string, bigint>();
  for (const unit of affected) {
    const measure = frame.products.get(unit.product)?.unitOfMeasure ?? '';
    const [more, less] = amountsOf(unit);
    sums.set(measure, (sums.get(measure) ?? 0n) + (parseQuantity(more) ?? 0n) - (parseQuantity(less) ?? 0n));
  }
  const shown = [...sums].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => compareText(a, b));
  return shown.length === 0 ? [0] : shown.map(([unit, sum]) => ({ amount: formatQuantity(sum), unit }));
}

const noteOf = (note: string): { note?: string } => (note === '' ? {} : { note });

/** How much nobody explained, in each unit of measure: "18 EA unexplained". */
function unexplainedOf({ adjustments }: RecallAnswer, frame: ReportFrame): string {
  const sums = new Map<string, bigint>();
  for (const { product, quantity, reason } of adjustments) {
    const amount = parseQuantity(quantity.replace('-', '')) ?? 0n;
    const { unit } = measured(frame, product, quantity);
    if (reason === '') sums.set(unit, (sums.get(unit) ?? 0n) + amount);
  }
  const said = [...sums].map(([unit, sum]) => `${formatQuantity(sum)} ${unit}`.trim());
  return said.length === 0 ? '' : `${said.join(', ')}: ${textsOf(frame).recalls.unexplained}`;
}

/** What has no reason stands first: it is what an auditor asks about. */
function adjustmentsSection({ adjustments }: RecallAnswer, frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  const rows = adjustments.toSorted((a, b) => Number(a.reason !== '') - Number(b.reason !== ''));
  return listSection({ title: recalls.tabs.adjustments, empty: recalls.empty.adjustments }, rows, [
    { key: 'reason', header: fields.reason, kind: 'text', of: ({ reason }) => reason || recalls.unexplained },
    ...unitColumns<(typeof rows)[number]>(frame),
    documentColumn(frame),
    atColumn(frame),
    quantityColumn(frame),
  ]);
}

/** A row for each product a customer got, with the deliveries that brought it, and how to reach them. */
function customersSection({ customers }: RecallAnswer, trace: TraceAnswer, frame: ReportFrame): ReportSection {
  const { recalls, fields, reports } = textsOf(frame);
  const deliveriesOf = new Map<string, string[]>();
  for (const { customer, product, document } of trace.shipments) {
    const known = deliveriesOf.get(`${customer} ${product}`) ?? [];
    if (!known.includes(document)) deliveriesOf.set(`${customer} ${product}`, [...known, document]);
  }
  const rows = customers.flatMap(({ customer, name, shipped, returned }) =>
    shipped.map(({ product, quantity }) => ({
      customer,
      name,
      product,
      shipped: quantity,
      returned: returned.find((row) => row.product === product)?.quantity ?? '0',
      deliveries: deliveriesOf.get(`${customer} ${product}`) ?? [],
    })),
  );
  const contact = (customer: string): string => {
    const { email = '', phone = '' } = frame.partners.get(customer) ?? {};
    return [email, phone].filter((part) => part !== '').join(', ');
  };
  return listSection({ title: reports.whoGotWhat, empty: recalls.empty.customers }, rows, [
    { key: 'customer', header: fields.customer, kind: 'code', of: ({ customer }) => customer },
    { key: 'name', header: fields.name, kind: 'text', of: ({ name }) => name },
    { key: 'contact', header: reports.contact, kind: 'text', of: ({ customer }) => contact(customer) },
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    {
      key: 'shipped',
      header: recalls.figures.shipped,
      kind: 'quantity',
      of: (row) => measured(frame, row.product, row.shipped),
    },
    {
      key: 'returned',
      header: recalls.figures.returned,
      kind: 'quantity',
      of: (row) => (row.returned === '0' ? null : measured(frame, row.product, row.returned)),
    },
    { key: 'deliveries', header: recalls.deliveries, kind: 'text', of: ({ deliveries }) => deliveries.join(', ') },
  ]);
}

function onHandSection({ onHand }: RecallAnswer, frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  return listSection({ title: recalls.tabs.onHand, empty: recalls.empty.onHand }, onHand, [
    { key: 'location', header: fields.location, kind: 'code', of: ({ location }) => location },
    { key: 'status', header: fields.status, kind: 'status', of: ({ status }) => status },
    ...unitColumns<(typeof onHand)[number]>(frame),
    quantityColumn(frame),
  ]);
}

function inProcessSection({ inProcess }: RecallAnswer, frame: ReportFrame): ReportSection {
  const { recalls } = textsOf(frame);
  return listSection({ title: recalls.tabs.inProcess, empty: recalls.empty.inProcess }, inProcess, [
    workOrderColumn(frame),
    ...unitColumns<(typeof inProcess)[number]>(frame),
    quantityColumn(frame),
  ]);
}

/** Every affected unit with its figures, gross, in the product's unit of measure. */
function affectedSection({ affected }: RecallAnswer, frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  return listSection({ title: recalls.tabs.affected, empty: recalls.empty.affected }, affected, [
    { key: 'depth', header: fields.depth, kind: 'integer', of: ({ depth }) => depth },
    ...unitColumns<(typeof affected)[number]>(frame).filter(({ key }) => key !== 'name'),
    ...figureNames.map((figure) => ({
      key: figure,
      header: recalls.figures[figure],
      kind: 'quantity' as const,
      of: (unit: (typeof affected)[number]) =>
        unit[figure] === '0' ? null : measured(frame, unit.product, unit[figure]),
    })),
  ]);
}
