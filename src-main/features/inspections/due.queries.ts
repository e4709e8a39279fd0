import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { query, type RowIn } from '#main/store/query.ts';
import { nameOf } from '#main/store/records.ts';
import type { Read } from '#main/store/views.ts';
import { dueDays, type Every } from '#shared/inspections/due.ts';
import { type FrequentUse, usesAt, versionOn } from '#shared/inspections/plans.ts';
import { planUseRecord } from '#shared/inspections/records.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { plansThatHold, usesThatHold } from './plans.queries.ts';
import { supplierOfLot } from './posted.queries.ts';

type Lying = RowIn<typeof releasedHere>;

/** A lot in stock whose inspection by time is due: on which days that was not opened, and when it is due next. */
export type DueLot = Pick<Lying, 'product' | 'lot' | 'sublot' | 'unitOfMeasure'> & {
  supplier: string;
  use: FrequentUse;
  days: PlainDate[];
  next: PlainDate;
  lines: Lying[];
};

type Asked = { asOf: PlainDate; offsetMinutes: number; lot?: { product: string; lot: string } };

/** The lots that lie here released and whose inspection by time is due on a day: it was not opened yet, nor is one open. */
export async function dueLots(read: Read, db: Database, { asOf, offsetMinutes, lot: asked }: Asked): Promise<DueLot[]> {
  const uses = usesThatHold(db, asked?.product).filter(({ operation }) => operation === 'periodic');
  if (uses.length === 0) return [];
  const since = new Map<FrequentUse, PlainDate>();
  for (const use of uses) since.set(use, await daySaid(read, use, offsetMinutes));
  const lines = await read.all(releasedHere, { product: asked?.product ?? '', lot: asked?.lot ?? '' });
  const found: DueLot[] = [];
  for (const own of Map.groupBy(lines, ({ product, lot, sublot }) => JSON.stringify([product, lot, sublot])).values()) {
    const [line] = own;
    if (line === undefined) continue;
    const { product, category, lot, sublot, unitOfMeasure } = line;
    const isFor = (supplier: string) => usesAt({ product, category, supplier, operation: 'periodic' }, uses);
    // Most goods have none, whoever supplied them.
    if (uses.every((use) => (use.product || product) !== product || (use.category || category) !== category)) continue;
    const supplier = (await read.one(supplierOfLot, { product, lot }))?.code ?? '';
    const versionsOf = (use: FrequentUse) => plansThatHold(db, use.plan);
    const use = isFor(supplier).find((one) => versionOn(versionsOf(one), asOf) !== undefined);
    if (use?.frequency.kind !== 'every') continue;
    const first = dateOf(Math.min(...own.flatMap(({ cameAt }) => cameAt ?? [])), offsetMinutes);
    const done = await read.one(lastDue, { product, lot, sublot });
    if (done !== undefined && done.open > 0) continue;
    const { days, next } = daysOf(use.frequency, { first, since: since.get(use) ?? asOf, last: done?.slot, asOf });
    const due = days.filter((day) => versionOn(versionsOf(use), day) !== undefined);
    if (due.length > 0)
      found.push({ ...{ product, lot, sublot, unitOfMeasure, supplier, use, next }, days: due, lines: own });
  }
  return found;
}

/** What was due before the plan was to be used so is nobody's fault, and what was opened or missed before is on record. */
function daysOf(
  every: Every,
  {
    first,
    since,
    last,
    asOf,
  }: { first: PlainDate; since: PlainDate; last: string | null | undefined; asOf: PlainDate },
) {
  const { days, next } = dueDays(every, { first, from: since, until: asOf });
  return { days: days.filter((day) => day > (last ?? '')), next };
}

async function daySaid(
  read: Read,
  { product, category, supplier, operation: atOperation }: FrequentUse,
  offsetMinutes: number,
): Promise<PlainDate> {
  const key = nameOf(planUseRecord, { product, category, supplier, atOperation });
  return dateOf((await read.one(lastWritten, { record: planUseRecord.name, key }))?.at ?? 0, offsetMinutes);
}

/** When a record was written last. */
const lastWritten = query((tables, { record, key }: { record: string; key: string }) =>
  tables
    .selectFrom('record_version as v')
    .innerJoin('audit_entry as e', 'e.seq', 'v.entry_seq')
    .select('e.at')
    .where('v.record', '=', record)
    .where('v.record_key', '=', key)
    .orderBy('v.version', 'desc')
    .limit(1),
);

/** The day a lot was due for last, and how many of its inspections by time are open. */
const lastDue = query((tables, { product, lot, sublot }: { product: string; lot: string; sublot: string }) =>
  tables
    .selectFrom('inspection')
    .select(({ fn }) => [
      fn.max('slot').as('slot'),
      sql<number>`count(case when inspection_state = 'open' then 1 end)`.as('open'),
    ])
    .where('product', '=', product)
    .where('lot', '=', lot)
    .where('sublot', '=', sublot)
    .where('point', '=', 'periodic'),
);

/** What lies here released under a lot, of all products or one lot of one, and when it first came. */
const releasedHere = query((tables, { product, lot }: { product: string; lot: string }) =>
  tables
    .selectFrom('balance as b')
    .innerJoin('unit as u', 'u.id', 'b.unit_id')
    .innerJoin('product as p', 'p.id', 'u.product_id')
    .innerJoin('place as l', 'l.id', 'b.place_id')
    .select(({ selectFrom }) => [
      'p.code as product',
      'p.category',
      'p.unit as unitOfMeasure',
      'u.lot',
      'u.sublot',
      'u.serial',
      'b.status',
      'b.quantity',
      'l.code as location',
      selectFrom('movement as m')
        .select(({ fn }) => fn.min('m.at').as('at'))
        .whereRef('m.to_unit_id', '=', 'u.id')
        .$castTo<{ at: number }>()
        .as('cameAt'),
    ])
    .where('u.lot', '<>', '')
    .where('b.status', 'like', 'A%')
    .where('b.quantity', '>', 0)
    .where(sql<boolean>`(${product} = '' or p.code = ${product})`)
    .where(sql<boolean>`(${lot} = '' or u.lot = ${lot})`)
    .orderBy('p.code')
    .orderBy('u.lot')
    .orderBy('u.sublot')
    .orderBy('l.code')
    .orderBy('u.serial'),
);
