import {
  type ReportModel,
  reportTable,
  type ReportColumn,
  type ReportCell,
  type ReportQuantity,
} from '#shared/kernel/reportModel.ts';
import { isLanguage, texts, type Texts } from '#shared/texts/index.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { TraceBreak } from '#shared/trace/contract.ts';
import type { MasterNames } from './masterNames.queries.ts';

/** What every report says alike: who made it, from which state of the store, how it is written, and the names behind codes. */
export type ReportFrame = MasterNames & Pick<ReportModel, 'language' | 'locale' | 'zone' | 'made' | 'head' | 'demo'>;

export const textsOf = ({ language }: Pick<ReportFrame, 'language'>): Texts =>
  texts[isLanguage(language) ? language : 'en'];

/** The frame's part of a report. */
export const framed = ({ language, locale, zone, made, head, demo }: ReportFrame) => ({
  language,
  locale,
  zone,
  made,
  head,
  demo,
});

export const measured = ({ products }: MasterNames, product: string, amount: string): ReportQuantity => ({
  amount,
  unit: products.get(product)?.unitOfMeasure ?? '',
});

/** A lot or serial by its own number; goods without any name have none. */
export function numberOf({ lot, sublot, serial }: Unit): string {
  const whole = sublot === '' ? lot : `${lot} / ${sublot}`;
  if (serial === '') return whole;
  return whole === '' ? serial : `${serial} (${whole})`;
}

export const sayUnitShort = (unit: Unit): string =>
  [unit.product, numberOf(unit)].filter((part) => part !== '').join(' ');

type Column<Item> = ReportColumn & { of: (item: Item) => ReportCell };

/** The columns that name a unit: product, its name, lot or serial. */
export const unitColumns = <Item extends Unit>(frame: ReportFrame): Column<Item>[] => {
  const { fields } = textsOf(frame);
  return [
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    { key: 'name', header: fields.name, kind: 'text', of: ({ product }) => frame.products.get(product)?.name ?? '' },
    { key: 'unit', header: fields.unit, kind: 'code', of: numberOf },
  ];
};

export const quantityColumn = <Item extends Unit & { quantity: string }>(frame: ReportFrame): Column<Item> => ({
  key: 'quantity',
  header: textsOf(frame).fields.quantity,
  kind: 'quantity',
  of: ({ product, quantity }) => measured(frame, product, quantity),
});

/** A partner in two columns: its code and its name. */
export const partnerColumns = <Item>(
  frame: ReportFrame,
  header: string,
  codeOf: (item: Item) => string,
): Column<Item>[] => [
  { key: 'partner', header, kind: 'code', of: codeOf },
  {
    key: 'partnerName',
    header: textsOf(frame).fields.name,
    kind: 'text',
    of: (item) => frame.partners.get(codeOf(item))?.name ?? '',
  },
];

/** The holes in the record, in words. */
export function breaksSection(frame: ReportFrame, breaks: readonly TraceBreak[]): ReportModel['sections'][number] {
  const { fields, trace } = textsOf(frame);
  return {
    title: trace.tabs.breaks,
    level: 1,
    empty: trace.empty.breaks,
    table: reportTable(breaks, [
      ...unitColumns<TraceBreak>(frame),
      { key: 'workOrder', header: fields.workOrder, kind: 'code', of: ({ workOrder }) => workOrder },
      { key: 'why', header: trace.why, kind: 'text', of: ({ why }) => trace.reasons[why] },
    ]),
  };
}
