import type { QueriesOf } from '#main/context/context.ts';
import { firstFound, pageByCodes } from '#main/store/codeRows.ts';
import { query } from '#main/store/query.ts';
import { askList } from '#main/store/lists.ts';
import { findRecords } from '#main/store/saveRecords.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { partnerRecord, partnerTermsRecord } from '#shared/partners/records.ts';
import { rolesOf } from '#shared/partners/roles.ts';
import { partnerSource } from './partnerList.queries.ts';

export const partnerQueries: QueriesOf<'partners'> = {
  listWithDeliveries: (question, context) => askList(partnerSource, question, context),

  async get({ code }, { read }) {
    const stored = (await findRecords(read, partnerRecord, [[code]])).get(code);
    if (stored === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no partner ${code}. Check the code.`, { field: 'code' });
    const terms = (await findRecords(read, partnerTermsRecord, [[code]])).get(code);
    const { contactName = '', contactPhone = '', contactEmail = '', leastLifeDays = null } = terms?.values ?? {};
    return {
      ...stored.values,
      roles: rolesOf({ kind: stored.values.kind, alsoKinds: terms?.values.alsoKinds ?? null }),
      ...{ contactName, contactPhone, contactEmail, leastLifeDays },
      contactHours: terms?.values.contactHours ?? '',
      inactiveFrom: terms?.values.inactiveFrom ?? '',
      ...{ version: stored.version, termsVersion: terms?.version ?? 0 },
    };
  },

  async list({ search, codes, offset, limit }, { read }) {
    const found = await firstFound(search, codesOf, (asked) => read.all(asked, { search, codes }));
    const { ids, total } = pageByCodes(
      found.map(({ id, code }) => [id, code]),
      { offset, limit },
    );
    const rows = (await read.all(page, { ids })).map(({ alsoKinds, ...row }) => ({
      ...row,
      roles: rolesOf({ kind: row.kind, alsoKinds }),
    }));
    return { total, rows };
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
      fn.coalesce('t.contact_hours', val('')).as('contactHours'),
      fn.coalesce('t.inactive_from', val('')).as('inactiveFrom'),
      't.least_life_days as leastLifeDays',
      't.also_kinds as alsoKinds',
    ])
    .orderBy('asked.place'),
);
