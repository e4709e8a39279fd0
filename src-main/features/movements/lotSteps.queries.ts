import type { Work } from '#main/store/work.ts';
import type { Step } from '#shared/movements/origins.ts';
import { linesOf, type PassageRow, passagesOf, unitsNamedLater } from './namedLater.queries.ts';

/** What goods did that came without a whole lot; the stock lines are null where their lot is whole. */
export type LotStep = PassageRow & Step;

/** All that goods of a product did which came without a whole lot and got one later, undone or not; none where none did. */
export function stepsOfLots(work: Work, productId: number): LotStep[] {
  const units = new Set(unitsNamedLater(work, productId, 'lot'));
  if (units.size === 0) return [];
  return passagesOf(work, productId, 'lot').map((row) => ({ ...row, ...linesOf(row, units) }));
}

/** Those that gave goods their lot or sublot. Goods are judged by the last they get. */
export function lotNamings(steps: readonly LotStep[]): LotStep[] {
  const namings = steps.filter(
    ({ fromPlace, fromLot, fromSublot, lot, sublot }) =>
      fromPlace !== null && lot !== '' && (lot !== fromLot || sublot !== fromSublot),
  );
  /** Units of which goods get more of a lot. */
  const isNamedOn = new Set(namings.map(({ fromUnit }) => fromUnit));
  for (let size = 0; size !== isNamedOn.size; ) {
    size = isNamedOn.size;
    for (const { fromUnit, toUnit } of steps) if (isNamedOn.has(toUnit)) isNamedOn.add(fromUnit);
  }
  return namings.filter(({ toUnit }) => !isNamedOn.has(toUnit));
}
