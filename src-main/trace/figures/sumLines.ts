import { decodeAmount } from '../packing/amounts.ts';
import { type Bits, orderIds } from '../packing/bits.ts';
import { type Figures, newestLine } from './figures.ts';
import type { Products } from './products.ts';
import { startOf } from '../packing/starts.ts';
import { spillAt, type Total, Totals } from './totals.ts';

/** One sum. `reference` and `product` are the caller's ids; the product is 0 for a unit without. */
export type ReferenceSum = { readonly figureKind: number; readonly reference: number; readonly total: Total };
export type ProductSum = { readonly figureKind: number; readonly product: number; readonly total: Total };

/** Exact sums over units, in no promised order. A key whose amounts cancel out is reported with 0. */
export type FigureSums = {
  readonly byReference: readonly ReferenceSum[];
  readonly byProduct: readonly ProductSum[];
  /** Σ over units of the absolute value of each unit's sum of one figure kind: what a mass balance counts as unexplained. */
  readonly netAbsolute: Total;
};

/** The room in which sums are made, used again and again. */
export type SumRoom = { readonly byHeading: Totals; readonly byProduct: Totals };

export const newSumRoom = (): SumRoom => ({ byHeading: new Totals(), byProduct: new Totals() });

/**
 * Adds up the lines of the units, each of which is listed once. Many units are read in id order, the order their lines lie
 * in. `netOf` is the figure kind of netAbsolute.
 */
export function sumLines(
  figures: Figures,
  products: Products,
  room: SumRoom,
  question: { units: Int32Array; netOf: number; orderFrom: number; spare: Bits },
): FigureSums {
  const { lines, lists, headingKinds } = figures;
  const { byHeading } = room;
  const { netOf } = question;
  byHeading.reserve(figures.headingNumbers.size);
  room.byProduct.reserve(products.byId.size * 16);
  let { units } = question;
  if (units.length >= question.orderFrom) {
    units = units.slice();
    orderIds(units, 0, units.length, question.spare);
  }
  let net = 0;
  let largeNet = 0n;
  for (let next = 0; next < units.length; next++) {
    const unit = units[next]!;
    const productKey = (products.numbers[unit] ?? 0) * 16;
    let netAmount = 0;
    const isBase = unit <= lines.nodes;
    const end = isBase ? startOf(lines.starts, unit + 1) : 0;
    let position = isBase ? startOf(lines.starts, unit) : 0;
    let newer = lists.count > 0 ? newestLine(lists, unit) : 0;
    while (position < end || newer !== 0) {
      let heading: number;
      let amount: number;
      if (position < end) {
        heading = lines.headings[position]!;
        amount = decodeAmount(lines.amounts[position++]!, lines.overflow);
      } else {
        heading = lists.headings[newer]!;
        amount = lists.amounts[newer]!;
        newer = lists.next[newer]!;
      }
      const figureKind = headingKinds[heading]!;
      byHeading.add(heading, amount);
      room.byProduct.add(productKey + figureKind, amount);
      if (figureKind === netOf) netAmount += amount;
    }
    // A unit's own figures stay within the safe integers, as the store's quantities do.
    const absolute = Math.abs(netAmount);
    if (net + absolute <= spillAt) {
      net += absolute;
    } else {
      largeNet += BigInt(net) + BigInt(absolute);
      net = 0;
    }
  }
  const byReference: ReferenceSum[] = [];
  byHeading.drain((heading, total) => {
    byReference.push({ figureKind: headingKinds[heading]!, reference: figures.headingReferences[heading]!, total });
  });
  const byProduct: ProductSum[] = [];
  room.byProduct.drain((key, total) => {
    byProduct.push({ figureKind: key & 15, product: products.ids[key >>> 4] ?? 0, total });
  });
  return { byReference, byProduct, netAbsolute: largeNet === 0n ? net : largeNet + BigInt(net) };
}
