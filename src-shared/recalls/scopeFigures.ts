import { parseQuantity } from '#shared/kernel/quantity.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import type { RecallView } from './contract.ts';
import { type GoodsFigure, goodsOf } from './goods.ts';

/** How scopes are compared, in this order: what cannot be followed and what is unexplained come first. */
const figureNames = [
  'breaks',
  'missing',
  'found',
  'affected',
  'atCustomers',
  'customers',
  'onHand',
  'inProcess',
  'balance',
] as const;

/** A row of the comparison; a figure that is counted and not measured has neither product nor unit of measure. */
export type ScopeRow = { figure: (typeof figureNames)[number]; product: string; unitOfMeasure: string };
/** The figures of one scope, in micro units. */
export type ScopeFigures = readonly (ScopeRow & { value: bigint })[];

type Answer = Pick<RecallView, 'products' | 'balances' | 'totals' | 'counts'>;

const micro = (text: string): bigint => parseQuantity(text) ?? 0n;

/** The figures of a recall's answer, of which the lists themselves are not needed. */
export function scopeFiguresOf({ products, balances, totals, counts }: Answer): ScopeFigures {
  const counted = (figure: ScopeRow['figure'], count: number) => ({
    figure,
    product: '',
    unitOfMeasure: '',
    value: micro(String(count)),
  });
  const measured = (figure: GoodsFigure) =>
    goodsOf(products, figure).map(({ quantity, ...goods }) => ({ ...goods, figure, value: quantity }));
  return [
    counted('breaks', counts.breaks),
    ...measured('missing'),
    ...measured('found'),
    counted('affected', totals.affected),
    ...measured('atCustomers'),
    counted('customers', totals.customers),
    ...measured('onHand'),
    ...measured('inProcess'),
    ...balances.map(({ product, balancePercent }) => ({
      figure: 'balance' as const,
      product,
      unitOfMeasure: '%',
      value: micro(balancePercent),
    })),
  ];
}

/** What a scope does not have is 0; a share of nothing is none. */
export const valueOf = (figures: ScopeFigures, { figure, product }: ScopeRow): bigint | undefined =>
  figures.find((row) => row.figure === figure && row.product === product)?.value ??
  (figure === 'balance' ? undefined : 0n);

const whole = micro('100');

/** Every figure that one of the scopes has; of balances those that are not whole in one of them. */
export function scopeRowsOf(answers: readonly (ScopeFigures | undefined)[]): ScopeRow[] {
  const rows = new Map<string, ScopeRow>();
  for (const { figure, product, unitOfMeasure, value } of answers.flatMap((answer) => answer ?? []))
    if (figure !== 'balance' || value !== whole) rows.set(`${figure} ${product}`, { figure, product, unitOfMeasure });
  return [...rows.values()].sort(
    (a, b) => figureNames.indexOf(a.figure) - figureNames.indexOf(b.figure) || compareCodes(a.product, b.product),
  );
}
