import type { QueriesOf } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import { askList } from '#main/store/lists.ts';
import { findRecords } from '#main/store/saveRecords.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { locationRecord } from '#shared/locations/records.ts';
import { isAway } from '#shared/locations/vocabulary.ts';
import { locationSource } from './locationList.queries.ts';

export const locationQueries: QueriesOf<'locations'> = {
  listWithStock: (question, context) => askList(locationSource, question, context),

  async get({ code }, { read }) {
    const location = (await findRecords(read, locationRecord, [[code]])).get(code);
    if (location === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no location ${code}. Check the code.`, { field: 'code' });
    return { ...location.values, version: location.version };
  },

  listAway: async (_input, { read }) => ({
    locations: (await read.all(kinds)).flatMap(({ code, kind }) => (isAway(kind) ? [{ code, kind }] : [])),
  }),

  listSites: async (_input, { read }) => ({
    sites: (await read.all(sites)).toSorted((a, b) => compareCodes(a.name, b.name)),
  }),
};

const kinds = query((tables) => tables.selectFrom('place').select(['code', 'kind']).orderBy('code'));

const sites = query((tables) =>
  tables
    .selectFrom('place')
    .select(({ fn }) => ['site as name', fn.countAll<number>().as('locations')])
    .groupBy('site'),
);
