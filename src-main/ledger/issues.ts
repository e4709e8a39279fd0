import { msg } from '#shared/kernel/message.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { UnitFacts } from './facts.ts';
import type { MovementDraft, MovementIssue } from './movementDraft.ts';
import type { UsedUpBy } from './serialCount.ts';

/** Where goods lie: the location by its code. */
export type End = { unit: UnitFacts; place: string; status: string };

/** Less than nothing would lie there after all that happened at that time. */
export const shortageIssue = (draft: MovementDraft, { unit, place, status }: End, quantity: number): MovementIssue => ({
  draft,
  column: 'quantity',
  code: 'INSUFFICIENT_QTY',
  short: -quantity,
  message: msg`${unitMessage(unit)} at ${place} in status ${status} would fall to ${formatQuantity(quantity)} at ${{ moment: formatMoment(draft.at) }}. Check the quantity, the lot, the location and the status, and whether an earlier movement is missing.`,
});

/** Whether goods stay in the line they lie in; whether they get a name there is another question. */
export const isStill = ({ from, to, statusFrom, statusTo }: MovementDraft): boolean =>
  from !== null && from.id === to?.id && statusFrom === statusTo;

export const stillFinding = (draft: MovementDraft, unit: UnitFacts): MovementIssue => ({
  draft,
  column: draft.kind === 'status' ? 'status' : 'to',
  code: 'VALIDATION',
  message: msg`This ${draft.kind} moves nothing: ${unitMessage(unit)} lies at ${draft.from?.code ?? ''} in status ${draft.statusFrom} before and after it. Correct the location or the status, or leave the row out.`,
});

/**
 * Whether a movement brings in a piece as if it were new, although it had been used up. A work order may give out again
 * what it used, and goods that it gave back without a name may be named so; what was scrapped comes from nowhere.
 */
export const isNewArrival = (
  { kind, isNaming, isReversal }: { kind: string; isNaming: boolean; isReversal: boolean },
  usedUpBy: UsedUpBy | undefined,
): boolean => {
  if (usedUpBy === undefined || isReversal) return false;
  return kind === 'receipt' || kind === 'opening' || ((kind === 'output' || isNaming) && usedUpBy !== 'consumption');
};

const gone = { scrap: msg`scrapped`, sample: msg`taken as a sample` };

/** The same of a piece that came in earlier, now that it is known to have been used up before. */
export const usedUpBefore = (draft: MovementDraft, at: number, usedUpBy: UsedUpBy): MovementIssue => ({
  draft,
  column: 'serial',
  code: 'SERIAL_IN_USE',
  message:
    usedUpBy === 'consumption'
      ? msg`With this movement serial ${draft.serial} of ${draft.product.code} was used up in production before it was received again at ${{ moment: formatMoment(at) }}. Correct the serial or the time, or book it back by a production return.`
      : msg`With this movement serial ${draft.serial} of ${draft.product.code} was ${gone[usedUpBy]} before it came in again at ${{ moment: formatMoment(at) }}. Correct the serial or the time, or undo the movement that is wrong.`,
});

export const usedUpFinding = (draft: MovementDraft, usedUpBy: UsedUpBy): MovementIssue => ({
  draft,
  column: 'serial',
  code: 'SERIAL_IN_USE',
  message:
    usedUpBy === 'consumption'
      ? msg`Serial ${draft.serial} of ${draft.product.code} was used up in production and is received again. Correct the serial, or book it back by a production return.`
      : msg`Serial ${draft.serial} of ${draft.product.code} was ${gone[usedUpBy]} and comes in again. Correct the serial, or undo the movement that took it out.`,
});
