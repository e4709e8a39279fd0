import type { CommandsOf } from '#main/context/context.ts';
import { jobDayOf } from '#main/features/daily/jobDay.queries.ts';
import type { Work } from '#main/store/work.ts';
import { whyItWaits } from '#shared/daily/jobDay.ts';
import { saysWhy } from '#shared/inspections/plans.ts';
import type { InspectionValues } from '#shared/inspections/records.ts';
import { type Moment, type PlainDate, startOfDay } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { inEnglish, msg } from '#shared/kernel/message.ts';
import { type DueLot, dueLots } from './due.queries.ts';
import { openInspection, planInForce } from './opening.actions.ts';

export const dueCommands: Pick<CommandsOf<'inspections', 'policies'>, 'openDue'> = {
  async openDue({ product, lot, asOf: asked }, context) {
    const { work, actor, now, offsetMinutes } = context;
    const today = jobDayOf(work.db, context);
    const asOf = asked ?? today.day;
    if (asOf > today.day)
      throw new LotlineError(
        'VALIDATION',
        msg`${asOf} is still to come. What falls due by then can be looked at, and is done on the day.`,
        { field: 'asOf' },
      );
    const refusal = today.mode === 'asks' && asOf <= today.lastDay ? undefined : whyItWaits(today);
    if (refusal !== undefined) throw refusal;
    const due = await dueLots(work, work.db, { asOf, offsetMinutes, lot: { product, lot } });
    const opened: InspectionValues[] = [];
    for (const one of due) opened.push(...(await openLot(work, one, { person: actor.person.id, now, offsetMinutes })));
    const named = (state: InspectionValues['inspectionState']): string[] =>
      opened.filter(({ inspectionState }) => inspectionState === state).map(({ inspection }) => inspection);
    return { product, lot, opened: named('open'), missed: named('missed') };
  },
};

/** Opens what a lot was due for last, and records what it was due for before that as missed: nobody can do that any more. */
async function openLot(
  work: Work,
  { days, next, lines, use, ...goods }: DueLot,
  { person, now, offsetMinutes }: { person: string; now: Moment; offsetMinutes: number },
): Promise<InspectionValues[]> {
  const from = (day: PlainDate): Moment => startOfDay(day, offsetMinutes);
  const said = { why: saysWhy(use), by: { person, now } };
  const opened: InspectionValues[] = [];
  const last = days.at(-1) ?? '';
  const [first = ''] = days;
  for (const alike of Map.groupBy(lines, ({ status }) => status).values()) {
    const [line] = alike;
    if (line === undefined) continue;
    const inspected = {
      ...{ ...goods, point: 'periodic', serial: '', document: '', line: '', reason: '', statusFrom: line.status },
      location: line.location,
      quantity: alike.reduce((sum, { quantity }) => sum + quantity, 0),
      serials: alike.flatMap(({ sublot, serial }) => (serial === '' ? [] : [{ sublot, serial }])),
    };
    const missed = planInForce(work, use.plan, first);
    if (first !== last && missed !== undefined && opened.length === 0)
      opened.push(
        await openInspection(
          work,
          {
            ...{ ...inspected, slot: first, dueFrom: from(first), dueUntil: from(last) },
            reason: inEnglish(
              msg`Never opened: ${{ count: days.length - 1 }} due days until ${{ date: days.at(-2) ?? first }}.`,
            ),
          },
          { ...said, plan: missed, state: 'missed' },
        ),
      );
    const plan = planInForce(work, use.plan, last);
    if (plan !== undefined)
      opened.push(
        await openInspection(
          work,
          { ...inspected, slot: last, dueFrom: from(last), dueUntil: from(next) },
          { ...said, plan },
        ),
      );
  }
  return opened;
}
