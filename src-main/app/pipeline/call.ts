import type { Asking } from '#main/context/context.ts';
import type { Operation } from '../operations.ts';
import type { Session } from '../session.ts';

/** What a host hands over. */
export type Call = { operation: string; input: unknown; commandId?: string | undefined };

/** A call with whom it is of. */
export type Called = { session: Session; asking: Asking; operation: Operation };

/** By what a command is known when it comes again: its id, and a digest of its parsed input. */
export type Command = { id: string; digest: string };

/** Of questions, and of commands that could not be read. */
export const namelessCommand: Command = { id: '', digest: '' };

/** A command is known by its id and the person who sent it. */
export const keyOfCommand = ({ asking }: Pick<Called, 'asking'>, { id }: Command): string =>
  `${asking.person.id}/${id}`;
