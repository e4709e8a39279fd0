import type { Actor } from '#main/context/context.ts';
import type { Operation } from '../operations.ts';
import type { Session } from '../session.ts';

/** A call as a host passes it on. */
export type Call = {
  operation: string;
  input: unknown;
  commandId?: string | undefined;
  /** The log-in the caller believes to be in, where it says so: one browser has many windows and one session. */
  believed?: string | undefined;
};

/** A call with whom it is of. */
export type Called = {
  session: Session;
  /** The session's, and the last entry of the trail, when the actor was looked up. */
  turn: number;
  trail: number;
  actor: Actor;
  operation: Operation;
};

/** By what a command is known when it comes again: its id, and a digest of its parsed input. */
export type Command = { id: string; digest: string };

/** Of questions, and of commands that could not be read. */
export const namelessCommand: Command = { id: '', digest: '' };

/** A command is known by its id and the person who sent it. */
export const keyOfCommand = ({ actor }: Pick<Called, 'actor'>, { id }: Command): string => `${actor.person.id}/${id}`;
