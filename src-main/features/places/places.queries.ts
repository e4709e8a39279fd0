import type { QueriesOf } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import { compareCodes } from '#shared/kernel/natural.ts';

export const placeQueries: QueriesOf<'places'> = {
  listSites: async (_input, { read }) => ({
    sites: (await read.all(sites)).toSorted((a, b) => compareCodes(a.name, b.name)),
  }),
};

const sites = query((tables) =>
  tables
    .selectFrom('place')
    .select(({ fn }) => ['site as name', fn.countAll<number>().as('places')])
    .groupBy('site'),
);
