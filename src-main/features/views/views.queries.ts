import type { QueriesIn } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import type { SavedView, views } from '#shared/views/contract.ts';

export const viewQueries: QueriesIn<typeof views> = {
  async listViews({ list }, { actor, read }) {
    const views = await read.all(viewsOf, { person: actor.person.id, list });
    return {
      // Written by the command alone, from a question its contract had checked.
      views: views.map(({ name, question }) => ({ name, question: JSON.parse(question) as SavedView['question'] })),
    };
  },
};

/** The views of a list that somebody saved, by name. */
export const viewsOf = query((tables, { person, list }: { person: string; list: string }) =>
  tables
    .selectFrom('saved_view')
    .select(['name', 'question'])
    .where('person', '=', person)
    .where('list', '=', list)
    .where('removed', '=', 0)
    .orderBy('name'),
);
