import { fill } from '#main/documents/words.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type {
  ReportColumn,
  ReportFact,
  ReportFigure,
  ReportQuantity,
  ReportSection,
} from '#shared/kernel/reportModel.ts';
import type { RecallBalance, RecallView } from '#shared/recalls/contract.ts';
import { type Goods, type GoodsFigure, goodsOf } from '#shared/recalls/goods.ts';
import { listSection, measured, type ReportFrame, textsOf } from './reportFrame.ts';

/** The mass balance of each affected product in its own unit, worst first. */
export function balanceSection(balances: readonly RecallBalance[], frame: ReportFrame): ReportSection {
  const { recalls, fields } = textsOf(frame);
  type Part = 'in' | 'consumed' | 'inProcess' | 'out' | 'here' | 'explained' | 'unexplained';
  const part = (key: Part): ReportColumn & { of: (row: RecallBalance) => ReportQuantity | null } => ({
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
    ...(['in', 'consumed', 'inProcess', 'out', 'here', 'explained', 'unexplained'] as const).map(part),
  ]);
  return { ...section, sentence: recalls.balance.help };
}

/** Over all products only the worst balance is told: a mean of unlike things means nothing. */
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
  return { label: recalls[figure], values: values.length === 0 ? [0] : values, ...(left > 0 ? { note } : {}) };
}

/** Goods in words, with numbers as the reader writes them. */
export const sayGoods = (goods: readonly Goods[], { locale }: ReportFrame): string =>
  goods
    .map(({ product, unitOfMeasure, quantity }) => {
      // Intl reads a decimal string exactly; its type wants to see one.
      const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(
        formatQuantity(quantity) as `${number}`,
      );
      return [amount, unitOfMeasure, product].filter((part) => part !== '').join(' ');
    })
    .join(', ');
