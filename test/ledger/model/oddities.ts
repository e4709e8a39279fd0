import type { Event } from './language.ts';

/** What should not have happened, and is told of an import. */

type Change = [line: string, change: bigint];

export const sumOf = (changes: readonly Change[], line: string): bigint =>
  changes.reduce((sum, [changed, change]) => (changed === line ? sum + change : sum), 0n);

/** Whether goods stay in the line of stock they lie in. */
export const isStill = ({ from, to, fromUnit, toUnit, statusFrom, status }: Event): boolean =>
  from !== '' && from === to && fromUnit === toUnit && statusFrom === status;

/** Whether more stayed in a line than lay there at any time of the timestamp batch. */
export function isMoreThanLay(
  event: Event,
  { before, now, changes }: { before: readonly Event[]; now: readonly Event[]; changes: (event: Event) => Change[] },
): boolean {
  const line = `${event.fromUnit}@${event.from}/${event.status}`;
  const until = [...before, ...now].filter(({ at }) => at <= event.at);
  const taken = now
    .filter((one) => one.at === event.at && one !== event)
    .flatMap(changes)
    .filter(([changed, change]) => changed === line && change < 0n)
    .reduce((sum, [, change]) => sum - change, 0n);
  return sumOf(until.flatMap(changes), line) + taken < event.quantity;
}

const crossings: Record<string, { side: 'customer' | 'supplier' | 'order'; isReturn: boolean }> = {
  shipment: { side: 'customer', isReturn: false },
  'customer-return': { side: 'customer', isReturn: true },
  receipt: { side: 'supplier', isReturn: false },
  'supplier-return': { side: 'supplier', isReturn: true },
  consumption: { side: 'order', isReturn: false },
  'production-return': { side: 'order', isReturn: true },
};

/** Under which name goods are known on the other side: "product|lot|sublot|serial". */
const outside = (event: Event): string => (event.from === '' ? event.fromUnit : event.toUnit);

/** Whose side it is: one partner or work order, and one product. */
const groupOf = (event: Event): string => {
  const side = crossings[event.kind]?.side;
  return `${side}|${side === 'order' ? event.workOrder : event.partner}|${event.product}`;
};

/**
 * In how many rows more came back from a customer or a work order, or went back to a supplier, than had gone there
 * before. A row is told for a unit when it is the last to bring too much of it; what was too much before is not told
 * again, and what is too much of what came earlier is told at the last row that changed that.
 */
export function returnedTooMuch<Row>(
  before: readonly Event[],
  now: readonly Event[],
  rowOf: (event: Event) => Row | undefined,
): number {
  const told = new Set<string>();
  const rows = [...new Set(now.map(rowOf))];
  const causes = now.filter((event) => {
    const crossing = crossings[event.kind];
    return crossing !== undefined && crossing.isReturn === (event.undoes === null);
  });
  for (const group of new Set(causes.map(groupOf))) {
    const last = Math.max(
      ...causes.filter((event) => groupOf(event) === group).map((event) => rows.indexOf(rowOf(event))),
    );
    const explained = new Set<Event>();
    for (const way of waysOf([...before, ...now], group)) {
      const [was, is] = [beyond(before, group, way), beyond([...before, ...now], group, way)];
      const more = [...is].filter(([event, quantity]) => quantity > (was.get(event) ?? 0n) && !explained.has(event));
      for (const event of way.inAll ? is.keys() : more.map(([one]) => one)) explained.add(event);
      const doubtful = more.filter(([event]) => !mayBeOlder([...before, ...now], event));
      const lastOfUnit = new Map(doubtful.map(([event]) => [outside(event), event]));
      for (const event of lastOfUnit.values())
        told.add(`${group} ${now.includes(event) ? rows.indexOf(rowOf(event)) : last}`);
    }
  }
  return told.size;
}

/** Whether a customer may have got goods before the store began: they are of what was taken over, or unknown here. */
function mayBeOlder(events: readonly Event[], back: Event): boolean {
  if (back.kind !== 'customer-return') return false;
  const undone = new Set(events.map(({ undoes }) => undoes));
  const stand = events.filter((one) => one.undoes === null && !undone.has(one) && one.product === back.product);
  if (!stand.some(({ kind, at }) => kind === 'opening' && at <= back.at)) return false;
  const [, lot, , serial] = outside(back).split('|');
  const seen = stand.filter(({ kind }) => kind !== 'customer-return' && kind !== 'production-return');
  const nameOf = ({ toUnit }: Event): string[] => toUnit.split('|');
  if (serial !== '' && seen.some((one) => nameOf(one)[3] === serial)) return false;
  const ofLot = seen.filter((one) => nameOf(one)[1] === lot);
  const isTakenOver = (one: Event): boolean =>
    one.kind === 'opening' ||
    (one.fromUnit !== one.toUnit && events.some(({ kind, toUnit }) => kind === 'opening' && toUnit === one.fromUnit));
  return lot === '' || ofLot.length === 0 || ofLot.some(isTakenOver);
}

/** What of a work order counts: all of it, what it used within a day of a return, or what one run did of that. */
type Way = { inAll: boolean; run?: string };

function waysOf(events: readonly Event[], group: string): Way[] {
  if (!group.startsWith('order|')) return [{ inAll: false }];
  const undone = new Set(events.map(({ undoes }) => undoes));
  const back = events.filter(
    (one) => one.kind === 'production-return' && one.run !== '' && groupOf(one) === group && !undone.has(one),
  );
  const runs = back.filter(({ undoes }) => undoes === null).map(({ run }) => run);
  return [{ inAll: true }, { inAll: false }, ...Array.from(new Set(runs), (run) => ({ inAll: false, run }))];
}

const day = 86_400_000_000;

/** The returns of one side that are too much, each with how much of it. */
function beyond(events: readonly Event[], group: string, { inAll, run }: Way): Map<Event, bigint> {
  const [side = '', , product = ''] = group.split('|');
  const undone = new Set(events.map(({ undoes }) => undoes));
  const valid = events.filter((event) => event.undoes === null && !undone.has(event) && event.product === product);
  const ofSide = valid.filter(
    (event) =>
      crossings[event.kind]?.side === side &&
      groupOf(event) === group &&
      (run === undefined || event.run === run || (event.run === '' && event.kind === 'consumption')),
  );
  // Goods taken over as they lay may have come from any supplier.
  const went = [
    ...ofSide.filter(({ kind }) => crossings[kind]?.isReturn === false),
    ...(side === 'supplier' ? valid.filter(({ kind }) => kind === 'opening') : []),
  ];
  const inTime = ofSide.filter(({ kind }) => crossings[kind]?.isReturn === true).sort((a, b) => a.at - b.at);
  const names = new Names([...went, ...inTime].map(outside));
  const found = new Map<Event, bigint>();
  const counted: Amount[] = [];
  for (const event of inAll ? inTime.sort((a, b) => a.id - b.id) : inTime) {
    const gone = went.filter(({ at }) => inAll || (side === 'order' ? at - day < event.at : at <= event.at));
    const wanted: Amount[] = [...counted, [outside(event), event.quantity]];
    const sum = wanted.reduce((total, [, quantity]) => total + quantity, 0n);
    const lacking =
      sum -
      mostExplained(
        names,
        gone.map((one): Amount => [outside(one), one.quantity]),
        wanted,
      );
    if (lacking > 0n) found.set(event, lacking);
    counted.push([outside(event), event.quantity - lacking]);
  }
  return found;
}

/** Names that are part of each other: a lot of its product, a sublot of its lot, a serial of the lot it is ever named with. */
class Names {
  readonly #all: readonly string[];

  constructor(all: readonly string[]) {
    this.#all = all;
  }

  mayBe(one: string, other: string): boolean {
    const [a, b] = [this.#path(one), this.#path(other)];
    return a.every((part, at) => b[at] === undefined || b[at] === part);
  }

  #path(name: string): string[] {
    const serial = name.split('|')[3] ?? '';
    const whole = serial === '' ? name : (this.#longest(serial) ?? name);
    return whole.split('|').filter((part) => part !== '');
  }

  #longest(serial: string): string | undefined {
    return this.#all.filter((name) => name.endsWith(`|${serial}`)).sort((a, b) => b.length - a.length)[0];
  }
}

/** How much of what came back may be of what went: the greatest flow, found way by way. */
function mostExplained(names: Names, went: readonly Amount[], came: readonly Amount[]): bigint {
  const [gone, back] = [sums(went), sums(came)];
  const flow = new Map<string, bigint>();
  const flowing = (from: string, to: string): bigint => flow.get(`${from}>${to}`) ?? 0n;
  const add = (from: string, to: string, quantity: bigint): void =>
    void flow.set(`${from}>${to}`, flowing(from, to) + quantity);
  const used = (from: string): bigint => [...back.keys()].reduce((sum, to) => sum + flowing(from, to), 0n);

  function pull(to: string, wanted: bigint, seen: Set<string>): bigint {
    for (const [from, quantity] of gone) {
      if (seen.has(from) || !names.mayBe(from, to)) continue;
      seen.add(from);
      let found = least(wanted, quantity - used(from));
      for (const other of back.keys()) {
        if (found > 0n) break;
        if (other === to || flowing(from, other) === 0n) continue;
        found = pull(other, least(wanted, flowing(from, other)), seen);
        add(from, other, -found);
      }
      if (found === 0n) continue;
      add(from, to, found);
      return found;
    }
    return 0n;
  }

  let explained = 0n;
  for (const [to, quantity] of back) {
    let wanted = quantity;
    for (let found = pull(to, wanted, new Set()); found > 0n; found = wanted > 0n ? pull(to, wanted, new Set()) : 0n) {
      wanted -= found;
      explained += found;
    }
  }
  return explained;
}

type Amount = [name: string, quantity: bigint];

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function sums(amounts: readonly Amount[]): Map<string, bigint> {
  const all = new Map<string, bigint>();
  for (const [name, quantity] of amounts) all.set(name, (all.get(name) ?? 0n) + quantity);
  return all;
}
