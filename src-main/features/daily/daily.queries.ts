import type { QueriesOf } from '#main/context/context.ts';
import { approvalsThatHold } from '#main/features/suppliers/approvals.queries.ts';
import { askList } from '#main/store/lists.ts';
import { nextDue } from '#shared/daily/nextDue.ts';
import type { CalendarKind } from '#shared/daily/vocabulary.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { dueSource } from './dueList.queries.ts';
import { lotsHere } from './lying.queries.ts';
import { jobDayOf } from './jobDay.queries.ts';
import { dueLines, lotsOf, movesOf } from './due.queries.ts';

type Falling = { date: PlainDate; kind: CalendarKind };

export const dailyQueries: QueriesOf<'daily'> = {
  list: (question, context) => askList(dueSource, question, context),

  async calendar({ month }, context) {
    const lots = await lotsHere(context.read, context.offsetMinutes);
    const ends = approvalsThatHold(context.reader.db).flatMap(({ status, validUntil }): Falling[] =>
      status === 'blocked' || validUntil === null ? [] : [{ date: validUntil, kind: 'approval' }],
    );
    const dates = lots.flatMap((lot): Falling[] => {
      const due = nextDue(lot);
      if (due === undefined) return [];
      // Best before is a date of its own, which has its own filter in the list.
      const bestBefore = lot.bestBeforeOn === null ? [] : [{ date: lot.bestBeforeOn, kind: 'bestBefore' as const }];
      return due.kind === 'bestBefore' ? bestBefore : [due, ...bestBefore];
    });
    const byDay = Map.groupBy(
      [...dates, ...ends].filter(({ date }) => date.startsWith(month)),
      ({ date }) => date,
    );
    return {
      days: [...byDay]
        .map(([date, own]) => ({
          date,
          counts: Object.fromEntries(
            [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length]),
          ),
        }))
        .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    };
  },

  state: async (_nothing, context) => jobDayOf(context.reader.db, context),

  async due({ asOf: asked, offset, limit }, context) {
    const { day: today } = jobDayOf(context.reader.db, context);
    const asOf = asked ?? today;
    const lots = lotsOf(
      await dueLines(context.read, context.reader.db, { asOf, offsetMinutes: context.offsetMinutes }),
    );
    return {
      asOf,
      isAhead: asOf > today,
      total: lots.length,
      rows: lots
        .slice(offset, offset + limit)
        .flatMap((lines) =>
          lines
            .slice(0, 1)
            .map(({ product, lot, unitOfMeasure }) => ({ product, lot, unitOfMeasure, moves: movesOf(lines) })),
        ),
    };
  },
};
