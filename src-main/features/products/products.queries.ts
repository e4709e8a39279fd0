import type { QueriesOf } from '#main/context/context.ts';
import type { Database } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatCost } from '#shared/kernel/quantity.ts';
import { searchFor } from '#main/store/textSearch.ts';
import { snake } from '#main/store/records.ts';
import { type ProductValues, productTable } from './products.actions.ts';

export const productQueries: QueriesOf<'products'> = {
  async get({ code }, { reader: { db } }) {
    const product = findProduct(db, code);
    if (product === undefined) throw new LotlineError('NOT_FOUND', `There is no product ${code}.`, { field: 'code' });
    const { id, version, stockManaged, standardCost, ...rest } = product;
    return {
      ...rest,
      version,
      moved: hasMoved(db, id),
      stockManaged: stockManaged === 1,
      standardCost: standardCost === null ? '' : formatCost(standardCost),
    };
  },

  async list({ search, offset, limit }, { reader: { db } }) {
    const { holds, parameters } = searchFor(search);
    const where = search === '' ? 'true' : `(${holds('code')} or ${holds('name')})`;
    const total = db.prepare<unknown[], number>(`select count(*) from product where ${where}`).pluck();
    const page = db.prepare<unknown[], ProductValues>(
      `select ${columns} from product where ${where} order by code limit @limit offset @offset`,
    );
    return {
      total: total.get(parameters) ?? 0,
      rows: page
        .all({ ...parameters, limit, offset })
        .map(({ code, name, category, unit, lotTracking, serialTracking, traceDetail, stockManaged }) => ({
          code,
          name,
          category,
          unit,
          lotTracking,
          serialTracking,
          traceDetail,
          stockManaged: stockManaged === 1,
        })),
    };
  },
};

const columns = productTable.columns.map((column) => `${snake(column)} as ${column}`).join(', ');

/** A product as it stands. */
export const findProduct = (
  db: Database,
  code: string,
): (ProductValues & { id: number; version: number }) | undefined =>
  db
    .prepare<[string], ProductValues & { id: number; version: number }>(
      `select id, version, ${columns} from product where code = ?`,
    )
    .get(code);

const hasMoved = (db: Database, id: number): boolean =>
  db
    .prepare<[number]>('select 1 from unit u join movement m on m.to_unit_id = u.id where u.product_id = ? limit 1')
    .pluck()
    .get(id) !== undefined;
