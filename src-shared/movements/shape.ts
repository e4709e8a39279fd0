import { msg, type Message } from '#shared/kernel/message.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import type { MovementInput } from './contract.ts';
import { longestSerialRange, looksLikeSerialRange, parseSerialRange } from './serialRange.ts';
import { type End, type KindShape, kindShapes } from './vocabulary.ts';

type Named =
  | 'kind'
  | 'lot'
  | 'sublot'
  | 'serial'
  | 'from'
  | 'to'
  | 'statusFrom'
  | 'status'
  | 'workOrder'
  | 'run'
  | 'partner';

/** A movement as far as its shape goes: blank parts are "", the quantity is in millionths. */
export type MovementShape = Pick<MovementInput, Named> & { quantity: bigint | number; isReversal?: boolean };

/** `column` is the part's name in an export. */
export type ShapeIssue = { column: string; code: ErrorCode; message: Message };

const none: readonly ShapeIssue[] = [];

/**
 * What is wrong with a movement's own row, whatever the store holds: ends, statuses, partner and work order as its
 * kind requires them (interchange: movement kinds and their ends), and a serial's quantity.
 */
export function movementShapeIssues(movement: MovementShape): readonly ShapeIssue[] {
  if (movement.isReversal === true) return mirrored(movement);
  const shape = kindShapes[movement.kind];
  const faults: ShapeIssue[] = [];
  const say = (column: string, message: Message) => faults.push({ column, code: 'VALIDATION', message });
  checkEnds(movement, shape, say);
  checkStatus(say, {
    column: 'status_from',
    end: 'from',
    status: movement.statusFrom,
    isPlace: isPlace(shape.from, movement.from),
  });
  checkStatus(say, { column: 'status', end: 'to', status: movement.status, isPlace: isPlace(shape.to, movement.to) });
  if (shape.needs === 'partner' && movement.partner === '')
    say('partner', msg`Name the partner: “${movement.kind}” needs one.`);
  if (shape.needs === 'workOrder' && movement.workOrder === '')
    say('work_order', msg`Name the work order: “${movement.kind}” needs one.`);
  if (movement.run !== '' && movement.workOrder === '')
    say('work_order', msg`A run is part of a work order; name the work order too.`);
  if (movement.sublot !== '' && movement.lot === '') say('lot', msg`A sublot is part of a lot; name the lot too.`);
  if (movement.kind === 'assign' && movement.lot === '' && movement.serial === '')
    say('lot', msg`Name the lot or the serial that is assigned.`);
  if (movement.serial !== '') checkSerial(movement, say);
  return faults.length === 0 ? none : faults;
}

/** A reversal has the ends and statuses of the movement it undoes swapped: it is judged as that movement. */
function mirrored(reversal: MovementShape): readonly ShapeIssue[] {
  const { from, to, statusFrom, status, isReversal: _isReversal, ...rest } = reversal;
  const faults = movementShapeIssues({ ...rest, from: to, to: from, statusFrom: status, status: statusFrom });
  if (faults.length > 1 && movementShapeIssues({ ...rest, from, to, statusFrom, status }).length === 0) {
    const message = msg`This row goes the way a “${reversal.kind}” goes, so it cannot undo one: swap its ends and statuses. A reversal itself is never undone; send the movement again instead.`;
    return [{ column: 'reverses', code: 'ILLEGAL_TRANSITION', message }];
  }
  return faults.map((fault) => ({
    ...fault,
    column: otherEnd[fault.column] ?? fault.column,
    message: msg`Of the movement this reverses: ${fault.message}`,
  }));
}

const otherEnd: Readonly<Record<string, string>> = {
  from: 'to',
  to: 'from',
  status_from: 'status',
  status: 'status_from',
};

type Say = (column: string, message: Message) => void;

function checkEnds(movement: MovementShape, shape: KindShape, say: Say): void {
  const { kind, from, to } = movement;
  if (shape.from === 'place' && from === '') say('from', msg`Name the location the goods leave: “${kind}” needs one.`);
  if (shape.from === 'outside' && from !== '') say('from', msg`Leave this blank: “${kind}” comes from no location.`);
  if (shape.to === 'place' && to === '') say('to', msg`Name the location the goods reach: “${kind}” needs one.`);
  if (shape.to === 'outside' && to !== '') say('to', msg`Leave this blank: “${kind}” goes to no location.`);
  if (shape.from === 'either' && from === '' && to === '')
    say('from', msg`Name one location: “from” for less, “to” for more.`);
  if (shape.from === 'either' && from !== '' && to !== '')
    say('to', msg`Name one location only: “from” for less, “to” for more.`);
  if (shape.stays && from !== '' && to !== '' && from !== to)
    say('to', msg`“${kind}” stays at its location; write “${from}” here too.`);
}

const isPlace = (end: End, place: string): boolean => end === 'place' || (end === 'either' && place !== '');

function checkStatus(say: Say, given: { column: string; end: string; status: string; isPlace: boolean }): void {
  if (given.isPlace && given.status === '')
    say(given.column, msg`Write the stock status at “${given.end}”: A, Q or R.`);
  if (!given.isPlace && given.status !== '')
    say(given.column, msg`Leave this blank: there is no location at “${given.end}”.`);
}

function checkSerial(movement: MovementShape, say: Say): void {
  const range = looksLikeSerialRange(movement.serial) ? parseSerialRange(movement.serial) : undefined;
  const count = range?.count ?? 1;
  if (Number(movement.quantity) === count * oneUnit) return;
  if (range === undefined && looksLikeSerialRange(movement.serial)) {
    const most = { count: longestSerialRange };
    say(
      'serial',
      msg`Write a range such as A0001..A0100: same letters, same number of digits, rising, at most ${most}.`,
    );
  } else {
    say(
      'quantity',
      range === undefined
        ? msg`A serial stands for one piece: the quantity must be 1.`
        : msg`The range names ${count} serials: the quantity must be ${count}.`,
    );
  }
}
