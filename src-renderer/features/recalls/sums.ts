import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { compareText, type Unit } from '#shared/kernel/unit.ts';

type ProductSums = { unitOfMeasure: string; shipped: string; returned: string; onHand: string };
type Adjustment = Unit & { quantity: string; reason: string };

/** Micro units of each figure in one unit of measure. */
export type Sum = { unitOfMeasure: string; shipped: bigint; returned: bigint; onHand: bigint };
/** A quantity in one unit of measure, as a decimal string. */
export type Amount = { unitOfMeasure: string; quantity: string };

const micro = (quantity: string): bigint => parseQuantity(quantity) ?? 0n;

/** Kilograms and pieces cannot be added; each unit of measure has a sum of its own. */
export function sumByUnitOfMeasure(products: readonly ProductSums[]): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { unitOfMeasure, shipped, returned, onHand } of products) {
    const sum = sums.get(unitOfMeasure) ?? { unitOfMeasure, shipped: 0n, returned: 0n, onHand: 0n };
    sums.set(unitOfMeasure, {
      unitOfMeasure,
      shipped: sum.shipped + micro(shipped),
      returned: sum.returned + micro(returned),
      onHand: sum.onHand + micro(onHand),
    });
  }
  return [...sums.values()].sort((a, b) => compareText(a.unitOfMeasure, b.unitOfMeasure));
}

/** An adjustment nobody gave a reason for. */
export const isUnexplained = ({ reason }: { reason: string }): boolean => reason.trim() === '';

/**
 * How much appeared or vanished without a reason: of each unit what is left once its adjustments without one are
 * netted, whatever its sign, as the share accounted for counts it; summed per unit of measure.
 */
export function sumUnexplained(
  adjustments: readonly Adjustment[],
  unitOfMeasureOf: (product: string) => string,
): readonly Amount[] {
  const ofUnit = new Map<string, { unitOfMeasure: string; net: bigint }>();
  for (const { product, lot, sublot, serial, quantity } of adjustments.filter(isUnexplained)) {
    const key = JSON.stringify([product, lot, sublot, serial]);
    const known = ofUnit.get(key) ?? { unitOfMeasure: unitOfMeasureOf(product), net: 0n };
    ofUnit.set(key, { ...known, net: known.net + micro(quantity) });
  }
  const sums = new Map<string, bigint>();
  for (const { unitOfMeasure, net } of ofUnit.values()) {
    sums.set(unitOfMeasure, (sums.get(unitOfMeasure) ?? 0n) + (net < 0n ? -net : net));
  }
  return [...sums]
    .filter(([, sum]) => sum > 0n)
    .map(([unitOfMeasure, sum]) => ({ unitOfMeasure, quantity: formatQuantity(sum) }))
    .sort((a, b) => compareText(a.unitOfMeasure, b.unitOfMeasure));
}
