import type { QueriesOf } from '#main/context/context.ts';
import type { LotTracking, SerialTracking, TraceDetail } from '#shared/products/vocabulary.ts';
import { Product } from './products.entity.ts';

export const productQueries: QueriesOf<'products'> = {
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
