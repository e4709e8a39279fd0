import type { QueryContext } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { Separation } from '#shared/security/separation.ts';
import { standingBehind } from './confirmation.queries.ts';
import { fold } from './identity.queries.ts';
import { singlePersonOf } from './siteSettings.queries.ts';

/**
 * Refuses a second act by the person who did the first, in whatever role, and with an account that this person handed out
 * and nobody else confirmed yet. Where one person works alone, the site says so once,
 * signed, and every document carries it.
 * @throws LotlineError SEPARATION_OF_DUTIES
 */
export function insistOnAnother(
  { reader, actor }: Pick<QueryContext, 'reader' | 'actor'>,
  pair: Separation,
  { first, what }: { first: string; what: Message },
): void {
  const isOther = !standingBehind(reader.db, actor.person.id).includes(fold(first));
  if (isOther || singlePersonOf(reader.db) !== '') return;
  throw new LotlineError('SEPARATION_OF_DUTIES', msg`${what} Ask another person who may do this.`, { pair });
}

/** People come after the first administrator: before, nobody could tell who added them. */
export function insistOnSetUp({ actor }: Pick<QueryContext, 'actor'>): void {
  if (actor.authState === 'owner')
    throw new LotlineError(
      'ILLEGAL_TRANSITION',
      msg`Set up the first administrator first; that person adds the others.`,
    );
}
