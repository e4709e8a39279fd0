import { msg } from '#shared/kernel/message.ts';
import type { CommandContext, Prepared } from '#main/context/context.ts';
import { type Json, LotlineError } from '#shared/kernel/errors.ts';
import { idOrAnswer } from './answerAgain.ts';
import { insistStill } from './authenticate.ts';
import { checkReply, reasonIn } from './parse.ts';
import type { Called } from './call.ts';
import type { BusParts } from './parts.ts';
import { changesSession, handlerOf } from './featureOf.ts';
import type { Ready, Run } from './prepare.ts';
import { react } from './react.ts';
import { sealEntry } from './sealEntry.ts';
import { insistOnSignatures } from './sign.ts';

type Within = Extract<Prepared<unknown>, { within: unknown }>;

/**
 * What a command decides on was not changed in the file for a while: waits until that is known. Whoever signs in, out or
 * locks decides nothing yet.
 * @throws LotlineError STORE_DAMAGED
 */
export async function insistOnFile({ opening, features }: BusParts, { operation }: Called): Promise<void> {
  if (!changesSession(handlerOf(features, operation))) await opening.insist();
}

/** Does a command in one transaction: what it writes, its checked reply and its entry are there together or not at all. */
export async function unitOfWork(
  parts: BusParts,
  run: Run,
  { before, signers, prepared }: Ready & { prepared: Within },
): Promise<unknown> {
  const { store, clock, appVersion } = parts;
  const { called, command, job, changes } = run;
  const { actor, operation } = called;
  // The person who was let in just now is the one who did it.
  const entryActor = changes.entered === undefined ? actor : { ...actor, person: changes.entered };
  const done = insistOnFile(parts, called).then(() =>
    store.work(async (work) => {
      insistStill(parts, called, [...signers, ...changes.proven], work);
      const id = idOrAnswer(work.db, { actor: entryActor, operation, command }, changes, parts.newId);
      // Within the unit of work everything is read from it, by whichever way.
      const context: CommandContext = { ...before, read: work, reader: work, work };
      const reply = checkReply(operation, await prepared.within(context));
      await react(parts, run, context);
      if (job.signal.aborted) throw new LotlineError('CANCELLED', msg`The work was cancelled. Nothing was changed.`);
      await insistOnSignatures(work, signers, operation);
      sealEntry(
        work,
        { actor: entryActor, operation, now: clock.now(), app: appVersion },
        // A checked reply is plain JSON by its schema.
        { ...command, id, outcome: 'done', reply: reply as Json, reason: reasonIn(operation, run.input) },
      );
      return reply;
    }),
  );
  return await done.finally(() => prepared.discard?.());
}
