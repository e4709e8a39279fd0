import type { CommandsOf } from '#main/context/context.ts';
import { findRecord } from '#main/store/records.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { saveView, viewTable } from './people.actions.ts';

export const peopleCommands: CommandsOf<'people'> = {
  async saveView({ list, name, question }, { asking, work }) {
    const values = { person: asking.person.id, list, name, question: JSON.stringify(question), removed: 0 };
    return { view: saveView(work, values) };
  },

  async removeView({ list, name }, { asking, work }) {
    const person = asking.person.id;
    const stored = findRecord(work, viewTable, [person, list, name]);
    if (stored === undefined || stored.values['removed'] === 1) {
      throw new LotlineError('NOT_FOUND', `There is no view "${name}". Load the list of views again.`);
    }
    saveView(work, { person, list, name, question: String(stored.values['question']), removed: 1 });
    return { removed: true };
  },
};
