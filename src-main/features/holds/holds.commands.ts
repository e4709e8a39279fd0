import type { CommandsOf, Context, SignedReply, ToSign } from '#main/context/context.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { findRecords, saveRecords } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import { holdSentence, type Held, liftSentence } from '#shared/holds/holdSentence.ts';
import { holdRecord } from '#shared/holds/records.ts';
import { type HoldScope, judgeScope, scopeOf } from '#shared/holds/scope.ts';
import type { HoldTarget } from '#shared/holds/contract.ts';
import { insist, type Json, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { activeHolds } from './activeHolds.queries.ts';
import { heldBy, nextHold, saveHolds } from './holds.actions.ts';
import { type StockLine, stockOf, type Unknown, unknownIn } from './heldStock.queries.ts';

export const holdCommands: CommandsOf<'holds'> = {
  set: {
    async toSign({ targets, reason }, context) {
      const { fresh } = await judged(targets, context);
      const lines = (await stockOf(context.read, fresh)).flat();
      return {
        sentence: holdSentence(fresh, sumOf(lines), reason),
        // The next number: whoever sets another hold meanwhile takes it, and this one is read again.
        reads: [{ kind: holdRecord, name: await nextHold(context.read) }],
        facts: lyingOf(lines),
      };
    },

    async within(
      { targets, reason },
      { work, now },
    ): Promise<SignedReply<{ act: string; set: string[]; already: string[] }>> {
      const { fresh, already } = await judged(targets, { read: work, reader: { db: work.db } });
      const set = await saveHolds(work, fresh, { reason, setAt: trailTime(work.db, now) });
      const [one, ...more] = set.map((name) => ({ kind: holdRecord, name }));
      if (one === undefined) throw new Error('nothing to hold');
      return { reply: { act: one.name, set, already }, signed: [one, ...more] };
    },
  },

  lift: {
    async toSign({ numbers, reason }, context): Promise<ToSign> {
      const { holding } = await liftable(context.read, numbers);
      const lines = (await stockOf(context.read, holding)).flat();
      return {
        sentence: liftSentence(
          holding.map((hold) => ({ number: hold.number, scope: hold })),
          sumOf(lines),
          reason,
        ),
        reads: holding.map(({ number }) => ({ kind: holdRecord, name: number })),
        facts: lyingOf(lines),
      };
    },

    async within({ numbers, reason }, { work, now }): Promise<SignedReply<{ lifted: string[]; already: string[] }>> {
      const { holding, found, already } = await liftable(work, numbers);
      const liftedAt = trailTime(work.db, now);
      await saveRecords(
        work,
        holdRecord,
        holding.map((hold) => ({ values: { ...hold, liftedAt, liftReason: reason }, stored: found.get(hold.number) })),
      );
      const lifted = holding.map(({ number }) => number);
      const [one, ...more] = lifted.map((name) => ({ kind: holdRecord, name }));
      if (one === undefined) throw new Error('nothing to lift');
      return { reply: { lifted, already }, signed: [one, ...more] };
    },
  },
};

type Judging = { read: Read; reader: Pick<Context['reader'], 'db'> };

/** What of it is to be held, each once, and the holds that are on the rest already. */
async function judged(
  targets: readonly HoldTarget[],
  { read, reader }: Judging,
): Promise<{ fresh: HoldScope[]; already: string[] }> {
  const active = await activeHolds(read, reader.db);
  const scopes = new Map(targets.map(scopeOf).map((scope) => [JSON.stringify(scope), scope]));
  for (const scope of scopes.values()) insist(judgeScope(scope));
  const unknown = await unknownIn(read, [...scopes.values()]);
  if (unknown !== undefined) throw refusalOf(unknown);
  const fresh: HoldScope[] = [];
  const already = new Set<string>();
  for (const scope of scopes.values()) {
    const held = heldBy(active, scope);
    if (held === '') fresh.push(scope);
    else already.add(held);
  }
  if (fresh.length === 0)
    throw new LotlineError('CONFLICT', msg`All of it is on hold already: ${[...already].slice(0, 5).join(', ')}.`, {
      holds: [...already],
    });
  return { fresh, already: [...already] };
}

const refusalOf = ({ field, name, product }: Unknown): LotlineError => {
  const details = { field };
  if (field === 'product') return new LotlineError('NOT_FOUND', msg`There is no product ${name}.`, details);
  if (field === 'supplier')
    return new LotlineError('NOT_FOUND', msg`There is no partner ${name}. Check the code.`, details);
  if (field === 'location')
    return new LotlineError('NOT_FOUND', msg`There is no location ${name}. Check the code.`, details);
  if (field === 'workOrder')
    return new LotlineError('NOT_FOUND', msg`There is no work order ${name}. Check the number.`, details);
  if (field === 'lot')
    return new LotlineError('NOT_FOUND', msg`There is no lot ${name} of ${product}. Check the number.`, details);
  return new LotlineError('NOT_FOUND', msg`There is no such serial of ${product}: ${name}. Check the number.`, details);
};

/** The holds with some numbers that are still on something, and the others. */
async function liftable(read: Read, numbers: readonly string[]) {
  const asked = [...new Set(numbers)];
  const found = await findRecords(
    read,
    holdRecord,
    asked.map((number) => [number]),
  );
  const missing = asked.find((number) => !found.has(number));
  if (missing !== undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no hold ${missing}. Check the number.`, { field: 'numbers' });
  const all = asked.flatMap((number) => found.get(number)?.values ?? []);
  const holding = all.filter(({ liftedAt }) => liftedAt === null);
  const already = all.filter(({ liftedAt }) => liftedAt !== null).map(({ number }) => number);
  if (holding.length === 0)
    throw new LotlineError('CONFLICT', msg`It was lifted already: ${already.slice(0, 5).join(', ')}.`, {
      holds: already,
    });
  return { holding, found, already };
}

/** How much lies here of each product, and where. */
export function sumOf(lines: readonly StockLine[]): Held {
  const sums = new Map<string, { product: string; unitOfMeasure: string; quantity: bigint }>();
  // Goods that two holds are on lie here once.
  for (const { product, unitOfMeasure, quantity } of new Map(lines.map((line) => [keyOf(line), line])).values()) {
    const sum = sums.get(product) ?? { product, unitOfMeasure, quantity: 0n };
    sums.set(product, { ...sum, quantity: sum.quantity + BigInt(quantity) });
  }
  return {
    sums: Array.from(sums.values(), ({ quantity, ...sum }) => ({
      ...sum,
      quantity: formatQuantity(quantity),
    })).toSorted((a, b) => compareCodes(a.product, b.product)),
    locations: [...new Set(lines.map(({ location }) => location))].toSorted(),
  };
}

const keyOf = ({ unitId, location, status }: StockLine): string => `${unitId} ${location} ${status}`;

/** Where how much lies: the signer has read it, though the sentence only counts. */
const lyingOf = (lines: readonly StockLine[]): Json =>
  lines.map(({ unitId, location, status, quantity }) => [unitId, location, status, quantity]);
