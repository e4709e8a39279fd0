import { msg } from '#shared/kernel/message.ts';
import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { RecordValues, Saved } from '#main/store/records.ts';
import { findRecords, keyOfRecord, type Saving, saveRecords, type StoredRecord } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';

/** What decides how a product's stock is kept and counted, in words. */
const keeping = {
  lotTracking: msg`lot tracking`,
  serialTracking: msg`serial tracking`,
  stockManaged: msg`stock keeping`,
  unit: msg`unit`,
};

/** Takes over a product. Throws CONFLICT for a change that its recorded movements forbid. */
export async function saveProduct(work: Work, values: ProductValues): Promise<void> {
  const [stored] = (await findRecords(work, productRecord, [keyOfRecord(productRecord, values)])).values();
  const [saved] = await saveProducts(work, [{ values, stored }]);
  if (saved instanceof LotlineError) throw saved;
}

/** Takes over products; where recorded movements forbid a change, answers CONFLICT for that one. */
export const saveProducts = (work: Work, products: readonly Saving[]): Promise<(Saved | LotlineError)[]> =>
  saveRecords(work, productRecord, products, (before, after) => breakingChange(work, before, after));

async function breakingChange(
  read: Pick<Read, 'one'>,
  before: StoredRecord,
  after: RecordValues,
): Promise<LotlineError | undefined> {
  const broken = Object.entries(keeping).find(([column]) => before.values[column] !== after[column]);
  if (broken === undefined || (await read.one(movementOf, { product: before.id })) === undefined) return undefined;
  const [column, words] = broken;
  return new LotlineError(
    'CONFLICT',
    msg`${String(after['code'])} has movements, so its ${words} cannot change; it stays ${unchangedMessage(column, before.values[column])}.`,
    { field: column },
  );
}

/** As an export writes it: whether stock is kept is a word there, a number here. */
const unchangedMessage = (column: string, value: unknown): string =>
  column === 'stockManaged' ? (value === 1 ? 'yes' : 'no') : String(value);

/** Whether a product ever moved. */
const movementOf = query<{ product: number }, { one: number }>(
  (_, { product }) =>
    sql`select 1 as one from unit u join movement m on m.to_unit_id = u.id where u.product_id = ${product} limit 1`,
);
