import { msg, type Message } from '#shared/kernel/message.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import type { MovementKind } from './vocabulary.ts';

/** What of a movement its status is judged by; an end outside the plant is null. */
export type StatusMoved = {
  kind: MovementKind;
  from: unknown;
  to: unknown;
  statusFrom: string;
  statusTo: string;
  isReversal: boolean;
};

/** Whether any of the goods lie released, and whether any lie quarantined or rejected. */
export type StatusesThere = { released: boolean; held: boolean };

/**
 * Whether a person may post goods in these statuses: a movement changes none, and neither does undoing a decision.
 * Goods counted out in one status and received, made or counted in as released would be released without a decision.
 * @param there called only for goods that come in as released
 */
export function judgePostedStatus(movement: StatusMoved, there: () => StatusesThere): Verdict {
  const { kind, from, to, statusFrom, statusTo, isReversal } = movement;
  if (isReversal) return kind === 'status' ? decidedElsewhere(msg`A decision about a status is not undone.`) : allowed;
  if (from !== null && to !== null && statusTo !== '' && statusFrom !== '' && statusFrom !== statusTo)
    return decidedElsewhere(msg`A movement does not change the status of goods.`);
  if (!comesInReleased(movement)) return allowed;
  const { released, held } = there();
  if (!held && (kind !== 'adjustment' || released)) return allowed;
  return decidedElsewhere(msg`Part of it is not released, or none of it was ever: it comes in with status Q.`);
}

/** Whether goods come from outside the plant as released. */
export const comesInReleased = ({ from, statusTo, isReversal }: Omit<StatusMoved, 'kind'>): boolean =>
  !isReversal && from === null && statusTo.startsWith('A');

const decidedElsewhere = (what: Message): Verdict =>
  refused('FORBIDDEN', msg`${what} Decide the status on the page of the lot or serial, and sign it.`, {
    permission: 'status',
  });
