import type { Actor } from '#main/context/context.ts';
import { lastEntryAt } from '#main/store/entries.ts';
import type { Work } from '#main/store/work.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import type { Json } from '#shared/kernel/errors.ts';
import type { Operation } from '../operations.ts';
import { summarise } from './summary.ts';

/** The outcome of a command, for its entry. */
export type Ended = { id: string; digest: string } & (
  | { outcome: 'done'; reply: Json; reason: string | undefined }
  | {
      outcome: 'refused';
      code: string;
      message: string;
      untried: boolean;
      before: number;
      faults: readonly Json[];
      faultCount: number;
    }
);

/** Writes the entry of a command, done or refused. */
export function sealEntry(
  work: Work,
  { actor, operation, now, app }: { actor: Actor; operation: Pick<Operation, 'name'>; now: Moment; app: string },
  ended: Ended,
): void {
  const last = lastEntryAt(work);
  // The trail's time never falls, even when the computer's clock was set back.
  const atMoment = Math.max(now, last);
  work.seal({
    atMoment,
    at: formatMoment(atMoment),
    person: actor.person,
    role: actor.role,
    session: actor.session,
    host: actor.host,
    workstation: actor.workstation,
    app,
    command: ended.id,
    operation: operation.name,
    outcome: ended.outcome,
    input: ended.digest,
    summary: ended.outcome === 'done' ? summarise(ended.reply) : saidOf(ended),
    ...(ended.outcome === 'done'
      ? { reply: ended.reply, ...(ended.reason === undefined ? {} : { reason: ended.reason.trim() }) }
      : {
          code: ended.code,
          ...(ended.untried ? { untried: true } : {}),
          ...(ended.before === 0 ? {} : { countedBefore: ended.before }),
          ...(ended.faults.length === 0 ? {} : { faults: ended.faults, faultCount: ended.faultCount }),
        }),
    ...(now < last ? { clockBehind: formatMoment(now) } : {}),
  });
}

/** What was refused, and how much of the kind was only counted. */
const saidOf = ({ message, before }: { message: string; before: number }): string =>
  before === 0
    ? message.slice(0, 500)
    : `${message.slice(0, 400)} Before it, ${before} more requests of nobody signed in were refused.`;
