import { msg } from '#shared/kernel/message.ts';
import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { Recent } from '#main/features/trace/recent.queries.ts';
import { everything, type Slice, walkFrom } from '#main/features/trace/traced.queries.ts';
import { resolveSupplierLot, resolveUnits, type UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import type { Span } from '#main/features/trace/wanted.queries.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { type OrderingName, orderings } from '#shared/kernel/natural.ts';
import type { RecallDelivery, RecallQuestion, RecallView, UnknownSuspect } from '#shared/recalls/contract.ts';
import { deliveriesOf, droppedOf, recallAnswerOf, recallViewOf } from './recalls.answer.ts';
import { type DeliveryRow, readDeliveries, sortDeliveries } from './recallDeliveries.queries.ts';
import { type Dropped, listsBeyond, type Reach } from './recallDropped.ts';
import { readReachInTime } from './recallReach.queries.ts';
import { type RecallLists, readRecall } from './recallLists.queries.ts';
import { resolveOutputs } from './gaps.queries.ts';
import { RecallSurvey } from './recallSurvey.queries.ts';
import { cut, type RecallView as View, viewOfLists } from './recallView.ts';

export const recallQueries: QueriesOf<'recalls'> = {
  simulate: async (question, context) => recallAnswerOf(await listsOf(question, 'codePoint', context)),

  view: async ({ offset, limit, leaveOutUnknown, ...asked }, context) => {
    const { question, unknown } = leaveOutUnknown ? await knownOf(asked, context) : { question: asked, unknown: [] };
    const isNoneKnown = unknown.length > 0 && unknown.length === countNamed(asked);
    const view = isNoneKnown ? viewOfNothing : viewOf;
    return { ...recallViewOf(await view(question, { offset, limit }, context)), unknown };
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
  const lists = await listsOf(question, 'natural', context);
  const rows = sortDeliveries(readDeliveries(context.reader.db, lists.affected), lists.book);
  return { answer: recallViewOf(viewOfLists(lists, everything)), deliveries: deliveriesOf(rows, lists.book) };
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
  const reach = (await surveyOf(to, context))?.reach() ?? (await reachInTime(to, context));
  const survey = await surveyOf(from, context);
  return survey?.beyond(reach, slice) ?? listsBeyond(await listsOf(from, 'natural', context), reach, slice);
}

/** What a dated recall reaches, which needs none of its lists. */
async function reachInTime(question: RecallQuestion, context: QueryContext): Promise<Reach> {
  const suspects = await suspectsOf(question, context);
  const index = await context.trace();
  const walk = index.walk({ roots: suspects.map(({ id }) => id), direction: 'downstream', dated: true });
  return readReachInTime(context.reader.db, index, walk);
}

async function readDeliveriesTo(
  customer: string,
  question: RecallQuestion,
  context: QueryContext,
): Promise<{ rows: DeliveryRow[]; book: UnitBook }> {
  const survey = await surveyOf(question, context);
  const { units, book } = survey?.unitsOfCustomer(customer) ?? (await unitsOfLists(question, context));
  return { rows: sortDeliveries(readDeliveries(context.reader.db, units, customer), book), book };
}

async function unitsOfLists(
  question: RecallQuestion,
  context: QueryContext,
): Promise<{ units: Span[]; book: UnitBook }> {
  const { affected, book } = await listsOf(question, 'natural', context);
  return { units: [...affected], book };
}

const recentDeliveries = new Recent<{ rows: DeliveryRow[]; book: UnitBook }>();
const recentMeanings = new Recent<Meaning>();
const recentLists = new Recent<RecallLists>();
const recentSurveys = new Recent<RecallSurvey | undefined>();

const viewOf = async (question: RecallQuestion, slice: Slice, context: QueryContext): Promise<View> =>
  (await surveyOf(question, context))?.view(slice) ?? viewOfLists(await listsOf(question, 'natural', context), slice);

const viewOfNothing = async (question: RecallQuestion, slice: Slice, context: QueryContext): Promise<View> =>
  viewOfLists(await listsFrom([], { ...question, ordering: 'natural' }, context), slice);

/** Complete lists, in the order scripts were promised or in that of people. */
const listsOf = (question: RecallQuestion, ordering: OrderingName, context: QueryContext): Promise<RecallLists> =>
  recentLists.of(context, { ordering, question }, async () =>
    listsFrom(await suspectsOf(question, context), { ...question, ordering }, context),
  );

const listsFrom = async (
  suspects: readonly UnitRow[],
  { dated, ordering }: Pick<RecallQuestion, 'dated'> & { ordering: OrderingName },
  context: QueryContext,
): Promise<RecallLists> =>
  readRecall(context.reader.db, await walkFrom(suspects, { direction: 'downstream', dated, ordering }, context));

/** A recall as the index sees it; undefined where only the complete lists can tell. */
const surveyOf = (question: RecallQuestion, context: QueryContext): Promise<RecallSurvey | undefined> =>
  recentSurveys.of(context, question, async () => {
    const suspects = await suspectsOf(question, context);
    const index = await context.trace();
    const roots = suspects.map(({ id }) => id);
    const walk = index.walk({ roots, direction: 'downstream', dated: question.dated });
    return RecallSurvey.of(context.reader.db, index, suspects, walk);
  });

const countNamed = ({ suspects, supplierLots, workOrders }: RecallQuestion): number =>
  suspects.length + supplierLots.length + workOrders.length;

/** The units a question means, each once. */
async function suspectsOf(question: RecallQuestion, context: QueryContext): Promise<UnitRow[]> {
  if (countNamed(question) === 0) {
    throw new LotlineError('VALIDATION', msg`Name at least one suspect: a lot, a serial or a supplier's lot.`);
  }
  const { units, unknown } = await meaningOf(question, context);
  const [first] = unknown;
  if (first !== undefined) throw first.refusal;
  return units;
}

/** A question without what nobody knows, and what that is. */
async function knownOf(
  asked: RecallQuestion,
  context: QueryContext,
): Promise<{ question: RecallQuestion; unknown: UnknownSuspect[] }> {
  const { unknown } = await meaningOf(asked, context);
  const isKnown = (among: UnknownSuspect['list']) => (_item: unknown, at: number) =>
    !unknown.some(({ list, place }) => list === among && place === at);
  return {
    question: {
      ...asked,
      suspects: asked.suspects.filter(isKnown('suspects')),
      supplierLots: asked.supplierLots.filter(isKnown('supplierLots')),
      workOrders: asked.workOrders.filter(isKnown('workOrders')),
    },
    unknown: unknown.map(({ list, place, refusal: { message } }) => ({ list, place, message })),
  };
}

/** What a question means: its units, each once, and what refuses those of its suspects that nobody knows. */
type Meaning = { units: UnitRow[]; unknown: (Pick<UnknownSuspect, 'list' | 'place'> & { refusal: LotlineError })[] };

const meaningOf = (question: RecallQuestion, context: QueryContext): Promise<Meaning> =>
  recentMeanings.of(context, question, async () => {
    const { db } = context.reader;
    const units = new Map<number, UnitRow>();
    const unknown: Meaning['unknown'] = [];
    const resolve = (list: UnknownSuspect['list'], place: number, find: () => UnitRow[]): void => {
      try {
        for (const unit of find()) units.set(unit.id, unit);
      } catch (error) {
        if (!isLotlineError(error) || error.code !== 'NOT_FOUND') throw error;
        unknown.push({ list, place, refusal: error });
      }
    };
    for (const [place, suspect] of question.suspects.entries())
      resolve('suspects', place, () => resolveUnits(db, [suspect]));
    for (const [place, lot] of question.supplierLots.entries())
      resolve('supplierLots', place, () => resolveSupplierLot(db, lot));
    for (const [place, order] of question.workOrders.entries())
      resolve('workOrders', place, () => resolveOutputs(db, order));
    return { units: [...units.values()].sort(orderings.natural.units), unknown };
  });
