import type { QueriesOf } from '#main/context/context.ts';
import { askList } from '#main/store/lists.ts';
import { dueSource } from './dueList.queries.ts';
import { jobDayOf } from './jobDay.queries.ts';
import { dueLines, lotsOf, movesOf } from './due.queries.ts';

export const dailyQueries: QueriesOf<'daily'> = {
  list: (question, context) => askList(dueSource, question, context),

  state: async (_nothing, context) => jobDayOf(context.reader.db, context),

  async due({ asOf: asked, offset, limit }, context) {
    const { day: today } = jobDayOf(context.reader.db, context);
    const asOf = asked ?? today;
    const lots = lotsOf(await dueLines(context.read, { asOf, offsetMinutes: context.offsetMinutes }));
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
