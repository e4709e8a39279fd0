import { insist } from '#shared/kernel/errors.ts';
import { judgeReversible } from '#shared/movements/reversal.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { PartnerFacts, LocationFacts, ProductFacts } from './facts.ts';
import { type PostedMovement, type MovementDraft, movementDraft, type UnitPair } from './movementDraft.ts';

/** A movement of the store as one that would undo it must know it. */
export type Original = UnitPair & {
  id: number;
  at: number;
  kind: MovementKind;
  document: string;
  line: string;
  quantity: number;
  from: string;
  to: string;
  statusFrom: string;
  statusTo: string;
  workOrder: string;
  run: string;
  equipment: string;
  partner: string;
  isReversal: boolean;
  isReversed: boolean;
};

/** A movement that was posted, as one that would undo it must know it. */
export const originalOf = ({ id, draft: made, fromUnit, toUnit }: PostedMovement): Original => ({
  id,
  at: made.at,
  kind: made.kind,
  document: made.document,
  line: made.line,
  quantity: made.quantity,
  from: made.from?.code ?? '',
  to: made.to?.code ?? '',
  statusFrom: made.statusFrom,
  statusTo: made.statusTo,
  workOrder: made.workOrder,
  run: made.run,
  equipment: made.equipment,
  partner: made.partner?.code ?? '',
  fromUnit,
  toUnit,
  isReversal: made.reverses !== null,
  isReversed: false,
});

/** Records as a reversal finds them again. */
export type Records = {
  product(code: string): ProductFacts | undefined;
  place(code: string): LocationFacts | undefined;
  partner(code: string): PartnerFacts | undefined;
};

/**
 * The opposite of a movement, happening now; of one dated in the future, at its own time, so that it never counts.
 * Throws ILLEGAL_TRANSITION.
 */
export function reversalOf(
  original: Original,
  parts: { records: Records; at: number; offsetMinutes: number; reason: string },
): MovementDraft {
  const { records } = parts;
  insist(judgeReversible(original));
  const named = original.toUnit;
  const product = records.product(named.product);
  if (product === undefined) throw new Error(`no product ${named.product}`);
  return movementDraft({
    at: Math.max(parts.at, original.at),
    offsetMinutes: parts.offsetMinutes,
    kind: original.kind,
    document: original.document,
    line: original.line,
    product,
    lot: named.lot,
    sublot: named.sublot,
    serial: named.serial,
    quantity: original.quantity,
    from: records.place(original.to) ?? null,
    to: records.place(original.from) ?? null,
    statusFrom: original.statusTo,
    statusTo: original.statusFrom,
    workOrder: original.workOrder,
    run: original.run,
    equipment: original.equipment,
    partner: records.partner(original.partner) ?? null,
    reason: parts.reason,
    reverses: { posted: original },
  });
}
