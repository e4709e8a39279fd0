import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import type { HeldGoods } from './heldGoods.ts';
import type { MovementKind } from './vocabulary.ts';

/** What of a movement its status is judged by; an end outside the plant is null. */
export type StatusMoved<End = unknown> = {
  kind: MovementKind;
  from: End | null;
  to: End | null;
  statusFrom: string;
  statusTo: string;
  isReversal: boolean;
  /** When what it undoes happened, in microseconds; 0 where it undoes nothing. */
  undoneAt: number;
  /** Where goods of one lot become goods of another: which of the two is judged. */
  renames?: string;
};

/** What is known of some goods before a movement of them. */
export type StatusesThere = Omit<HeldGoods, 'rejected'> & {
  /** At which places any of the goods lie released. */
  releasedAt: ReadonlySet<number>;
  /** Whether any lie quarantined or rejected. */
  held: boolean;
  /** Whether any were rejected and not released since, wherever they are; and whether that was decided here. */
  rejected: boolean;
  rejectedHere: boolean;
  /** When the last was put into quarantine or rejected of what is held now, in microseconds; 0 where nothing is. */
  heldAt: number;
};

type Placed = StatusMoved<{ id: number }>;

/**
 * Whether a person may post goods in these statuses: a movement changes none, and neither does undoing a decision.
 * Goods counted out in one status and received, made, named or counted in as released would be released without a decision,
 * and so would goods that were held after they left, if their leaving is undone.
 * @param there called only for goods that get into stock or get a name as released
 */
export function judgePostedStatus(movement: Placed, there: () => StatusesThere): Verdict {
  const { kind, from, to, statusFrom, statusTo, isReversal, undoneAt } = movement;
  if (isReversal && kind === 'status') return decidedElsewhere(msg`A decision about a status is not undone.`);
  if (isReversal) {
    if (!bringsBackReleased(movement) || there().heldAt <= undoneAt) return allowed;
    return decidedElsewhere(
      msg`Goods of it were put into quarantine or rejected after this happened, and undone it would lie here released. Post what came back as a return with status Q or R, or release the goods first and undo it then.`,
    );
  }
  if (from !== null && to !== null && statusTo !== '' && statusFrom !== '' && statusFrom !== statusTo)
    return decidedElsewhere(msg`A movement does not change the status of goods.`);
  if (!comesReleased(movement)) return allowed;
  const { releasedAt, held, rejected, countedOut } = there();
  if (from !== null && kind === 'put-away' && releasedAt.has(from.id)) return allowed;
  if (rejected || countedOut > 0)
    return decidedElsewhere(
      msg`It was rejected, or counted out before it was released: whatever comes of it has status Q.`,
    );
  if (from !== null || (!held && (kind !== 'adjustment' || releasedAt.size > 0))) return allowed;
  return decidedElsewhere(msg`Part of it is not released, or none of it was ever: it comes in with status Q.`);
}

/**
 * Whether an import may bring goods in these statuses. It records what was decided elsewhere, but what was decided here,
 * with a signature, is changed here alone.
 * @param there called only for movements that may release or bring back something
 */
export function judgeImportedStatus(movement: Placed, goods: MessageValue, there: () => StatusesThere): Verdict {
  const { kind, from, statusFrom, statusTo, isReversal, undoneAt } = movement;
  if (!mayUndoDecision(movement)) return allowed;
  const { here, releasedAt, rejectedHere, heldAt } = there();
  if (isReversal && kind !== 'status') {
    if ((here.Q === 0 && !rejectedHere) || heldAt <= undoneAt) return allowed;
    return decidedHere(
      msg`${goods} was put into quarantine or rejected here after that, so an import does not bring it back as released.`,
      'reverses',
    );
  }
  if (kind === 'status') {
    const letter = statusFrom.startsWith('R') ? 'R' : 'Q';
    if (here[letter] === 0) return allowed;
    return decidedHere(
      msg`${goods}: it was decided here that it has status ${statusFrom}, so an import does not make it ${statusTo}.`,
      'status',
    );
  }
  if (!rejectedHere || (from !== null && kind === 'put-away' && releasedAt.size > 0)) return allowed;
  return decidedHere(msg`${goods} was rejected here, so an import does not bring it in as released.`, 'status');
}

/** Whether goods get into stock, or get their name there, as released. */
export const comesReleased = ({ kind, from, to, statusTo, isReversal, renames = '' }: StatusMoved): boolean =>
  !isReversal &&
  renames !== 'from' &&
  to !== null &&
  statusTo.startsWith('A') &&
  (from === null || kind === 'put-away' || kind === 'assign' || renames === 'to');

/** Whether undoing a movement brings goods back into stock as released. */
export const bringsBackReleased = ({ from, to, statusTo, isReversal }: StatusMoved): boolean =>
  isReversal && from === null && to !== null && statusTo.startsWith('A');

/** Whether an imported movement may change what was decided here: goods leave a status that holds them, or come in released. */
export const mayUndoDecision = (movement: StatusMoved): boolean => {
  const { kind, statusFrom, statusTo } = movement;
  if (kind !== 'status') return comesReleased(movement) || bringsBackReleased(movement);
  return statusFrom.startsWith('R')
    ? !statusTo.startsWith('R')
    : statusFrom.startsWith('Q') && statusTo.startsWith('A');
};

const decidedElsewhere = (what: Message): Verdict =>
  refused('FORBIDDEN', msg`${what} Decide the status on the page of the lot or serial, and sign it.`, {
    permission: 'status',
  });

const decidedHere = (what: Message, column: string): Verdict =>
  refused('FORBIDDEN', msg`${what} Decide it on the page of the lot or serial, or correct the row's status.`, {
    permission: 'status',
    column,
  });
