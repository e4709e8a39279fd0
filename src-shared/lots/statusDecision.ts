import { type Message, msg } from '#shared/kernel/message.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import type { Meaning } from '#shared/kernel/signature.ts';

/** What a decision to change a status says of itself, and how it may be taken. */
export type StatusDecision = {
  statusFrom: string;
  statusTo: string;
  /** The last day the goods may be used; null for none. */
  lastDay: PlainDate | null;
  today: PlainDate;
};

/** What the signer of the decision did: released, rejected, or merely performed a change of status. */
export function meaningOf({ statusTo }: Pick<StatusDecision, 'statusTo'>): Meaning {
  if (statusTo.startsWith('A')) return 'released';
  return statusTo.startsWith('R') ? 'rejected' : 'performed';
}

/** Rejected goods come back into use only when two people say so, whatever status they lay in meanwhile. */
export const needsWitness = ({
  statusFrom,
  statusTo,
  wasRejected,
}: Pick<StatusDecision, 'statusFrom' | 'statusTo'> & { wasRejected: boolean }): boolean =>
  statusTo.startsWith('A') && (statusFrom.startsWith('R') || wasRejected);

/** What to do with expired goods depends on where they are: nobody is told to put into quarantine what lies there. */
function expiredMessage(statusFrom: string, lastDay: PlainDate): Message {
  if (statusFrom.startsWith('Q'))
    return msg`The lot expired on ${{ date: lastDay }} and cannot be released. Reject it, or leave it in quarantine.`;
  if (statusFrom.startsWith('R'))
    return msg`The lot expired on ${{ date: lastDay }} and cannot be released. Leave it rejected, or quarantine it.`;
  return msg`The lot expired on ${{ date: lastDay }} and cannot be released. Reject it, or quarantine it.`;
}

/** Whether goods may go from one status to another by a person's decision. */
export function judgeDecision({ statusFrom, statusTo, lastDay, today }: StatusDecision): Verdict {
  if (statusFrom === statusTo)
    return refused('ILLEGAL_TRANSITION', msg`The goods are in status ${statusTo} already. Choose another status.`, {
      field: 'statusTo',
    });
  if (statusTo.startsWith('A') && lastDay !== null && today > lastDay) {
    return refused('EXPIRED_LOT', expiredMessage(statusFrom, lastDay), { expired: lastDay });
  }
  return allowed;
}
