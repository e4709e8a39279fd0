import { parseQuantity } from '#shared/kernel/quantity.ts';
import { compareText } from '#shared/kernel/unit.ts';
import type { RecallView } from './contract.ts';
import { sumByUnitOfMeasure } from './sums.ts';

/** What scopes are compared by, in this order: what nobody can explain stands first. */
const figureNames = [
  'unexplained',
  'affected',
  'out',
  'customers',
  'onHand',
  'inProcess',
  'accounted',
  'breaks',
] as const;

/** A row of the comparison; a figure that is counted and not measured has no unit of measure. */
export type ScopeRow = { figure: (typeof figureNames)[number]; unitOfMeasure: string };
/** The figures of one scope, in micro units; what it does not have is 0. */
export type ScopeFigures = readonly (ScopeRow & { value: bigint })[];

type Answer = Pick<RecallView, 'products' | 'totals' | 'counts' | 'unexplained'>;

const micro = (text: string): bigint => parseQuantity(text) ?? 0n;

/** The figures of a recall's answer, of which the lists themselves are not needed. */
export function scopeFiguresOf({ products, totals, counts, unexplained }: Answer): ScopeFigures {
  const counted = (figure: ScopeRow['figure'], value: string) => ({ figure, unitOfMeasure: '', value: micro(value) });
  const sums = sumByUnitOfMeasure(products);
  const measured = (figure: 'out' | 'onHand' | 'inProcess', valueIn: (sum: (typeof sums)[number]) => bigint) =>
    sums
      .filter((sum) => valueIn(sum) !== 0n)
      .map((sum) => ({ figure, unitOfMeasure: sum.unitOfMeasure, value: valueIn(sum) }));
  return [
    ...unexplained.map(({ unitOfMeasure, quantity }) => ({
      figure: 'unexplained' as const,
      unitOfMeasure,
      value: micro(quantity),
    })),
    counted('affected', String(totals.affected)),
    ...measured('out', ({ shipped, returned }) => shipped - returned),
    counted('customers', String(totals.customers)),
    ...measured('onHand', ({ onHand }) => onHand),
    ...measured('inProcess', ({ inProcess }) => inProcess),
    counted('accounted', totals.accountedPercent),
    counted('breaks', String(counts.breaks)),
  ];
}

export const valueOf = (figures: ScopeFigures, { figure, unitOfMeasure }: ScopeRow): bigint =>
  figures.find((row) => row.figure === figure && row.unitOfMeasure === unitOfMeasure)?.value ?? 0n;

/** Every figure that one of the scopes has. */
export function scopeRowsOf(answers: readonly (ScopeFigures | undefined)[]): ScopeRow[] {
  const rows = new Map<string, ScopeRow>();
  for (const { figure, unitOfMeasure } of answers.flatMap((answer) => answer ?? []))
    rows.set(`${figure} ${unitOfMeasure}`, { figure, unitOfMeasure });
  return [...rows.values()].sort(
    (a, b) =>
      figureNames.indexOf(a.figure) - figureNames.indexOf(b.figure) || compareText(a.unitOfMeasure, b.unitOfMeasure),
  );
}
