import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { signaturesOn } from '#main/features/signing/signatures.queries.ts';
import type { Signature } from '#shared/kernel/signature.ts';

/** The number of the next review. */
export async function nextReview(read: Read): Promise<number> {
  const row = await read.one(newestReview);
  return (row?.number ?? 0) + 1;
}

const newestReview = query((tables) =>
  tables.selectFrom('audit_review').select('number').orderBy('number', 'desc').limit(1),
);

type Row = { number: number; first: number; last: number; note: string };

export const reviewQueries: Pick<QueriesOf<'audit'>, 'listReviews'> = {
  async listReviews({ offset, limit }, { reader: { db } }) {
    const total = db.prepare<[], number>('select count(*) from audit_review').pluck().get() ?? 0;
    const rows = db
      .prepare<[number, number], Row>(
        'select number, first_seq as first, last_seq as last, note from audit_review order by number desc limit ? offset ?',
      )
      .all(limit, offset);
    return {
      total,
      next: nextUnseen(db),
      last: db.prepare<[], number>('select seq from head where id = 1').pluck().get() ?? 0,
      rows: rows.map((row) => {
        const signatures = signaturesOn(db, 'audit_review', String(row.number));
        return { ...row, at: signatures[0]?.at ?? '', signatures };
      }),
    };
  },
};

/** The first entry that no review covers: a later stretch, or a single entry, hides no gap before it. */
function nextUnseen(db: Database): number {
  const stretches = db
    .prepare<[], { first: number; last: number }>(
      'select first_seq as first, last_seq as last from audit_review order by first_seq',
    )
    .all();
  let next = 1;
  for (const { first, last } of stretches) {
    if (first > next) break;
    next = Math.max(next, last + 1);
  }
  return next;
}

/** The signature with which the very entry was approved, such as a restore; null where nobody did. */
export function approvalOf(db: Database, seq: number): Signature | null {
  const numbers = db
    .prepare<[number, number], number>('select number from audit_review where first_seq = ? and last_seq = ?')
    .pluck()
    .all(seq, seq);
  const signatures = numbers.flatMap((number) => signaturesOn(db, 'audit_review', String(number)));
  return signatures.find(({ meaning }) => meaning === 'approved') ?? null;
}
