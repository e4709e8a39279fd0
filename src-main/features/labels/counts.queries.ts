import { sql } from 'kysely';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** What became of the labels of a lot, or of a serial that has none. */
export type LabelCount = Unit & {
  printed: number;
  used: number;
  destroyed: number;
  missing: number;
  note: string;
  countedAt: string;
  countedBy: string;
  version: number;
};

/** Whose labels are counted together: all of a lot, its serials included; else those of a serial. */
export const countedUnit = ({ product, lot, sublot, serial }: Unit): Unit =>
  lot === '' ? { product, lot, sublot, serial } : { product, lot, sublot: '', serial: '' };

export async function countOf(read: Read, unit: Unit): Promise<LabelCount> {
  const counted = countedUnit(unit);
  const rows = await read.all(counts, { product: counted.product });
  const row = rows.find(({ lot, serial }) => lot === counted.lot && serial === counted.serial);
  return row === undefined ? { ...counted, ...nothing } : shown(row);
}

/** Of every lot and serial with labels, by product and number; of one product where that is named. */
export const countsOf = async (read: Read, product: string): Promise<LabelCount[]> =>
  (await read.all(counts, { product })).map(shown);

const nothing = { printed: 0, used: 0, destroyed: 0, missing: 0, note: '', countedAt: '', countedBy: '', version: 0 };

type Row = Omit<LabelCount, 'printed' | 'missing' | 'countedAt'> & { printed: string; countedAt: Moment | null };
const shown = ({ countedAt, printed, ...row }: Row): LabelCount => ({
  ...row,
  printed: Number(readSum(printed)),
  missing: Number(readSum(printed)) - row.used - row.destroyed,
  countedAt: countedAt === null ? '' : formatMoment(countedAt),
});

/** Status tags are put on and taken off; they are not counted. */
const counts = query<{ product: string }, Row>(
  (_, { product }) => sql`select p.product, p.lot, '' as sublot, p.serial, p.printed, coalesce(c.used, 0) as used,
    coalesce(c.destroyed, 0) as destroyed, coalesce(c.note, '') as note, c.counted_at as "countedAt",
    coalesce(c.person_name, '') as "countedBy", coalesce(c.version, 0) as version
  from (
    select product, lot, case when lot = '' then serial else '' end as serial, ${exactSumSql('copies')} as printed from label_print
    where kind <> 'status' and (${product} = '' or product = ${product}) group by 1, 2, 3
  ) p left join label_count c on c.product = p.product and c.lot = p.lot and c.sublot = '' and c.serial = p.serial
  order by p.product, p.lot, p.serial`,
);
