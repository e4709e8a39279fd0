import {
  lotNamings,
  type LotStep,
  type LotSteps,
  type StepsOfProduct,
} from '#main/features/movements/lotSteps.queries.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { type AllLotDates, noDates, withDatesOfLot } from '#shared/lots/dates.ts';
import { lastDayOf } from '#shared/movements/issue.ts';
import { anyRank, Origins } from '#shared/movements/origins.ts';
import type { IssueLog } from './issueLog.ts';
import type { LotChanges, Redated } from './lotChanges.ts';
import { latestDayOf } from './movedBeforeMade.ts';
import { datesOfLots } from './stored.queries.ts';

type DatesOf = (name: { lot: string; sublot: string }) => AllLotDates;
type Late = { step: LotStep; most: bigint; day: PlainDate };
type Check = {
  /** The day that goods of a lot are held to. */
  dayOf: (dates: AllLotDates) => PlainDate | undefined;
  /** Whether a naming may be wrong: the others are right, or reported by their own day. */
  isDoubtful: (naming: LotStep, day: PlainDate) => boolean;
  /** The rank of what came in: what a day allows has its rank or a lower one. */
  rankOf: (arrival: LotStep) => number;
  rankOfDay: (day: PlainDate) => number;
  say: (late: Late, goods: MessageValue) => Message;
  code: 'EXPIRED_LOT' | 'VALIDATION';
  /** The column of `lots` with the day, and the day. */
  dateOf: (dates: AllLotDates) => readonly ['expiresOn' | 'useByOn' | 'manufacturedOn', string];
};

/**
 * Reports goods that got their lot after they came, and came when the lot had expired, or before it was made: at the
 * row that names the lot, or at the row of `lots` that brings the day. Of goods that lay together any may be those
 * that were named.
 */
export class NamedInTime {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #changes: LotChanges;
  readonly #steps: LotSteps;
  readonly #redated = new Map<string, Redated>();

  constructor({
    work,
    faults,
    lotChanges,
    lotSteps,
  }: { work: Work; faults: IssueLog; lotChanges: LotChanges; lotSteps: LotSteps }) {
    this.#work = work;
    this.#faults = faults;
    this.#changes = lotChanges;
    this.#steps = lotSteps;
  }

  /** Notes the lots that have other dates now: they are to be judged too. */
  async noteRedated(): Promise<void> {
    for (const one of await this.#changes.all()) {
      this.#redated.set(keyOf(one.product.id, one.lot, one.sublot), one);
      this.#steps.noteLot(one.product, one.lot);
    }
  }

  async judge(of: StepsOfProduct): Promise<void> {
    const stored = new Map(
      (await datesOfLots(this.#work, of.product.id)).map((one) => [keyOf(0, one.lot, one.sublot), one]),
    );
    const now: DatesOf = ({ lot, sublot }) =>
      withDatesOfLot(stored.get(keyOf(0, lot, sublot)) ?? noDates, stored.get(keyOf(0, lot, '')));
    const before: DatesOf = (name) =>
      this.#redated.get(keyOf(of.product.id, name.lot, name.sublot))?.before ?? now(name);
    for (const check of checks) {
      const found = lateNamings(this.#steps.now(of.steps), { datesOf: now, isAsked: of.isAsked }, check);
      const isOld = [...found.keys()].some((id) => !of.rows.has(id));
      const was = isOld
        ? lateNamings(this.#steps.before(of.steps), { datesOf: before, isAsked: of.isAsked }, check)
        : new Map<number, Late>();
      const reported = new Set<string>();
      for (const late of found.values()) {
        const { id, lot, sublot } = late.step;
        const name = keyOf(0, lot, sublot);
        if (reported.has(name) || late.most >= (was.get(id)?.most ?? Infinity)) continue;
        reported.add(name);
        this.#report(of, check, late, now(late.step));
      }
    }
  }

  #report({ product, rows, lastRow }: StepsOfProduct, check: Check, late: Late, dates: AllLotDates): void {
    const { id, lot, sublot, serial } = late.step;
    const { code } = check;
    const text = check.say(late, unitMessage({ product: product.code, lot, sublot, serial }));
    const redated = this.#redated.get(keyOf(product.id, lot, sublot));
    const [date, column] = check.dateOf(dates);
    const row = rows.get(id);
    if (row === undefined && redated !== undefined)
      this.#faults.addFinding('lots', { row: redated.rowOf(date), column, code, text });
    else this.#faults.addFinding('movements', { row: row ?? lastRow, column: 'lot', code, text });
  }
}

/** The namings of which part cannot have come when it should, by the numbers of their movements. */
function lateNamings(
  steps: readonly LotStep[],
  { datesOf, isAsked }: { datesOf: DatesOf; isAsked: (lot: string) => boolean },
  check: Check,
): Map<number, Late> {
  const found = new Map<number, Late>();
  let origins: Origins<LotStep> | undefined;
  const asked = lotNamings(steps).filter(({ lot }) => isAsked(lot));
  for (const ofLot of Map.groupBy(asked, ({ lot, sublot }) => keyOf(0, lot, sublot)).values()) {
    const day = ofLot[0] && check.dayOf(datesOf(ofLot[0]));
    if (day === undefined) continue;
    const doubtful = ofLot.filter((step) => check.isDoubtful(step, day));
    if (doubtful.length === 0) continue;
    origins ??= new Origins(steps, check.rankOf);
    const mosts = origins.most(doubtful, check.rankOfDay(day));
    for (const [place, step] of doubtful.entries()) {
      const most = mosts[place] ?? 0n;
      if (most < BigInt(step.quantity)) found.set(step.id, { step, most, day });
    }
  }
  return found;
}

const dayOf = ({ at, offsetMinutes }: LotStep): PlainDate => dateOf(at, offsetMinutes);
const numberOf = (day: PlainDate): number => Number(day.replaceAll('-', ''));

const expired: Check = {
  dayOf: lastDayOf,
  isDoubtful: (naming, last) => dayOf(naming) > last,
  // Goods that were taken over, found or sent back had come before.
  rankOf: (arrival) => (arrival.kind === 'receipt' || arrival.kind === 'output' ? numberOf(dayOf(arrival)) : anyRank),
  rankOfDay: numberOf,
  say: ({ step: { document, quantity }, most, day }, goods) =>
    msg`${document} names ${formatQuantity(quantity)} of the goods that came without a lot ${goods}, but at most ${formatQuantity(most)} of them can have come by ${day}, its last day; the others came when it had expired. Check its dates, the lot and the time.`,
  code: 'EXPIRED_LOT',
  dateOf: (dates) => (lastDayOf(dates) === dates.expiresOn ? ['expiresOn', 'expires_on'] : ['useByOn', 'use_by_on']),
};

const notMade: Check = {
  dayOf: ({ manufacturedOn }) => manufacturedOn ?? undefined,
  // What gets its name before it was made is reported as moved.
  isDoubtful: (naming, made) => latestDayOf(naming) >= made,
  rankOf: (arrival) => -numberOf(latestDayOf(arrival)),
  rankOfDay: (made) => -numberOf(made),
  say: ({ step: { document, quantity }, most, day }, goods) =>
    msg`${document} names ${formatQuantity(quantity)} of the goods that came without a lot ${goods}, but at most ${formatQuantity(most)} of them can have come on ${day}, when it was made, or later; the others were here before. Correct the day in lots, or the lot.`,
  code: 'VALIDATION',
  dateOf: () => ['manufacturedOn', 'manufactured_on'],
};

const checks = [expired, notMade];

const keyOf = (...parts: (string | number)[]): string => parts.join('\u001f');
