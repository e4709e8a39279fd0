import type { FigureName } from '#shared/recalls/contract.ts';

/**
 * The numbers under which the trace index keeps a unit's figures. Shipped and returned refer to the partner, on hand to
 * place and status, adjusted to upward (0) and downward, so that a unit is known to be adjusted also where the two
 * cancel out.
 */
export const figureKinds = {
  opening: 0,
  received: 1,
  produced: 2,
  consumed: 3,
  shipped: 4,
  returned: 5,
  returnedToSupplier: 6,
  scrapped: 7,
  sampled: 8,
  adjusted: 9,
  onHand: 10,
} as const satisfies Record<FigureName, number>;

/**
 * Not a figure: how many of a unit's shipments to a partner were added to an existing line, by partner. Together with
 * the shipped line this gives the number of shipments; most units have none.
 */
export const repeatedShipments = 11;

const names = Object.keys(figureKinds) as FigureName[]; // The keys of a literal are those of its type.

/** The figure a number means. */
export function figureNameOf(figureKind: number): FigureName {
  const name = names.find((candidate) => figureKinds[candidate] === figureKind);
  if (name === undefined) throw new RangeError(`there is no figure ${figureKind}`);
  return name;
}

/** The reference of an adjustment downward. */
export const lessReference = 1;

const letters = 'AQR';
const seconds = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A place and a status as one number: 128 statuses are enough for a letter and an optional second character. */
export const locationStatusReference = (placeId: number, status: string): number =>
  placeId * 128 + letters.indexOf(status.charAt(0)) * seconds.length + seconds.indexOf(status.charAt(1) || ' ');

export function locationStatusOf(reference: number): { placeId: number; status: string } {
  const code = reference % 128;
  const letter = letters.charAt(Math.floor(code / seconds.length));
  return { placeId: Math.floor(reference / 128), status: `${letter}${seconds.charAt(code % seconds.length).trim()}` };
}
