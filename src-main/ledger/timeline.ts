import type { Work } from '#main/store/work.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity, oneUnit } from '#shared/kernel/quantity.ts';
import { sayUnit } from '#shared/kernel/unit.ts';
import type { StockLine } from './balances.ts';
import type { UnitFacts } from './facts.ts';
import type { Posting, PostingFault } from './posting.ts';

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
 * at which a balance falls below zero or a serial lies in two places.
 */
export function timelineFault(work: Work, late: { unit: UnitFacts; postings: readonly Posting[] }): PostingFault | undefined {
  const { unit, postings } = late;
  const changes = work.all<Change>(
    `select at, to_place_id as placeId, status_to as status, quantity from movement where to_unit_id = @id and to_place_id is not null
     union all
     select at, from_place_id, status_from, -quantity from movement
       where (to_unit_id = @id and from_unit_id = @id or from_unit_id = @id and from_unit_id <> to_unit_id) and from_place_id is not null
     order by 1`,
    { id: unit.id },
  );
  const earliest = Math.min(...postings.map((posting) => posting.at));
  const lines = new Map<string, number>();
  let total = 0;
  for (const [index, change] of changes.entries()) {
    const key = `${change.placeId}/${change.status}`;
    lines.set(key, (lines.get(key) ?? 0) + change.quantity);
    total += change.quantity;
    if (changes[index + 1]?.at === change.at || change.at < earliest) continue;
    const lowest = Math.min(...lines.values());
    const twice = unit.serial !== '' && total > oneUnit;
    if (lowest >= 0 && !twice) continue;
    const posting = postings.filter((one) => one.at <= change.at).at(-1) ?? postings[0];
    if (posting === undefined) return undefined;
    const when = formatMoment(change.at);
    return twice
      ? { posting, column: 'serial', code: 'SERIAL_IN_USE', message: `With this movement ${sayUnit(unit)} would be in two places at ${when}. Correct the serial or the time.` }
      : {
          posting,
          column: 'quantity',
          code: 'INSUFFICIENT_QTY',
          message: `With this movement ${sayUnit(unit)} would fall to ${formatQuantity(lowest)} at ${when}, after goods recorded since had left. Correct the time or the quantity.`,
        };
  }
  return undefined;
}
