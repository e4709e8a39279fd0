import type { QueriesOf } from '#main/context/context.ts';
import type { LotTracking, SerialTracking, TraceDetail } from '#shared/products/vocabulary.ts';
import type { Database } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatCost } from '#shared/kernel/quantity.ts';
import { snake } from '#main/store/records.ts';
import { type ProductValues, productTable } from './products.actions.ts';
import { Product } from './products.entity.ts';

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

  async list({ search, offset, limit }, { reader }) {
    const like = { $like: `%${search}%` };
    const where = search === '' ? {} : { $or: [{ code: like }, { name: like }] };
    const [rows, total] = await reader.em.findAndCount(Product, where, { orderBy: { code: 'asc' }, offset, limit });
    return {
      total,
      rows: rows.map((row) => ({
        code: row.code,
        name: row.name,
        category: row.category,
        unit: row.unit,
        // Only products.actions.ts writes these, from the same vocabularies.
        lotTracking: row.lotTracking as LotTracking,
        serialTracking: row.serialTracking as SerialTracking,
        traceDetail: row.traceDetail as TraceDetail,
        stockManaged: row.stockManaged === 1,
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
