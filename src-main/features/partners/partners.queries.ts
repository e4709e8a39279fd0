import type { QueriesOf } from '#main/context/context.ts';
import { searchFor } from '#main/store/textSearch.ts';
import type { PartnerKind } from '#shared/partners/vocabulary.ts';
import type { PartnerValues } from './partners.actions.ts';

/** Only partners.actions.ts writes the kind, from the same vocabulary. */
type Row = PartnerValues & { kind: PartnerKind };

export const partnerQueries: QueriesOf<'partners'> = {
  async list({ search, codes, offset, limit }, { reader: { db } }) {
    const { holds, parameters } = searchFor(search);
    const found = search === '' ? 'true' : `(${holds('code')} or ${holds('name')})`;
    const named = codes.length === 0 ? 'true' : 'code in (select value from json_each(@codes))';
    const where = `${found} and ${named}`;
    const values = { ...(search === '' ? {} : parameters), codes: JSON.stringify(codes) };
    const total = db.prepare<unknown[], number>(`select count(*) from partner where ${where}`).pluck();
    const page = db.prepare<unknown[], Row>(
      `select code, name, kind, country, email, address, phone, gln from partner where ${where} order by code limit @limit offset @offset`,
    );
    return { total: total.get(values) ?? 0, rows: page.all({ ...values, limit, offset }) };
  },
};
