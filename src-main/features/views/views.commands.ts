import type { CommandsIn } from '#main/context/context.ts';
import { findRecord, type Saved, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { viewsOf } from './views.queries.ts';
import type { views } from '#shared/views/contract.ts';
import { lookAlike } from '#shared/kernel/lookAlike.ts';
import { savedViewRecord, type SavedViewValues } from '#shared/views/records.ts';

export const viewCommands: CommandsIn<typeof views> = {
  async saveView({ list, name, question }, { actor, work }) {
    const views = await work.all(viewsOf, { person: actor.person.id, list });
    const isThere = views.some((one) => one.name === name);
    const twin = isThere ? undefined : views.find((one) => lookAlike(one.name, name, 'name'));
    if (twin !== undefined)
      throw new LotlineError(
        'DUPLICATE',
        msg`The name ${name} looks like ${twin.name}, which is a view of this list. Choose another name, or save it under that one.`,
        { field: 'name' },
      );
    const values = { person: actor.person.id, list, name, question: JSON.stringify(question), removed: 0 };
    return { view: saveView(work, values) };
  },

  async removeView({ list, name }, { actor, work }) {
    const person = actor.person.id;
    const stored = findRecord(work, savedViewRecord, [person, list, name]);
    if (stored === undefined || stored.values['removed'] === 1) {
      throw new LotlineError('NOT_FOUND', msg`There is no view "${name}". Load the list of views again.`);
    }
    saveView(work, { person, list, name, question: String(stored.values['question']), removed: 1 });
    return { removed: true };
  },
};

const saveView = (work: Work, values: SavedViewValues): Saved => saveRecord(work, savedViewRecord, values);
