import { type Event, piece, type RuleProduct } from './language.ts';

/** What names a serial of goods kept without serials takes that piece away. */
const goesForGood = ['consumption', 'scrap', 'sample', 'supplier-return', 'adjustment'];

type Where = { inside: number; outside: number; emptyReturns: ReadonlySet<Event> };

/**
 * Follows one serial through its events, timestamp batch by timestamp batch, trying every order of each timestamp batch's events: of those
 * that can have happened the one counts that leaves the serial in the fewest places. Answers whether it is in two
 * places after some timestamp batch, and which events bring in a piece that had been used up: used in production,
 * scrapped or taken as a sample.
 */
export function followSerial(
  name: string,
  product: RuleProduct | undefined,
  events: readonly Event[],
): { inTwoLocations: boolean; receivedAgain: Event[] } {
  let where: Where = { inside: 0, outside: 0, emptyReturns: new Set() };
  let inTwoLocations = false;
  let usedUp = 0;
  let lastUse = 'consumption';
  const receivedAgain: Event[] = [];
  const inTime = [...events].sort((a, b) => a.at - b.at);
  for (const timestampBatch of Map.groupBy(inTime, ({ at }) => at).values()) {
    if (usedUp > 0 && product?.serials !== 'on-issue')
      receivedAgain.push(
        ...timestampBatch.filter((event) => event.undoes === null && comesInAsNew(event, { name, lastUse })),
      );
    const valid = timestampBatch.filter(
      (event) =>
        !timestampBatch.some(({ undoes }) => undoes === event) &&
        !(event.undoes !== null && timestampBatch.includes(event.undoes)),
    );
    where = best(where, valid, { name, product });
    if (where.inside + where.outside > 1) inTwoLocations = true;
    for (const { kind, undoes } of valid) {
      const uses = ['consumption', 'scrap', 'sample'].includes(kind);
      usedUp += (uses ? 1 : kind === 'production-return' ? -1 : 0) * (undoes === null ? 1 : -1);
      if (uses && undoes === null) lastUse = kind;
    }
    usedUp = Math.max(0, usedUp);
  }
  return { inTwoLocations, receivedAgain };
}

/** What a work order used it may give out again, and what it gives back may be named so. */
function comesInAsNew(
  { kind, from, to, fromUnit, toUnit }: Event,
  { name, lastUse }: { name: string; lastUse: string },
): boolean {
  if (kind === 'receipt' || kind === 'opening') return true;
  const isNamed = from !== '' && to !== '' && serialOf(fromUnit) !== name && serialOf(toUnit) === name;
  return (kind === 'output' || isNamed) && lastUse !== 'consumption';
}

type Of = { name: string; product: RuleProduct | undefined };

function best(where: Where, events: readonly Event[], of: Of): Where {
  const all = permutations(events).map((order) => happen(where, order, of));
  const possible = all.filter(({ isPossible }) => isPossible);
  const fewest = (possible.length > 0 ? possible : all).reduce((least, one) =>
    one.where.outside < least.where.outside ? one : least,
  );
  return fewest.where;
}

function happen(before: Where, order: readonly Event[], { name, product }: Of): { where: Where; isPossible: boolean } {
  let { inside, outside } = before;
  const emptyReturns = new Set(before.emptyReturns);
  const onIssue = product?.serials === 'on-issue';
  let isPossible = true;
  for (const event of order) {
    const { kind, undoes, quantity, from, to, fromUnit, toUnit } = event;
    const step = product?.stockManaged === true ? Number(quantity / piece) : 0;
    if (from !== '' && serialOf(fromUnit) === name) inside -= step;
    if (to !== '' && serialOf(toUnit) === name) inside += step;
    if (inside < 0) isPossible = false;
    const goes = kind === 'shipment' || (onIssue && goesForGood.includes(kind));
    const comes = kind === 'customer-return' || (onIssue && kind === 'production-return');
    if (goes) outside = undoes === null ? outside + 1 : Math.max(0, outside - 1);
    if (comes && undoes !== null) outside += emptyReturns.has(undoes) ? 0 : 1;
    if (comes && undoes === null) {
      if (outside === 0) emptyReturns.add(event);
      outside = Math.max(0, outside - 1);
    }
  }
  return { where: { inside, outside, emptyReturns }, isPossible };
}

/** "product|serial" of a unit, "" when it has none. */
export const serialOf = (unit: string): string => {
  const [product, , , serial] = unit.split('|');
  return serial === '' ? '' : `${product}|${serial}`;
};
export const serialsOf = (event: Event): string[] =>
  [...new Set([serialOf(event.fromUnit), serialOf(event.toUnit)])].filter((name) => name !== '');

/** Every order of some things, the first things staying first as long as possible. */
export function permutations<T>(things: readonly T[]): T[][] {
  if (things.length <= 1) return [[...things]];
  return things.flatMap((first, index) => permutations(things.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
