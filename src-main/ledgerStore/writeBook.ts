import { sql } from 'kysely';
import type { Decided, DecidedMovement } from '#main/ledger/book.ts';
import type { StockLine } from '#main/ledger/facts.ts';
import { type Query, query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';

type Writes = Pick<Work, 'add' | 'run'>;

/** Writes what was decided: first what the movements point at. */
export async function writeDecided(work: Writes, { units, runs, movements }: Decided): Promise<void> {
  await work.add(
    'unit',
    units.map(({ id, productId, lot, sublot, serial, leaf }) => ({
      id,
      product_id: productId,
      lot,
      sublot,
      serial,
      leaf: leaf ? 1 : 0,
    })),
  );
  await work.add(
    'run',
    runs.map(({ id, workOrder, run }) => ({ id, work_order: workOrder, run })),
  );
  await work.add('movement', movements.map(rowOf));
}

const rowOf = ({ draft, by, ...decided }: DecidedMovement) => ({
  id: decided.id,
  entry_seq: decided.entrySeq,
  at: draft.at,
  offset_minutes: draft.offsetMinutes,
  recorded_at: by.recordedAt,
  kind: draft.kind,
  document: draft.document,
  line: draft.line,
  from_unit_id: decided.fromUnit.id,
  to_unit_id: decided.toUnit.id,
  quantity: draft.quantity,
  from_place_id: draft.from?.id ?? null,
  to_place_id: draft.to?.id ?? null,
  status_from: draft.statusFrom,
  status_to: draft.statusTo,
  run_id: decided.runId,
  equipment: draft.equipment,
  partner_id: draft.partner?.id ?? null,
  unit_cost: draft.unitCost,
  reason: draft.reason,
  evidence: draft.evidence,
  person: by.person,
  workstation: by.workstation,
  external_id: draft.externalId,
  row_key: draft.rowKey,
  row_start: decided.rowStart,
  reverses_id: decided.reversesId,
  digest: decided.digest,
});

// Without `where true` SQLite reads `on conflict` as the condition of a join.
const holdLines = query<{ lines: string }>(
  (_, { lines }) => sql`insert into balance (unit_id, place_id, status, quantity)
    select cast(j.value->>0 as bigint), cast(j.value->>1 as bigint), j.value->>2, cast(j.value->>3 as bigint) from json_each(${lines}) j where true
    on conflict (unit_id, place_id, status) do update set quantity = excluded.quantity`,
);
const removeLines = query<{ lines: string }>(
  (_, { lines }) => sql`delete from balance where (unit_id, place_id, status) in (
    select cast(j.value->>0 as bigint), cast(j.value->>1 as bigint), j.value->>2 from json_each(${lines}) j)`,
);

/** So many lines are written with one statement. */
const most = 1000;

/** Writes balances in their order, which their numbers follow. A line of nothing is no line. */
export async function writeBalances(work: Writes, lines: readonly (StockLine & { quantity: number })[]): Promise<void> {
  for (let start = 0; start < lines.length; ) {
    const isGone = lines[start]?.quantity === 0;
    let end = start + 1;
    while (end < lines.length && end - start < most && (lines[end]?.quantity === 0) === isGone) end += 1;
    const alike = lines.slice(start, end);
    const write: Query<{ lines: string }, unknown> = isGone ? removeLines : holdLines;
    await work.run(write, {
      lines: JSON.stringify(alike.map(({ unitId, placeId, status, quantity }) => [unitId, placeId, status, quantity])),
    });
    start = end;
  }
}
