import type { CommandsIn } from '#main/context/context.ts';
import type { views } from '#shared/views/contract.ts';
import { dropView, keepView } from './views.actions.ts';

export const viewCommands: CommandsIn<typeof views> = {
  async saveView({ list, name, question }, { actor, work }) {
    return { view: await keepView(work, { person: actor.person.id, list, name }, question) };
  },

  async removeView({ list, name }, { actor, work }) {
    dropView(work, { person: actor.person.id, list, name });
    return { removed: true };
  },
};
