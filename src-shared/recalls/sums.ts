import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { compareText } from '#shared/kernel/unit.ts';

type ProductSums = { unitOfMeasure: string; shipped: string; returned: string; onHand: string; inProcess: string };

/** Micro units of each figure in one unit of measure. */
export type Sum = { unitOfMeasure: string; shipped: bigint; returned: bigint; onHand: bigint; inProcess: bigint };
/** A quantity in one unit of measure, as a decimal string. */
export type Amount = { unitOfMeasure: string; quantity: string };

const micro = (quantity: string): bigint => parseQuantity(quantity) ?? 0n;

/** Kilograms and pieces cannot be added; each unit of measure has a sum of its own. Takes decimal strings. */
export function sumByUnitOfMeasure(products: readonly ProductSums[]): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { unitOfMeasure, shipped, returned, onHand, inProcess } of products) {
    const sum = sums.get(unitOfMeasure) ?? { unitOfMeasure, shipped: 0n, returned: 0n, onHand: 0n, inProcess: 0n };
    sums.set(unitOfMeasure, {
      unitOfMeasure,
      shipped: sum.shipped + micro(shipped),
      returned: sum.returned + micro(returned),
      onHand: sum.onHand + micro(onHand),
      inProcess: sum.inProcess + micro(inProcess),
    });
  }
  return [...sums.values()].sort((a, b) => compareText(a.unitOfMeasure, b.unitOfMeasure));
}

/** An adjustment nobody gave a reason for. */
export const isUnexplained = ({ reason }: { reason: string }): boolean => reason.trim() === '';

/** An adjustment of a unit (its id) in micro units, below zero where goods vanished. */
type Adjustment = { unit: number; unitOfMeasure: string; quantity: bigint; reason: string };

/**
 * How much appeared or vanished without a reason: of each unit what is left once its adjustments without one are
 * netted, whatever its sign, as the share accounted for counts it; summed per unit of measure.
 */
export function sumUnexplained(adjustments: readonly Adjustment[]): Amount[] {
  const ofUnit = new Map<number, { unitOfMeasure: string; net: bigint }>();
  for (const { unit, unitOfMeasure, quantity } of adjustments.filter(isUnexplained))
    ofUnit.set(unit, { unitOfMeasure, net: (ofUnit.get(unit)?.net ?? 0n) + quantity });
  const sums = new Map<string, bigint>();
  for (const { unitOfMeasure, net } of ofUnit.values())
    sums.set(unitOfMeasure, (sums.get(unitOfMeasure) ?? 0n) + (net < 0n ? -net : net));
  return [...sums]
    .filter(([, sum]) => sum > 0n)
    .map(([unitOfMeasure, sum]) => ({ unitOfMeasure, quantity: formatQuantity(sum) }))
    .sort((a, b) => compareText(a.unitOfMeasure, b.unitOfMeasure));
}
