import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { Merged } from '#shared/lots/contract.ts';
import { type AllLotDates, derivedDates } from '#shared/lots/dates.ts';
import { areAlike, earliestDates, worstStatus } from '#shared/lots/merging.ts';
import { noPattern, nextNumbers } from '#main/features/numbering/numbering.actions.ts';
import { siteAt } from '#main/features/numbering/numbers.queries.ts';
import type { Here } from '#main/features/security/identity.queries.ts';
import type { LotName } from '#main/ledger/movementDraft.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import {
  atRow,
  datesOfLot,
  locationNamed,
  lyingAt,
  type LyingLot,
  nextSublot,
  productToRegroup,
  type Regrouped,
  sublotsOf,
} from './regroup.queries.ts';

/** Goods a merge takes; `row` is the place of what asked for them, -1 for goods that have the lot already. */
export type Taken = LyingLot & { taken: number; row: number };

export type MergePlan = {
  product: Regrouped;
  location: string;
  /** What gets another lot, and what lies of the lot itself and is mixed with it. */
  from: Taken[];
  own: Taken[];
  /** The lot it becomes; where it is still to be numbered, the number that comes next. */
  into: { lot: string; sublot: string };
  /** The dates of that lot before; undefined where it is new. */
  before: AllLotDates | undefined;
  status: string;
  dates: AllLotDates;
  areAlike: boolean;
};

/** What a merge would make of what lies there now. @throws LotlineError */
export async function planMerge(read: Read, asked: Merged, here: Here): Promise<MergePlan> {
  const { location } = asked;
  const product = await productToRegroup(read, asked.product);
  if ((await read.one(locationNamed, { location })) === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no location ${location}. Check the code.`, { field: 'location' });
  const lying = await lyingAt(read, { product: product.id, location });
  const taken = takenOf(asked, product, lying);
  const into = await nameOf(read, { asked, product, taken, here });
  const from = taken.filter((line) => !isSame(line, into));
  const own = lying
    .filter((line) => isSame(line, into))
    .map((line): Taken => ({ ...line, taken: line.quantity, row: -1 }));
  const before = await datesOfLot(read, { product: product.id, ...into });
  const lots = new Set(from.map(({ unitId }) => unitId));
  if (lots.size === 0 || (lots.size === 1 && before === undefined))
    throw new LotlineError('VALIDATION', msg`Choose goods of at least two lots.`, { field: 'rows' });
  const all = [...from, ...own];
  const status = worstStatus(all.map((line) => line.status));
  const target = before === undefined ? [] : [{ status, dates: before }];
  const dates = earliestDates([...all, ...target].map((goods) => goods.dates));
  return { product, location, from, own, into, before, status, dates, areAlike: areAlike([...all, ...target]) };
}

const isSame = (line: LyingLot, into: LotName): boolean => line.lot === into.lot && line.sublot === into.sublot;

type Naming = { asked: Merged; product: Regrouped; taken: readonly Taken[]; here: Here };

/** The lot it becomes as it is typed, or as it would be numbered just now. */
async function nameOf(read: Read, { asked, product, taken, here }: Naming): Promise<LotName> {
  const hasSublots = product.lotTracking === 'lot-sublot';
  const lot = asked.lot !== '' || !hasSublots ? asked.lot : (same(taken.map((line) => line.lot)) ?? '');
  if (lot === '') {
    const [supplier, site] = [same(taken.map((line) => line.supplier)) ?? '', await siteAt(read, asked.location)];
    const goods = { product, of: 'lots', on: dateOf(here.now, here.offsetMinutes), supplier, site } as const;
    const [number] = (await nextNumbers(read, goods, 1)) ?? [];
    if (number === undefined) throw new LotlineError('VALIDATION', noPattern(product.code), { field: 'lot' });
    return { lot: number, sublot: hasSublots ? asked.sublot || '1' : '' };
  }
  if (asked.sublot !== '' || !hasSublots || asked.lot !== '') return { lot, sublot: asked.sublot };
  return { lot, sublot: nextSublot(lot, await read.all(sublotsOf, { product: product.id, lot })) };
}

/** What all of some values are; undefined where they differ. */
export const same = <V>(values: readonly V[]): V | undefined => {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
};

/** What the rows ask for, each held to what lies there. */
function takenOf({ rows, location }: Merged, { code, unitOfMeasure }: Regrouped, lying: readonly LyingLot[]): Taken[] {
  const seen = new Set<LyingLot>();
  return rows.map(({ lot, sublot, status, quantity }, row) => {
    const goods = unitMessage({ product: code, lot, sublot, serial: '' });
    const line = lying.find((one) => one.lot === lot && one.sublot === sublot && one.status === status);
    if (line === undefined)
      throw atRow(row, 'lot', 'INSUFFICIENT_QTY', msg`Nothing of ${goods} lies at ${location} in status ${status}.`);
    if (seen.has(line))
      throw atRow(
        row,
        'lot',
        'DUPLICATE',
        msg`${sublot === '' ? lot : `${lot} / ${sublot}`} of ${code} stands in another row before. Remove one of the two.`,
      );
    seen.add(line);
    const taken = quantity === '' ? line.quantity : Number(parseQuantity(quantity));
    if (taken > line.quantity)
      throw atRow(
        row,
        'quantity',
        'INSUFFICIENT_QTY',
        msg`Only ${{ decimal: formatQuantity(BigInt(line.quantity)) }} ${unitOfMeasure} of ${goods} lies at ${location} in status ${status}. Merge no more than that.`,
      );
    return { ...line, taken, row };
  });
}

/** Goods whose status becomes a worse one. */
export const loweredIn = ({ from, own, status }: MergePlan): Taken[] =>
  [...from, ...own].filter((line) => line.status !== status);

/** Lots of which some goods would be good for less long than before, each once. */
export function shortenedIn({
  from,
  own,
  before,
  into,
  dates,
}: MergePlan): { lot: string; sublot: string; dates: AllLotDates }[] {
  const lots = new Map([...from, ...own].map((line) => [`${line.lot}\u001f${line.sublot}`, line]));
  const target = before === undefined ? [] : [{ ...into, dates: before }];
  return [...lots.values(), ...(own.length === 0 ? target : [])].filter((one) =>
    derivedDates.some((name) => one.dates[name] !== dates[name]),
  );
}
