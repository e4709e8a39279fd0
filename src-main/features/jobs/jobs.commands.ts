import type { CommandsOf } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { mayCancel } from './jobs.queries.ts';

export const jobCommands: CommandsOf<'jobs', 'jobs' | 'operations' | 'readOnly'> = {
  cancel: {
    /** Not within the unit of work, which the work to be stopped may hold. */
    async before({ id }, context) {
      const found = context.jobs.find(id);
      if (found === undefined) return { reply: { asked: false, operation: '' } };
      if (!mayCancel(id, context))
        throw new LotlineError(
          'FORBIDDEN',
          msg`Somebody else started this work, and your role may not do the same. Ask them, or an administrator, to stop it.`,
        );
      const reply = { asked: context.jobs.cancel(id), operation: found.operation };
      return context.readOnly === '' ? { within: async () => reply } : { reply };
    },
  },
};
