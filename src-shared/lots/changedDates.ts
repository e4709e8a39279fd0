import { addDays, daysBetween } from '#shared/kernel/dates.ts';
import { type DerivedDate, derivedDates, type LotDates } from './dates.ts';

/** Dates as somebody gives them: what is left out is not given, null is for none. */
export type GivenDates = { [N in DerivedDate]?: LotDates[N] | undefined };

/**
 * The dates of a lot after somebody gave some of them. Another expiry moves the others by as many days, but for those that
 * were given too; given themselves, they move nothing. Goods without expiry last for ever, and keep their other dates.
 */
export function changedDates(before: LotDates, given: GivenDates): LotDates {
  const after = { ...before };
  const { expiresOn } = given;
  const shift = expiresOn && before.expiresOn !== null ? daysBetween(before.expiresOn, expiresOn) : 0;
  for (const name of derivedDates) {
    const [own, was] = [given[name], before[name]];
    if (own !== undefined) after[name] = own;
    else if (was !== null) after[name] = addDays(was, shift);
  }
  return after;
}
