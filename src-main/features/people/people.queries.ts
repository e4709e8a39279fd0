import { basename } from 'node:path';
import type { QueriesOf } from '#main/context/context.ts';
import { roles } from '#shared/kernel/roles.ts';

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
};
