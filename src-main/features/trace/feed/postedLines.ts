import type { FigureLine } from '#main/trace/figures/figures.ts';
import { type MovementKind, movementKinds } from '#shared/movements/vocabulary.ts';
import type { PostedMovementRow } from './feed.queries.ts';
import { figureKinds, lessReference, locationStatusReference } from '#main/trace/figures/figureKinds.ts';

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

/**
 * How a movement counts in the figures of a unit: as which, of which of its two units, more or less, and by partner or
 * under a fixed reference.
 */
export type Counting = {
  figureKind: number;
  ofSource: boolean;
  sign: 1 | -1;
  byPartner: boolean;
  reference: number;
};

/** What decides how a movement counts, as one number: an index of countings. */
export const whatOf = ({
  kind,
  toPlaceId,
  undoneAt,
}: Pick<PostedMovementRow, 'kind' | 'toPlaceId' | 'undoneAt'>): number =>
  movementKinds.indexOf(kind) * 4 + Number(toPlaceId === null) * 2 + Number(undoneAt !== null);

/** The kind in whatOf. */
export const kindOf = (what: number): MovementKind | undefined => movementKinds[what >>> 2];

/** By whatOf; undefined where a movement counts in no figure. */
export const countings: readonly (Counting | undefined)[] = movementKinds.flatMap((kind) =>
  [0, 1, 2, 3].map((flags) => countingOf(kind, { leaves: flags >= 2, undoes: flags % 2 === 1 })),
);

/** A movement that undoes another has its ends swapped, and takes away; an adjustment's sign is its own direction. */
function countingOf(
  kind: MovementKind,
  { leaves, undoes }: { leaves: boolean; undoes: boolean },
): Counting | undefined {
  const figure = figureOf[kind];
  if (figure === undefined) return undefined;
  const comesBack = kind === 'customer-return' || kind === 'production-return';
  const isLess = kind === 'adjustment' ? leaves : (kind === 'production-return') !== undoes;
  return {
    figureKind: figureKinds[figure],
    ofSource: comesBack !== undoes,
    sign: isLess ? -1 : 1,
    byPartner: figure === 'shipped' || figure === 'returned',
    // What is undone cancels out under its own reference.
    reference: kind === 'adjustment' && leaves !== undoes ? lessReference : 0,
  };
}

/** What a posted movement adds to the figures of its units: to one figure, and to what lies where. */
export function linesOfPosted(row: PostedMovementRow): UnitLine[] {
  const lines: UnitLine[] = [];
  const { source, target, fromPlaceId, toPlaceId, quantity } = row;
  if (fromPlaceId !== null) lines.push(onHand(source, fromPlaceId, row.statusFrom, -quantity));
  if (toPlaceId !== null) lines.push(onHand(target, toPlaceId, row.statusTo, quantity));
  const counting = countings[whatOf(row)];
  if (counting === undefined) return lines;
  const { figureKind, ofSource, sign } = counting;
  const reference = counting.byPartner ? (row.partnerId ?? 0) : counting.reference;
  lines.push({ unit: ofSource ? source : target, line: { figureKind, reference, amount: sign * quantity } });
  return lines;
}

const onHand = (unit: number, placeId: number, status: string, amount: number): UnitLine => ({
  unit,
  line: { figureKind: figureKinds.onHand, reference: locationStatusReference(placeId, status), amount },
});
