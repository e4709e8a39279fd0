import { msg } from '#shared/kernel/message.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import type { UnitFacts } from './facts.ts';
import type { MovementDraft, MovementIssue } from './movementDraft.ts';

/** Where goods lie: the location by its code. */
export type End = { unit: UnitFacts; place: string; status: string };

/** Less than nothing would lie there after all that happened at that time. */
export const shortageIssue = (draft: MovementDraft, { unit, place, status }: End, quantity: number): MovementIssue => ({
  draft,
  column: 'quantity',
  code: 'INSUFFICIENT_QTY',
  message: msg`${formatUnit(unit)} at ${place} in status ${status} would fall to ${formatQuantity(quantity)} at ${formatMoment(draft.at)}. Check the quantity, the lot, the location and the status, and whether an earlier movement is missing.`,
});

/** Whether goods stay in the line they lie in; whether they get a name there is another question. */
export const isStill = ({ from, to, statusFrom, statusTo }: MovementDraft): boolean =>
  from !== null && from.id === to?.id && statusFrom === statusTo;

export const stillFinding = (draft: MovementDraft, unit: UnitFacts): MovementIssue => ({
  draft,
  column: draft.kind === 'status' ? 'status' : 'to',
  code: 'VALIDATION',
  message: msg`This ${draft.kind} moves nothing: ${formatUnit(unit)} lies at ${draft.from?.code ?? ''} in status ${draft.statusFrom} before and after it. Correct the location or the status, or leave the row out.`,
});

/** Whether a movement brings in a piece as if for the first time. */
export const isNewArrival = ({ kind, reverses }: MovementDraft): boolean =>
  reverses === null && (kind === 'receipt' || kind === 'opening');

/** The same of a piece that came in earlier, now that it is known to have been used up before. */
export const usedUpBefore = (draft: MovementDraft, at: number): MovementIssue => ({
  draft,
  column: 'serial',
  code: 'SERIAL_IN_USE',
  message: msg`With this movement serial ${draft.serial} of ${draft.product.code} was used up in production before it was received again at ${formatMoment(at)}. Correct the serial or the time, or book it back by a production return.`,
});

export const usedUpFinding = (draft: MovementDraft): MovementIssue => ({
  draft,
  column: 'serial',
  code: 'SERIAL_IN_USE',
  message: msg`Serial ${draft.serial} of ${draft.product.code} was used up in production and is received again. Correct the serial, or book it back by a production return.`,
});
