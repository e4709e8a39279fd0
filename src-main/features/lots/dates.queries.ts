import { sql } from 'kysely';
import type { QueriesOf } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import { columnsOf } from '#main/store/records.ts';
import type { StoredRecord } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { lotRecord, type LotValues } from '#shared/lots/records.ts';

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

const lotOf = query<LotName, LotValues & { id: number; version: number }>(
  (_, { product, lot, sublot }) => sql`select l.id, l.version, ${sql.raw(columnsOf(lotRecord))}
  from product p join lot l on l.product_id = p.id where p.code = ${product} and l.lot = ${lot} and l.sublot = ${sublot}`,
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
