import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { certificateKinds } from '#shared/attachments/vocabulary.ts';
import { addDays, dateOf, type Moment, type PlainDate, startOfDay } from '#shared/kernel/dates.ts';
import { partSeparator } from '#shared/kernel/record.ts';

type Row = {
  product: string;
  name: string;
  lot: string;
  sublot: string;
  partner: string;
  document: string;
  at: Moment;
  offsetMinutes: number;
};
export type LotReceived = Omit<Row, 'at' | 'offsetMinutes'> & { on: PlainDate; certificates: number };

/** The lots that came from suppliers within some days, each at its first receipt, with how many certificates hold. */
export async function lotsReceived(
  read: Read,
  { from, until, offsetMinutes }: { from: PlainDate; until: PlainDate; offsetMinutes: number },
): Promise<LotReceived[]> {
  // The day is that of the document: its clock may have been another than the one asked by.
  const span = { from: startOfDay(addDays(from, -1), offsetMinutes), to: startOfDay(addDays(until, 2), offsetMinutes) };
  const counts = new Map(
    (await read.all(certificates, { kinds: certificateKinds })).map(({ product, lot, sublot, count }) => [
      nameOf(product, lot, sublot),
      count,
    ]),
  );
  const first = new Map<string, LotReceived>();
  for (const { at, offsetMinutes: written, ...row } of await read.all(receipts, span)) {
    const name = nameOf(row.product, row.lot, row.sublot);
    const on = dateOf(at, written);
    if (first.has(name) || on < from || on > until) continue;
    // A certificate of the lot is one of all its sublots.
    const ofLot = row.sublot === '' ? 0 : (counts.get(nameOf(row.product, row.lot, '')) ?? 0);
    first.set(name, { ...row, on, certificates: (counts.get(name) ?? 0) + ofLot });
  }
  return [...first.values()];
}

const nameOf = (...parts: readonly string[]): string => parts.join(partSeparator);

const receipts = query<{ from: Moment; to: Moment }, Row>(
  (_, { from, to }) => sql`select p.code as product, p.name, u.lot, u.sublot, q.code as partner, m.document, m.at,
    m.offset_minutes as "offsetMinutes"
  from movement m join unit u on u.id = m.to_unit_id join product p on p.id = u.product_id join partner q on q.id = m.partner_id
  where m.at >= ${from} and m.at < ${to} and m.kind = 'receipt' and m.reverses_id is null and u.lot <> ''
    and not exists (select 1 from movement r where r.reverses_id = m.id)
  order by m.at, m.id`,
);

const certificates = query<
  { kinds: readonly string[] },
  { product: string; lot: string; sublot: string; count: number }
>(
  (_, { kinds }, { textsOf }) => sql`select product, lot, sublot, count(*) as count from attached_file
  where belongs_to = 'lot' and withdrawn_at is null and kind in ${textsOf(kinds)}
  group by product, lot, sublot`,
);
