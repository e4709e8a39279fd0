import type { PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { HoldValues } from './records.ts';

/** Which goods a hold is on: each field that is not blank narrows it down. */
export type HoldScope = Pick<
  HoldValues,
  | 'product'
  | 'lot'
  | 'sublot'
  | 'serialFrom'
  | 'serialTo'
  | 'supplier'
  | 'workOrder'
  | 'location'
  | 'receivedFrom'
  | 'receivedTo'
>;

/** A scope that nothing narrows down yet. */
export const anyGoods: HoldScope = {
  product: '',
  lot: '',
  sublot: '',
  serialFrom: '',
  serialTo: '',
  supplier: '',
  workOrder: '',
  location: '',
  receivedFrom: null,
  receivedTo: null,
};

/** One way goods came into the plant; "" for what is not known or does not apply. */
export type Came = { supplier: string; workOrder: string; on: PlainDate };

/** Whether a hold asks where goods are from, which their names do not tell. */
export const asksOrigin = ({ supplier, workOrder, receivedFrom, receivedTo }: HoldScope): boolean =>
  supplier !== '' || workOrder !== '' || receivedFrom !== null || receivedTo !== null;

/** Whether goods have the names that a hold is on. Where they lie and where they are from is asked apart. */
export function namesGoods(scope: HoldScope, goods: Unit): boolean {
  const fits = (said: string, is: string): boolean => said === '' || said === is;
  return (
    fits(scope.product, goods.product) &&
    fits(scope.lot, goods.lot) &&
    fits(scope.sublot, goods.sublot) &&
    (scope.serialFrom === '' || isInSerials(scope, goods.serial))
  );
}

/** Whether goods are from where a hold says. Goods that came in several ways and lie mixed are held by any of them. */
export function isFrom(scope: HoldScope, came: readonly Came[]): boolean {
  if (!asksOrigin(scope)) return true;
  const { supplier, workOrder, receivedFrom: from, receivedTo: to } = scope;
  return came.some(
    (one) =>
      (supplier === '' || one.supplier === supplier) &&
      (workOrder === '' || one.workOrder === workOrder) &&
      (from === null || (one.on !== '' && one.on >= from)) &&
      (to === null || (one.on !== '' && one.on <= to)),
  );
}

const counter = /\d+$/;
const prefixOf = (serial: string): string => serial.replace(counter, '');

/** Whether a serial lies in a range: the same letters before its digits and as long, so that texts compare as numbers. */
export function isInSerials({ serialFrom, serialTo }: Pick<HoldScope, 'serialFrom' | 'serialTo'>, serial: string) {
  if (serialTo === '' || serialTo === serialFrom) return serial === serialFrom;
  return (
    serial.length === serialFrom.length &&
    prefixOf(serial) === prefixOf(serialFrom) &&
    serial >= serialFrom &&
    serial <= serialTo
  );
}

/** Whether one hold is on all goods that another would be on. */
export function covers(held: HoldScope, scope: HoldScope): boolean {
  const fits = (said: string | null, is: string | null): boolean => said === '' || said === null || said === is;
  return (
    fits(held.product, scope.product) &&
    fits(held.lot, scope.lot) &&
    fits(held.sublot, scope.sublot) &&
    fits(held.supplier, scope.supplier) &&
    fits(held.workOrder, scope.workOrder) &&
    fits(held.location, scope.location) &&
    (held.serialFrom === '' ||
      (isInSerials(held, scope.serialFrom) && (scope.serialTo === '' || isInSerials(held, scope.serialTo)))) &&
    (held.receivedFrom === null || (scope.receivedFrom !== null && scope.receivedFrom >= held.receivedFrom)) &&
    (held.receivedTo === null || (scope.receivedTo !== null && scope.receivedTo <= held.receivedTo))
  );
}

/** What a person asks to hold, as a hold says it. */
export const scopeOf = ({ receivedFrom, receivedTo, ...target }: HoldAsked): HoldScope => ({
  ...target,
  receivedFrom: receivedFrom || null,
  receivedTo: receivedTo || null,
});
type HoldAsked = Record<keyof HoldScope, string>;

/** Whether a hold may be on such goods: it names some, and what it says of them can be true. */
export function judgeScope(scope: HoldScope): Verdict {
  const { product, lot, sublot, serialFrom, serialTo, supplier, workOrder, location, receivedFrom, receivedTo } = scope;
  if ([lot, serialFrom, supplier, workOrder, location].every((name) => name === ''))
    return refused(
      'VALIDATION',
      msg`Say what to hold: a lot, serials, a supplier's deliveries, what a work order made, or a location.`,
      { field: 'lot' },
    );
  if (sublot !== '' && lot === '')
    return refused('VALIDATION', msg`A sublot is of a lot. Name the lot too.`, { field: 'lot' });
  if (serialTo !== '' && serialFrom === '')
    return refused('VALIDATION', msg`A range of serials has a first one. Name it too.`, { field: 'serialFrom' });
  if (serialTo !== '' && (!counter.test(serialFrom) || !isInSerials(scope, serialTo)))
    return refused(
      'VALIDATION',
      msg`Serials from ${serialFrom} to ${serialTo} are no range: both have the same letters and as many digits, and the first comes first.`,
      { field: 'serialTo' },
    );
  if ((lot !== '' || serialFrom !== '') && product === '')
    return refused('VALIDATION', msg`Several products may have the same lot or serial. Name the product too.`, {
      field: 'product',
    });
  if (supplier !== '' && workOrder !== '')
    return refused('VALIDATION', msg`Goods are delivered or made. Name a supplier or a work order, not both.`, {
      field: 'workOrder',
    });
  if (receivedFrom !== null && receivedTo !== null && receivedFrom > receivedTo)
    return refused('VALIDATION', msg`The first day comes after the last one.`, { field: 'receivedTo' });
  return allowed;
}
