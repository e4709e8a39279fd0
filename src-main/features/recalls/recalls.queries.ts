import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { heldLines } from '#main/features/holds/heldLines.queries.ts';
import { Recent } from '#main/features/trace/recent.queries.ts';
import { cut, everything, type Slice } from '#main/features/trace/traced.queries.ts';
import type { UnitBook } from '#main/features/trace/units.queries.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import type { RecallDelivery, RecallQuestion, RecallView } from '#shared/recalls/contract.ts';
import { type Dropped, Recall, type RecallView as RecallPage } from './recall.queries.ts';
import type { DeliveryRow } from './recallDeliveries.queries.ts';
import { deliveriesOf, droppedOf, recallAnswerOf, recallViewOf } from './recalls.answer.ts';
import { resolveSuspects, type Suspects } from './suspects.queries.ts';

export const recallQueries: QueriesOf<'recalls'> = {
  simulate: async (question, context) =>
    recallAnswerOf((await recallOf(question, context, { ordering: 'codePoint' })).whole()),

  view: async ({ offset, limit, leaveOutUnknown, documents, ...question }, context) => {
    const recall = await recallOf(question, context, { leaveOutUnknown });
    const { unknown } = await suspectsOf(question, context);
    return {
      ...(await viewOf(recall.view({ offset, limit }, { documents }), context)),
      unknown: unknown.map(({ list, place, refusal: { message } }) => ({ list, place, message })),
    };
  },

  listDeliveries: async ({ customer, offset, limit, ...question }, context) => {
    const { rows, book } = await recentDeliveries.of(context, { customer, question }, async () =>
      (await recallOf(question, context)).deliveries(customer),
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
  const recall = await recallOf(question, context);
  const { rows, book } = recall.deliveries();
  return { answer: await viewOf(recall.view(everything), context), deliveries: deliveriesOf(rows, book) };
}

/** A view with the holds that are on what lies here just now: they come and go while a recall stays the same. */
async function viewOf(page: RecallPage, { read }: QueryContext): Promise<RecallView> {
  const view = recallViewOf(page);
  const heldOf = await heldLines(read, view.onHand);
  return { ...view, onHand: view.onHand.map((row) => ({ ...row, held: heldOf(row) })) };
}

/** How many units and customers of a recall were not possible in time. */
export async function countImpossible(question: RecallQuestion, context: QueryContext): Promise<Dropped['totals']> {
  const scopes = { from: question, to: { ...question, dated: true } };
  return (await readDropped(scopes, { offset: 0, limit: 1 }, context)).totals;
}

/** What drops out between two scopes, whole, for a document. */
export const readWholeDropped = async (scopes: Change, context: QueryContext): Promise<ReturnType<typeof droppedOf>> =>
  droppedOf(await readDropped(scopes, everything, context));

type Change = { from: RecallQuestion; to: RecallQuestion };

async function readDropped({ from, to }: Change, slice: Slice, context: QueryContext): Promise<Dropped> {
  const other = await recallOf(to, context);
  return (await recallOf(from, context)).beyond(other, slice);
}

const recentRecalls = new Recent<Recall>();
const recentSuspects = new Recent<Suspects>();
const recentDeliveries = new Recent<{ rows: DeliveryRow[]; book: UnitBook }>();

/**
 * The recall a question means, in the order people read unless a script asked. An unknown suspect refuses it, or is
 * left out.
 */
async function recallOf(
  question: RecallQuestion,
  context: QueryContext,
  { ordering = 'natural', leaveOutUnknown = false }: { ordering?: OrderingName; leaveOutUnknown?: boolean } = {},
): Promise<Recall> {
  const { units, unknown } = await suspectsOf(question, context);
  const [first] = unknown;
  if (first !== undefined && !leaveOutUnknown) throw first.refusal;
  return recentRecalls.of(context, { ordering, question }, async () => {
    const index = await context.trace();
    const walk = index.walk({
      roots: units.map(({ id }) => id),
      direction: 'downstream',
      dated: question.dated,
    });
    return new Recall(context.reader.db, index, { roots: units, ordering, walk });
  });
}

const suspectsOf = (question: RecallQuestion, context: QueryContext): Promise<Suspects> =>
  recentSuspects.of(context, question, async () => resolveSuspects(context.reader.db, question));
