import type { OrderRow } from './orderRows.ts';

/** A consumption with what was not given back of it, above zero. */
export type UsedRow = { row: OrderRow; left: bigint };

/**
 * The consumption of a work order net of its production returns. A return that names a run is taken from
 * the unit's rows of that run, then from those without a run; a return without a run from the rows without
 * a run, then from the oldest. Within each group the oldest goes first. What comes back beyond that was
 * never used here and changes nothing. A row of which nothing is left is no parent, and is left out.
 */
export function netConsumption(rows: readonly OrderRow[]): UsedRow[] {
  const consumed = rows
    .filter((row) => row.kind === 'consumption')
    .map((row): UsedRow => ({ row, left: BigInt(row.quantity) }));
  const returns = rows.filter((row) => row.kind === 'production-return');
  if (returns.length === 0) return consumed;

  consumed.sort((a, b) => a.row.at - b.row.at || a.row.id - b.row.id);
  const ofUnit = Map.groupBy(consumed, ({ row }) => row.unit);
  // Those that say where they belong go first, so that the others take only what is left.
  const inTurn = [...returns.filter((row) => row.run !== ''), ...returns.filter((row) => row.run === '')];
  for (const back of inTurn) {
    const candidates = ofUnit.get(back.unit) ?? [];
    const sameRun = candidates.filter(({ row }) => row.run === back.run);
    const others = candidates.filter(({ row }) => row.run !== back.run && (back.run === '' || row.run === ''));
    takeFrom([...sameRun, ...others], BigInt(back.quantity));
  }
  return consumed.filter(({ left }) => left > 0n);
}

function takeFrom(rows: readonly UsedRow[], quantity: bigint): void {
  let open = quantity;
  for (const used of rows) {
    if (open === 0n) return;
    const taken = used.left < open ? used.left : open;
    used.left -= taken;
    open -= taken;
  }
}
