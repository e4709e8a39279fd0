import type { QueriesOf } from '#main/context/context.ts';
import type { Idioms } from '#main/store/idioms.ts';
import { type Builder, query } from '#main/store/query.ts';

export const partnerQueries: QueriesOf<'partners'> = {
  async list({ search, codes, offset, limit }, { read }) {
    return {
      total: (await read.one(counted, { search, codes }))?.total ?? 0,
      rows: await read.all(page, { search, codes, limit, offset }),
    };
  },
};

type Filter = { search: string; codes: readonly string[] };

const found = (tables: Builder, { search, codes }: Filter, { holds, isEmpty, textsOf }: Idioms) =>
  tables
    .selectFrom('partner')
    .where(({ or, ref }) => or([holds(ref('code'), search), holds(ref('name'), search)]))
    .where(({ or, eb }) => or([isEmpty(codes), eb('code', 'in', textsOf(codes))]));

const counted = query((tables, filter: Filter, idioms) =>
  found(tables, filter, idioms).select(({ fn }) => fn.countAll<number>().as('total')),
);

const page = query((tables, asked: Filter & { limit: number; offset: number }, idioms) =>
  found(tables, asked, idioms)
    .select(['code', 'name', 'kind', 'country', 'email', 'address', 'phone', 'gln'])
    .orderBy('code')
    .limit(asked.limit)
    .offset(asked.offset),
);
