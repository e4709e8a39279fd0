import { msg } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import type { Actor } from '#main/context/context.ts';
import { doneCommand } from '#main/store/entries.ts';
import { type Json, LotlineError } from '#shared/kernel/errors.ts';
import type { Operation } from '../operations.ts';
import type { Changes } from './sessionChanges.ts';
import { type Called, type Command, keyOfCommand } from './call.ts';

/** A repeated command's stored answer; thrown to leave the unit of work without a trace. */
class Answered extends Error {
  readonly reply: Json;
  constructor(reply: Json) {
    super('answered before');
    this.reply = reply;
  }
}

/** Runs a job; where it finds that the command was done before, its stored answer is the answer. */
export async function orAnsweredBefore(job: () => Promise<unknown>): Promise<unknown> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof Answered) return error.reply;
    throw error;
  }
}

/** The same command again: its stored answer, or a refusal when its content is different now. */
export function answerAgain(db: Database, actor: Actor, operation: Operation, command: Command): void {
  const reply = replyOf(db, actor, operation, command);
  if (reply !== undefined) throw new Answered(reply);
}

/**
 * Answers again as above, but for a command that would change the session as it is now: somebody who left and sends
 * their log-in again is let in, and that is a log-in of its own. Returns the id for its entry.
 */
export function idOrAnswer(db: Database, run: Asked, changes: Pick<Changes, 'isAny'>, newId: () => string): string {
  const { actor, operation, command } = run;
  const reply = replyOf(db, actor, operation, command);
  if (reply === undefined) return command.id;
  if (!changes.isAny) throw new Answered(reply);
  return newId();
}

type Asked = { actor: Actor; operation: Operation; command: Command };

function replyOf(db: Database, actor: Actor, operation: Operation, command: Command): Json | undefined {
  const body = doneCommand(db, actor.person.id, command.id);
  if (body === undefined) return undefined;
  if (body.operation !== operation.name || body.input !== command.digest) throw mismatch();
  return body.reply ?? null;
}

/** A command that was done with other secrets is another one. */
export function refuseOtherSecrets(db: Database, actor: Actor, command: Command): void {
  if (doneCommand(db, actor.person.id, command.id) !== undefined) throw mismatch();
}

const mismatch = (): LotlineError =>
  new LotlineError(
    'IDEMPOTENCY_MISMATCH',
    msg`This command id was used before for something else. Send the command with an id of its own.`,
  );

/** Commands at work: one that comes again while it still runs waits for that one answer. */
export class RunningCommands {
  readonly #running = new Map<string, { content: string; reply: Promise<unknown> }>();

  /** @throws LotlineError IDEMPOTENCY_MISMATCH where another command runs under this id */
  once(called: Called, command: Command, run: () => Promise<unknown>): Promise<unknown> {
    const key = keyOfCommand(called, command);
    const content = `${called.operation.name}/${command.digest}`;
    const running = this.#running.get(key);
    if (running !== undefined) {
      if (running.content !== content) throw mismatch();
      return running.reply;
    }
    const reply = run().finally(() => this.#running.delete(key));
    this.#running.set(key, { content, reply });
    return reply;
  }
}
