import type { CommandsOf } from '#main/context/context.ts';

export const reportCommands: CommandsOf<'reports'> = {
  async issue({ document }, { asking, outbox }) {
    const drawn = outbox.drawn(document, asking.session);
    // Should the entry not be committed after all, the document can be had unrecorded: it holds nothing this person may not read.
    outbox.release(document);
    return drawn;
  },
};
