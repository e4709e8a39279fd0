import type { QueriesOf } from '#main/context/context.ts';

export const placeQueries: QueriesOf<'places'> = {
  async listSites(_input, { reader }) {
    const sites = reader.db
      .prepare<[], { name: string; places: number }>(
        'select site as name, count(*) as places from place group by site order by site',
      )
      .all();
    return { sites };
  },
};
