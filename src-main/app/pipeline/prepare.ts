import type { Prepared, QueryContext, RunningJob, Signer } from '#main/context/context.ts';
import type { AnyHandler } from '#main/context/feature.ts';
import { secretsIn } from '#shared/kernel/secret.ts';
import type { Operation } from '../operations.ts';
import { answerAgain, refuseOtherSecrets } from './answerAgain.ts';
import { type Called, type Command, keyOfCommand } from './call.ts';
import { contextOf } from './contextOf.ts';
import { changesSession, handlerOf } from './featureOf.ts';
import type { BusParts } from './parts.ts';
import type { SecretsOfCommands } from './secretsOfCommands.ts';
import type { Changes } from './sessionChanges.ts';
import { doSigned, signersOf } from './sign.ts';

/** One run of a command, of which the input is parsed. */
export type Run = { called: Called; input: unknown; command: Command; job: RunningJob; changes: Changes };

/** A command about to be done: who signs it, and what of it is done already. */
export type Ready = { before: QueryContext; signers: readonly Signer[]; prepared: Prepared<unknown> };

type Asked = { operation: Operation; input: unknown; before: QueryContext; signers: readonly Signer[] };

async function preparedBy(
  handler: AnyHandler,
  { operation, input, before, signers }: Asked,
): Promise<Prepared<unknown>> {
  if (typeof handler === 'function') return { within: (context) => handler(input, context) };
  if ('before' in handler) return await handler.before(input, before);
  return { within: (context) => doSigned({ operation, handler, input }, context, signers) };
}

/** What comes before the unit of work: a password that is tried, a digest that takes its time. */
export async function prepare(
  parts: BusParts,
  { called, input, command, job, changes }: Run,
  known: SecretsOfCommands,
): Promise<Ready> {
  return await parts.store.view(async (read) => {
    const before = contextOf(parts, { called, job, changes, read, reader: parts.store.reader() });
    const { actor, operation } = called;
    const handler = handlerOf(parts.features, operation);
    const secrets = secretsIn(input);
    // Asked again, nothing is proven or prepared again; within the unit of work this is looked at once more.
    if (typeof handler !== 'function' || secrets.length > 0) {
      if (!known.areThose(keyOfCommand(called, command), secrets)) refuseOtherSecrets(before.reader.db, actor, command);
      // Where the session is part of the answer, it is looked at first what would become of it.
      if (!changesSession(handler)) answerAgain(before.reader.db, actor, operation, command);
    }
    const signers = await signersOf({ ...before, signsWithUser: !called.session.hasSigned }, operation, input);
    return { before, signers, prepared: await preparedBy(handler, { operation, input, before, signers }) };
  });
}
