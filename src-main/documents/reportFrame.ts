import type { HeldPart } from '#shared/holds/vocabulary.ts';
import type { Chart } from '#shared/kernel/chart.ts';
import {
  type MasterNames,
  reportTable,
  type ReportColumn,
  type ReportFrame,
  type ReportCell,
  type ReportQuantity,
  type ReportSection,
} from '#shared/kernel/reportModel.ts';
import { isAway } from '#shared/locations/vocabulary.ts';
import { isLanguage, texts, type Texts } from '#shared/texts/index.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { TraceBreak } from '#shared/trace/contract.ts';
import { byGravity } from '#shared/trace/gaps.ts';

export const textsOf = ({ language }: Pick<ReportFrame, 'language'>): Texts =>
  texts[isLanguage(language) ? language : 'en'];

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

export const formatUnitShort = (unit: Unit): string =>
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

/** Where goods lie; where some of them are not in the plant, a column says which. */
export const locationColumns = <Item extends { location: string }>(
  rows: readonly Item[],
  frame: ReportFrame,
): Column<Item>[] => {
  const { fields, locations } = textsOf(frame);
  const away = ({ location }: Item): string => {
    const kind = frame.locations.get(location) ?? '';
    return isAway(kind) ? locations.away[kind] : '';
  };
  return [
    { key: 'location', header: fields.location, kind: 'code', of: ({ location }) => location },
    ...(rows.some((row) => away(row) !== '') ? [textColumn('away', locations.where, away)] : []),
  ];
};

export const workOrderColumn = <Item extends { workOrder: string }>(frame: ReportFrame): Column<Item> => ({
  key: 'workOrder',
  header: textsOf(frame).fields.workOrder,
  kind: 'code',
  of: ({ workOrder }) => workOrder,
});

export const documentColumn = <Item extends { document: string }>(frame: ReportFrame): Column<Item> => ({
  key: 'document',
  header: textsOf(frame).fields.document,
  kind: 'code',
  of: ({ document }) => document,
});

/** A column of plain text. */
export const textColumn = <Item>(key: string, header: string, of: (item: Item) => string): Column<Item> => ({
  key,
  header,
  kind: 'text',
  of,
});

export const atColumn = <Item extends { at: string }>(frame: ReportFrame): Column<Item> => ({
  key: 'at',
  header: textsOf(frame).fields.at,
  kind: 'dateTime',
  of: ({ at }) => at,
});

/** Which goods are on hold; no column where none are, as in documents of before. */
export function heldColumns<Item>(
  frame: ReportFrame,
  rows: readonly Item[],
  heldOf: (item: Item) => HeldPart,
): Column<Item>[] {
  const { on, partly } = textsOf(frame).holds;
  if (rows.every((row) => heldOf(row) === '')) return [];
  const words: Record<HeldPart, string> = { '': '', whole: on, part: partly };
  return [textColumn('held', on, (row) => words[heldOf(row)])];
}

/** A list of its own: its heading, what is said where it is empty, and its table. */
export const listSection = <Item>(
  { title, empty }: { title: string; empty: string },
  rows: readonly Item[],
  columns: readonly Column<Item>[],
): ReportSection => ({ title, level: 1, empty, table: reportTable(rows, columns) });

/** Bars of how many there are of each. */
export const countChart = (
  { title, across }: { title: string; across: string },
  counts: readonly (readonly [name: string, count: number])[],
): Chart => ({
  description: title,
  across: { title: across, kind: 'text', at: counts.map(([name]) => name) },
  up: { title, unit: '' },
  series: [{ name: title, draw: 'bars', tone: 'first', values: counts.map(([, count]) => String(count)) }],
  limits: [],
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
export function breaksSection(frame: ReportFrame, breaks: readonly TraceBreak[]): ReportSection {
  const { trace } = textsOf(frame);
  return listSection({ title: trace.tabs.breaks, empty: trace.empty.breaks }, breaks.toSorted(byGravity), [
    ...unitColumns<TraceBreak>(frame),
    workOrderColumn(frame),
    { key: 'why', header: trace.why, kind: 'text', of: ({ why }) => trace.reasons[why] },
  ]);
}

type AgeWords = Readonly<Record<'week' | 'month' | 'quarter' | 'longer', string>>;

/** How many rows are of which age: a week, a month, a quarter, longer. */
export function countAges(words: AgeWords, rows: readonly { days: number }[]) {
  const within = (name: string, least: number, most: number) =>
    [name, rows.filter(({ days }) => days >= least && days <= most).length] as const;
  return [
    within(words.week, Number.NEGATIVE_INFINITY, 7),
    within(words.month, 8, 30),
    within(words.quarter, 31, 90),
    within(words.longer, 91, Number.POSITIVE_INFINITY),
  ];
}
