/** What happened in the plant to goods whose name is not whole, as seen for one supplier. */
export type SuppliedPassage = {
  at: number;
  quantity: number;
  /** The stock lines; null outside the plant, and for goods whose name is whole. */
  from: string | null;
  to: string | null;
  /** Whether they came from elsewhere for certain: from another supplier, or out of the plant's own production. */
  isOthers: boolean;
};

/** So much lies in a stock line, and so much of it is the supplier's at most. */
type Line = { total: bigint; most: bigint };

/**
 * How much of what each passage moved may be goods of one supplier. Goods without a whole name that lie in one stock
 * line are mixed: any part of them may be taken. Goods of unknown origin may be of any supplier.
 * @param passages of one product; of one moment in any order
 */
export function mostOfSupplier<P extends SuppliedPassage>(passages: readonly P[]): Map<P, bigint> {
  const lines = new Map<string, Line>();
  const most = new Map<P, bigint>();
  const inTime = passages.toSorted((a, b) => a.at - b.at || rankOf(a) - rankOf(b));
  for (const passage of inTime) {
    const { from, to, isOthers } = passage;
    const quantity = BigInt(passage.quantity);
    const moved = from === null ? (isOthers ? 0n : quantity) : take(lines, from, quantity);
    most.set(passage, moved);
    if (to === null) continue;
    const line = lines.get(to) ?? { total: 0n, most: 0n };
    lines.set(to, { total: line.total + quantity, most: line.most + moved });
  }
  return most;
}

/** At one moment goods come first, then move, and then leave or get a whole name. */
const rankOf = ({ from, to }: SuppliedPassage): number => (from === null ? 0 : to === null ? 2 : 1);

function take(lines: Map<string, Line>, key: string, quantity: bigint): bigint {
  const line = lines.get(key) ?? { total: 0n, most: 0n };
  // The origin of more goods than are known to lie there is unknown.
  const unknown = quantity > line.total ? quantity - line.total : 0n;
  const moved = least(line.most, quantity - unknown) + unknown;
  const total = line.total - (quantity - unknown);
  lines.set(key, { total, most: least(line.most, total) });
  return moved;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
