import type { QueriesOf } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import type { StoredRecord } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { LotValues } from '#shared/lots/records.ts';

export type LotName = { product: string; lot: string; sublot: string };

/** A lot as it is recorded. @throws LotlineError NOT_FOUND */
export async function findLot(
  read: Pick<Read, 'one'>,
  { product, lot, sublot }: LotName,
): Promise<StoredRecord<LotValues>> {
  const row = await read.one(lotOf, { product, lot, sublot });
  if (row === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no lot ${lot} of product ${product}.`, { field: 'lot' });
  const { id, version, ...values } = row;
  return { id, version, values };
}

const lotOf = query((tables, { product, lot, sublot }: LotName) =>
  tables
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .select(['lot.id', 'lot.version', 'lot.product_id as productId', 'lot.lot', 'lot.sublot', 'lot.reference'])
    .select(['lot.supplier_id as supplierId', 'lot.supplier_lot as supplierLot'])
    .select(['lot.manufacturer', 'lot.manufacturer_lot as manufacturerLot', 'lot.manufactured_on as manufacturedOn'])
    .select(['lot.expires_on as expiresOn', 'lot.best_before_on as bestBeforeOn'])
    .select(['lot.use_by_on as useByOn', 'lot.retest_on as retestOn', 'lot.expires_with as expiresWith'])
    .where('product.code', '=', product)
    .where('lot.lot', '=', lot)
    .where('lot.sublot', '=', sublot),
);

export const dateQueries: Pick<QueriesOf<'lots'>, 'getDates'> = {
  async getDates(named, { read }) {
    const { version, values } = await findLot(read, named);
    const { expiresOn, bestBeforeOn, useByOn, retestOn } = values;
    const written = (date: string | null): string => date ?? '';
    return {
      ...named,
      version,
      expiresOn: written(expiresOn),
      bestBeforeOn: written(bestBeforeOn),
      useByOn: written(useByOn),
      retestOn: written(retestOn),
    };
  },
};
