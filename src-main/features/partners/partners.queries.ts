import type { QueriesOf } from '#main/context/context.ts';
import { firstFound, pageByCodes } from '#main/store/codeRows.ts';
import { query } from '#main/store/query.ts';
import { askList } from '#main/store/lists.ts';
import { partnerSource } from './partnerList.queries.ts';

export const partnerQueries: QueriesOf<'partners'> = {
  listWithDeliveries: (question, context) => askList(partnerSource, question, context),

  async list({ search, codes, offset, limit }, { read }) {
    const found = await firstFound(search, codesOf, (asked) => read.all(asked, { search, codes }));
    const { ids, total } = pageByCodes(
      found.map(({ id, code }) => [id, code]),
      { offset, limit },
    );
    return { total, rows: await read.all(page, { ids }) };
  },
};

type Filter = { search: string; codes: readonly string[] };

const codesThat = (hold: 'names' | 'holdsLoosely' | 'holdsNarrow') =>
  query((tables, { search, codes }: Filter, idioms) =>
    tables
      .selectFrom('partner')
      .select(['id', 'code'])
      .where(({ or, ref }) => or([idioms[hold](ref('code'), search), idioms[hold](ref('name'), search)]))
      .where(({ or, eb }) => or([idioms.isEmpty(codes), eb('code', 'in', idioms.textsOf(codes))])),
  );

const codesOf = {
  names: codesThat('names'),
  holdsLoosely: codesThat('holdsLoosely'),
  holdsNarrow: codesThat('holdsNarrow'),
};

const page = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('partner')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'partner.id')
    .leftJoin('partner_terms as t', 't.partner', 'partner.code')
    .select(['partner.code', 'name', 'kind', 'country', 'email', 'address', 'phone', 'gln'])
    .select(({ fn, val }) => [
      fn.coalesce('t.contact_name', val('')).as('contactName'),
      fn.coalesce('t.contact_phone', val('')).as('contactPhone'),
      fn.coalesce('t.contact_email', val('')).as('contactEmail'),
      't.least_life_days as leastLifeDays',
    ])
    .orderBy('asked.place'),
);
