import { msg } from '#shared/kernel/message.ts';
import type { RunningJob } from '#main/context/context.ts';
import { StaleView, type View } from '#main/store/views.ts';
import type { Store } from '#main/store/store.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Called } from './call.ts';
import { contextOf } from './contextOf.ts';
import { handlerOf } from './featureOf.ts';
import { checkReply, jobOf } from './parse.ts';
import type { BusParts } from './parts.ts';
import { Changes } from './sessionChanges.ts';

/** So often an answer is looked for in a state that nothing outruns. */
const mostViews = 5;

/** Answers a question, of which the input is parsed, from one state of the store. */
export async function answer(parts: BusParts, called: Called, input: unknown): Promise<unknown> {
  const { actor, operation, session } = called;
  const ask = async (job: RunningJob): Promise<unknown> => {
    const handler = handlerOf(parts.features, operation);
    if (typeof handler !== 'function') throw new Error(`${operation.name} is a query that prepares`);
    return await inOneView(parts.store, async (view) => {
      // What is still asked of the connection itself sees the same state as typed questions do.
      const context = contextOf(parts, { called, job, changes: new Changes(session), read: view, reader: view });
      return checkReply(operation, await handler(input, context));
    });
  };
  return await parts.jobs.run(jobOf(input), operation.name, ask, actor.person.id);
}

/** Repeats a query in a new view where the one before was outrun. */
export async function inOneView<T>(store: Pick<Store, 'view'>, ask: (view: View) => Promise<T>): Promise<T> {
  for (let views = 0; views < mostViews; views += 1) {
    try {
      return await store.view(ask);
    } catch (error) {
      if (!(error instanceof StaleView)) throw error;
    }
  }
  throw new LotlineError('CONFLICT', msg`The records change faster than they can be read. Ask again.`);
}
