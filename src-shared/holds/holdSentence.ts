import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { HoldScope } from './scope.ts';

/** What lies here of the goods a hold is on: of each product by itself, since unlike goods are never added up. */
export type Held = {
  /** Decimals, in an order that stays. */
  sums: readonly { product: string; quantity: string; unitOfMeasure: string }[];
  locations: readonly string[];
};

/** The goods of a hold, as a sentence names them. */
export function scopeMessage(scope: HoldScope): MessageValue {
  const { product, lot, sublot, serialFrom, serialTo, supplier, workOrder, location, receivedFrom, receivedTo } = scope;
  const named = unitMessage({ product, lot, sublot, serial: serialTo === '' ? serialFrom : '' });
  const serials = serialTo === '' ? named : msg`${named} serials ${serialFrom} to ${serialTo}`;
  const parts: MessageValue[] = [product === '' ? msg`all goods` : serials];
  if (workOrder !== '') parts.push(msg`made by work order ${workOrder}`);
  if (supplier !== '') parts.push(msg`delivered by ${supplier}`);
  if (location !== '') parts.push(msg`lying at ${location}`);
  if (receivedFrom !== null) parts.push(msg`come in since ${receivedFrom}`);
  if (receivedTo !== null) parts.push(msg`come in until ${receivedTo}`);
  return { list: parts, between: ', ' };
}

/** A sentence names so many products; what lies of the others is part of what is signed all the same. */
const mostProducts = 5;

/** How much of each product; one that the sentence named already is not named again. */
function sumsIn({ sums }: Held, named: readonly HoldScope[]): MessageValue {
  const [only, ...others] = named;
  if (only !== undefined && only.product !== '' && others.length === 0)
    return { list: sums.map((sum) => msg`${{ decimal: sum.quantity }} ${sum.unitOfMeasure}`), between: ' + ' };
  const more = sums.length - mostProducts;
  const said: MessageValue[] = sums.slice(0, mostProducts).map(({ product, quantity, unitOfMeasure }) => ({
    list: [product, msg`${{ decimal: quantity }} ${unitOfMeasure}`],
    between: ' ',
  }));
  return { list: more > 0 ? [...said, msg`${{ count: more }} more products`] : said, between: ', ' };
}

/** What is signed when goods are put on hold. One is named; of several the lots, quantities and locations are counted. */
export function holdSentence(scopes: readonly HoldScope[], held: Held, reason: string): Message {
  const [first, ...more] = scopes;
  const where = locationsIn(held);
  if (first !== undefined && more.length === 0)
    return held.sums.length === 0
      ? msg`Hold ${scopeMessage(first)}: nothing of it lies here now. ${reason}`
      : msg`Hold ${scopeMessage(first)}: ${sumsIn(held, scopes)} at ${where}. ${reason}`;
  const count = { count: scopes.length };
  return held.sums.length === 0
    ? msg`Hold ${count} lots or serials: nothing of them lies here now. ${reason}`
    : msg`Hold ${count} lots or serials: ${sumsIn(held, scopes)} at ${where}. ${reason}`;
}

/** What is signed when holds are lifted. */
export function liftSentence(
  holds: readonly { number: string; scope: HoldScope }[],
  held: Held,
  reason: string,
): Message {
  const [first, ...more] = holds;
  const scopes = holds.map(({ scope }) => scope);
  const where = locationsIn(held);
  if (first !== undefined && more.length === 0)
    return held.sums.length === 0
      ? msg`Lift hold ${first.number} on ${scopeMessage(first.scope)}: nothing of it lies here now. ${reason}`
      : msg`Lift hold ${first.number} on ${scopeMessage(first.scope)}: ${sumsIn(held, scopes)} at ${where}. ${reason}`;
  const count = { count: holds.length };
  return held.sums.length === 0
    ? msg`Lift ${count} holds: nothing of the goods lies here now. ${reason}`
    : msg`Lift ${count} holds: ${sumsIn(held, scopes)} at ${where}. ${reason}`;
}

/** One location is named, several are counted. */
const locationsIn = ({ locations: [first = '', ...more] }: Held): MessageValue =>
  more.length === 0 ? first : msg`${{ count: more.length + 1 }} locations`;
