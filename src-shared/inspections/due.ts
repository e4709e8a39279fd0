import { addDays, addMonths, type PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { type Frequency, inspectionPoints } from './inspectionVocabulary.ts';

export type Every = Extract<Frequency, { kind: 'every' }>;

/** Goods in stock are inspected by time and by nothing else, what gets to a point by no time, and runs at a step of work. */
export function judgeFrequency(operation: string, often: Frequency): Verdict {
  const { kind } = often;
  if (often.kind === 'slots') return judgeSlots(operation, often);
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

function judgeSlots(operation: string, { by, n, starts, isFirst }: Extract<Frequency, { kind: 'slots' }>): Verdict {
  const no = (text: Message): Verdict => refused('VALIDATION', text, { field: 'frequency' });
  if (operation === '' || inspectionPoints.some((point) => point === operation))
    return no(msg`A run of production is inspected at a step of work. Name the step.`);
  if ((by === 'hours' || by === 'quantity') && n === 0) return no(msg`Say every how many it is inspected.`);
  if (by === 'shifts' && starts.length === 0) return no(msg`Say when the shifts begin, such as 06:00 14:00 22:00.`);
  return by === 'none' && !isFirst ? no(msg`Say what of a run is inspected.`) : allowed;
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
