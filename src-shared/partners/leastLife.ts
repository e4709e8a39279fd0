import { daysBetween, type PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';

/** Goods that are shipped on a day to a customer who asks that they last so many days more. */
export type ShippedOn = { customer: string; on: PlainDate; leastLifeDays: number | null; last: PlainDate | undefined };

/** The last day that goods are good for, whatever it is called; undefined where none is known. */
export const lastGoodDay = (dates: {
  bestBeforeOn: PlainDate | null;
  useByOn: PlainDate | null;
  expiresOn: PlainDate | null;
}): PlainDate | undefined =>
  [dates.bestBeforeOn, dates.useByOn, dates.expiresOn].filter((date) => date !== null).sort()[0];

/** Whether the goods last as long as the customer asks for; goods without a date last for ever. */
export function judgeLife({ customer, on, leastLifeDays, last }: ShippedOn): Verdict {
  if (leastLifeDays === null || last === undefined) return allowed;
  const missing = leastLifeDays - daysBetween(on, last);
  if (missing <= 0) return allowed;
  return refused(
    'STATUS_FORBIDS',
    msg`${customer} asks for goods that last ${leastLifeDays} days more, and these last until ${{ date: last }}: shipped on ${{ date: on }}, ${missing} days too few. Choose goods that last longer, or agree on it with the customer.`,
    { column: 'lot' },
  );
}

/** The import's message about goods that lasted too short. */
export const formatShortLife = (
  { customer, on, leastLifeDays, last }: ShippedOn,
  { document, goods }: { document: string; goods: MessageValue },
): Message =>
  msg`${document}: ${goods} lasts until ${{ date: last ?? '' }} and was shipped on ${{ date: on }} to ${customer}, which asks for ${leastLifeDays ?? 0} days more.`;
