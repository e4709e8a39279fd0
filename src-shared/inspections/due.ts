import { addDays, addMonths, type PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Frequency } from './inspectionVocabulary.ts';

export type Every = Extract<Frequency, { kind: 'every' }>;

/** Goods in stock are inspected by time and by nothing else, and what gets to a point by no time. */
export function judgeFrequency(operation: string, { kind }: Frequency): Verdict {
  if (operation === 'periodic' && kind !== 'every')
    return refused('VALIDATION', msg`Goods in stock are inspected every so many days, weeks or months. Say which.`, {
      field: 'frequency',
    });
  return operation !== 'periodic' && kind === 'every'
    ? refused('VALIDATION', msg`Every so many days, weeks or months is for goods in stock. Choose that as the point.`, {
        field: 'frequency',
      })
    : allowed;
}

/** The day that many times after the first: months keep to its day, and end with a shorter month. */
const dayAfter = (first: PlainDate, times: number, { n, of }: Every): PlainDate =>
  of === 'months' ? addMonths(first, times * n) : addDays(first, times * n * (of === 'weeks' ? 7 : 1));

/** The days from one to another on which goods are due that came on a first one; and the next one after them. */
export function dueDays(
  every: Every,
  { first, from, until }: { first: PlainDate; from: PlainDate; until: PlainDate },
): { days: PlainDate[]; next: PlainDate } {
  const days: PlainDate[] = [];
  for (let times = 1; ; times += 1) {
    const day = dayAfter(first, times, every);
    if (day > until) return { days, next: day };
    if (day >= from) days.push(day);
  }
}
