import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import type { UnitSelector } from '#shared/kernel/unit.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { pictureOf } from './picture.queries.ts';
import { Recent } from './recent.queries.ts';
import { traceAnswerOf, traceViewOf } from './trace.answer.ts';
import { readTrace, type TraceLists } from './traceLists.queries.ts';
import { walkFrom } from './traced.queries.ts';
import { resolveUnits } from './units.queries.ts';

type Question = { roots: readonly UnitSelector[]; direction: Direction; dated: boolean };

export const traceQueries: QueriesOf<'trace'> = {
  get: async (question, context) => traceAnswerOf(await listsOf(question, context)),
  view: async ({ offset, limit, ...question }, context) =>
    traceViewOf(await listsOf(question, context), { offset, limit }),
  picture: async ({ expanded, ...question }, context) =>
    pictureOf(context.reader.db, await listsOf(question, context), expanded),
};

/** Pages of one answer are asked for one after another; the answer is kept while the store stays as it is. */
const recent = new Recent<TraceLists>();

const listsOf = (question: Question, context: QueryContext): Promise<TraceLists> =>
  recent.of(context, question, async () => {
    const { db } = context.reader;
    return readTrace(db, await walkFrom(resolveUnits(db, question.roots), question, context));
  });
