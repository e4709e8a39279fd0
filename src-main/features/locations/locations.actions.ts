import { msg } from '#shared/kernel/message.ts';
import { sql } from 'kysely';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { RecordValues, Saved } from '#main/store/records.ts';
import { saveByHand } from '#main/store/saveByHand.ts';
import { type Saving, saveRecords, type StoredRecord } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { locationRecord, type LocationValues } from '#shared/locations/records.ts';
import { unitMessage, type Unit } from '#shared/kernel/unit.ts';

/** Takes over locations; answers CONFLICT for a dock that holds unnamed goods and would become a location where goods are named. */
export const savePlaces = (work: Work, locations: readonly Saving[]): Promise<(Saved | LotlineError)[]> =>
  saveRecords(work, locationRecord, locations, (before, after) => namelessGoods(work, before, after));

/** Makes a location or changes it, as a person said. @throws LotlineError as `saveByHand`, CONFLICT as `savePlaces` */
export const savePlace = (work: Work, location: LocationValues & { version: number }) =>
  saveByHand(work, locationRecord, location, {
    codes,
    guard: (before, after) => namelessGoods(work, before, after),
  });

const codes = query((tables) => tables.selectFrom('place').select('code'));

async function namelessGoods(
  read: Pick<Read, 'all'>,
  before: StoredRecord,
  { code, kind }: RecordValues,
): Promise<LotlineError | undefined> {
  if (before.values['kind'] !== 'dock' || kind === 'dock') return undefined;
  const [first, ...others] = await read.all(nameless, { place: before.id });
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : msg` and ${others.length} more`;
  return new LotlineError(
    'CONFLICT',
    msg`${String(code)} holds ${formatQuantity(readSum(first.quantity))} of ${unitMessage(first)}${more} without the lot or serial that goods must have outside a dock, so it stays a dock. Put the goods away under their names first, then change the kind.`,
    { field: 'kind' },
  );
}

/** What only a dock may hold: goods still without a lot, sublot or serial that their product asks for. */
const nameless = query<{ place: number }, Unit & { quantity: string }>(
  (_, { place }) => sql`select p.code as product, u.lot, u.sublot, u.serial, ${exactSumSql('b.quantity')} as quantity
  from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id
  where b.place_id = ${place} and (p.lot_tracking in ('mandatory', 'lot-sublot') and u.lot = '' or p.lot_tracking = 'lot-sublot' and u.sublot = ''
    or p.serial_tracking in ('received-issued', 'global') and u.serial = '')
  group by u.id, p.code, u.lot, u.sublot, u.serial order by p.code, u.lot, u.sublot`,
);
