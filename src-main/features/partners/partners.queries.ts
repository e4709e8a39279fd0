import type { QueriesOf } from '#main/context/context.ts';
import type { PartnerKind } from '#shared/partners/vocabulary.ts';
import { Partner } from './partners.entity.ts';

export const partnerQueries: QueriesOf<'partners'> = {
  async list({ search, codes, offset, limit }, { reader }) {
    const like = { $like: `%${search}%` };
    const where = {
      ...(search === '' ? {} : { $or: [{ code: like }, { name: like }] }),
      ...(codes.length === 0 ? {} : { code: { $in: codes } }),
    };
    const [rows, total] = await reader.em.findAndCount(Partner, where, { orderBy: { code: 'asc' }, offset, limit });
    return {
      total,
      rows: rows.map(({ code, name, kind, country, email, address, phone, gln }) => ({
        code,
        name,
        // Only partners.actions.ts writes it, from the same vocabulary.
        kind: kind as PartnerKind,
        country,
        email,
        address,
        phone,
        gln,
      })),
    };
  },
};
