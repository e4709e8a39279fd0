import { heldUnits } from '#main/features/holds/heldUnits.queries.ts';
import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { StaleView } from '#main/store/views.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import type { UnitSelector } from '#shared/kernel/unit.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { Recent } from './recent.queries.ts';
import { nameWalk } from './traced.queries.ts';
import { tracePageOf } from './trace.answer.ts';
import { readTrace, type TraceLists } from './traceLists.queries.ts';
import { TraceSurvey } from './traceSurvey.queries.ts';
import { resolveUnits, UnitBook } from './units.queries.ts';
import { headSeq, type Wanted, type Wants, writeTrace, type Written } from './wantedTrace.queries.ts';
import { wideFrom, type WideQuestion, writeWide } from './wideTraces.ts';

type Question = { roots: readonly UnitSelector[]; direction: Direction; dated: boolean };

export const traceQueries: QueriesOf<'trace', 'pathInPlace'> = {
  get: (question, context) => answer(question, context, { kind: 'get', want: {} }),
  view: async ({ offset, limit, ...question }, context) => {
    const survey = await surveyOf({ ...question, ordering: orderingOf('view') }, context);
    const page = survey?.page({ offset, limit });
    if (page !== undefined) return tracePageOf(page);
    return await answer(question, context, { kind: 'view', want: { offset, limit } });
  },
  async picture({ expanded, ...question }, context) {
    const held = await heldUnits(context.read, context.reader.db);
    return await answer(question, context, { kind: 'picture', want: { expanded, held } });
  },
};

/** Pages of one answer are requested one after another; the answer is kept until the store changes. */
const recent = new Recent<TraceLists | WideQuestion>();
const recentSurveys = new Recent<TraceSurvey | undefined>();

/** Scripts read the whole answer, people its pages and the picture. */
const orderingOf = (kind: keyof Wants): OrderingName => (kind === 'get' ? 'codePoint' : 'natural');

async function answer<Kind extends keyof Wants>(
  question: Question,
  context: QueryContext<'pathInPlace'>,
  wanted: Wanted<Kind>,
): Promise<Written[Kind]> {
  const asked = { ...question, ordering: orderingOf(wanted.kind) };
  const found = await walked(asked, context);
  if (!('walk' in found)) return writeTrace(context.reader.db, found, wanted);
  const written = await writeWide(context.pathInPlace(), found, wanted);
  // Between a walk and the reading of a wide answer something may be written; then both are done again.
  if (written === 'moved') throw new StaleView();
  return written;
}

type Asked = Question & { ordering: OrderingName };

const walked = (asked: Asked, context: QueryContext): Promise<TraceLists | WideQuestion> =>
  recent.of(context, asked, () => walkThrough(asked, context));

/**
 * A wide trace as the index sees it, for its pages; undefined for a narrow one, and where only the complete answer
 * will do.
 */
const surveyOf = (asked: Asked, context: QueryContext): Promise<TraceSurvey | undefined> =>
  recentSurveys.of(context, asked, async () => {
    const found = await walked(asked, context);
    if (!('walk' in found)) return undefined;
    const index = await context.trace();
    const { db } = context.reader;
    // Written to since the walk: it is walked again for the complete answer.
    return headSeq(db) === found.seq ? TraceSurvey.of(db, index, found) : undefined;
  });

/**
 * A narrow trace is read at once; a wide one is only walked: pages are read on request, and the complete answer in a
 * worker.
 */
async function walkThrough(question: Asked, context: QueryContext): Promise<TraceLists | WideQuestion> {
  const { db } = context.reader;
  const { direction, dated, ordering } = question;
  const roots = resolveUnits(db, question.roots);
  const index = await context.trace();
  const walk = index.walk({ roots: roots.map(({ id }) => id), direction, dated });
  if (walk.units.length < wideFrom)
    return readTrace(db, nameWalk(new UnitBook(db, ordering), { roots, direction }, walk));
  return {
    key: JSON.stringify(question),
    seq: headSeq(db),
    roots: roots.map(({ id }) => id),
    direction,
    ordering,
    walk,
  };
}
