import type { ProductFacts } from './facts.ts';
import { SerialCount, type SerialCountMove } from './serialCount.ts';

type LotName = { lot: string; sublot: string };

/**
 * Where a serial is, counted over all lots it was ever named with. `lots` are those that movements name it with and
 * that were not undone, oldest first.
 */
export type SerialState = { pieces: SerialCount; lots: (LotName & { times: number })[] };

/** A movement as the state of one serial sees it; flags are 0 or 1. */
export type SerialMove = {
  id: number;
  /** The entry it was recorded with. */
  entrySeq: number;
  at: number;
  kind: string;
  reversesId: number | null;
  isReversed: number;
  fromUnitId: number;
  toUnitId: number;
  leavesPlace: number;
  reachesPlace: number;
  namesFrom: number;
  namesTo: number;
  fromLot: string;
  fromSublot: string;
  toLot: string;
  toSublot: string;
};

/** Where a serial is after every movement that names it, in the order they happened. */
export function serialStateOf(product: ProductFacts, history: readonly SerialMove[]): SerialState {
  const where: SerialState = { pieces: new SerialCount(product), lots: [] };
  for (const move of history) {
    where.pieces.take(serialCountMove(move));
    if (move.reversesId !== null || move.isReversed === 1) continue;
    if (move.namesFrom === 1) nameLot(where, { lot: move.fromLot, sublot: move.fromSublot }, 1);
    if (move.namesTo === 1 && move.fromUnitId !== move.toUnitId)
      nameLot(where, { lot: move.toLot, sublot: move.toSublot }, 1);
  }
  return where;
}

/** Notes that a movement names a serial with a lot, or that one that did was undone. */
export function nameLot({ lots }: SerialState, { lot, sublot }: LotName, times: 1 | -1): void {
  const known = lots.find((one) => one.lot === lot && one.sublot === sublot);
  if (known === undefined) {
    if (times === 1) lots.push({ lot, sublot, times });
    return;
  }
  known.times += times;
  if (known.times === 0) lots.splice(lots.indexOf(known), 1);
}

/** What a movement of the journal does to the pieces of a serial. */
export const serialCountMove = (move: SerialMove): SerialCountMove => ({
  key: move.id,
  at: move.at,
  kind: move.kind,
  undoes: move.reversesId,
  step: move.namesTo * move.reachesPlace - move.namesFrom * move.leavesPlace,
});
