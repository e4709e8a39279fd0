import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { Recent } from '#main/features/trace/recent.queries.ts';
import { walkFrom } from '#main/features/trace/traced.queries.ts';
import { resolveSupplierLot, resolveUnits } from '#main/features/trace/units.queries.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { compareUnits } from '#shared/kernel/unit.ts';
import type { RecallQuestion } from '#shared/recalls/contract.ts';
import { recallAnswerOf, recallViewOf } from './recalls.answer.ts';
import { type RecallLists, readRecall } from './recallLists.queries.ts';

export const recallQueries: QueriesOf<'recalls'> = {
  simulate: async (question, context) => recallAnswerOf(await listsOf(question, context)),
  view: async ({ offset, limit, ...question }, context) =>
    recallViewOf(await listsOf(question, context), { offset, limit }),
};

const recent = new Recent<RecallLists>();

const listsOf = (question: RecallQuestion, context: QueryContext): Promise<RecallLists> =>
  recent.of(context, question, async () => {
    const { db } = context.reader;
    if (question.suspects.length === 0 && question.supplierLots.length === 0) {
      throw new LotlineError('VALIDATION', "Name at least one suspect: a lot, a serial or a supplier's lot.");
    }
    const named = [
      ...resolveUnits(db, question.suspects),
      ...question.supplierLots.flatMap((lot) => resolveSupplierLot(db, lot)),
    ];
    const suspects = [...new Map(named.map((unit) => [unit.id, unit])).values()].sort(compareUnits);
    return readRecall(db, await walkFrom(suspects, { direction: 'downstream', dated: question.dated }, context));
  });
