import { msg } from '#shared/kernel/message.ts';
import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { RecordValues, Saved } from '#main/store/records.ts';
import { findRecords, keyOfRecord, type Saving, saveRecords, type StoredRecord } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';
import { judgeChange, type Tracking, whyNot } from '#shared/products/trackingChange.ts';

/** What decides how a product's stock is counted, in words: it stays once goods moved. */
const keeping = { stockManaged: msg`stock keeping`, unit: msg`unit` };
const tracked = { lotTracking: msg`lot tracking`, serialTracking: msg`serial tracking` };

/** Takes over a product. Throws CONFLICT for a change that its recorded movements forbid. */
export async function saveProduct(work: Work, values: ProductValues): Promise<void> {
  const [stored] = (await findRecords(work, productRecord, [keyOfRecord(productRecord, values)])).values();
  const [saved] = await saveProducts(work, [{ values, stored }]);
  if (saved instanceof LotlineError) throw saved;
}

/** Gives a product other modes whose list of what lies here is complete. Its goods are named in the same unit of work. */
export async function saveConverted(work: Work, product: StoredRecord, modes: Tracking): Promise<void> {
  await saveRecords(work, productRecord, [{ values: { ...product.values, ...modes }, stored: product }]);
}

/** Takes over products; where recorded movements forbid a change, answers CONFLICT for that one. */
export const saveProducts = (work: Work, products: readonly Saving[]): Promise<(Saved | LotlineError)[]> =>
  saveRecords(work, productRecord, products, (before, after) => breakingChange(work, before, after));

async function breakingChange(
  read: Pick<Read, 'one'>,
  before: StoredRecord,
  after: RecordValues,
): Promise<LotlineError | undefined> {
  const { field, change } = judgeChange(trackingOf(before.values), trackingOf(after));
  const counted = Object.entries(keeping).find(([column]) => before.values[column] !== after[column]);
  if (change === 'free' && counted === undefined) return undefined;
  if ((await read.one(movementOf, { product: before.id })) === undefined) return undefined;
  const code = String(after['code']);
  if (change !== 'free')
    return new LotlineError(
      'CONFLICT',
      msg`${code} has movements, so its ${tracked[field]} cannot change; it stays ${String(before.values[field])}. ${whyNot[change]}`,
      { field },
    );
  if (counted === undefined) return undefined;
  const [column, words] = counted;
  return new LotlineError(
    'CONFLICT',
    msg`${code} has movements, so its ${words} cannot change; it stays ${unchangedMessage(column, before.values[column])}.`,
    { field: column },
  );
}

/** The modes of a product's record, each one of its choice. */
export const trackingOf = (values: RecordValues): Tracking => ({
  lotTracking: values['lotTracking'] as Tracking['lotTracking'],
  serialTracking: values['serialTracking'] as Tracking['serialTracking'],
});

/** As an export writes it: whether stock is kept is a word there, a number here. */
const unchangedMessage = (column: string, value: unknown): string =>
  column === 'stockManaged' ? (value === 1 ? 'yes' : 'no') : String(value);

/** Whether a product ever moved. */
const movementOf = query<{ product: number }, { one: number }>(
  (_, { product }) =>
    sql`select 1 as one from unit u join movement m on m.to_unit_id = u.id where u.product_id = ${product} limit 1`,
);
