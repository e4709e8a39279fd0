import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import { latestMeant, microsPerDay } from '#shared/kernel/dates.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import type { GoodsName } from '#shared/movements/namePaths.ts';
import type { CrossingRow } from './returns.queries.ts';

/** A piece that went into something by a work order; `backAt` is when that last gave it back, null for never. */
type Step = { part: number; whole: number; workOrder: string; usedAt: number | null; backAt: number | null };

const stands = sql`m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`;

/** When a work order last used a unit, and when the same run last gave it back. */
const times = sql`max(m.at) as "usedAt", max((select max(g.at) from movement g
    where g.run_id = m.run_id and g.kind = 'production-return' and g.from_unit_id = j.id and g.reverses_id is null
      and not exists (select 1 from movement b where b.reverses_id = g.id))) as "backAt"`;

/** The parents that links name. A link may name a movement that was undone, and then holds for nothing. */
const linked = query<{ ids: readonly number[] }, Step>(
  (_, { ids }, { idsOf }) => sql`select j.id as part, l.parent_unit_id as whole, r.work_order as "workOrder", ${times}
    from ${idsOf(ids)} j cross join serial_link l cross join run r cross join movement m
    where l.component_unit_id = j.id and r.work_order = l.work_order and m.run_id = r.id and m.kind = 'consumption'
      and m.to_unit_id = j.id and ${stands}
    group by j.id, l.parent_unit_id, r.work_order`,
);

/** What the runs made that used a unit without a link. What names no run is of each of its order. */
const made = query<{ ids: readonly number[] }, Step>(
  (_, { ids }, { idsOf }) => sql`select j.id as part, o.to_unit_id as whole, r.work_order as "workOrder", ${times}
    from ${idsOf(ids)} j cross join movement m cross join run r cross join run w cross join movement o
    where m.to_unit_id = j.id and m.kind = 'consumption' and ${stands} and r.id = m.run_id
      and w.work_order = r.work_order and (w.run = r.run or w.run = '' or r.run = '')
      and o.run_id = w.id and o.kind = 'output' and o.reverses_id is null
      and not exists (select 1 from movement b where b.reverses_id = o.id)
      and not exists (select 1 from serial_link l where l.component_unit_id = j.id and l.work_order = r.work_order)
    group by j.id, o.to_unit_id, r.work_order`,
);

/** Under which further names it went on: put away, assigned, or named as it was issued. */
const named = query<{ ids: readonly number[] }, Step>(
  (
    _,
    { ids },
    { idsOf },
  ) => sql`select distinct j.id as part, m.to_unit_id as whole, '' as "workOrder", null as "usedAt", null as "backAt"
    from ${idsOf(ids)} j cross join movement m
    where m.from_unit_id = j.id and m.to_unit_id <> j.id and m.kind not in ('customer-return', 'production-return') and ${stands}`,
);

const unitsOfSerial = query((tables, { productId, serial }: { productId: number; serial: string }) =>
  tables.selectFrom('unit').select('id').where('product_id', '=', productId).where('serial', '=', serial),
);

const isBack = sql`m.kind = 'customer-return' and m.reverses_id is null`;

/** A whole that has a serial came back with all that was in it; of a lot it may be another part. */
const crossed = query<
  { ids: readonly number[]; partnerId: number },
  Pick<CrossingRow, 'id' | 'at' | 'offsetMinutes' | 'kind' | 'document' | 'undoneBy'> & { whole: number }
>(
  (
    _,
    { ids, partnerId },
    { idsOf },
  ) => sql`select m.id, m.at, m.offset_minutes as "offsetMinutes", m.kind, m.document, j.id as whole,
      (select b.id from movement b where b.reverses_id = m.id) as "undoneBy"
    from ${idsOf(ids)} j cross join movement m
    where m.to_unit_id = j.id and m.kind = 'shipment' and m.partner_id = ${partnerId} and m.reverses_id is null
    union all
    select m.id, m.at, m.offset_minutes, m.kind, m.document, j.id, (select b.id from movement b where b.reverses_id = m.id)
    from ${idsOf(ids)} j cross join unit u cross join movement m
    where u.id = j.id and u.serial <> '' and m.to_unit_id = j.id and ${isBack} and m.from_unit_id = m.to_unit_id
      and m.partner_id = ${partnerId}
    union all
    select m.id, m.at, m.offset_minutes, m.kind, m.document, j.id, (select b.id from movement b where b.reverses_id = m.id)
    from ${idsOf(ids)} j cross join unit u cross join movement m
    where u.id = j.id and u.serial <> '' and m.from_unit_id = j.id and ${isBack} and m.from_unit_id <> m.to_unit_id
      and m.partner_id = ${partnerId}
    order by 1`,
);

/**
 * How a serial went to a customer inside other goods, and came back inside them: it was built into what was shipped, or
 * into a part of it, however deep. Only a serial comes out of goods as what went in; a lot is used up in them.
 */
export async function crossingsInside(
  work: Work,
  { productId, partnerId, name }: { productId: number; partnerId: number; name: GoodsName },
): Promise<CrossingRow[]> {
  const own = (await work.all(unitsOfSerial, { productId, serial: name.serial })).map(({ id }) => id);
  const wholes = await wholesOf(work, own);
  if (wholes.size === 0) return [];
  const rows = await work.all(crossed, { ids: [...wholes.keys()], partnerId });
  return rows
    .filter(({ whole, at }) => at <= (wholes.get(whole) ?? 0))
    .map((row) => ({ ...row, ...name, unitId: row.whole, quantity: oneUnit, isInside: true }));
}

/** Where a piece went inside another, before a work order gave it back. */
export type WentInside = { whole: string; document: string; partner: string };

type Left = {
  whole: string;
  at: number;
  offsetMinutes: number;
  document: string;
  partner: string;
  cameBackAt: number | null;
};
const left = query<{ ids: readonly number[] }, Left>(
  (
    _,
    { ids },
    { idsOf },
  ) => sql`select c.code || ' serial ' || u.serial as whole, m.at, m.offset_minutes as "offsetMinutes", m.document, p.code as partner,
      (select min(k.at) from movement k where k.kind = 'customer-return' and k.reverses_id is null
        and (k.at >= m.at or k.at > m.at - ${microsPerDay} and (k.at + k.offset_minutes * 60000000) % ${microsPerDay} = 0)
        and (k.to_unit_id = j.id or k.from_unit_id = j.id)) as "cameBackAt"
    from ${idsOf(ids)} j cross join unit u cross join movement m join product c on c.id = u.product_id
      join partner p on p.id = m.partner_id
    where u.id = j.id and u.serial <> '' and m.to_unit_id = j.id and m.kind = 'shipment' and ${stands}
    order by m.at, m.id`,
);

/**
 * Whether a serial that a work order gave back was in something by then that had left the plant. Only single pieces
 * count, since of a lot another part may have left, and only where it is known what the serial was in.
 */
export async function wentInside(
  work: Work,
  { productId, serial, workOrder }: { productId: number; serial: string; workOrder: string },
): Promise<WentInside | undefined> {
  const seen = new Set((await work.all(unitsOfSerial, { productId, serial })).map(({ id }) => id));
  let steps = (await stepsFrom(work, [...seen])).filter((step) => step.workOrder === workOrder);
  const until = Math.max(
    ...steps.map(({ usedAt, backAt }) => (backAt !== null && backAt >= (usedAt ?? 0) ? backAt : 0)),
  );
  for (;;) {
    const [whole, ...others] = new Set(steps.map((step) => step.whole)).difference(seen);
    if (whole === undefined || others.length > 0) return undefined;
    seen.add(whole);
    const rows = await work.all(left, { ids: [whole] });
    const found = rows.find(
      ({ at, offsetMinutes, cameBackAt }) =>
        latestMeant(at, offsetMinutes) <= until && (cameBackAt === null || cameBackAt > until),
    );
    if (found !== undefined) return found;
    steps = await stepsFrom(work, [whole]);
  }
}

export const wentInsideMessage = (
  workOrder: string,
  goods: MessageValue,
  { whole, partner, document }: WentInside,
): Message =>
  msg`Work order ${workOrder} gave back ${goods}, but ${whole}, which it was built into, had gone to ${partner} by then (${document}). Correct the serial or the time, or book the return of what left; traces take it as never built in.`;

/** Of some units those that a work order gave back, by a movement up to one. */
export const givenBack = query<{ ids: readonly number[]; last: number }, { id: number }>(
  (_, { ids, last }, { idsOf }) => sql`select distinct j.id from ${idsOf(ids)} j cross join movement m
    where m.from_unit_id = j.id and m.kind = 'production-return' and m.id <= ${last} and ${stands}`,
);

async function stepsFrom(work: Work, ids: readonly number[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const asked of [linked, made, named]) steps.push(...(await work.all(asked, { ids })));
  return steps;
}

/** All that pieces are in, with the moment until which they were. */
async function wholesOf(work: Work, pieces: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const until = new Map(pieces.map((id) => [id, Number.POSITIVE_INFINITY]));
  let parts = [...pieces];
  while (parts.length > 0) {
    const next = new Set<number>();
    for (const { part, whole, usedAt, backAt } of await stepsFrom(work, parts)) {
      const out = backAt !== null && backAt >= (usedAt ?? backAt) ? backAt : Number.POSITIVE_INFINITY;
      const last = Math.min(until.get(part) ?? 0, out);
      if (last <= (until.get(whole) ?? Number.NEGATIVE_INFINITY)) continue;
      until.set(whole, last);
      next.add(whole);
    }
    parts = [...next];
  }
  for (const piece of pieces) until.delete(piece);
  return until;
}
