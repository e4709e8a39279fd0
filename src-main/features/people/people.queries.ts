import { basename } from 'node:path';
import type { QueriesOf } from '#main/context/context.ts';
import { roles } from '#shared/kernel/roles.ts';
import type { SavedView } from '#shared/people/contract.ts';

export const peopleQueries: QueriesOf<'people'> = {
  async whoAmI(_input, { asking, reader, storeFile, readOnly, appVersion }) {
    const demo = reader.db.prepare<[], string>('select demo from head where id = 1').pluck().get() ?? '';
    return {
      person: asking.person,
      role: asking.role,
      permissions: [...roles[asking.role]],
      host: asking.host,
      workstation: asking.workstation,
      store: { name: basename(storeFile), demo: demo !== '', readOnly },
      version: appVersion,
    };
  },

  async listViews({ list }, { asking, reader }) {
    const rows = reader.db
      .prepare<[string, string], { name: string; question: string }>(
        'select name, question from saved_view where person = ? and list = ? and removed = 0 order by name',
      )
      .all(asking.person.id, list);
    return {
      // Written by the command alone, from a question its contract had checked.
      views: rows.map(({ name, question }) => ({ name, question: JSON.parse(question) as SavedView['question'] })),
    };
  },
};
