import type { ProductFacts } from '#main/ledger/facts.ts';
import type { Work } from '#main/store/work.ts';
import { type Crossing, fromMidnight, returnsBeyond, type TooMuch } from '#shared/movements/returns.ts';
import { mostOfSupplier } from '#shared/movements/suppliedGoods.ts';
import { linesOf, type PassageRow, passagesOf, passagesOfUnit, unitsNamedLater } from './namedLater.queries.ts';
import type { CrossingRow } from './returns.queries.ts';

/** What came from a supplier, in the names it has now, and what went back; returns keep the rows they are of. */
type Supplied = Crossing & { offsetMinutes: number; row: CrossingRow | null };

/**
 * The returns to a supplier that cannot be, going by what its goods that came without a whole name were named since: as
 * much under a name as may be that supplier's. None where no goods of its were named later.
 */
export function returnsNamedOtherwise(
  work: Work,
  { product, partnerId, rows }: { product: ProductFacts; partnerId: number; rows: readonly CrossingRow[] },
): Map<CrossingRow, TooMuch> {
  if (!product.stockManaged) return new Map();
  const units = new Set(unitsNamedLater(work, product.id));
  if (units.size === 0 || !rows.some(({ unitId, kind }) => kind === 'receipt' && units.has(unitId))) return new Map();
  const passages = passagesOf(work, product.id)
    .filter(({ undoneBy }) => undoneBy === null)
    .map((row) => ({ ...row, ...linesOf(row, units), isOthers: isOthers(row, partnerId), isReturn: isBack(row), row }));
  const most = mostOfSupplier(fromMidnight(passages));
  const named: Supplied[] = [];
  for (const [{ row, from, to, at, offsetMinutes, lot, sublot, serial }, quantity] of most)
    if (from !== null && to === null && row.toPlace !== null && quantity > 0n)
      named.push({ at, offsetMinutes, lot, sublot, serial, isReturn: false, quantity: Number(quantity), row: null });
  for (const row of rows)
    if (!units.has(row.unitId)) named.push({ ...row, isReturn: row.kind === 'supplier-return', row });
  const beyond = new Map<CrossingRow, TooMuch>();
  for (const [{ row }, tooMuch] of returnsBeyond(fromMidnight(named))) if (row !== null) beyond.set(row, tooMuch);
  // Goods that went back without a whole name took with them what may be the supplier's of their line.
  const returns = new Map(rows.filter(({ kind }) => kind === 'supplier-return').map((row) => [row.id, row]));
  for (const [{ row }, went] of most) {
    const crossing = returns.get(row.id);
    const returned = BigInt(row.quantity);
    if (crossing !== undefined && went < returned) beyond.set(crossing, { returned, went, beyond: returned - went });
  }
  return beyond;
}

const isBack = ({ kind }: PassageRow): boolean => kind === 'supplier-return';

const isOthers = ({ kind, partnerId }: PassageRow, supplier: number): boolean =>
  kind === 'output' || (kind === 'receipt' && partnerId !== supplier);

/**
 * The returns of a lot to a supplier that cannot be, since what of the lot lay there by then had come from elsewhere:
 * the supplier's own was used up or lay at other locations. What an order made of the lot itself may be the supplier's.
 * @param rows returns of one product that stand
 */
export function returnsOfOthers(
  work: Work,
  { product, partnerId, rows }: { product: ProductFacts; partnerId: number; rows: readonly CrossingRow[] },
): Map<CrossingRow, TooMuch> {
  const beyond = new Map<CrossingRow, TooMuch>();
  if (!product.stockManaged) return beyond;
  for (const [unitId, returns] of Map.groupBy(rows, (row) => row.unitId)) {
    if (returns.every(({ lot }) => lot === '')) continue;
    const passages = passagesOfUnit(work, unitId).filter(({ undoneBy }) => undoneBy === null);
    const reworked = new Set(passages.flatMap(({ kind, workOrder }) => (kind === 'consumption' ? workOrder : [])));
    const isElsewhere = (row: PassageRow): boolean => isOthers(row, partnerId) && !reworked.has(row.workOrder);
    if (!passages.some(isElsewhere)) continue;
    const lines = new Set([unitId]);
    const most = mostOfSupplier(
      fromMidnight(
        passages.map((row) => ({
          ...row,
          ...linesOf(row, lines),
          isOthers: isElsewhere(row),
          isReturn: isBack(row),
          row,
        })),
      ),
    );
    const byId = new Map([...most].map(([{ row }, quantity]) => [row.id, quantity]));
    for (const one of returns) {
      const returned = BigInt(one.quantity);
      const went = byId.get(one.id) ?? returned;
      if (went < returned) beyond.set(one, { returned, went, beyond: returned - went });
    }
  }
  return beyond;
}
