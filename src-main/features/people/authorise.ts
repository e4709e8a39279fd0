import { setImmediate as turn } from 'node:timers/promises';
import type { CommandContext, CommandsIn } from '#main/context/context.ts';
import { fold } from '#main/features/security/identity.queries.ts';
import { insistOnAnother } from '#main/features/security/separation.actions.ts';
import type { Saved } from '#main/store/records.ts';
import { type ErrorCode, type Json, isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { people } from '#shared/people/contract.ts';
import { saveAuthorisation } from './people.actions.ts';
import { needPerson } from './personChange.ts';

type Trained = { user: string; subject: string; from: string; until: string; note: string };

/** Records for what a person was trained, and until when. */
export function authorise({ user, subject, from, until, note }: Trained, context: CommandContext): Saved {
  const { work } = context;
  const person = needPerson(work.db, user);
  insistOnAnother(context, 'ownRole', { first: person.user, what: msg`Nobody authorises themselves.` });
  if (until !== '' && until < from)
    throw new LotlineError('VALIDATION', msg`The qualification ends before it begins. Check the two dates.`, {
      field: 'until',
    });
  return saveAuthorisation(work, { person: person.user, subject, validFrom: from, validUntil: until, note });
}

/** So many rows are recorded before others are answered, and so many faults are told at most. */
const atOnce = 50;
const mostTold = 200;

export const authoriseMany: CommandsIn<typeof people>['authoriseMany'] = async ({ rows }, context) => {
  const counts = { new: 0, changed: 0, same: 0 };
  const faults: { row: number; field: string; text: LotlineError['text'] }[] = [];
  const firstRows = new Map<string, number>();
  let code: ErrorCode | undefined;
  for (const [row, trained] of rows.entries()) {
    if (row % atOnce === 0) {
      context.job.progress('record', row, rows.length);
      await turn();
    }
    try {
      const key = `${fold(trained.user)} ${trained.subject}`;
      const first = firstRows.get(key);
      firstRows.set(key, first ?? row);
      if (first !== undefined)
        throw new LotlineError(
          'DUPLICATE',
          msg`${trained.user} has this qualification in another row before. Remove one of the two.`,
        );
      counts[authorise(trained, context)] += 1;
    } catch (error) {
      // What else a row is refused for is told with it; nothing is recorded then.
      if (!isLotlineError(error)) throw error;
      code ??= error.code;
      const field = error.details['field'];
      faults.push({ row, field: typeof field === 'string' ? field : 'user', text: error.text });
    }
  }
  if (code === undefined) return counts;
  throw new LotlineError(
    code,
    msg`${{ count: faults.length }} of the qualifications cannot be recorded; so none is. Correct or remove these rows.`,
    { faults: faults.slice(0, mostTold) satisfies Json },
  );
};
