import { parseQuantity } from '#shared/kernel/quantity.ts';
import { compareText } from '#shared/kernel/unit.ts';
import type { RecallReply } from './askRecall.ts';
import { sumByUnitOfMeasure } from './sums.ts';

/** What scopes are compared by, in this order. */
const figureNames = ['affected', 'out', 'customers', 'onHand', 'accounted', 'unexplained', 'breaks'] as const;

/** A row of the comparison; a figure that is counted and not measured has no unit of measure. */
export type ScopeRow = { figure: (typeof figureNames)[number]; unitOfMeasure: string };
/** The figures of one scope, in micro units; what it does not have is 0. */
export type ScopeFigures = readonly (ScopeRow & { value: bigint })[];

const micro = (text: string): bigint => parseQuantity(text) ?? 0n;

/** The figures of an answer; undefined where there is none. */
export function figuresOf(reply: Pick<RecallReply, 'view' | 'unexplained'> | undefined): ScopeFigures | undefined {
  const view = reply?.view;
  if (view === undefined) return undefined;
  const counted = (figure: ScopeRow['figure'], value: string) => ({ figure, unitOfMeasure: '', value: micro(value) });
  const sums = sumByUnitOfMeasure(view.products);
  const measured = (figure: 'out' | 'onHand', value: (sum: (typeof sums)[number]) => bigint) =>
    sums
      .filter((sum) => value(sum) !== 0n)
      .map((sum) => ({ figure, unitOfMeasure: sum.unitOfMeasure, value: value(sum) }));
  return [
    counted('affected', String(view.totals.affected)),
    ...measured('out', (sum) => sum.shipped - sum.returned),
    counted('customers', String(view.totals.customers)),
    ...measured('onHand', (sum) => sum.onHand),
    counted('accounted', view.totals.accountedPercent),
    ...(reply?.unexplained ?? []).map(({ unitOfMeasure, quantity }) => ({
      figure: 'unexplained' as const,
      unitOfMeasure,
      value: micro(quantity),
    })),
    counted('breaks', String(view.counts.breaks)),
  ];
}

export const valueOf = (figures: ScopeFigures, { figure, unitOfMeasure }: ScopeRow): bigint =>
  figures.find((row) => row.figure === figure && row.unitOfMeasure === unitOfMeasure)?.value ?? 0n;

/** Every figure that one of the scopes has. */
export function rowsOf(answers: readonly (ScopeFigures | undefined)[]): ScopeRow[] {
  const rows = new Map<string, ScopeRow>();
  for (const { figure, unitOfMeasure } of answers.flatMap((answer) => answer ?? []))
    rows.set(`${figure} ${unitOfMeasure}`, { figure, unitOfMeasure });
  return [...rows.values()].sort(
    (a, b) =>
      figureNames.indexOf(a.figure) - figureNames.indexOf(b.figure) || compareText(a.unitOfMeasure, b.unitOfMeasure),
  );
}
