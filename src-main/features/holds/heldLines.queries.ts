import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { HoldValues } from '#shared/holds/records.ts';
import { asksOrigin, isFrom } from '#shared/holds/scope.ts';
import type { HeldPart } from '#shared/holds/vocabulary.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { ActiveHolds } from './activeHolds.queries.ts';
import { originsOf } from './origins.queries.ts';
import { withMadeOf } from './splits.queries.ts';
import { unitsNamed } from './units.queries.ts';

/** Goods of one unit that lie, or lay, at a location. */
export type Line = Unit & { location: string };

/**
 * Says of lines of stock whether a hold is on them, just now or at a past moment. It is as recorded: what may be done
 * with the goods, the policy decides.
 */
export async function heldLines(read: Read, lines: readonly Line[], at?: Moment): Promise<(line: Line) => HeldPart> {
  const holds =
    lines.length === 0
      ? []
      : at === undefined
        ? await read.all(standing)
        : (await read.all(setUntil, { at })).filter(({ liftedAt }) => liftedAt === null || liftedAt > at);
  if (holds.length === 0) return () => '';
  const active = new ActiveHolds([...(await withMadeOf(read, holds)).values()].flat());
  const naming = (line: Line): HoldValues[] =>
    active.naming(line).filter(({ location }) => location === '' || location === line.location);
  const asking = lines.filter((line) => naming(line).some(asksOrigin));
  const units = await unitsNamed(read, asking);
  const origins = await originsOf(
    read,
    Array.from(units.values(), ({ id }) => id),
  );
  return (line) => {
    const came = origins.get(units.get(keyOf(line))?.id ?? 0) ?? [];
    return naming(line).some((hold) => isFrom(hold, came)) ? 'whole' : '';
  };
}

const keyOf = ({ product, lot, sublot, serial }: Unit): string => [product, lot, sublot, serial].join(partSeparator);

const fields = [
  'number',
  'act',
  'product',
  'lot',
  'sublot',
  'serial_from as serialFrom',
  'serial_to as serialTo',
  'supplier',
  'work_order as workOrder',
  'location',
  'received_from as receivedFrom',
  'received_to as receivedTo',
  'reason',
  'set_at as setAt',
  'lifted_at as liftedAt',
  'lift_reason as liftReason',
] as const;

const standing = query((tables) => tables.selectFrom('hold').select(fields).where('lifted_at', 'is', null));
const setUntil = query((tables, { at }: { at: Moment }) =>
  tables.selectFrom('hold').select(fields).where('set_at', '<=', at),
);
