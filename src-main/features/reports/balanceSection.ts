import { fill } from '#main/documents/words.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type {
  ReportFrame,
  BarTone,
  ReportBars,
  ReportColumn,
  ReportFact,
  ReportFigure,
  ReportQuantity,
  ReportSection,
} from '#shared/kernel/reportModel.ts';
import type { RecallBalance, RecallView } from '#shared/recalls/contract.ts';
import { balanceBar, type BalancePart, balanceParts, readBalance, shareOfIn } from '#shared/recalls/balances.ts';
import { type Goods, type GoodsFigure, goodsOf } from '#shared/recalls/goods.ts';
import { listSection, measured, textsOf } from '#main/documents/reportFrame.ts';

/** The figures of a balance, in the order in which they stand. */
const figures = ['in', 'consumed', 'inProcess', 'out', 'here', 'explained', 'unexplained'] as const;
type Figure = (typeof figures)[number];

/** The mass balance of each product in its own unit, worst first; `without` are the figures that are not known of it. */
export function balanceSection(
  balances: readonly RecallBalance[],
  frame: ReportFrame,
  without: readonly Figure[] = [],
): ReportSection {
  const { recalls, fields } = textsOf(frame);
  const part = (key: Figure): ReportColumn & { of: (row: RecallBalance) => ReportQuantity | null } => ({
    key,
    header: recalls.balance[key],
    kind: 'quantity',
    // What is unexplained is asked about, so that it is nothing is said too.
    of: (row) => (row[key] === '0' && key !== 'unexplained' ? null : measured(frame, row.product, row[key])),
  });
  const section = listSection({ title: recalls.balance.title, empty: recalls.empty.products }, balances, [
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    { key: 'name', header: fields.name, kind: 'text', of: ({ product }) => frame.products.get(product)?.name ?? '' },
    {
      key: 'percent',
      header: recalls.balance.percent,
      kind: 'quantity',
      of: ({ balancePercent }) => ({ amount: balancePercent, unit: '%' }),
    },
    ...figures.filter((one) => !without.includes(one)).map(part),
    ...balanceParts
      .filter((name) => name === 'used' || !without.includes(name))
      .map((name) => ({
        key: `share ${name}`,
        header: fill(recalls.balance.shareOfIn, { part: recalls.balance.parts[name] }),
        kind: 'percent' as const,
        sheetOnly: true as const,
        of: (row: RecallBalance) => shareOfIn(readBalance(row), name) ?? null,
      })),
  ]);
  const said = { ...section, sentence: recalls.balance.help };
  return balances.length === 0 ? said : { ...said, bars: balanceBars(balances, frame) };
}

const tones: Record<BalancePart, BarTone> = {
  used: 'neutral',
  inProcess: 'striped',
  out: 'strong',
  here: 'light',
  explained: 'hatched',
  unexplained: 'alarming',
};
/** So many balances are drawn, worst first; the table has all of them. */
const mostDrawn = 12;

function balanceBars(balances: readonly RecallBalance[], frame: ReportFrame): ReportBars {
  const { recalls, reports } = textsOf(frame);
  const rows = balances.slice(0, mostDrawn).map((row): ReportBars['rows'][number] => {
    const { parts, cameIn } = balanceBar(readBalance(row));
    return {
      name: row.product,
      note: frame.products.get(row.product)?.name ?? '',
      parts: parts.map(({ part, quantity, share }) => ({
        tone: tones[part],
        share,
        quantity: { amount: formatQuantity(quantity), unit: row.unit },
      })),
      ...(cameIn < 1 && parts.length > 0 && { mark: cameIn }),
      value: { amount: row.balancePercent, unit: '%' },
    };
  });
  const drawn = new Set(rows.flatMap(({ parts }) => parts.map(({ tone }) => tone)));
  const isWhole = rows.length === balances.length;
  return {
    description: fill(isWhole ? reports.balanceBars : reports.worstBalanceBars, { count: String(rows.length) }),
    key: balanceParts
      .filter((part) => drawn.has(tones[part]))
      .map((part) => ({ tone: tones[part], label: recalls.balance.parts[part] })),
    rows,
  };
}

/** Over all products only the worst balance is stated: a mean of unlike things means nothing. */
export function worstBalance(balances: readonly RecallBalance[], frame: ReportFrame): ReportFact[] {
  const { recalls } = textsOf(frame);
  return balances.slice(0, 1).map(({ product, balancePercent }) => ({
    label: recalls.balance.worst,
    kind: 'quantity',
    value: { amount: balancePercent, unit: `% ${product}` },
  }));
}

/** So many products stand under one figure; the mass balance has all of them. */
const mostNamed = 8;

/** A figure of a recall of each product, with the product behind its unit of measure. */
export function goodsFigure(view: Pick<RecallView, 'products'>, figure: GoodsFigure, frame: ReportFrame): ReportFigure {
  const { recalls } = textsOf(frame);
  const goods = goodsOf(view.products, figure);
  const values = goods.slice(0, mostNamed).map(({ product, unitOfMeasure, quantity }) => ({
    amount: formatQuantity(quantity),
    unit: `${unitOfMeasure} ${product}`.trim(),
  }));
  const left = goods.length - values.length;
  const note = fill(left === 1 ? recalls.moreProducts_one : recalls.moreProducts_other, { count: String(left) });
  const notes = [...(left > 0 ? [note] : []), ...(figure === 'atCustomers' ? returnsSaid(view, frame) : [])];
  return {
    label: recalls[figure],
    values: values.length === 0 ? [0] : values,
    ...(notes.length > 0 && { note: notes.join('. ') }),
  };
}

/** Of each product of which something came back, how much was shipped and how much of that returned. */
function returnsSaid({ products }: Pick<RecallView, 'products'>, frame: ReportFrame): string[] {
  const back = products.filter(({ returned }) => returned !== '0').slice(0, mostNamed);
  return back.map(({ product, shipped, returned }) => {
    const said = fill(textsOf(frame).recalls.returnedDetail, {
      shipped: amountIn(frame, shipped),
      returned: amountIn(frame, returned),
    });
    return products.length === 1 ? said : `${product}: ${said}`;
  });
}

/** Intl reads a decimal string exactly; its type wants to see one. */
const amountIn = ({ locale }: ReportFrame, amount: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(amount as `${number}`);

/** Goods in words, with numbers as the reader writes them. */
export const formatGoods = (goods: readonly Goods[], frame: ReportFrame): string =>
  goods
    .map(({ product, unitOfMeasure, quantity }) =>
      [amountIn(frame, formatQuantity(quantity)), unitOfMeasure, product].filter((part) => part !== '').join(' '),
    )
    .join(', ');
