import type { Event } from './language.ts';

/** What should not have happened, and is told of an import. */

type Change = [line: string, change: bigint];

export const sumOf = (changes: readonly Change[], line: string): bigint =>
  changes.reduce((sum, [changed, change]) => (changed === line ? sum + change : sum), 0n);

/** Whether goods stay in the line of stock they lie in. */
export const isStill = ({ from, to, fromUnit, toUnit, statusFrom, status }: Event): boolean =>
  from !== '' && from === to && fromUnit === toUnit && statusFrom === status;

/** Whether more stayed in a line than lay there at any time of the instant. */
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

/** Units of which a work order gave back more than it ever used, of those that some is given back of now. */
export function givenBackTooMuch(before: readonly Event[], now: readonly Event[]): number {
  const all = [...before, ...now];
  const undone = new Set(all.map(({ undoes }) => undoes));
  const valid = all.filter((event) => event.undoes === null && !undone.has(event));
  const amount = (kind: string, key: string): bigint =>
    valid
      .filter((event) => event.kind === kind)
      .filter((event) => `${event.workOrder}@${kind === 'consumption' ? event.toUnit : event.fromUnit}` === key)
      .reduce((sum, { quantity }) => sum + quantity, 0n);
  const returns = now.filter(({ kind, undoes }) => kind === 'production-return' && undoes === null);
  const keys = new Set(returns.map(({ workOrder, fromUnit }) => `${workOrder}@${fromUnit}`));
  return [...keys].filter((key) => amount('production-return', key) > amount('consumption', key)).length;
}
