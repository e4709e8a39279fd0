import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { Recent } from '#main/features/trace/recent.queries.ts';
import { everything, type Slice, walkFrom } from '#main/features/trace/traced.queries.ts';
import { resolveSupplierLot, resolveUnits, type UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { compareUnits } from '#shared/kernel/unit.ts';
import type { RecallDelivery, RecallQuestion, RecallView } from '#shared/recalls/contract.ts';
import { deliveriesOf, droppedOf, recallAnswerOf, recallViewOf } from './recalls.answer.ts';
import { type DeliveryRow, readDeliveries, sortDeliveries } from './recallDeliveries.queries.ts';
import { type Dropped, listsBeyond, reachOfLists } from './recallDropped.ts';
import { type RecallLists, readRecall } from './recallLists.queries.ts';
import { RecallSurvey } from './recallSurvey.queries.ts';
import { cut, viewOfLists } from './recallView.ts';

export const recallQueries: QueriesOf<'recalls'> = {
  simulate: async (question, context) => recallAnswerOf(await listsOf(question, context)),

  view: async ({ offset, limit, ...question }, context) => {
    const slice = { offset, limit };
    // The index knows whole units; what counts from a moment on only the store knows.
    if (question.dated) return recallViewOf(viewOfLists(await listsOf(question, context), slice));
    return recallViewOf((await surveyOf(question, context)).view(slice));
  },

  listDeliveries: async ({ customer, offset, limit, ...question }, context) => {
    const { rows, book } = await recentDeliveries.of(context, { customer, question }, () =>
      readDeliveriesTo(customer, question, context),
    );
    return { rows: deliveriesOf(cut(rows, { offset, limit }), book), total: rows.length };
  },

  listDropped: async ({ from, to, offset, limit }, context) =>
    droppedOf(await readDropped({ from, to }, { offset, limit }, context)),
};

/** A recall for a document: the view with its lists whole, and every delivery by customer. */
export async function readWholeRecall(
  question: RecallQuestion,
  context: QueryContext,
): Promise<{ answer: RecallView; deliveries: RecallDelivery[] }> {
  const lists = await listsOf(question, context);
  const rows = sortDeliveries(readDeliveries(context.reader.db, lists.affected), lists.book);
  return { answer: recallViewOf(viewOfLists(lists, everything)), deliveries: deliveriesOf(rows, lists.book) };
}

/** What drops out between two scopes, whole, for a document. */
export const readWholeDropped = async (scopes: Change, context: QueryContext): Promise<ReturnType<typeof droppedOf>> =>
  droppedOf(await readDropped(scopes, everything, context));

type Change = { from: RecallQuestion; to: RecallQuestion };

async function readDropped({ from, to }: Change, slice: Slice, context: QueryContext): Promise<Dropped> {
  const reach = to.dated ? reachOfLists(await listsOf(to, context)) : (await surveyOf(to, context)).reach();
  if (from.dated) return listsBeyond(await listsOf(from, context), reach, slice);
  return (await surveyOf(from, context)).beyond(reach, slice);
}

async function readDeliveriesTo(
  customer: string,
  question: RecallQuestion,
  context: QueryContext,
): Promise<{ rows: DeliveryRow[]; book: UnitBook }> {
  const { units, book } = question.dated
    ? await listsOf(question, context).then(({ affected, book: named }) => ({ units: affected, book: named }))
    : (await surveyOf(question, context)).unitsOfCustomer(customer);
  return { rows: sortDeliveries(readDeliveries(context.reader.db, units, customer), book), book };
}

const recentDeliveries = new Recent<{ rows: DeliveryRow[]; book: UnitBook }>();
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
