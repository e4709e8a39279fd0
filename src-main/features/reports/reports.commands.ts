import type { CommandsOf } from '#main/context/context.ts';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import { saveIssued } from './issued.actions.ts';
import { scheduleCommands } from './schedules.commands.ts';

export const reportCommands: CommandsOf<'reports', 'spool' | 'readOnly' | 'reports' | 'pathInPlace' | 'suspect'> = {
  ...scheduleCommands,

  issue: {
    async before({ document }, { actor, spool, readOnly }) {
      const drawn = spool.drawn(document, actor.session);
      const made = spool.made(document);
      const hand = (): DrawnDocument => {
        // Should the entry not be committed after all, the document can be had unrecorded: it holds nothing this person may not read.
        spool.release(document);
        return drawn;
      };
      // A store that is only read, for rescue above all, takes no entry; what it holds can be taken along all the same.
      if (readOnly !== '') return { reply: hand() };
      return {
        async within({ work, now }) {
          if (made !== undefined) await saveIssued(work, drawn, made, { person: actor.person, at: now });
          return hand();
        },
      };
    },
  },
};
