import { type Saved, saveRecord, type Stored } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { placeRecord, type PlaceValues } from '#shared/places/records.ts';
import { sayUnit, type Unit } from '#shared/kernel/unit.ts';

/** Takes over a place. Throws CONFLICT when a dock that holds unnamed goods would become a place where goods are named. */
export const savePlace = (work: Work, values: PlaceValues): Saved =>
  saveRecord(work, placeRecord, values, { guard: (before) => refuseNameless(work, before, values) });

function refuseNameless(work: Work, before: Stored, { code, kind }: PlaceValues): void {
  if (before.values['kind'] !== 'dock' || kind === 'dock') return;
  const [first, ...others] = work.all<Unit & { quantity: number }>(selectNameless, before.id);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  throw new LotlineError(
    'CONFLICT',
    `${code} holds ${formatQuantity(first.quantity)} of ${sayUnit(first)}${more} without the lot or serial that goods must have outside a dock, so it stays a dock. Put the goods away under their names first, then change the kind.`,
    { field: 'kind' },
  );
}

/** What only a dock may hold: goods still without a lot, sublot or serial that their product asks for. */
const selectNameless = `select p.code as product, u.lot, u.sublot, u.serial, sum(b.quantity) as quantity
  from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id
  where b.place_id = ? and (p.lot_tracking in ('mandatory', 'lot-sublot') and u.lot = '' or p.lot_tracking = 'lot-sublot' and u.sublot = ''
    or p.serial_tracking in ('received-issued', 'global') and u.serial = '')
  group by u.id order by p.code, u.lot, u.sublot`;
