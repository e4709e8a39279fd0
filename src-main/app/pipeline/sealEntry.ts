import type { Actor } from '#main/context/context.ts';
import { lastEntryAt } from '#main/store/entries.ts';
import type { Work } from '#main/store/work.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import type { Json } from '#shared/kernel/errors.ts';
import type { Operation } from '../operations.ts';
import { summarise } from './summary.ts';

/** What became of a command, which its entry tells. */
export type Said = { id: string; digest: string } & (
  | { outcome: 'done'; reply: Json }
  | { outcome: 'refused'; code: string; message: string; faults: readonly Json[]; faultCount: number }
);

/** Writes the entry of a command, done or refused. */
export function sealEntry(
  work: Work,
  { actor, operation, now, app }: { actor: Actor; operation: Pick<Operation, 'name'>; now: Moment; app: string },
  said: Said,
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
    command: said.id,
    operation: operation.name,
    outcome: said.outcome,
    input: said.digest,
    summary: said.outcome === 'done' ? summarise(said.reply) : said.message.slice(0, 500),
    ...(said.outcome === 'done'
      ? { reply: said.reply }
      : {
          code: said.code,
          ...(said.faults.length === 0 ? {} : { faults: said.faults, faultCount: said.faultCount }),
        }),
    ...(now < last ? { clockBehind: formatMoment(now) } : {}),
  });
}
