import type { QueriesOf } from '#main/context/context.ts';
import { signaturesOn } from '#main/features/people/signatures.queries.ts';

type Row = { number: number; first: number; last: number; note: string };

export const reviewQueries: Pick<QueriesOf<'audit'>, 'listReviews'> = {
  async listReviews({ offset, limit }, { reader: { db } }) {
    const total = db.prepare<[], number>('select count(*) from audit_review').pluck().get() ?? 0;
    const rows = db
      .prepare<[number, number], Row>(
        'select number, first_seq as first, last_seq as last, note from audit_review order by number desc limit ? offset ?',
      )
      .all(limit, offset);
    const seen = db.prepare<[], number>('select coalesce(max(last_seq), 0) from audit_review').pluck().get() ?? 0;
    return {
      total,
      next: seen + 1,
      rows: rows.map((row) => {
        const signatures = signaturesOn(db, 'audit_review', String(row.number));
        return { ...row, at: signatures[0]?.at ?? '', signatures };
      }),
    };
  },
};
