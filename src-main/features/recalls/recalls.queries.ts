import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { Recent } from '#main/features/trace/recent.queries.ts';
import { walkFrom } from '#main/features/trace/traced.queries.ts';
import { resolveSupplierLot, resolveUnits, type UnitRow } from '#main/features/trace/units.queries.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { compareUnits } from '#shared/kernel/unit.ts';
import type { RecallQuestion } from '#shared/recalls/contract.ts';
import { recallAnswerOf, recallViewOf } from './recalls.answer.ts';
import { type RecallLists, readRecall } from './recallLists.queries.ts';
import { RecallSurvey } from './recallSurvey.queries.ts';
import { viewOfLists } from './recallView.ts';

export const recallQueries: QueriesOf<'recalls'> = {
  simulate: async (question, context) => recallAnswerOf(await listsOf(question, context)),
  view: async ({ offset, limit, ...question }, context) => {
    const slice = { offset, limit };
    // The index knows whole units; what counts from a moment on only the store knows.
    if (question.dated) return recallViewOf(viewOfLists(await listsOf(question, context), slice));
    return recallViewOf((await surveyOf(question, context)).view(slice));
  },
};

const recentLists = new Recent<RecallLists>();
const recentSurveys = new Recent<RecallSurvey>();

const listsOf = (question: RecallQuestion, context: QueryContext): Promise<RecallLists> =>
  recentLists.of(context, question, async () => {
    const suspects = suspectsOf(question, context);
    return readRecall(
      context.reader.db,
      await walkFrom(suspects, { direction: 'downstream', dated: question.dated }, context),
    );
  });

const surveyOf = (question: RecallQuestion, context: QueryContext): Promise<RecallSurvey> =>
  recentSurveys.of(context, question, async () => {
    const suspects = suspectsOf(question, context);
    const index = await context.trace();
    const walk = index.walk({ roots: suspects.map(({ id }) => id), direction: 'downstream' });
    return new RecallSurvey(context.reader.db, index, suspects, walk);
  });

/** The units a question means, each once. */
function suspectsOf(question: RecallQuestion, { reader: { db } }: QueryContext): UnitRow[] {
  if (question.suspects.length === 0 && question.supplierLots.length === 0) {
    throw new LotlineError('VALIDATION', "Name at least one suspect: a lot, a serial or a supplier's lot.");
  }
  const named = [
    ...resolveUnits(db, question.suspects),
    ...question.supplierLots.flatMap((lot) => resolveSupplierLot(db, lot)),
  ];
  return [...new Map(named.map((unit) => [unit.id, unit])).values()].sort(compareUnits);
}
