import { sql } from 'kysely';
import type { CommandContext } from '#main/context/context.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { saveRecords } from '#main/store/saveRecords.ts';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf, type Moment } from '#shared/kernel/dates.ts';
import { labelPrintRecord, type LabelPrintValues } from '#shared/labels/records.ts';
import { type AskedLabels, type PlannedLabels, planLabels } from './labelPlan.queries.ts';
import { lastPrint } from './prints.queries.ts';

type By = { person: { id: string; name: string }; now: Moment; reason: string };

/** Notes that labels were printed, those of each lot or serial under the next number; answers the numbers. */
export async function savePrints(
  work: Work,
  labels: readonly PlannedLabels[],
  { kind, size, symbol, copies }: Pick<AskedLabels, 'kind' | 'size' | 'symbol' | 'copies'>,
  { person, now, reason }: By,
): Promise<string[]> {
  const first = ((await work.one(lastPrint))?.id ?? 0) + 1;
  const printedAt = trailTime(work.db, now);
  const prints = labels.map(
    ({ unit, state, says, quantity, firstCopy }, at): LabelPrintValues => ({
      ...unit,
      number: numberOf(first + at),
      act: numberOf(first),
      kind,
      state,
      size,
      symbol,
      says,
      quantity,
      copies,
      firstCopy,
      reason,
      person: person.id,
      personName: person.name,
      printedAt,
    }),
  );
  await saveRecords(
    work,
    labelPrintRecord,
    prints.map((values) => ({ values, stored: undefined })),
  );
  return prints.map(({ number }) => number);
}

const numberOf = (count: number): string => `L-${count}`;

/** Notes a sheet of labels of the lot of a product that was recorded last: for the demo. */
export async function labelLastLot(
  { work, actor: { person }, now, offsetMinutes }: CommandContext,
  product: string,
): Promise<void> {
  const found = await work.one(lastLotOf, { product });
  if (found === undefined) throw new Error(`there is no lot of ${product}`);
  const units = [{ product, lot: found.lot, sublot: '', serial: '' }];
  const asked = { units, kind: 'goods', state: '', size: 'a4-3x8', symbol: 'datamatrix', copies: 24 } as const;
  const year = Number(dateOf(now, offsetMinutes).slice(0, 4));
  const { labels } = await planLabels(work, work.db, { ...asked, units, quantity: '', skip: 0, language: 'en' }, year);
  await savePrints(work, labels, asked, { person, now, reason: '' });
}

const lastLotOf = query<{ product: string }, { lot: string }>(
  (_, { product }) => sql`select l.lot from lot l join product p on p.id = l.product_id where p.code = ${product}
  order by l.id desc limit 1`,
);
