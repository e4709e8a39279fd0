import type { LocationKind } from '#shared/locations/vocabulary.ts';
import type { SerialTracking } from '#shared/products/vocabulary.ts';
import type { MovementKind } from './vocabulary.ts';

/** Whether a movement names the serial: a blank one is refused, either is let through, a named one is refused. */
export type SerialDemand = 'must' | 'may' | 'never';

/** What moves goods, as serials are asked for: a count brings goods in or takes them away. */
export type SerialAct = Exclude<MovementKind, 'adjustment'> | 'counted-in' | 'counted-out';

/** Where all ends in the plant are docks, goods wait to be put away. */
export type SerialPlace = 'stock' | 'dock';

type Cell = Readonly<Record<SerialPlace, SerialDemand>>;

const always = { stock: 'must', dock: 'must' } as const;
/** A serial that is received may be known at the dock already. */
const earlyOrAtPutAway = { stock: 'must', dock: 'may' } as const;
/** A group of serials is one line of stock at the dock; each is named when it is put away. */
const atPutAway = { stock: 'must', dock: 'never' } as const;
const mayBe = { stock: 'may', dock: 'may' } as const;
const never = { stock: 'never', dock: 'never' } as const;

const received = (onIssue: Cell): Readonly<Record<SerialTracking, Cell>> => ({
  none: never,
  'on-issue': onIssue,
  'received-issued': earlyOrAtPutAway,
  global: atPutAway,
});
/** What makes goods or takes them for good names them wherever they lie. */
const namedForGood = (onIssue: Cell): Readonly<Record<SerialTracking, Cell>> => ({
  none: never,
  'on-issue': onIssue,
  'received-issued': always,
  global: always,
});

/**
 * Every way of tracking by serial against everything that moves goods. Stock of what is named on issue has no serials:
 * they are fixed when goods are issued, and what comes back or leaves otherwise may bear one.
 */
export const serialDemands: Readonly<Record<SerialAct, Readonly<Record<SerialTracking, Cell>>>> = {
  opening: received(never),
  receipt: received(never),
  'put-away': received(never),
  transfer: received(never),
  status: received(never),
  assign: received(never),
  consumption: namedForGood(always),
  'production-return': received(mayBe),
  output: namedForGood(never),
  shipment: namedForGood(always),
  'customer-return': received(mayBe),
  'supplier-return': received(mayBe),
  scrap: received(mayBe),
  sample: received(mayBe),
  'counted-in': received(never),
  'counted-out': received(mayBe),
};

type Ends = { kind: MovementKind; from: LocationKind | null; to: LocationKind | null };

const actOf = ({ kind, to }: Pick<Ends, 'kind' | 'to'>): SerialAct =>
  kind === 'adjustment' ? (to === null ? 'counted-out' : 'counted-in') : kind;

export const isAtDock = ({ from, to }: Pick<Ends, 'from' | 'to'>): boolean =>
  [from, to].every((place) => place === null || place === 'dock');

/** Whether a movement names the serial of a product that is tracked so. */
export const serialDemand = (tracking: SerialTracking, ends: Ends): SerialDemand =>
  serialDemands[actOf(ends)][tracking][isAtDock(ends) ? 'dock' : 'stock'];
