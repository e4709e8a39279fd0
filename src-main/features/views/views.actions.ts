import type { Saved } from '#main/store/records.ts';
import { findRecord, saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { lookAlike } from '#shared/kernel/lookAlike.ts';
import { msg } from '#shared/kernel/message.ts';
import { savedViewRecord, type SavedViewValues } from '#shared/views/records.ts';
import type { ViewedList } from '#shared/views/vocabulary.ts';
import { viewsOf } from './views.queries.ts';

type Named = { person: string; list: ViewedList; name: string };

/**
 * Keeps a view under a name; one of that name before is replaced.
 * @throws LotlineError DUPLICATE where the name looks like another view's
 */
export async function keepView(
  work: Work,
  { person, list, name }: Named,
  question: Readonly<Record<string, unknown>>,
): Promise<Saved> {
  const views = await work.all(viewsOf, { person, list });
  const isThere = views.some((one) => one.name === name);
  const twin = isThere ? undefined : views.find((one) => lookAlike(one.name, name, 'name'));
  if (twin !== undefined)
    throw new LotlineError(
      'DUPLICATE',
      msg`The name ${name} looks like ${twin.name}, which is a view of this list. Choose another name, or save it under that one.`,
      { field: 'name' },
    );
  return saveView(work, { person, list, name, question: JSON.stringify(question), removed: 0 });
}

/** Takes a view from the list of views, and answers what it asked. @throws LotlineError NOT_FOUND */
export function dropView(work: Work, { person, list, name }: Named): Record<string, unknown> {
  const stored = findRecord(work, savedViewRecord, [person, list, name]);
  if (stored === undefined || stored.values['removed'] === 1)
    throw new LotlineError('NOT_FOUND', msg`There is no view "${name}". Load the list of views again.`);
  const question = String(stored.values['question']);
  saveView(work, { person, list, name, question, removed: 1 });
  // Written by `keepView` alone, from a question a contract had checked.
  return JSON.parse(question) as Record<string, unknown>;
}

const saveView = (work: Work, values: SavedViewValues): Saved => saveRecord(work, savedViewRecord, values);
