import type { FigureLine } from '#main/trace/figures.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { PostedRow } from './feed.queries.ts';
import { figureKinds, placeStatusReference } from './figureKinds.ts';

type UnitLine = { unit: number; line: FigureLine };

const figureOf: Partial<Record<MovementKind, keyof typeof figureKinds>> = {
  opening: 'opening',
  receipt: 'received',
  output: 'produced',
  consumption: 'consumed',
  'production-return': 'consumed',
  shipment: 'shipped',
  'customer-return': 'returned',
  'supplier-return': 'returnedToSupplier',
  scrap: 'scrapped',
  sample: 'sampled',
  adjustment: 'adjusted',
};

/** What a posted movement adds to the figures of its units: to one figure, and to what lies where. What undoes another takes away. */
export function linesOfPosted(row: PostedRow): UnitLine[] {
  const lines: UnitLine[] = [];
  const { source, target, fromPlaceId, toPlaceId, quantity } = row;
  if (fromPlaceId !== null) lines.push(onHand(source, fromPlaceId, row.statusFrom, -quantity));
  if (toPlaceId !== null) lines.push(onHand(target, toPlaceId, row.statusTo, quantity));
  const figure = figureOf[row.kind];
  if (figure === undefined) return lines;
  // A movement that undoes another has its ends swapped.
  const undoes = row.undoneAt !== null;
  const [from, to, arrivesAt] = undoes ? [target, source, fromPlaceId] : [source, target, toPlaceId];
  const comesBack = row.kind === 'customer-return' || row.kind === 'production-return';
  const isLess = row.kind === 'production-return' || (row.kind === 'adjustment' && arrivesAt === null);
  const amount = isLess === undoes ? quantity : -quantity;
  const reference = figure === 'shipped' || figure === 'returned' ? (row.partnerId ?? 0) : 0;
  lines.push({ unit: comesBack ? from : to, line: { figureKind: figureKinds[figure], reference, amount } });
  return lines;
}

const onHand = (unit: number, placeId: number, status: string, amount: number): UnitLine => ({
  unit,
  line: { figureKind: figureKinds.onHand, reference: placeStatusReference(placeId, status), amount },
});
