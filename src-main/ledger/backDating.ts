import { msg } from '#shared/kernel/message.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { Move, ProductFacts, StockLine, UnitFacts } from './facts.ts';
import type { MovementDraft, MovementIssue } from './movementDraft.ts';
import { SerialCount, type UsedUpBy } from './serialCount.ts';
import { isNewArrival, shortageIssue, usedUpBefore, usedUpFinding } from './issues.ts';
import { serialCountMove, type SerialMove } from './serialState.ts';

/** What lay in a stock line at a moment, the movements of that moment included; `moves` are all of its unit. */
export function stockAsOf(moves: readonly Move[], line: StockLine, at: number): number {
  // Beyond 2^53 numbers are rounded, and in whichever order they are summed up the sum must be right.
  let sum = 0n;
  for (const move of moves) {
    if (move.at > at) continue;
    if (move.toUnitId === line.unitId && move.toPlaceId === line.placeId && move.statusTo === line.status)
      sum += BigInt(move.quantity);
    if (move.fromUnitId === line.unitId && move.fromPlaceId === line.placeId && move.statusFrom === line.status)
      sum -= BigInt(move.quantity);
  }
  return Number(sum);
}

/** By how much the movements of one timestamp batch changed a stock line of a unit. */
export type Change = { at: number; placeId: number; place: string; status: string; quantity: number };

export type LateUnit = { unit: UnitFacts; drafts: readonly [MovementDraft, ...MovementDraft[]] };

/**
 * Replays everything a unit ever did, in the order of time, and answers the first moment, from the earliest late
 * movement on, at which a balance falls below zero.
 */
export function backDatingIssue(
  { unit, drafts }: LateUnit,
  changes: readonly Change[],
  now: number,
): MovementIssue | undefined {
  const earliest = Math.min(...drafts.map((draft) => draft.at));
  const lines = new Map<string, number>();
  const places = new Map(changes.map(({ placeId, place }) => [String(placeId), place]));
  for (const [index, change] of changes.entries()) {
    const key = `${change.placeId}/${change.status}`;
    lines.set(key, (lines.get(key) ?? 0) + change.quantity);
    if (changes[index + 1]?.at === change.at || change.at < earliest) continue;
    const [lowest] = [...lines].sort(([, a], [, b]) => a - b);
    if (lowest === undefined || lowest[1] >= 0) continue;
    const draft = lastBefore(drafts, change.at);
    const [placeId = '', status = ''] = lowest[0].split('/');
    const place = places.get(placeId) ?? '';
    if (draft.at === change.at) return shortageIssue(draft, { unit, place, status }, lowest[1]);
    const why =
      change.at > now
        ? msg`: a movement dated in the future takes goods then. Reverse that one if its time is wrong, or correct this one.`
        : msg`, after goods recorded since had left. Correct the time or the quantity.`;
    const message = msg`With this movement ${unitMessage(unit)} at ${place} in status ${status} would fall to ${formatQuantity(lowest[1])} at ${{ moment: formatMoment(change.at) }}${why}`;
    return { draft, column: 'quantity', code: 'INSUFFICIENT_QTY', message };
  }
  return undefined;
}

export type LateSerial = {
  product: ProductFacts;
  serial: string;
  drafts: readonly [MovementDraft, ...MovementDraft[]];
};

/** What late movements of a serial come to; `earlier` are findings about movements recorded before. */
export type SerialJudged = { fault: MovementIssue | undefined; findings: MovementIssue[]; earlier: MovementIssue[] };

/**
 * The same for a serial, over all lots it was named with: the first moment at which it would be in two locations.
 * `entrySeq` is the entry that is being recorded.
 */
export function judgeLateSerial(
  { product, serial, drafts }: LateSerial,
  history: readonly SerialMove[],
  entrySeq: number,
): SerialJudged {
  const earliest = Math.min(...drafts.map((draft) => draft.at));
  const pieces = new SerialCount(product);
  const findings: MovementIssue[] = [];
  for (const [index, move] of history.entries()) {
    pieces.take(serialCountMove(move));
    if (history[index + 1]?.at === move.at || move.at < earliest) continue;
    const { usedUpBy } = pieces;
    if (usedUpBy !== undefined)
      for (const draft of drafts) {
        const isNaming = history.some((one) => one.at === draft.at && one.kind === draft.kind && namesIt(one));
        const arrival = { kind: draft.kind, isNaming, isReversal: draft.reverses !== null };
        if (draft.at === move.at && isNewArrival(arrival, usedUpBy)) findings.push(usedUpFinding(draft, usedUpBy));
      }
    if (!pieces.isInTwoLocations) continue;
    const message = msg`With this movement serial ${serial} of ${product.code} would be in two locations at ${{ moment: formatMoment(move.at) }}. Correct the serial or the time.`;
    const fault = { draft: lastBefore(drafts, move.at), column: 'serial', code: 'SERIAL_IN_USE', message } as const;
    return { fault, findings, earlier: [] };
  }
  return { fault: undefined, findings, earlier: receivedEarlier({ product, drafts }, history, entrySeq) };
}

/** Pieces that came in earlier although they had been used up, as is known only now. */
function receivedEarlier(
  { product, drafts }: Pick<LateSerial, 'product' | 'drafts'>,
  history: readonly SerialMove[],
  entrySeq: number,
): MovementIssue[] {
  const isOld = (move: SerialMove): boolean => move.entrySeq !== entrySeq;
  const again = receivedAgain(product, history).filter(isOld);
  if (again.length === 0) return [];
  const known = new Set(receivedAgain(product, history.filter(isOld)).map(({ id }) => id));
  return again
    .filter(({ id }) => !known.has(id))
    .map(({ at, usedUpBy }) => usedUpBefore(lastBefore(drafts, at), at, usedUpBy));
}

type Again = SerialMove & { usedUpBy: UsedUpBy };

function receivedAgain(product: ProductFacts, history: readonly SerialMove[]): Again[] {
  const pieces = new SerialCount(product);
  return history.flatMap((move): Again[] => {
    pieces.take(serialCountMove(move));
    const { usedUpBy } = pieces;
    const arrival = { kind: move.kind, isNaming: namesIt(move), isReversal: move.reversesId !== null };
    const isAgain = move.isReversed === 0 && isNewArrival(arrival, usedUpBy);
    return isAgain && usedUpBy !== undefined ? [{ ...move, usedUpBy }] : [];
  });
}

/** Whether goods in the plant got this serial by a movement. */
const namesIt = ({ namesFrom, namesTo, leavesPlace, reachesPlace }: SerialMove): boolean =>
  namesFrom === 0 && namesTo === 1 && leavesPlace === 1 && reachesPlace === 1;

/** At which of several late movements a fault is reported: the last that had happened by then. */
const lastBefore = (drafts: readonly [MovementDraft, ...MovementDraft[]], at: number): MovementDraft =>
  drafts.filter((draft) => draft.at <= at).at(-1) ?? drafts[0];
