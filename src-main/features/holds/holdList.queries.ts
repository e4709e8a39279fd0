import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import type { Read } from '#main/store/views.ts';
import { holdList, type HoldKind, type ListedHold } from '#shared/holds/vocabulary.ts';
import { type HoldScope, scopeOf } from '#shared/holds/scope.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { type StockLine, stockOf } from './heldStock.queries.ts';
import { dateOf, dayNumber, formatMoment, type Moment, type PlainDate } from '#shared/kernel/dates.ts';

/** How the list of holds is read. The one set last comes first. */
export const holdSource: SimpleSource<typeof holdList> = {
  list: holdList,
  rows: (read, asking) => listedHolds(read, asking),
  isOrdered: true,
  async more(read, rows) {
    const scopes = rows.map((row) => (row.state === 'holds' ? scopeOf(row) : undefined));
    const held = await stockOf(
      read,
      scopes.filter((scope) => scope !== undefined),
    );
    return rows.map((row, index) => {
      const lines = scopes[index] === undefined ? undefined : held.shift();
      return lines === undefined ? row : { ...row, ...heldOf(lines) };
    });
  },
};

/** Quantities of unlike goods make no sum. */
function heldOf(lines: readonly StockLine[]): Pick<ListedHold, 'quantity' | 'units'> {
  const [unit = '', ...others] = new Set(lines.map(({ unitOfMeasure }) => unitOfMeasure));
  const amount = formatQuantity(lines.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n));
  return {
    quantity: others.length > 0 ? null : { amount, unit },
    units: new Set(lines.map(({ unitId }) => unitId)).size,
  };
}

type Here = { now: Moment; offsetMinutes: number };

export async function listedHolds(
  read: Read,
  { now, offsetMinutes }: Here,
): Promise<(ListedHold & { setOn: PlainDate; liftedOn: PlainDate | null })[]> {
  const day = (moment: Moment): number => dayNumber(dateOf(moment, offsetMinutes)) ?? 0;
  return (await read.all(selectHolds)).map(
    ({ setAt, liftedAt, receivedFrom, receivedTo, setBy, user, productName, ...hold }) => ({
      ...hold,
      productName: productName ?? '',
      state: liftedAt === null ? 'holds' : 'lifted',
      what: kindOf(hold),
      receivedFrom: receivedFrom ?? '',
      receivedTo: receivedTo ?? '',
      setAt: formatMoment(setAt),
      setOn: dateOf(setAt, offsetMinutes),
      liftedOn: liftedAt === null ? null : dateOf(liftedAt, offsetMinutes),
      days: day(liftedAt ?? now) - day(setAt),
      setBy: setBy ?? user,
      liftedAt: liftedAt === null ? '' : formatMoment(liftedAt),
      quantity: null,
      units: null,
    }),
  );
}

/** What a hold is on, by what narrows it down most. */
const kindOf = ({ serialFrom, lot, workOrder, supplier }: Omit<HoldScope, 'receivedFrom' | 'receivedTo'>): HoldKind => {
  if (serialFrom !== '') return 'serials';
  if (lot !== '') return 'lot';
  if (workOrder !== '') return 'workOrder';
  return supplier === '' ? 'location' : 'supplier';
};

const selectHolds = query((tables) =>
  tables
    .selectFrom('hold as h')
    .innerJoin('record_version as v', (join) =>
      join.on('v.record', '=', 'hold').onRef('v.record_key', '=', 'h.number').on('v.version', '=', 1),
    )
    .innerJoin('audit_entry as e', 'e.seq', 'v.entry_seq')
    .leftJoin('person as p', 'p.user', 'e.person')
    .leftJoin('product as g', 'g.code', 'h.product')
    .select([
      'h.number',
      'h.act',
      'h.product',
      'g.name as productName',
      'h.lot',
      'h.sublot',
      'h.serial_from as serialFrom',
      'h.serial_to as serialTo',
      'h.supplier',
      'h.work_order as workOrder',
      'h.location',
      'h.received_from as receivedFrom',
      'h.received_to as receivedTo',
      'h.reason',
      'h.set_at as setAt',
      'h.lifted_at as liftedAt',
      'h.lift_reason as liftReason',
      'e.person as user',
      'p.name as setBy',
    ])
    .orderBy('h.id', 'desc'),
);
