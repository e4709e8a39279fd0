import { msg, type Message } from '#shared/kernel/message.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import { isUntracked, type LotTracking, type SerialTracking } from '#shared/products/vocabulary.ts';
import { isAtDock, serialDemand } from './serialDemands.ts';
import type { MovementKind } from './vocabulary.ts';

/** What a movement names, and where its goods lie before and after. A place kind is null outside the plant. */
export type TrackedMovement = {
  kind: MovementKind;
  lot: string;
  sublot: string;
  serial: string;
  quantity: number;
  from: LocationKind | null;
  to: LocationKind | null;
};

export type TrackingIssue = { column: 'lot' | 'sublot' | 'serial' | 'quantity'; code: ErrorCode; message: Message };

type Modes = { code: string; lotTracking: LotTracking; serialTracking: SerialTracking };

/** What takes goods for good, or makes them: it must name them even at a dock. */
const mustName: readonly MovementKind[] = ['consumption', 'output', 'shipment'];

/** A movement all of whose ends in the plant are docks: goods may still be unnamed there. */
const onlyAtDock = (movement: TrackedMovement): boolean => !mustName.includes(movement.kind) && isAtDock(movement);

/** Whether a movement names exactly what its product's tracking requires. Returns the first thing that is wrong. */
export function trackingIssue(product: Modes, movement: TrackedMovement): TrackingIssue | undefined {
  return lotIssue(product, movement) ?? serialIssue(product, movement);
}

function lotIssue(product: Modes, movement: TrackedMovement): TrackingIssue | undefined {
  const { lotTracking } = product;
  if (lotTracking === 'none') {
    if (movement.lot === '' && movement.sublot === '') return undefined;
    return fault(
      'lot',
      'VALIDATION',
      msg`${product.code} is not tracked by lot; leave the lot blank or change the product.`,
    );
  }
  if (movement.sublot !== '' && lotTracking !== 'lot-sublot') {
    return fault(
      'sublot',
      'VALIDATION',
      msg`${product.code} has no sublots; leave the sublot blank or change the product.`,
    );
  }
  if (movement.sublot !== '' && movement.lot === '')
    return fault('lot', 'LOT_REQUIRED', msg`A sublot needs its lot; name it.`);
  if (movement.kind === 'assign' && movement.lot === '')
    return fault('lot', 'LOT_REQUIRED', msg`Name the lot the goods are assigned to.`);
  if (lotTracking === 'optional' || onlyAtDock(movement)) return undefined;
  if (movement.lot === '') return fault('lot', 'LOT_REQUIRED', msg`${product.code} is tracked by lot; name the lot.`);
  if (lotTracking === 'lot-sublot' && movement.sublot === '') {
    return fault('sublot', 'LOT_REQUIRED', msg`${product.code} is tracked by lot and sublot; name the sublot.`);
  }
  return undefined;
}

function serialIssue(product: Modes, movement: TrackedMovement): TrackingIssue | undefined {
  const { serialTracking } = product;
  const named = movement.serial !== '';
  const demand = serialDemand(serialTracking, movement);
  if (serialTracking === 'none') return named ? fault('serial', 'VALIDATION', saidOfNever.none(product)) : undefined;
  if (named && movement.quantity !== oneUnit)
    return fault('quantity', 'VALIDATION', msg`A serial is one piece; write the quantity 1, one row for each serial.`);
  if (!named && demand === 'must') return fault('serial', 'VALIDATION', saidOfMust(product));
  return named && demand === 'never' ? fault('serial', 'VALIDATION', saidOfNever[serialTracking](product)) : undefined;
}

const saidOfMust = ({ code, serialTracking }: Modes): Message =>
  serialTracking === 'on-issue'
    ? msg`${code} gets its serial when it is issued; name the serial.`
    : msg`${code} is tracked by serial; name the serial.`;

const atPutAway = ({ code }: Modes): Message =>
  msg`Serials of ${code} are named at put-away; leave the serial blank at the dock.`;

/** Why a serial may not be named. */
const saidOfNever: Readonly<Record<SerialTracking, (product: Modes) => Message>> = {
  none: ({ code }) => msg`${code} has no serials; leave the serial blank or change the product.`,
  'on-issue': ({ code }) => msg`Stock of ${code} is kept without serials; leave the serial blank until it is issued.`,
  'received-issued': atPutAway,
  global: atPutAway,
};

/**
 * A unit that no walk may lead through: goods without any tracking, or goods of a product tracked by lot that have no
 * lot yet and no serial to distinguish them.
 */
export function isLeafUnit(
  product: { lotTracking: LotTracking; serialTracking: SerialTracking },
  unit: { lot: string; serial: string },
): boolean {
  if (isUntracked(product)) return true;
  return product.lotTracking !== 'none' && unit.lot === '' && unit.serial === '';
}

/** Whether goods may still get a lot or sublot. */
export const lacksLot = (
  { lotTracking }: { lotTracking: LotTracking },
  { lot, sublot }: { lot: string; sublot: string },
): boolean => (lot === '' ? lotTracking !== 'none' : sublot === '' && lotTracking === 'lot-sublot');

const fault = (column: TrackingIssue['column'], code: ErrorCode, message: Message): TrackingIssue => ({
  column,
  code,
  message,
});
