import type { Work } from '#main/store/work.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { sayUnit } from '#shared/kernel/unit.ts';
import type { StockLine } from './balances.ts';
import type { ProductFacts, UnitFacts } from './facts.ts';
import type { Posting, PostingFault } from './posting.ts';
import { PieceCount } from './pieces.ts';
import { isNewArrival, lackingFault, usedUpBefore, usedUpFinding } from './sayings.ts';
import { pieceMove, serialHistory, type SerialMove } from './serials.ts';

/** What lay in a stock line at a moment, the movements of that moment included. */
export function stockAsOf(work: Work, line: StockLine, at: number): number {
  const row = work.one<{ quantity: number }>(
    `select coalesce(sum(case when to_unit_id = @unitId and to_place_id = @placeId and status_to = @status then quantity else 0 end
       - case when from_unit_id = @unitId and from_place_id = @placeId and status_from = @status then quantity else 0 end), 0) as quantity
     from movement where (to_unit_id = @unitId or (from_unit_id = @unitId and from_unit_id <> to_unit_id)) and at <= @at`,
    { ...line, at },
  );
  return row?.quantity ?? 0;
}

type Change = { at: number; placeId: number | null; status: string; quantity: number };

/**
 * Replays everything a unit ever did and answers the first moment, from the earliest late movement on,
 * at which a balance falls below zero.
 */
export function timelineFault(
  work: Work,
  late: { unit: UnitFacts; postings: readonly [Posting, ...Posting[]] },
  now: number,
): PostingFault | undefined {
  const { unit, postings } = late;
  // Summed up per instant by the database, whose integers are exact beyond 2^53.
  const changes = work.all<Change>(
    `select at, placeId, status, sum(quantity) as quantity from (
       select at, to_place_id as placeId, status_to as status, quantity from movement where to_unit_id = @id and to_place_id is not null
       union all
       select at, from_place_id, status_from, -quantity from movement
         where (to_unit_id = @id and from_unit_id = @id or from_unit_id = @id and from_unit_id <> to_unit_id) and from_place_id is not null)
     group by at, placeId, status order by at`,
    { id: unit.id },
  );
  const earliest = Math.min(...postings.map((posting) => posting.at));
  const lines = new Map<string, number>();
  for (const [index, change] of changes.entries()) {
    const key = `${change.placeId}/${change.status}`;
    lines.set(key, (lines.get(key) ?? 0) + change.quantity);
    if (changes[index + 1]?.at === change.at || change.at < earliest) continue;
    const [lowest] = [...lines].sort(([, a], [, b]) => a - b);
    if (lowest === undefined || lowest[1] >= 0) continue;
    const posting = lastBefore(postings, change.at);
    const [placeId = '', status = ''] = lowest[0].split('/');
    const place = work.one<{ code: string }>('select code from place where id = ?', Number(placeId))?.code ?? '';
    if (posting.at === change.at) return lackingFault(posting, { unit, place, status }, lowest[1]);
    const why =
      change.at > now
        ? 'a movement dated in the future takes goods then. Reverse that one if its time is wrong, or correct this one.'
        : 'after goods recorded since had left. Correct the time or the quantity.';
    const message = `With this movement ${sayUnit(unit)} at ${place} in status ${status} would fall to ${formatQuantity(lowest[1])} at ${formatMoment(change.at)}${change.at > now ? ':' : ','} ${why}`;
    return { posting, column: 'quantity', code: 'INSUFFICIENT_QTY', message };
  }
  return undefined;
}

export type LateSerial = { product: ProductFacts; serial: string; postings: readonly [Posting, ...Posting[]] };

/** What late movements of a serial come to; `earlier` are findings about movements recorded before. */
type SerialJudged = { fault: PostingFault | undefined; findings: PostingFault[]; earlier: PostingFault[] };

/** The same for a serial, over all lots it was named with: the first moment at which it would be in two places. */
export function judgeLateSerial(work: Work, { product, serial, postings }: LateSerial): SerialJudged {
  const history = serialHistory(work, product, serial);
  const earliest = Math.min(...postings.map((posting) => posting.at));
  const pieces = new PieceCount(product);
  const findings: PostingFault[] = [];
  for (const [index, move] of history.entries()) {
    pieces.take(pieceMove(move));
    if (history[index + 1]?.at === move.at || move.at < earliest) continue;
    if (pieces.wasUsedUp)
      findings.push(...postings.filter((one) => one.at === move.at && isNewArrival(one)).map(usedUpFinding));
    if (!pieces.isInTwoPlaces) continue;
    const message = `With this movement serial ${serial} of ${product.code} would be in two places at ${formatMoment(move.at)}. Correct the serial or the time.`;
    const fault = { posting: lastBefore(postings, move.at), column: 'serial', code: 'SERIAL_IN_USE', message } as const;
    return { fault, findings, earlier: [] };
  }
  return { fault: undefined, findings, earlier: receivedEarlier(work, { product, postings }, history) };
}

/** Pieces that came in earlier although they had been used up, as is known only now. */
function receivedEarlier(
  work: Work,
  { product, postings }: Pick<LateSerial, 'product' | 'postings'>,
  history: readonly SerialMove[],
): PostingFault[] {
  const isOld = ({ entrySeq }: SerialMove): boolean => entrySeq !== work.journal.entrySeq;
  const again = receivedAgain(product, history).filter(isOld);
  if (again.length === 0) return [];
  const known = new Set(receivedAgain(product, history.filter(isOld)).map(({ id }) => id));
  return again.filter(({ id }) => !known.has(id)).map(({ at }) => usedUpBefore(lastBefore(postings, at), at));
}

function receivedAgain(product: ProductFacts, history: readonly SerialMove[]): SerialMove[] {
  const pieces = new PieceCount(product);
  return history.filter((move) => {
    pieces.take(pieceMove(move));
    const comesIn = (move.kind === 'receipt' || move.kind === 'opening') && move.reversesId === null;
    return comesIn && move.isReversed === 0 && pieces.wasUsedUp;
  });
}

/** Which of several late movements a fault is told at: the last that had happened by then. */
const lastBefore = (postings: readonly [Posting, ...Posting[]], at: number): Posting =>
  postings.filter((posting) => posting.at <= at).at(-1) ?? postings[0];
