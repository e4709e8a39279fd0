import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import type { UnitSelector } from '#shared/kernel/unit.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { Recent } from './recent.queries.ts';
import { readTrace, traceAnswerOf, type TraceLists, traceViewOf } from './trace.queries.ts';
import { nameWalk, type Traced } from './traced.ts';
import { resolveUnits, UnitBook, type UnitRow } from './units.queries.ts';

type Question = { roots: readonly UnitSelector[]; direction: Direction; dated: boolean };

export const traceQueries: QueriesOf<'trace'> = {
  get: async (question, context) => traceAnswerOf(await listsOf(question, context)),
  view: async ({ offset, limit, ...question }, context) => traceViewOf(await listsOf(question, context), { offset, limit }),
};

/** Pages of one answer are asked for one after another; the answer is kept while the store stays as it is. */
const recent = new Recent<TraceLists>();

const listsOf = (question: Question, context: QueryContext): Promise<TraceLists> =>
  recent.of(context, question, async () => {
    const { db } = context.reader;
    return readTrace(db, await walkFrom(resolveUnits(db, question.roots), question, context));
  });

/** Walks the trace index from units and puts names to what it reached. */
export async function walkFrom(roots: readonly UnitRow[], question: { direction: Direction; dated: boolean }, context: QueryContext): Promise<Traced> {
  const index = await context.trace();
  const walk = index.walk({ roots: roots.map((unit) => unit.id), direction: question.direction, dated: question.dated });
  return nameWalk(new UnitBook(context.reader.db), { roots, direction: question.direction }, walk);
}
