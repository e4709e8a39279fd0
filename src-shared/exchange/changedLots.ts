import { dayNumber } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { lookAlike } from '#shared/kernel/lookAlike.ts';
import type { LotValues } from '#shared/lots/records.ts';

/** What a record of a lot says of where its goods came from, and how long they keep. */
export type LotFacts = Pick<LotValues, 'supplierLot' | 'manufacturerLot' | 'manufacturedOn' | 'expiresOn' | 'retestOn'>;

export type LotChangeFinding = { column: string; text: Message };

/**
 * What a later record says otherwise of a lot whose goods have moved: traces and recalls that were made by the old
 * facts no longer hold. None is what was not known before, another spelling, a day corrected by less than a month, a date that followed from the shelf life
 * (`derivedExpiry`), and a longer life of goods that are to be tested again later.
 */
export function lotChangeFindings(
  name: string,
  { before, after, derivedExpiry }: { before: LotFacts; after: LotFacts; derivedExpiry: string | null },
): LotChangeFinding[] {
  const found: LotChangeFinding[] = [];
  const isOther = (field: 'supplierLot' | 'manufacturerLot'): boolean =>
    before[field] !== '' && after[field] !== before[field] && !lookAlike(before[field], after[field], 'lot');
  if (isOther('supplierLot'))
    found.push({
      column: 'supplier_lot',
      text: msg`${name} was the supplier's lot ${before.supplierLot} and is ${after.supplierLot} now, after goods of it had moved: a recall of ${before.supplierLot} does not find them any more. If this is another lot, give it a code of its own.`,
    });
  if (isOther('manufacturerLot'))
    found.push({
      column: 'manufacturer_lot',
      text: msg`${name} was the manufacturer's lot ${before.manufacturerLot} and is ${after.manufacturerLot} now, after goods of it had moved. See which of the two is right.`,
    });
  const [made, madeNow] = [before.manufacturedOn, after.manufacturedOn];
  if (made !== null && madeNow !== null && liesFarFrom(made, madeNow))
    found.push({
      column: 'manufactured_on',
      text: msg`${name} was made on ${made} and is said to be made on ${madeNow} now, after goods of it had moved. See which of the two is right.`,
    });
  const [expired, expiresNow] = [before.expiresOn, after.expiresOn];
  const isLonger = expired !== null && expiresNow !== null && expiresNow > expired && liesFarFrom(expired, expiresNow);
  if (isLonger && expired !== derivedExpiry && (after.retestOn === null || after.retestOn === before.retestOn))
    found.push({
      column: 'expires_on',
      text: msg`${name} expired on ${expired} and is said to expire on ${expiresNow} now, after goods of it had moved. See who decided that they keep longer.`,
    });
  return found;
}

/** Days are corrected by a few; a month and more is another decision. */
const mostDaysOff = 30;
const liesFarFrom = (one: string, other: string): boolean =>
  Math.abs((dayNumber(one) ?? 0) - (dayNumber(other) ?? 0)) > mostDaysOff;
