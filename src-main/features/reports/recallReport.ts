import { fill } from '#main/documents/words.ts';
import type {
  ReportFrame,
  ReportFact,
  ReportFigure,
  ReportBody,
  ReportPicture,
  ReportSection,
} from '#shared/kernel/reportModel.ts';
import { figureNames, type RecallDelivery, type RecallQuestion, type RecallView } from '#shared/recalls/contract.ts';
import { isUnexplained } from '#shared/recalls/balances.ts';
import { goodsOf } from '#shared/recalls/goods.ts';
import { balanceSection, goodsFigure, formatGoods, worstBalance } from './balanceSection.ts';
import { customersSection, deliveriesSection, whoGotWhatSection } from './customerSections.ts';
import {
  atColumn,
  breaksSection,
  documentColumn,
  heldColumns,
  listSection,
  locationColumns,
  measured,
  quantityColumn,
  formatUnitShort,
  textsOf,
  unitColumns,
  workOrderColumn,
} from '#main/documents/reportFrame.ts';
import { shortList } from './traceReport.ts';

type Parts = {
  /** With its lists whole. */
  answer: RecallView;
  /** Every one of them, by customer. */
  deliveries: readonly RecallDelivery[];
  question: RecallQuestion;
  /** How much of it was not possible in time. */
  impossible: { units: number; customers: number };
  picture: ReportPicture;
  frame: ReportFrame;
};

/** A recall on paper: its figures, what is unexplained, then every list under them whole. */
export function recallReport({ answer, deliveries, question, impossible, picture, frame }: Parts): ReportBody {
  const { recalls, reports, common, fields, trace: traceTexts } = textsOf(frame);
  return {
    title: fill(reports.recallTitle, { what: shortList(formatScope(question, frame), common.more) }),
    statement: reports.recallStatement,
    facts: [
      ...answer.suspects.map((unit) => ({
        label: frame.products.get(unit.product)?.name ?? unit.product,
        kind: 'code' as const,
        value: formatUnitShort(unit),
      })),
      ...question.supplierLots.map(({ supplier, supplierLot }) => ({
        label: fields.supplierLot,
        kind: 'code' as const,
        value: fill(recalls.supplierLotSaid, { supplier, supplierLot }),
      })),
      ...question.workOrders.map((workOrder) => ({
        label: fields.workOrder,
        kind: 'text' as const,
        value: fill(recalls.madeBySaid, { workOrder }),
      })),
      ...worstBalance(answer.balances, frame),
      ...impossibleFacts(impossible, frame),
    ],
    filters: question.dated ? [{ label: traceTexts.dated, value: common.yes }] : [],
    figures: figuresOf(answer, frame),
    sections: [
      // What cannot be followed is the first thing to know; that there is nothing of it can wait.
      ...(answer.breaks.length === 0 ? [] : [gapsSection(answer, frame)]),
      balanceSection(answer.balances, frame),
      adjustmentsSection(answer, frame),
      customersSection(answer.customers, frame),
      whoGotWhatSection(answer.customers, deliveries, frame),
      deliveriesSection(deliveries, frame),
      onHandSection(answer, frame),
      inProcessSection(answer, frame),
      affectedSection(answer, frame),
      ...(answer.breaks.length === 0 ? [gapsSection(answer, frame)] : []),
      { title: traceTexts.graph.title, level: 1, sentence: reports.pictureDownstream, picture },
    ],
  };
}

/** As it was asked, so that two scopes of one incident are told apart by their names. */
export const formatScope = ({ supplierLots, suspects, workOrders }: RecallQuestion, frame: ReportFrame): string[] => [
  ...supplierLots.map(({ supplier, supplierLot }) =>
    fill(textsOf(frame).recalls.supplierLotSaid, { supplier, supplierLot }),
  ),
  ...suspects.map(formatUnitShort),
  ...workOrders.map((workOrder) => fill(textsOf(frame).recalls.madeBySaid, { workOrder })),
];

/** The scope stays the wide one; what was not possible in time is stated in numbers. */
function impossibleFacts({ units, customers }: Parts['impossible'], frame: ReportFrame): ReportFact[] {
  const { impossible } = textsOf(frame).recalls;
  const said = [
    units > 0 && fill(units === 1 ? impossible.units_one : impossible.units_other, { count: String(units) }),
    customers > 0 &&
      fill(customers === 1 ? impossible.customers_one : impossible.customers_other, { count: String(customers) }),
  ].filter((part) => part !== false);
  return said.length === 0 ? [] : [{ label: impossible.label, kind: 'text', value: said.join(', ') }];
}

/** Four figures stand best: where there are gaps, their number comes first and the customers move to a note. */
function figuresOf(answer: RecallView, frame: ReportFrame): ReportFigure[] {
  const { recalls } = textsOf(frame);
  const atCustomers = goodsFigure(answer, 'atCustomers', frame);
  const customers = answer.totals.customers;
  const note = [atCustomers.note, `${recalls.customers}: ${customers}`].filter((part) => part !== undefined).join('. ');
  const lead =
    answer.counts.breaks === 0
      ? [atCustomers, { label: recalls.customers, values: [customers] }]
      : [
          { label: recalls.tabs.breaks, values: [answer.counts.breaks] },
          { ...atCustomers, note },
        ];
  return [...lead, goodsFigure(answer, 'onHand', frame), goodsFigure(answer, 'inProcess', frame)];
}

/** The gaps, worst first, and in words what the gravest of them may hide. */
function gapsSection({ breaks, gaps }: RecallView, frame: ReportFrame): ReportSection {
  const { recalls } = textsOf(frame);
  const said = gaps.flatMap(({ workOrder, made }) =>
    made
      .filter(({ outside }) => outside > 0)
      .map(({ product, units, outside }) =>
        fill(recalls.gaps.outside, { outside: String(outside), units: String(units), product, workOrder }),
      ),
  );
  const section = breaksSection(frame, breaks);
  return said.length === 0 ? section : { ...section, sentence: said.join(' ') };
}

/** What has no reason comes first, as the view has it: it is what an auditor asks about. */
function adjustmentsSection({ adjustments, products }: RecallView, frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  const said = (['missing', 'found'] as const)
    .map((figure) => ({ figure, goods: formatGoods(goodsOf(products, figure), frame) }))
    .filter(({ goods }) => goods !== '')
    .map(({ figure, goods }) => `${goods} ${recalls[figure]}`);
  const section = listSection({ title: recalls.tabs.adjustments, empty: recalls.empty.adjustments }, adjustments, [
    {
      key: 'reason',
      header: fields.reason,
      kind: 'text',
      of: (row) => (isUnexplained(row) ? recalls.unexplained : row.reason),
    },
    ...unitColumns<(typeof adjustments)[number]>(frame),
    documentColumn(frame),
    atColumn(frame),
    quantityColumn(frame),
  ]);
  return said.length === 0 ? section : { ...section, sentence: said.join('; ') };
}

function onHandSection({ onHand }: RecallView, frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  return listSection({ title: recalls.tabs.onHand, empty: recalls.empty.onHand }, onHand, [
    ...locationColumns(onHand, frame),
    { key: 'status', header: fields.status, kind: 'status', of: ({ status }) => status },
    ...heldColumns(frame, onHand, ({ held }) => held),
    ...unitColumns<(typeof onHand)[number]>(frame),
    quantityColumn(frame),
  ]);
}

function inProcessSection({ inProcess }: RecallView, frame: ReportFrame): ReportSection {
  const { recalls } = textsOf(frame);
  return listSection({ title: recalls.tabs.inProcess, empty: recalls.empty.inProcess }, inProcess, [
    workOrderColumn(frame),
    ...unitColumns<(typeof inProcess)[number]>(frame),
    quantityColumn(frame),
  ]);
}

/** Every affected unit with its figures, gross, in the product's unit of measure; no column for what happened to none. */
function affectedSection({ affected }: RecallView, frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  return listSection({ title: recalls.tabs.affected, empty: recalls.empty.affected }, affected, [
    { key: 'depth', header: fields.depth, kind: 'integer', of: ({ depth }) => depth },
    ...unitColumns<(typeof affected)[number]>(frame),
    ...figureNames
      .filter((figure) => affected.some((unit) => unit[figure] !== '0'))
      .map((figure) => ({
        key: figure,
        header: recalls.figures[figure],
        kind: 'quantity' as const,
        of: (unit: (typeof affected)[number]) =>
          unit[figure] === '0' ? null : measured(frame, unit.product, unit[figure]),
      })),
  ]);
}
