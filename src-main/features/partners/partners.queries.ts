import type { QueriesOf } from '#main/context/context.ts';
import { pageByCodes } from '#main/store/codeRows.ts';
import { query } from '#main/store/query.ts';

export const partnerQueries: QueriesOf<'partners'> = {
  async list({ search, codes, offset, limit }, { read }) {
    const found = await read.all(codesOf, { search, codes });
    const { ids, total } = pageByCodes(
      found.map(({ id, code }) => [id, code]),
      { offset, limit },
    );
    return { total, rows: await read.all(page, { ids }) };
  },
};

type Filter = { search: string; codes: readonly string[] };

const codesOf = query((tables, { search, codes }: Filter, { holds, isEmpty, textsOf }) =>
  tables
    .selectFrom('partner')
    .select(['id', 'code'])
    .where(({ or, ref }) => or([holds(ref('code'), search), holds(ref('name'), search)]))
    .where(({ or, eb }) => or([isEmpty(codes), eb('code', 'in', textsOf(codes))])),
);

const page = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('partner')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'partner.id')
    .select(['code', 'name', 'kind', 'country', 'email', 'address', 'phone', 'gln'])
    .orderBy('asked.place'),
);
