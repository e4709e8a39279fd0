import { query } from '#main/store/query.ts';
import type { Moment } from '#shared/kernel/dates.ts';

/** The signatures given from one moment to before another, by whoever is named; "" for everybody. */
export const signaturesBetween = query(
  (tables, { from, until, person }: { from: Moment; until: Moment; person: string }, { holds }) =>
    tables
      .selectFrom('signature')
      .selectAll()
      .where('at', '>=', from)
      .where('at', '<', until)
      .where(({ or, ref }) => or([holds(ref('person'), person), holds(ref('name'), person)]))
      .orderBy('entry_seq')
      .orderBy('id'),
);
