import type { QueryContext } from '#main/context/context.ts';
import { readWholeDropped, recallQueries } from '#main/features/recalls/recalls.queries.ts';
import type { RecallQuestion } from '#shared/recalls/contract.ts';
import type { ScopeChange, ScopeOfReport } from './scopesReport.ts';

/** The figures of each scope; of its lists the first rows are enough. */
export const readScopes = (questions: readonly RecallQuestion[], context: QueryContext): Promise<ScopeOfReport[]> =>
  Promise.all(
    questions.map(async (question) => {
      const view = await recallQueries.view(
        { ...question, offset: 0, limit: 1, leaveOutUnknown: false, documents: false },
        context,
      );
      return { question, view };
    }),
  );

/** What drops out from the first scope to each other one, and what that one has instead. */
export const readChanges = (questions: readonly RecallQuestion[], context: QueryContext): Promise<ScopeChange[]> =>
  Promise.all(
    questions.slice(1).flatMap((other, index) => {
      const first = questions[0] ?? other;
      const place = index + 1;
      return [
        { from: { place: 0, question: first }, to: { place, question: other } },
        { from: { place, question: other }, to: { place: 0, question: first } },
      ].map(async ({ from, to }) => ({
        from: from.place,
        to: to.place,
        ...(await readWholeDropped({ from: from.question, to: to.question }, context)),
      }));
    }),
  );
